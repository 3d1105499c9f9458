CREATE TABLE `population_figures` (
	`id` text PRIMARY KEY NOT NULL,
	`per_thousand` integer
) STRICT;
--> statement-breakpoint
ALTER TABLE `schemes` ADD `population_source` text DEFAULT '' NOT NULL;
