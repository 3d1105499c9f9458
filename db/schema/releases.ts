import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ReadinessItem, ReadinessState, ReleaseSource, ReleaseState } from '../../shared/language/release';
import { actions } from './actions';
import { cases } from './cases';
import { clockTime, day, instant, reference, rowId, withdrawal, words } from './columns';
import { agencies, people } from './scheme';

const caseId = () => reference('case_id').references(() => cases.id);

/**
 * A coming release. A case has one expected at a time, with the id `<case>:r<number>`, so that two devices that begin
 * one at once begin the same. Space `case:<id>`, as are all below.
 */
export const releases = sqliteTable(
  'releases',
  {
    id: rowId(),
    caseId: caseId(),
    state: text('state').$type<ReleaseState>().notNull().default('expected'),
    /** The prison. */
    place: words('place'),
    expectedAt: clockTime('expected_at'),
    /** The day on which it happened, or was known not to. */
    endedOn: day('ended_on'),
    note: words('note'),
  },
  (table) => [index('releases_by_case').on(table.caseId), index('releases_by_state').on(table.state)],
);

/** Each date that a release has been set for, and who said so (CAM 3.3.58, R11.iii). Rows are only ever added. */
export const releaseDates = sqliteTable(
  'release_dates',
  {
    id: rowId(),
    caseId: caseId(),
    releaseId: reference('release_id').references(() => releases.id),
    /** Null where the date was taken out. */
    releaseOn: day('release_on'),
    source: text('source').$type<ReleaseSource>(),
    saidBy: words('said_by'),
    reason: words('reason'),
    saidOn: day('said_on'),
    recordedAt: instant('recorded_at'),
    recordedBy: reference('recorded_by').references(() => people.id),
  },
  (table) => [index('release_dates_by_case').on(table.caseId, table.recordedAt)],
);

/** One thing to have ready for a release. Ids `<release>:<item>`, for the reason given there. */
export const releaseChecks = sqliteTable(
  'release_checks',
  {
    id: rowId(),
    caseId: caseId(),
    releaseId: reference('release_id').references(() => releases.id),
    item: text('item').$type<ReadinessItem>(),
    state: text('state').$type<ReadinessState>().notNull().default('open'),
    agencyId: reference('agency_id').references(() => agencies.id),
    personId: reference('person_id').references(() => people.id),
    note: words('note'),
    changedOn: day('changed_on'),
    /** The action that was raised from this gap. */
    actionId: reference('action_id').references(() => actions.id),
  },
  (table) => [index('release_checks_by_case').on(table.caseId, table.releaseId)],
);

/** A step of the first 72 hours after the gate: when, what, where and with whom (CAM 3.3.51, 3.3.55). */
export const firstHoursSteps = sqliteTable(
  'first_hours_steps',
  {
    id: rowId(),
    caseId: caseId(),
    releaseId: reference('release_id').references(() => releases.id),
    /** Day and clock time; the time may be open. */
    stepOn: day('step_on'),
    stepAt: clockTime('step_at'),
    what: words('what'),
    place: words('place'),
    agencyId: reference('agency_id').references(() => agencies.id),
    personId: reference('person_id').references(() => people.id),
    ...withdrawal(),
  },
  (table) => [index('first_hours_steps_by_case').on(table.caseId, table.stepOn)],
);
