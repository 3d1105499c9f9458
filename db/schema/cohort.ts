import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CohortPart, MappaLevel, OgrsBand, RoshLevel } from '../../shared/language/cohort';
import type {
  CohortDecisionKind,
  Intensity,
  OffenceGroup,
  PanelStance,
  PanelSubject,
  SelectionState,
} from '../../shared/language/selection';
import { cases } from './cases';
import { day, instant, reference, rowId, whole, withdrawal, words, yesNo } from './columns';
import { meetings } from './meetings';
import { agencies, people, services } from './scheme';

const caseId = () => reference('case_id').references(() => cases.id);
const meetingId = () => reference('meeting_id').references(() => meetings.id);
const agencyId = (name = 'agency_id') => reference(name).references(() => agencies.id);
const personId = (name = 'person_id') => reference(name).references(() => people.id);

/** One row, id `scheme`: what the scheme has decided about joining, staying and leaving. Space `scheme`. */
export const cohortRules = sqliteTable('cohort_rules', {
  id: rowId(),
  /** What custody does to someone's place: `keeps` it, or asks for a `review`. It never ends it by itself. */
  custodyRule: text('custody_rule').$type<'keeps' | 'review'>().notNull().default('keeps'),
  /** Months on the scheme after which staying is to be argued for (CAM 2.1.7: two years). */
  longStayMonths: whole('long_stay_months').notNull().default(24),
  /** Whether someone steps down to light touch before leaving (CAM R19). */
  stepsDownFirst: yesNo('steps_down_first'),
  /** Years after leaving until what is held is due for a decision. */
  retentionYears: whole('retention_years').notNull().default(6),
});

/** A version of the scoring matrix. Rows are only ever added, so an old score can always be explained. Space `scheme`. */
export const scoringMatrices = sqliteTable('scoring_matrices', {
  id: rowId(),
  version: whole('version').notNull().default(1),
  name: words('name'),
  /** JSON of the weights: `ScoringWeights` in shared/rules/scoring.ts. */
  weights: text('weights').notNull().default('{}'),
  reason: words('reason'),
  adoptedOn: day('adopted_on'),
  adoptedBy: personId('adopted_by'),
});

/** Someone put forward for the scheme, by any agency or prison (STRAT 12.2). Space `case:<id>`, as are all below. */
export const selectionReferrals = sqliteTable(
  'selection_referrals',
  {
    id: rowId(),
    caseId: caseId(),
    agencyId: agencyId(),
    /** Who referred, where no agency of the scheme did: a prison, a court, another area. */
    organisation: words('organisation'),
    referredBy: words('referred_by'),
    contact: words('contact'),
    referredOn: day('referred_on'),
    reason: words('reason'),
    state: text('state').$type<SelectionState>().notNull().default('received'),
    closedOn: day('closed_on'),
    closingReason: words('closing_reason'),
    ...withdrawal(),
  },
  (table) => [
    index('selection_referrals_by_case').on(table.caseId, table.referredOn),
    index('selection_referrals_by_state').on(table.state, table.referredOn),
  ],
);

/** A score by one version of the matrix, with everything it rested on. Rows are only ever added. */
export const caseScores = sqliteTable(
  'case_scores',
  {
    id: rowId(),
    caseId: caseId(),
    referralId: reference('referral_id').references(() => selectionReferrals.id),
    matrixId: reference('matrix_id').references(() => scoringMatrices.id),
    offenceGroup: text('offence_group').$type<OffenceGroup>(),
    ogrsScore: whole('ogrs_score'),
    ogrsBand: text('ogrs_band').$type<OgrsBand>(),
    /** Offences in the twelve months before the score. */
    offencesInYear: whole('offences_in_year'),
    rosh: text('rosh').$type<RoshLevel>().notNull().default('not-assessed'),
    mappa: text('mappa').$type<MappaLevel>().notNull().default('none'),
    isPrisonLeaver: yesNo('is_prison_leaver'),
    isYoungAdult: yesNo('is_young_adult'),
    judgement: whole('judgement').notNull().default(0),
    judgementReason: words('judgement_reason'),
    points: whole('points').notNull().default(0),
    /** JSON array of `{what, why, points}`: how the points came about. */
    parts: text('parts').notNull().default('[]'),
    proposedPart: text('proposed_part').$type<CohortPart>(),
    proposalReason: words('proposal_reason'),
    scoredOn: day('scored_on'),
    scoredAt: instant('scored_at'),
    scoredBy: personId('scored_by'),
  },
  (table) => [index('case_scores_by_case').on(table.caseId, table.scoredAt)],
);

/** A case before a selection panel, which is a meeting of kind `panel`. */
export const panelItems = sqliteTable(
  'panel_items',
  {
    id: rowId(),
    caseId: caseId(),
    meetingId: meetingId(),
    subject: text('subject').$type<PanelSubject>().notNull().default('selection'),
    referralId: reference('referral_id').references(() => selectionReferrals.id),
    note: words('note'),
    decidedAt: instant('decided_at'),
    ...withdrawal(),
  },
  (table) => [index('panel_items_by_meeting').on(table.meetingId), index('panel_items_by_case').on(table.caseId)],
);

