CREATE TABLE `retention_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`months` integer DEFAULT 72 NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`changed_on` text,
	`changed_by` text,
	FOREIGN KEY (`changed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE TABLE `case_erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`erased_case` text DEFAULT '' NOT NULL,
	`rule` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`covers` text DEFAULT '{}' NOT NULL,
	`stood_in` text DEFAULT '[]' NOT NULL,
	`erased_at` text,
	`erased_by` text,
	FOREIGN KEY (`erased_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_erasures_by_case` ON `case_erasures` (`erased_case`);
--> statement-breakpoint
CREATE TABLE `erasure_work` (
	`case_id` text PRIMARY KEY NOT NULL,
	`erased_at` text NOT NULL,
	`cleared_at` text,
	`share_cleared_at` text
) STRICT;
--> statement-breakpoint
ALTER TABLE `documents` ADD `content_erased_on` text;
--> statement-breakpoint
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
