CREATE TABLE `agenda_slots` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`agency_id` text,
	`arrives` integer DEFAULT 0 NOT NULL,
	`leaves` integer DEFAULT 0 NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`changed_at` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `agenda_slots_by_meeting` ON `agenda_slots` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`agency_id` text,
	`sequence` integer DEFAULT 0 NOT NULL,
	`is_cancellation` integer DEFAULT false NOT NULL,
	`held_on` text,
	`arrives_at` text,
	`leaves_at` text,
	`place` text DEFAULT '' NOT NULL,
	`recipients` text DEFAULT '' NOT NULL,
	`made_at` text,
	`made_by` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `invitations_by_meeting` ON `invitations` (`meeting_id`,`agency_id`,`made_at`);--> statement-breakpoint
ALTER TABLE `meetings` ADD `is_least_proven` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `real_waiting` integer;
