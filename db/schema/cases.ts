import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CaseState, CohortPart, MappaLevel, OgrsBand, RoshLevel } from '../../shared/language/cohort';
import type { Colour } from '../../shared/language/colour';
import type { NeedPriority, Pathway, Progress } from '../../shared/language/pathway';
import type { ReferralState } from '../../shared/language/referral';
import type { Intensity } from '../../shared/language/selection';
import type { StatutoryPosition } from '../../shared/language/statutory-position';
import { day, instant, reference, rowId, whole, withdrawal, words, yesNo } from './columns';
import { meetings } from './meetings';
import { agencies, people, services } from './scheme';

/** One person managed by the scheme. Space `case:<id>`, as is every table below. */
export const cases = sqliteTable(
  'cases',
  {
    id: rowId(),
    /** The scheme's own reference. */
    reference: words('reference'),
    surname: words('surname'),
    forenames: words('forenames'),
    knownAs: words('known_as'),
    dateOfBirth: day('date_of_birth'),
    pnc: words('pnc'),
    crn: words('crn'),
    prisonNumber: words('prison_number'),
    sex: words('sex'),
    ethnicity: words('ethnicity'),
    disability: words('disability'),
    area: words('area'),
    beat: words('beat'),
    leadAgencyId: reference('lead_agency_id').references(() => agencies.id),
    leadPersonId: reference('lead_person_id').references(() => people.id),
    statutoryPosition: text('statutory_position').$type<StatutoryPosition>(),
    isAtLarge: yesNo('is_at_large'),
    custodyPlace: words('custody_place'),
    cohortPart: text('cohort_part').$type<CohortPart>(),
    indexOffence: words('index_offence'),
    ogrsScore: whole('ogrs_score'),
    ogrsBand: text('ogrs_band').$type<OgrsBand>(),
    rosh: text('rosh').$type<RoshLevel>().notNull().default('not-assessed'),
    mappa: text('mappa').$type<MappaLevel>().notNull().default('none'),
    state: text('state').$type<CaseState>().notNull().default('adopted'),
    adoptedOn: day('adopted_on'),
    leftOn: day('left_on'),
    leftReason: words('left_reason'),
    reviewDue: day('review_due'),
    /** How strongly the person is worked with (CAM R19); null until someone has said. */
    intensity: text('intensity').$type<Intensity>(),
    releaseOn: day('release_on'),
    licenceEndsOn: day('licence_ends_on'),
    orderEndsOn: day('order_ends_on'),
    supervisionEndsOn: day('supervision_ends_on'),
    /** What to do and what not to do, for whoever meets the person. One line each. */
    doAdvice: words('do_advice'),
    doNotAdvice: words('do_not_advice'),
  },
  (table) => [
    index('cases_by_name').on(table.surname, table.forenames),
    index('cases_by_pnc').on(table.pnc),
    index('cases_by_crn').on(table.crn),
    index('cases_by_prison_number').on(table.prisonNumber),
    index('cases_by_reference').on(table.reference),
    index('cases_by_review').on(table.state, table.reviewDue),
    index('cases_by_release').on(table.releaseOn),
  ],
);

const caseId = () => reference('case_id').references(() => cases.id);
const meetingId = () => reference('meeting_id').references(() => meetings.id);

export const aliases = sqliteTable('aliases', { id: rowId(), caseId: caseId(), name: words('name'), ...withdrawal() }, (table) => [
  index('aliases_by_case').on(table.caseId),
]);

export const riskWarnings = sqliteTable(
  'risk_warnings',
  { id: rowId(), caseId: caseId(), warning: words('warning'), raisedOn: day('raised_on'), ...withdrawal() },
  (table) => [index('risk_warnings_by_case').on(table.caseId)],
);

/** What someone looks like, for the staff briefing: a small JPEG without what a camera writes into its files. The latest counts. */
export const photographs = sqliteTable(
  'photographs',
  {
    id: rowId(),
    caseId: caseId(),
    /** The JPEG in base64, within the limits of `shared/language/photograph.ts`. */
    picture: words('picture'),
    /** Pixels. */
    width: whole('width').notNull().default(0),
    height: whole('height').notNull().default(0),
    takenOn: day('taken_on'),
    /** Whose picture it is: "Police custody record". */
    source: words('source'),
    addedAt: instant('added_at'),
    addedBy: reference('added_by').references(() => people.id),
    ...withdrawal(),
  },
  (table) => [index('photographs_by_case').on(table.caseId, table.addedAt)],
);

