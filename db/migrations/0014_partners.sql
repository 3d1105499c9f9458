CREATE INDEX `documents_by_agency` ON `documents` (`agency_id`,`issued_at`);
