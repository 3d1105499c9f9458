ALTER TABLE `people` ADD `team` text DEFAULT '' NOT NULL;
