CREATE INDEX `documents_by_agency` ON `documents` (`agency_id`,`issued_at`);
--> statement-breakpoint
ALTER TABLE `document_files` ADD `arrived_at` text;
--> statement-breakpoint
CREATE TABLE `sync_paper_readers` (
	`document_id` text NOT NULL,
	`reader` text NOT NULL,
	PRIMARY KEY(`document_id`, `reader`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `sync_paper_files` (
	`name` text NOT NULL,
	`document_id` text NOT NULL,
	PRIMARY KEY(`name`, `document_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `paper_arrivals` (
	`document_id` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` blob NOT NULL,
	`arrived_at` text NOT NULL,
	PRIMARY KEY(`document_id`, `sha256`)
) STRICT;
