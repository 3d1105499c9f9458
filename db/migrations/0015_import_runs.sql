ALTER TABLE `imports` ADD `rows_due` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE TABLE `import_runs` (
	`import_id` text PRIMARY KEY NOT NULL,
	`operation` text NOT NULL,
	`state` text NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`day` text NOT NULL,
	`total` integer NOT NULL,
	`added` integer NOT NULL,
	`updated` integer NOT NULL,
	`left_alone` integer NOT NULL,
	`stands_on` integer NOT NULL,
	`back_operation` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_run_rows` (
	`import_id` text NOT NULL,
	`number` integer NOT NULL,
	`rows` text NOT NULL,
	PRIMARY KEY(`import_id`, `number`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `puts_by_row` (
	`relation` text NOT NULL,
	`row` text NOT NULL,
	`field` text NOT NULL,
	`stamp` text NOT NULL,
	`value` text NOT NULL,
	`base` text NOT NULL,
	PRIMARY KEY(`relation`, `row`, `field`, `stamp`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `puts_by_row` (`relation`, `row`, `field`, `stamp`, `value`, `base`)
	SELECT `relation`, `row`, `field`, `stamp`, `value`, `base` FROM `puts` ORDER BY `relation`, `row`, `field`, `stamp`;
--> statement-breakpoint
DROP TABLE `puts`;--> statement-breakpoint
ALTER TABLE `puts_by_row` RENAME TO `puts`;
