DROP INDEX `commits_hash_unique`;
