import { sql } from 'drizzle-orm';
import type { Operation } from '../../db/log/recorder';
import { caseFields } from '../../db/queries/case-fields';
import { findCase, instantOfColourChange } from '../../db/queries/cases';
import { noteKind } from '../../db/queries/existing-cases';
import { aliases, cases, colourChanges, commits, needs, riskWarnings } from '../../db/schema';
import type { PlannedRow } from '../../shared/import/planned-import';
import type { ImportResult } from '../../shared/views/importing';
import { eventsOfEdit, putEvents } from './case-fields';
import type { Session } from './session';

/** Writes a plan as one operation: all of it or, where anything fails, none. It adds and changes, and erases nothing. */
export function applyImport(session: Session, rows: readonly PlannedRow[], fileName: string): ImportResult {
  session.record('cases imported from a file', (operation) => {
    for (const row of rows) applyRow(session, operation, row, fileName);
  });
  const last = session.read.select({ operation: commits.operation }).from(commits).orderBy(sql`${commits.sequence} desc`).limit(1).get();
  if (!last) throw new Error('An import was recorded without leaving an entry in the log.');
  const added = rows.filter(({ caseId }) => caseId === null).length;
  return { added, updated: rows.length - added, operation: last.operation };
}

function applyRow(session: Session, operation: Operation, row: PlannedRow, fileName: string): void {
  const today = session.today();
  const caseId = row.caseId ?? operation.newId();
  const before = row.caseId === null ? undefined : findCase(operation.read, row.caseId);
  operation.put(cases, caseId, row.fields);
  if (before) putEvents(session, operation, caseId, eventsOfEdit(caseFields(before), row.fields));
  if (row.colour !== null) {
    operation.put(colourChanges, operation.newId(), {
      caseId,
      colour: row.colour,
      reason: row.colourRemark === '' ? `Imported from ${fileName}` : `Imported from ${fileName}: ${row.colourRemark}`,
      decidedOn: today,
      decidedAt: instantOfColourChange(operation.read, caseId, operation.at),
      decidedBy: session.me.personId,
    });
  }
  for (const name of row.aliases) operation.put(aliases, operation.newId(), { caseId, name });
  for (const warning of row.riskWarnings) operation.put(riskWarnings, operation.newId(), { caseId, warning, raisedOn: today });
  for (const { pathway, priority, needId } of row.needs) {
    if (needId === null) operation.put(needs, operation.newId(), { caseId, pathway, priority: priority ?? 'medium', identifiedOn: today });
    else if (priority !== null) operation.put(needs, needId, { priority });
  }
  if (row.note !== null) putEvents(session, operation, caseId, [{ kind: noteKind, title: `Note from ${fileName}`, detail: row.note }]);
}
