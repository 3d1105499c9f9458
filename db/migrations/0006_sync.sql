CREATE TABLE `case_access` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`agency_id` text,
	`is_open` integer DEFAULT false NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`changed_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_access_by_case` ON `case_access` (`case_id`);--> statement-breakpoint
CREATE INDEX `case_access_by_agency` ON `case_access` (`agency_id`,`is_open`);--> statement-breakpoint
ALTER TABLE `devices` ADD `accepted_until` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `devices` ADD `succeeds` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `commits_by_device` ON `commits` (`device`,`stamp`);--> statement-breakpoint
CREATE TABLE `commits_aside` (
	`hash` text NOT NULL,
	`signature` text NOT NULL,
	`space` text NOT NULL,
	`device` text NOT NULL,
	`number` integer NOT NULL,
	`stamp` text NOT NULL,
	`person` text NOT NULL,
	`intent` text NOT NULL,
	`body` text NOT NULL,
	`reason` text NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`hash`, `signature`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `commits_aside_by_space` ON `commits_aside` (`space`);--> statement-breakpoint
CREATE INDEX `commits_aside_by_device` ON `commits_aside` (`device`);--> statement-breakpoint
CREATE TABLE `conflicts` (
	`relation` text NOT NULL,
	`row` text NOT NULL,
	`field` text NOT NULL,
	`kind` text NOT NULL,
	`stamps` text NOT NULL,
	`case_id` text,
	PRIMARY KEY(`relation`, `row`, `field`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `conflicts_by_case` ON `conflicts` (`case_id`);--> statement-breakpoint
DROP TRIGGER IF EXISTS `guard_commits_insert`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `guard_commits_delete`;
