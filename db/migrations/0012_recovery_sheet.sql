ALTER TABLE `devices` ADD `sheet_proof` text DEFAULT '' NOT NULL;
