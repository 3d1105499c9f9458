CREATE TABLE `photographs` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`picture` text DEFAULT '' NOT NULL,
	`width` integer DEFAULT 0 NOT NULL,
	`height` integer DEFAULT 0 NOT NULL,
	`taken_on` text,
	`source` text DEFAULT '' NOT NULL,
	`added_at` text,
	`added_by` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `photographs_by_case` ON `photographs` (`case_id`,`added_at`);
