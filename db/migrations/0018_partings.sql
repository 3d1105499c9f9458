CREATE TABLE `case_partings` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text,
	`of_case_id` text,
	`is_parted` integer DEFAULT 0 NOT NULL,
	`changed_at` text,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_partings_by_agency` ON `case_partings` (`agency_id`,`is_parted`);
