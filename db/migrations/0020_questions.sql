CREATE TABLE `case_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`meeting_id` text,
	`agency_id` text,
	`text` text DEFAULT '' NOT NULL,
	`wanted_on` text,
	`asked_at` text,
	`asked_by` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_questions_by_case` ON `case_questions` (`case_id`);
--> statement-breakpoint
CREATE INDEX `case_questions_by_agency` ON `case_questions` (`agency_id`,`wanted_on`);
--> statement-breakpoint
CREATE INDEX `case_questions_by_meeting` ON `case_questions` (`meeting_id`);
--> statement-breakpoint
CREATE INDEX `case_questions_by_day` ON `case_questions` (`wanted_on`);
--> statement-breakpoint
ALTER TABLE `contributions` ADD `question_id` text REFERENCES `case_questions`(`id`) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
CREATE INDEX `contributions_by_question` ON `contributions` (`question_id`);
