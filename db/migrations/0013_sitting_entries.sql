ALTER TABLE `agenda_slots` ADD `entries` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `invitations` ADD `sittings` text DEFAULT '[1]' NOT NULL;
