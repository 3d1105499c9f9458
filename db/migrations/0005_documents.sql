ALTER TABLE `documents` ADD `scope` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `documents` ADD `about_case_id` text REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE `documents` ADD `word_sha256` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `documents_by_case` ON `documents` (`about_case_id`);--> statement-breakpoint
CREATE INDEX `documents_by_hash` ON `documents` (`sha256`);--> statement-breakpoint
CREATE INDEX `documents_by_word_hash` ON `documents` (`word_sha256`);--> statement-breakpoint
CREATE INDEX `documents_by_number` ON `documents` (`number`,`version`);--> statement-breakpoint
ALTER TABLE `document_files` ADD `request` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE TABLE `document_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text,
	`agency_id` text,
	`recipient` text DEFAULT '' NOT NULL,
	`how` text DEFAULT 'by-hand' NOT NULL,
	`delivered_at` text,
	`delivered_by` text,
	`recalled_at` text,
	`recalled_by` text,
	`recall_note` text DEFAULT '' NOT NULL,
	`returned_on` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`delivered_by`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`recalled_by`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `document_deliveries_by_document` ON `document_deliveries` (`document_id`);--> statement-breakpoint
CREATE TABLE `minutes_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`case_id` text,
	`target` text DEFAULT '' NOT NULL,
	`said` text DEFAULT '' NOT NULL,
	`says` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`corrected_at` text,
	`corrected_by` text,
	`version` integer DEFAULT 0 NOT NULL,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`corrected_by`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `minutes_corrections_by_meeting` ON `minutes_corrections` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `minutes_corrections_by_case` ON `minutes_corrections` (`case_id`);
