CREATE INDEX `action_updates_carried` ON `action_updates` (`action_id`) WHERE kind = 'carried';
