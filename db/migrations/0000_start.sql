CREATE TABLE `action_updates` (
	`id` text PRIMARY KEY NOT NULL,
	`action_id` text,
	`case_id` text,
	`kind` text DEFAULT 'note' NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`meeting_id` text,
	`person_id` text,
	`made_at` text,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_updates_by_action` ON `action_updates` (`action_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `action_updates_by_meeting` ON `action_updates` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`case_id` text,
	`meeting_id` text,
	`agency_id` text,
	`person_id` text,
	`text` text DEFAULT '' NOT NULL,
	`kind` text DEFAULT 'support' NOT NULL,
	`priority` text DEFAULT 'normal' NOT NULL,
	`set_on` text,
	`due_on` text,
	`outcome` text,
	`closed_on` text,
	`closed_at_meeting_id` text,
	`closing_note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`closed_at_meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `actions_by_case` ON `actions` (`case_id`,`outcome`);--> statement-breakpoint
CREATE INDEX `actions_open` ON `actions` (`outcome`,`due_on`);--> statement-breakpoint
CREATE INDEX `actions_by_agency` ON `actions` (`agency_id`,`outcome`,`due_on`);--> statement-breakpoint
CREATE INDEX `actions_by_person` ON `actions` (`person_id`,`outcome`,`due_on`);--> statement-breakpoint
CREATE INDEX `actions_by_meeting` ON `actions` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `actions_by_reference` ON `actions` (`reference`);--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`case_id` text,
	`position` integer DEFAULT 0 NOT NULL,
	`list_position` integer DEFAULT 0 NOT NULL,
	`minutes` integer DEFAULT 6 NOT NULL,
	`is_pinned` integer DEFAULT false NOT NULL,
	`reason` text DEFAULT 'by-hand' NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`started_at` text,
	`ended_at` text,
	`seconds_before` integer DEFAULT 0 NOT NULL,
	`discussion` text DEFAULT '' NOT NULL,
	`decision` text,
	`decision_text` text DEFAULT '' NOT NULL,
	`rationale` text DEFAULT '' NOT NULL,
	`dissent` text DEFAULT '' NOT NULL,
	`agreed_by` text DEFAULT '[]' NOT NULL,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `agenda_items_by_meeting` ON `agenda_items` (`meeting_id`,`position`);--> statement-breakpoint
CREATE INDEX `agenda_items_by_case` ON `agenda_items` (`case_id`);--> statement-breakpoint
CREATE TABLE `contributions` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`meeting_id` text,
	`agency_id` text,
	`person_id` text,
	`text` text DEFAULT '' NOT NULL,
	`sent_at` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `contributions_by_case` ON `contributions` (`case_id`,`meeting_id`);--> statement-breakpoint
CREATE INDEX `contributions_by_meeting` ON `contributions` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `aliases` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`name` text DEFAULT '' NOT NULL,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `aliases_by_case` ON `aliases` (`case_id`);--> statement-breakpoint
CREATE TABLE `case_events` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`kind` text DEFAULT '' NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`detail` text DEFAULT '' NOT NULL,
	`happened_on` text,
	`recorded_at` text,
	`agency_id` text,
	`person_id` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_events_by_case` ON `case_events` (`case_id`,`happened_on`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`surname` text DEFAULT '' NOT NULL,
	`forenames` text DEFAULT '' NOT NULL,
	`known_as` text DEFAULT '' NOT NULL,
	`date_of_birth` text,
	`pnc` text DEFAULT '' NOT NULL,
	`crn` text DEFAULT '' NOT NULL,
	`prison_number` text DEFAULT '' NOT NULL,
	`sex` text DEFAULT '' NOT NULL,
	`ethnicity` text DEFAULT '' NOT NULL,
	`disability` text DEFAULT '' NOT NULL,
	`area` text DEFAULT '' NOT NULL,
	`beat` text DEFAULT '' NOT NULL,
	`lead_agency_id` text,
	`lead_person_id` text,
	`statutory_position` text,
	`is_at_large` integer DEFAULT false NOT NULL,
	`custody_place` text DEFAULT '' NOT NULL,
	`cohort_part` text,
	`index_offence` text DEFAULT '' NOT NULL,
	`ogrs_score` integer,
	`ogrs_band` text,
	`rosh` text DEFAULT 'not-assessed' NOT NULL,
	`mappa` text DEFAULT 'none' NOT NULL,
	`state` text DEFAULT 'adopted' NOT NULL,
	`adopted_on` text,
	`left_on` text,
	`left_reason` text DEFAULT '' NOT NULL,
	`review_due` text,
	`release_on` text,
	`licence_ends_on` text,
	`order_ends_on` text,
	`supervision_ends_on` text,
	`do_advice` text DEFAULT '' NOT NULL,
	`do_not_advice` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`lead_agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`lead_person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `cases_by_name` ON `cases` (`surname`,`forenames`);--> statement-breakpoint
CREATE INDEX `cases_by_pnc` ON `cases` (`pnc`);--> statement-breakpoint
CREATE INDEX `cases_by_crn` ON `cases` (`crn`);--> statement-breakpoint
CREATE INDEX `cases_by_prison_number` ON `cases` (`prison_number`);--> statement-breakpoint
CREATE INDEX `cases_by_reference` ON `cases` (`reference`);--> statement-breakpoint
CREATE INDEX `cases_by_review` ON `cases` (`state`,`review_due`);--> statement-breakpoint
CREATE TABLE `colour_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`colour` text,
	`reason` text DEFAULT '' NOT NULL,
	`decided_on` text,
	`decided_at` text,
	`decided_by` text,
	`meeting_id` text,
	`agreed_by` text DEFAULT '[]' NOT NULL,
	`dissent` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `colour_changes_by_case` ON `colour_changes` (`case_id`,`decided_on`,`decided_at`,`id`,`colour`);--> statement-breakpoint
CREATE INDEX `colour_changes_by_meeting` ON `colour_changes` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `need_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text,
	`case_id` text,
	`progress` text,
	`note` text DEFAULT '' NOT NULL,
	`reviewed_on` text,
	`reviewed_at` text,
	`reviewed_by` text,
	`meeting_id` text,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`reviewed_by`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `need_reviews_by_case` ON `need_reviews` (`case_id`,`need_id`,`reviewed_on`);--> statement-breakpoint
CREATE TABLE `needs` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`pathway` text,
	`priority` text DEFAULT 'medium' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`agency_id` text,
	`identified_on` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `needs_by_case` ON `needs` (`case_id`);--> statement-breakpoint
CREATE TABLE `referrals` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`service_id` text,
	`state` text DEFAULT 'waiting' NOT NULL,
	`referred_on` text,
	`changed_on` text,
	`note` text DEFAULT '' NOT NULL,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `referrals_by_case` ON `referrals` (`case_id`);--> statement-breakpoint
CREATE TABLE `relevance_overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`agency_id` text,
	`is_relevant` integer DEFAULT false NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`decided_at` text,
	`decided_by` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `relevance_overrides_by_case` ON `relevance_overrides` (`case_id`);--> statement-breakpoint
CREATE TABLE `risk_warnings` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`warning` text DEFAULT '' NOT NULL,
	`raised_on` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `risk_warnings_by_case` ON `risk_warnings` (`case_id`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`kind` text DEFAULT 'minutes' NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`meeting_id` text,
	`agency_id` text,
	`recipient` text DEFAULT '' NOT NULL,
	`is_final` integer DEFAULT 0 NOT NULL,
	`corrects` text DEFAULT '' NOT NULL,
	`file_name` text DEFAULT '' NOT NULL,
	`sha256` text DEFAULT '' NOT NULL,
	`size` integer DEFAULT 0 NOT NULL,
	`pages` integer DEFAULT 0 NOT NULL,
	`issued_at` text,
	`issued_by` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`issued_by`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `documents_by_meeting` ON `documents` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `documents_by_time` ON `documents` (`issued_at`);--> statement-breakpoint
CREATE TABLE `commits` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`hash` text NOT NULL,
	`space` text NOT NULL,
	`device` text NOT NULL,
	`number` integer NOT NULL,
	`previous` text NOT NULL,
	`stamp` text NOT NULL,
	`person` text NOT NULL,
	`meeting` text,
	`operation` text NOT NULL,
	`intent` text NOT NULL,
	`body` text NOT NULL,
	`signature` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `commits_hash_unique` ON `commits` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `commits_stamp_unique` ON `commits` (`stamp`);--> statement-breakpoint
CREATE INDEX `commits_by_chain` ON `commits` (`device`,`space`,`number`);--> statement-breakpoint
CREATE INDEX `commits_by_operation` ON `commits` (`operation`);--> statement-breakpoint
CREATE INDEX `commits_by_space` ON `commits` (`space`,`stamp`);--> statement-breakpoint
CREATE INDEX `commits_by_meeting` ON `commits` (`meeting`);--> statement-breakpoint
CREATE TABLE `document_files` (
	`document_id` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `drafts` (
	`key` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`saved_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `local_settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `puts` (
	`relation` text NOT NULL,
	`row` text NOT NULL,
	`field` text NOT NULL,
	`stamp` text NOT NULL,
	`value` text NOT NULL,
	`base` text NOT NULL,
	PRIMARY KEY(`relation`, `row`, `field`, `stamp`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `agenda_breaks` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`after_position` integer DEFAULT 0 NOT NULL,
	`minutes` integer DEFAULT 10 NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `agenda_breaks_by_meeting` ON `agenda_breaks` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`agency_id` text,
	`person_id` text,
	`guest_name` text DEFAULT '' NOT NULL,
	`status` text DEFAULT 'present' NOT NULL,
	`arrived_at` text,
	`left_at` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `attendances_by_meeting` ON `attendances` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer,
	`title` text DEFAULT '' NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`held_on` text,
	`starts_at` text DEFAULT '10:00' NOT NULL,
	`chair_id` text,
	`state` text DEFAULT 'planned' NOT NULL,
	`statement_agreed_at` text,
	`started_at` text,
	`ended_at` text,
	`agenda_version` integer DEFAULT 0 NOT NULL,
	`planned_waiting` integer,
	`list_order_waiting` integer,
	`least_waiting` integer,
	FOREIGN KEY (`chair_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `meetings_by_day` ON `meetings` (`held_on`);--> statement-breakpoint
CREATE INDEX `meetings_by_state` ON `meetings` (`state`);--> statement-breakpoint
CREATE TABLE `agencies` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text DEFAULT '' NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`code` text DEFAULT '' NOT NULL,
	`family` text DEFAULT 'third' NOT NULL,
	`pathways` text DEFAULT '[]' NOT NULL,
	`is_core` integer DEFAULT false NOT NULL,
	`attends` integer DEFAULT false NOT NULL,
	`link_person_id` text,
	`email` text DEFAULT '' NOT NULL,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `colour_meanings` (
	`id` text PRIMARY KEY NOT NULL,
	`meaning` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`name` text DEFAULT '' NOT NULL,
	`signing_key` text DEFAULT '' NOT NULL,
	`recipient` text DEFAULT '' NOT NULL,
	`joined_at` text,
	`retired_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text,
	`name` text DEFAULT '' NOT NULL,
	`post` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`role` text DEFAULT 'partner' NOT NULL,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `people_by_agency` ON `people` (`agency_id`);--> statement-breakpoint
CREATE TABLE `schemes` (
	`id` text PRIMARY KEY NOT NULL,
	`brand` text DEFAULT '' NOT NULL,
	`area` text DEFAULT '' NOT NULL,
	`marking` text DEFAULT '' NOT NULL,
	`purpose` text DEFAULT '' NOT NULL,
	`legal_basis` text DEFAULT '' NOT NULL,
	`confidentiality` text DEFAULT '' NOT NULL,
	`is_demonstration` integer DEFAULT false NOT NULL,
	`meeting_weekday` integer DEFAULT 2 NOT NULL,
	`meeting_starts_at` text DEFAULT '10:00' NOT NULL,
	`minutes_per_case` integer DEFAULT 6 NOT NULL,
	`review_weeks` integer DEFAULT 13 NOT NULL,
	`document_prefix` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `services` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text,
	`name` text DEFAULT '' NOT NULL,
	`pathway` text,
	`started_on` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
