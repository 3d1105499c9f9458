ALTER TABLE `meetings` ADD `kind` text DEFAULT 'conference' NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `intensity` text;--> statement-breakpoint
CREATE INDEX `cases_by_release` ON `cases` (`release_on`);--> statement-breakpoint
ALTER TABLE `services` ADD `other_pathways` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `description` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `eligibility` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `least_age` integer;--> statement-breakpoint
ALTER TABLE `services` ADD `most_age` integer;--> statement-breakpoint
ALTER TABLE `services` ADD `only_sex` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `settings` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `areas` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `most_rosh` text;--> statement-breakpoint
ALTER TABLE `services` ADD `how_to_refer` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `contact_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `phone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `email` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `waiting_days` integer;--> statement-breakpoint
ALTER TABLE `services` ADD `next_start_on` text;--> statement-breakpoint
ALTER TABLE `services` ADD `capacity` integer;--> statement-breakpoint
ALTER TABLE `services` ADD `checked_on` text;--> statement-breakpoint
ALTER TABLE `referrals` ADD `need_id` text REFERENCES `needs`(`id`) DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE `referrals` ADD `referred_by` text REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE `referrals` ADD `outcome` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `referrals_by_service` ON `referrals` (`service_id`,`state`);--> statement-breakpoint
CREATE INDEX `referrals_by_state` ON `referrals` (`state`,`referred_on`);--> statement-breakpoint
CREATE TABLE `referral_updates` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`referral_id` text,
	`state` text,
	`note` text DEFAULT '' NOT NULL,
	`changed_on` text,
	`recorded_at` text,
	`person_id` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`referral_id`) REFERENCES `referrals`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `referral_updates_by_case` ON `referral_updates` (`case_id`,`referral_id`);--> statement-breakpoint
CREATE TABLE `cohort_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`custody_rule` text DEFAULT 'keeps' NOT NULL,
	`long_stay_months` integer DEFAULT 24 NOT NULL,
	`steps_down_first` integer DEFAULT false NOT NULL,
	`retention_years` integer DEFAULT 6 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `scoring_matrices` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`weights` text DEFAULT '{}' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`adopted_on` text,
	`adopted_by` text,
	FOREIGN KEY (`adopted_by`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE TABLE `selection_referrals` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`agency_id` text,
	`organisation` text DEFAULT '' NOT NULL,
	`referred_by` text DEFAULT '' NOT NULL,
	`contact` text DEFAULT '' NOT NULL,
	`referred_on` text,
	`reason` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'received' NOT NULL,
	`closed_on` text,
	`closing_reason` text DEFAULT '' NOT NULL,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `selection_referrals_by_case` ON `selection_referrals` (`case_id`,`referred_on`);--> statement-breakpoint
CREATE INDEX `selection_referrals_by_state` ON `selection_referrals` (`state`,`referred_on`);--> statement-breakpoint
CREATE TABLE `case_scores` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`referral_id` text,
	`matrix_id` text,
	`offence_group` text,
	`ogrs_score` integer,
	`ogrs_band` text,
	`offences_in_year` integer,
	`rosh` text DEFAULT 'not-assessed' NOT NULL,
	`mappa` text DEFAULT 'none' NOT NULL,
	`is_prison_leaver` integer DEFAULT false NOT NULL,
	`is_young_adult` integer DEFAULT false NOT NULL,
	`judgement` integer DEFAULT 0 NOT NULL,
	`judgement_reason` text DEFAULT '' NOT NULL,
	`points` integer DEFAULT 0 NOT NULL,
	`parts` text DEFAULT '[]' NOT NULL,
	`proposed_part` text,
	`proposal_reason` text DEFAULT '' NOT NULL,
	`scored_on` text,
	`scored_at` text,
	`scored_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`referral_id`) REFERENCES `selection_referrals`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`matrix_id`) REFERENCES `scoring_matrices`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`scored_by`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_scores_by_case` ON `case_scores` (`case_id`,`scored_at`);--> statement-breakpoint
CREATE TABLE `panel_items` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`meeting_id` text,
	`subject` text DEFAULT 'selection' NOT NULL,
	`referral_id` text,
	`note` text DEFAULT '' NOT NULL,
	`decided_at` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`referral_id`) REFERENCES `selection_referrals`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `panel_items_by_meeting` ON `panel_items` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `panel_items_by_case` ON `panel_items` (`case_id`);--> statement-breakpoint
CREATE TABLE `panel_views` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`panel_item_id` text,
	`agency_id` text,
	`person_id` text,
	`stance` text,
	`cohort_part` text,
	`reason` text DEFAULT '' NOT NULL,
	`recorded_at` text,
	`recorded_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`panel_item_id`) REFERENCES `panel_items`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `panel_views_by_item` ON `panel_views` (`panel_item_id`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `panel_views_by_case` ON `panel_views` (`case_id`);--> statement-breakpoint
CREATE TABLE `cohort_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`kind` text,
	`decided_on` text,
	`decided_at` text,
	`decided_by` text,
	`meeting_id` text,
	`referral_id` text,
	`reason` text DEFAULT '' NOT NULL,
	`grounds` text DEFAULT '[]' NOT NULL,
	`cohort_part` text,
	`intensity_before` text,
	`intensity` text,
	`next_review_on` text,
	`adopted_on` text,
	`agreed_by` text DEFAULT '[]' NOT NULL,
	`dissent` text DEFAULT '' NOT NULL,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`referral_id`) REFERENCES `selection_referrals`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `cohort_decisions_by_case` ON `cohort_decisions` (`case_id`,`decided_on`,`decided_at`);--> statement-breakpoint
CREATE INDEX `cohort_decisions_by_kind` ON `cohort_decisions` (`kind`,`decided_on`);--> statement-breakpoint
CREATE TABLE `participations` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`told_on` text,
	`told_by` text DEFAULT '' NOT NULL,
	`person_id` text,
	`agency_id` text,
	`how` text DEFAULT '' NOT NULL,
	`points` text DEFAULT '[]' NOT NULL,
	`response` text DEFAULT '' NOT NULL,
	`recorded_at` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `participations_by_case` ON `participations` (`case_id`);--> statement-breakpoint
CREATE TABLE `exit_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`starts_on` text,
	`ends_on` text,
	`agency_id` text,
	`person_id` text,
	`plan` text DEFAULT '' NOT NULL,
	`way_back` text DEFAULT '' NOT NULL,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `exit_plans_by_case` ON `exit_plans` (`case_id`);--> statement-breakpoint
CREATE TABLE `exit_services` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`exit_plan_id` text,
	`service_id` text,
	`name` text DEFAULT '' NOT NULL,
	`what` text DEFAULT '' NOT NULL,
	`contact` text DEFAULT '' NOT NULL,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`exit_plan_id`) REFERENCES `exit_plans`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `exit_services_by_case` ON `exit_services` (`case_id`);--> statement-breakpoint
