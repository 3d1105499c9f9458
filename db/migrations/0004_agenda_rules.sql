ALTER TABLE `meetings` ADD `order_rule` text DEFAULT 'any' NOT NULL;
--> statement-breakpoint
ALTER TABLE `meetings` ADD `first_sitting_ends_at` text;
--> statement-breakpoint
ALTER TABLE `meetings` ADD `second_sitting_starts_at` text;
--> statement-breakpoint
ALTER TABLE `meetings` ADD `most_minutes` integer;
--> statement-breakpoint
ALTER TABLE `agenda_breaks` ADD `begins_at` text;
--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `fixed_start` text;
--> statement-breakpoint
CREATE TABLE `agency_visits` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`agency_id` text,
	`comes_from` text,
	`comes_until` text,
	`is_remote` integer DEFAULT false NOT NULL,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `agency_visits_by_meeting` ON `agency_visits` (`meeting_id`);
--> statement-breakpoint
CREATE TABLE `case_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`case_id` text,
	`kind` text DEFAULT 'together' NOT NULL,
	`other_case_id` text,
	`agency_id` text,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_rules_by_meeting` ON `case_rules` (`meeting_id`);
--> statement-breakpoint
CREATE INDEX `case_rules_by_case` ON `case_rules` (`case_id`);
