ALTER TABLE `agenda_slots` ADD `stays` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `agenda_slots` ADD `is_remote` integer DEFAULT false NOT NULL;