CREATE TABLE `feedbacks` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`selection_referral_id` text,
	`agency_id` text,
	`organisation` text DEFAULT '' NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`sent_on` text,
	`recorded_at` text,
	`person_id` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`selection_referral_id`) REFERENCES `selection_referrals`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `feedbacks_by_case` ON `feedbacks` (`case_id`);--> statement-breakpoint
CREATE TABLE `link_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`agency_id` text,
	`person_id` text,
	`is_from_agency` integer DEFAULT false NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`carried_on` text,
	`recorded_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `link_messages_by_case` ON `link_messages` (`case_id`);--> statement-breakpoint
CREATE INDEX `link_messages_by_agency` ON `link_messages` (`agency_id`,`carried_on`);--> statement-breakpoint
CREATE TABLE `retention_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`keep_until` text,
	`reason` text DEFAULT '' NOT NULL,
	`decided_on` text,
	`decided_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `retention_decisions_by_case` ON `retention_decisions` (`case_id`);--> statement-breakpoint
CREATE TABLE `releases` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`state` text DEFAULT 'expected' NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`expected_at` text,
	`ended_on` text,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `releases_by_case` ON `releases` (`case_id`);--> statement-breakpoint
CREATE INDEX `releases_by_state` ON `releases` (`state`);--> statement-breakpoint
CREATE TABLE `release_dates` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`release_id` text,
	`release_on` text,
	`source` text,
	`said_by` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`said_on` text,
	`recorded_at` text,
	`recorded_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `release_dates_by_case` ON `release_dates` (`case_id`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `release_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`release_id` text,
	`item` text,
	`state` text DEFAULT 'open' NOT NULL,
	`agency_id` text,
	`person_id` text,
	`note` text DEFAULT '' NOT NULL,
	`changed_on` text,
	`action_id` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `release_checks_by_case` ON `release_checks` (`case_id`,`release_id`);--> statement-breakpoint
CREATE TABLE `first_hours_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`release_id` text,
	`step_on` text,
	`step_at` text,
	`what` text DEFAULT '' NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`agency_id` text,
	`person_id` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `first_hours_steps_by_case` ON `first_hours_steps` (`case_id`,`step_on`);--> statement-breakpoint
CREATE TABLE `outcome_events` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`kind` text,
	`happened_on` text,
	`what` text DEFAULT '' NOT NULL,
	`offence_group` text,
	`severity` text,
	`positive_kind` text,
	`offences` integer DEFAULT 1 NOT NULL,
	`source_reference` text DEFAULT '' NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`agency_id` text,
	`recorded_at` text,
	`person_id` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `outcome_events_by_case` ON `outcome_events` (`case_id`,`happened_on`);--> statement-breakpoint
CREATE INDEX `outcome_events_by_kind` ON `outcome_events` (`kind`,`happened_on`);--> statement-breakpoint
CREATE INDEX `outcome_events_by_source` ON `outcome_events` (`source_reference`);--> statement-breakpoint
CREATE TABLE `custody_periods` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`kind` text,
	`starts_on` text,
	`ends_on` text,
	`place` text DEFAULT '' NOT NULL,
	`recorded_at` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX `custody_periods_by_case` ON `custody_periods` (`case_id`,`starts_on`);
