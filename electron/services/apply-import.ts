import { sql } from 'drizzle-orm';
import type { Operation } from '../../db/log/recorder';
import { caseFields } from '../../db/queries/case-fields';
import { findCase, instantOfColourChange } from '../../db/queries/cases';
import { noteKind } from '../../db/queries/existing-cases';
import { aliases, caseEvents, cases, colourChanges, commits, needs, riskWarnings } from '../../db/schema';
import type { PlannedRow } from '../../shared/import/planned-import';
import type { ImportResult } from '../../shared/views/importing';
import { eventsOfEdit, putEvents } from './case-fields';
import { followCustody } from './follow-custody';
import type { Session } from './session';

/** Writes a plan as one operation: all of it or, where anything fails, none. It adds and changes, and erases nothing. */
export function applyImport(session: Session, rows: readonly PlannedRow[], fileName: string): ImportResult {
  const today = session.today();
  checkpointedAfter(session, rows.length >= manyRows, () =>
    session.record('cases imported from a file', (operation) => {
      for (const row of rows) applyRow(session, operation, row, fileName, today);
    }),
  );
  const last = session.read.select({ operation: commits.operation }).from(commits).orderBy(sql`${commits.sequence} desc`).limit(1).get();
  if (!last) throw new Error('An import was recorded without leaving an entry in the log.');
  const added = rows.filter(({ caseId }) => caseId === null).length;
  return { added, updated: rows.length - added, operation: last.operation };
}

const manyRows = 2_000;

/**
 * What a large operation wrote is durable in the write-ahead log once it has ended. Moving it into the file takes a
 * fifth as long again, and is done only after whoever waits has been answered.
 */
function checkpointedAfter(session: Session, isLarge: boolean, work: () => void): void {
  if (!isLarge) {
    work();
    return;
  }
  const { raw } = session.connection;
  const usual = raw.pragma('wal_autocheckpoint', { simple: true }) as number;
  raw.pragma('wal_autocheckpoint = 0');
  try {
    work();
  } finally {
    raw.pragma(`wal_autocheckpoint = ${usual}`);
    setImmediate(() => {
      if (raw.open) raw.pragma('wal_checkpoint(PASSIVE)');
    });
  }
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
