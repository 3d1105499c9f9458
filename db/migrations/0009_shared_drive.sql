CREATE TABLE `sync_outbox` (
	`name` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `sync_files` (
	`folder` text NOT NULL,
	`name` text NOT NULL,
	`device` text NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`folder`, `name`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `sync_files_by_device` ON `sync_files` (`device`,`kind`,`number`);--> statement-breakpoint
CREATE TABLE `sync_cover` (
	`space` text NOT NULL,
	`reader` text NOT NULL,
	`author` text NOT NULL,
	`up_to` integer NOT NULL,
	PRIMARY KEY(`space`, `reader`, `author`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `sync_part_ends` (
	`device` text NOT NULL,
	`space` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`device`, `space`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `sync_senders` (
	`device` text PRIMARY KEY NOT NULL,
	`up_to` integer DEFAULT 0 NOT NULL,
	`highest` integer DEFAULT 0 NOT NULL,
	`heads` text DEFAULT '{}' NOT NULL,
	`wrote_at` text,
	`read_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `sync_covered` (
	`device` text NOT NULL,
	`first` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`device`, `first`, `last`)
) STRICT;
