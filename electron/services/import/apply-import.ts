import type { Operation } from '../../../db/log/recorder';
import { caseFields } from '../../../db/queries/case-fields';
import { findCase, instantOfColourChange } from '../../../db/queries/cases';
import { noteKind } from '../../../db/queries/existing-cases';
import { aliases, caseEvents, cases, colourChanges, needs, riskWarnings } from '../../../db/schema';
import type { ImportKind } from '../../../shared/import/lists/kinds';
import type { PlannedRecord } from '../../../shared/import/lists/list-facts';
import type { PlannedRow } from '../../../shared/import/planned-import';
import { eventsOfEdit, putEvents } from '../cases/case-fields';
import { followCustody } from '../cases/follow-custody';
import type { Session } from '../session';
import { applyRecords } from './apply-list';
import type { Planned } from './import-runs';

export const importIntents: Readonly<Record<ImportKind, string>> = {
  cases: 'cases imported from a file',
  agencies: 'agencies imported from a file',
  people: 'people imported from a file',
  services: 'services imported from a file',
  actions: 'actions imported from a file',
  events: 'events imported from a file',
  colours: 'past colours imported from a file',
};

/** What rows are written with: whence they come, and the day that they bear. */
export interface ImportFrom {
  readonly kind: ImportKind;
  readonly fileName: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** Writes planned rows inside an operation. It adds and changes, and erases nothing. */
export function applyRows(session: Session, operation: Operation, { kind, fileName, day }: ImportFrom, planned: readonly Planned[]): void {
  if (kind !== 'cases') applyRecords(session, operation, kind, planned as readonly PlannedRecord[], fileName);
  else for (const row of planned as readonly PlannedRow[]) applyRow(session, operation, row, fileName, day);
}

function applyRow(session: Session, operation: Operation, row: PlannedRow, fileName: string, today: string): void {
  const caseId = row.caseId ?? operation.newId();
  const before = row.caseId === null ? undefined : findCase(operation.read, row.caseId);
  operation.put(cases, caseId, row.fields);
  if (before) {
    putEvents(session, operation, caseId, eventsOfEdit(caseFields(before), row.fields));
    followCustody(session, operation, caseId, before, row.fields);
  }
  if (row.colour !== null) {
    operation.put(colourChanges, operation.newId(), {
      caseId,
      colour: row.colour,
      reason: row.colourRemark === '' ? `Imported from ${fileName}` : `Imported from ${fileName}: ${row.colourRemark}`,
      decidedOn: today,
      decidedAt: before ? instantOfColourChange(operation.read, caseId, operation.at) : operation.at,
      decidedBy: session.me.personId,
    });
  }
  for (const name of row.aliases) operation.put(aliases, operation.newId(), { caseId, name });
  for (const warning of row.riskWarnings) operation.put(riskWarnings, operation.newId(), { caseId, warning, raisedOn: today });
  for (const { pathway, priority, needId } of row.needs) {
    if (needId === null) operation.put(needs, operation.newId(), { caseId, pathway, priority: priority ?? 'medium', identifiedOn: today });
    else if (priority !== null) operation.put(needs, needId, { priority });
  }
  if (row.note !== null) {
    const note = { kind: noteKind, title: `Note from ${fileName}`, detail: row.note };
    const by = { agencyId: session.me.agencyId, personId: session.me.personId };
    operation.put(caseEvents, operation.newId(), { caseId, ...note, happenedOn: today, recordedAt: operation.at, ...by });
  }
}
