import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CustodyKind, OutcomeEventKind, PositiveKind, SeverityGroup } from '../../shared/language/outcome-event';
import type { OffenceGroup } from '../../shared/language/selection';
import { cases } from './cases';
import { day, instant, reference, rowId, whole, withdrawal, words } from './columns';
import { agencies, people } from './scheme';

const caseId = () => reference('case_id').references(() => cases.id);

/** Arrests, charges, convictions, breaches, recalls, and what went well. Space `case:<id>`. */
export const outcomeEvents = sqliteTable(
  'outcome_events',
  {
    id: rowId(),
    caseId: caseId(),
    kind: text('kind').$type<OutcomeEventKind>(),
    /** For an offence the day on which it was committed where that is known, otherwise the day of the arrest or court. */
    happenedOn: day('happened_on'),
    /** The offence, the condition breached, or what went well, in words. */
    what: words('what'),
    offenceGroup: text('offence_group').$type<OffenceGroup>(),
    severity: text('severity').$type<SeverityGroup>(),
    positiveKind: text('positive_kind').$type<PositiveKind>(),
    /** Offences that one event stands for: a conviction for four burglaries is 4. */
    offences: whole('offences').notNull().default(1),
    /** The other system's own reference, by which an import knows what it has brought in before. */
    sourceReference: words('source_reference'),
    source: words('source'),
    note: words('note'),
    agencyId: reference('agency_id').references(() => agencies.id),
    recordedAt: instant('recorded_at'),
    personId: reference('person_id').references(() => people.id),
    ...withdrawal(),
  },
  (table) => [
    index('outcome_events_by_case').on(table.caseId, table.happenedOn),
    index('outcome_events_by_kind').on(table.kind, table.happenedOn),
    index('outcome_events_by_source').on(table.sourceReference),
  ],
);

/** Days in custody, to be taken out of the time in which someone could offend. Space `case:<id>`. */
export const custodyPeriods = sqliteTable(
  'custody_periods',
  {
    id: rowId(),
    caseId: caseId(),
    kind: text('kind').$type<CustodyKind>(),
    /** First and last day inside; no last day while it lasts. */
    startsOn: day('starts_on'),
    endsOn: day('ends_on'),
    place: words('place'),
    recordedAt: instant('recorded_at'),
    ...withdrawal(),
  },
  (table) => [index('custody_periods_by_case').on(table.caseId, table.startsOn)],
);