/** What an agency said at the panel. Rows are only ever added; an agency's latest holds, and dissent stays readable. */
export const panelViews = sqliteTable(
  'panel_views',
  {
    id: rowId(),
    caseId: caseId(),
    panelItemId: reference('panel_item_id').references(() => panelItems.id),
    agencyId: agencyId(),
    personId: personId(),
    stance: text('stance').$type<PanelStance>(),
    cohortPart: text('cohort_part').$type<CohortPart>(),
    reason: words('reason'),
    recordedAt: instant('recorded_at'),
    recordedBy: personId('recorded_by'),
  },
  (table) => [index('panel_views_by_item').on(table.panelItemId, table.recordedAt), index('panel_views_by_case').on(table.caseId)],
);

/** What was decided about a place on the scheme: joining, each review, leaving. Rows are only ever added. */
export const cohortDecisions = sqliteTable(
  'cohort_decisions',
  {
    id: rowId(),
    caseId: caseId(),
    kind: text('kind').$type<CohortDecisionKind>(),
    decidedOn: day('decided_on'),
    decidedAt: instant('decided_at'),
    decidedBy: personId('decided_by'),
    meetingId: meetingId(),
    referralId: reference('referral_id').references(() => selectionReferrals.id),
    reason: words('reason'),
    /** JSON array of `LeavingGround`. */
    grounds: text('grounds').notNull().default('[]'),
    cohortPart: text('cohort_part').$type<CohortPart>(),
    intensityBefore: text('intensity_before').$type<Intensity>(),
    intensity: text('intensity').$type<Intensity>(),
    nextReviewOn: day('next_review_on'),
    /** The day of adoption that a leaving ends; kept here, since coming back sets another. */
    adoptedOn: day('adopted_on'),
    /** JSON array of the ids of agencies that agreed, and any dissent in their words. */
    agreedBy: text('agreed_by').notNull().default('[]'),
    dissent: words('dissent'),
    ...withdrawal(),
  },
  (table) => [
    index('cohort_decisions_by_case').on(table.caseId, table.decidedOn, table.decidedAt),
    index('cohort_decisions_by_kind').on(table.kind, table.decidedOn),
  ],
);

/** What the person was told about joining, by whom and when (STRAT 17, principle 3: informed participation). */
export const participations = sqliteTable(
  'participations',
  {
    id: rowId(),
    caseId: caseId(),
    toldOn: day('told_on'),
    toldBy: words('told_by'),
    personId: personId(),
    agencyId: agencyId(),
    how: words('how'),
    /** JSON array of `ParticipationPoint`. */
    points: text('points').notNull().default('[]'),
    response: words('response'),
    recordedAt: instant('recorded_at'),
    ...withdrawal(),
  },
  (table) => [index('participations_by_case').on(table.caseId)],
);

/** How someone leaves softly: who stays in touch until when, and how to come back (STRAT 17, principle 3). */
export const exitPlans = sqliteTable(
  'exit_plans',
  {
    id: rowId(),
    caseId: caseId(),
    startsOn: day('starts_on'),
    endsOn: day('ends_on'),
    agencyId: agencyId(),
    personId: personId(),
    plan: words('plan'),
    wayBack: words('way_back'),
    ...withdrawal(),
  },
  (table) => [index('exit_plans_by_case').on(table.caseId)],
);

/** A named service of an exit plan, from the directory or in words. */
export const exitServices = sqliteTable(
  'exit_services',
  {
    id: rowId(),
    caseId: caseId(),
    exitPlanId: reference('exit_plan_id').references(() => exitPlans.id),
    serviceId: reference('service_id').references(() => services.id),
    name: words('name'),
    what: words('what'),
    contact: words('contact'),
    ...withdrawal(),
  },
  (table) => [index('exit_services_by_case').on(table.caseId)],
);

/** What was told to whoever had referred someone, cut to what they may know (CAM R11.ii). */
export const feedbacks = sqliteTable(
  'feedbacks',
  {
    id: rowId(),
    caseId: caseId(),
    selectionReferralId: reference('selection_referral_id').references(() => selectionReferrals.id),
    agencyId: agencyId(),
    organisation: words('organisation'),
    text: words('text'),
    sentOn: day('sent_on'),
    recordedAt: instant('recorded_at'),
    personId: personId(),
  },
  (table) => [index('feedbacks_by_case').on(table.caseId)],
);

/** What a link worker carried to or from an agency that does not attend (CAM R12). */
export const linkMessages = sqliteTable(
  'link_messages',
  {
    id: rowId(),
    caseId: caseId(),
    agencyId: agencyId(),
    personId: personId(),
    isFromAgency: yesNo('is_from_agency'),
    text: words('text'),
    carriedOn: day('carried_on'),
    recordedAt: instant('recorded_at'),
  },
  (table) => [index('link_messages_by_case').on(table.caseId), index('link_messages_by_agency').on(table.agencyId, table.carriedOn)],
);

/** A decision on what is held of someone who has left: kept for a stated time, with its reason. */
export const retentionDecisions = sqliteTable(
  'retention_decisions',
  {
    id: rowId(),
    caseId: caseId(),
    keepUntil: day('keep_until'),
    reason: words('reason'),
    decidedOn: day('decided_on'),
    decidedBy: personId('decided_by'),
  },
  (table) => [index('retention_decisions_by_case').on(table.caseId)],
);