/** The history of a case's colour. Rows are only ever added. */
export const colourChanges = sqliteTable(
  'colour_changes',
  {
    id: rowId(),
    caseId: caseId(),
    colour: text('colour').$type<Colour>(),
    reason: words('reason'),
    decidedOn: day('decided_on'),
    /** Orders changes of one day. */
    decidedAt: instant('decided_at'),
    decidedBy: reference('decided_by').references(() => people.id),
    meetingId: meetingId(),
    /** JSON array of the ids of agencies that agreed, and any dissent in their words. */
    agreedBy: text('agreed_by').notNull().default('[]'),
    dissent: words('dissent'),
  },
  (table) => [
    index('colour_changes_by_case').on(table.caseId, table.decidedOn, table.decidedAt, table.id, table.colour),
    index('colour_changes_by_meeting').on(table.meetingId),
  ],
);

export const needs = sqliteTable(
  'needs',
  {
    id: rowId(),
    caseId: caseId(),
    pathway: text('pathway').$type<Pathway>(),
    priority: text('priority').$type<NeedPriority>().notNull().default('medium'),
    note: words('note'),
    /** The agency that works on it, where one has been named. */
    agencyId: reference('agency_id').references(() => agencies.id),
    identifiedOn: day('identified_on'),
    ...withdrawal(),
  },
  (table) => [index('needs_by_case').on(table.caseId)],
);

/** Progress on a need at a review. Rows are only ever added; the latest is the need's progress. */
export const needReviews = sqliteTable(
  'need_reviews',
  {
    id: rowId(),
    needId: reference('need_id').references(() => needs.id),
    caseId: caseId(),
    progress: text('progress').$type<Progress>(),
    note: words('note'),
    reviewedOn: day('reviewed_on'),
    reviewedAt: instant('reviewed_at'),
    reviewedBy: reference('reviewed_by').references(() => people.id),
    meetingId: meetingId(),
  },
  (table) => [index('need_reviews_by_case').on(table.caseId, table.needId, table.reviewedOn)],
);

/** What happened, between conferences too: a move, a recall, a changed release date, a note for the file. */
export const caseEvents = sqliteTable(
  'case_events',
  {
    id: rowId(),
    caseId: caseId(),
    kind: words('kind'),
    /** A few words for the colour ribbon. */
    title: words('title'),
    detail: words('detail'),
    happenedOn: day('happened_on'),
    recordedAt: instant('recorded_at'),
    agencyId: reference('agency_id').references(() => agencies.id),
    personId: reference('person_id').references(() => people.id),
    ...withdrawal(),
  },
  (table) => [index('case_events_by_case').on(table.caseId, table.happenedOn)],
);

/** An agency added to, or taken off, a case by hand. The latest for a case and agency holds. */
export const relevanceOverrides = sqliteTable(
  'relevance_overrides',
  {
    id: rowId(),
    caseId: caseId(),
    agencyId: reference('agency_id').references(() => agencies.id),
    isRelevant: yesNo('is_relevant'),
    reason: words('reason'),
    decidedAt: instant('decided_at'),
    decidedBy: reference('decided_by').references(() => people.id),
    ...withdrawal(),
  },
  (table) => [index('relevance_overrides_by_case').on(table.caseId)],
);

export const referrals = sqliteTable(
  'referrals',
  {
    id: rowId(),
    caseId: caseId(),
    serviceId: reference('service_id').references(() => services.id),
    state: text('state').$type<ReferralState>().notNull().default('waiting'),
    referredOn: day('referred_on'),
    changedOn: day('changed_on'),
    note: words('note'),
    /** The need that it is for. */
    needId: reference('need_id').references(() => needs.id),
    referredBy: reference('referred_by').references(() => people.id),
    /** What came of it, in words, once it is over. */
    outcome: words('outcome'),
    ...withdrawal(),
  },
  (table) => [
    index('referrals_by_case').on(table.caseId),
    index('referrals_by_service').on(table.serviceId, table.state),
    index('referrals_by_state').on(table.state, table.referredOn),
  ],
);

/** Each change of a referral's state. Rows are only ever added. */
export const referralUpdates = sqliteTable(
  'referral_updates',
  {
    id: rowId(),
    caseId: caseId(),
    referralId: reference('referral_id').references(() => referrals.id),
    state: text('state').$type<ReferralState>(),
    note: words('note'),
    changedOn: day('changed_on'),
    recordedAt: instant('recorded_at'),
    personId: reference('person_id').references(() => people.id),
  },
  (table) => [index('referral_updates_by_case').on(table.caseId, table.referralId)],
);
