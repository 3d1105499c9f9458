import { sql } from 'drizzle-orm';
import type { Operation } from '../../db/log/recorder';
import { caseFields } from '../../db/queries/case-fields';
import { findCase, instantOfColourChange } from '../../db/queries/cases';
import { noteKind } from '../../db/queries/existing-cases';
import { aliases, caseEvents, cases, colourChanges, commits, imports, needs, riskWarnings } from '../../db/schema';
import type { ImportKind } from '../../shared/import/lists/kinds';
import type { PlannedRow } from '../../shared/import/planned-import';
import type { AnyTarget, ImportResult, ImportSource } from '../../shared/views/importing';
import type { PlannedFile } from '../exchange/import-engine';
import { applyRecords } from './apply-list';
import { eventsOfEdit, putEvents } from './case-fields';
import { followCustody } from './follow-custody';
import { keepMapping } from './import-mappings';
import type { Session } from './session';

const intents: Readonly<Record<ImportKind, string>> = {
  cases: 'cases imported from a file',
  agencies: 'agencies imported from a file',
  people: 'people imported from a file',
  services: 'services imported from a file',
  actions: 'actions imported from a file',
  events: 'events imported from a file',
  colours: 'past colours imported from a file',
};

/** Writes a plan as one operation: all of it or, where anything fails, none. It adds and changes, and erases nothing. */
export function applyImport(
  session: Session,
  { kind, plan, rows, records }: PlannedFile,
  source: ImportSource,
  columns: readonly AnyTarget[],
): ImportResult {
  const { fileName } = source;
  const today = session.today();
  const count = rows.length + records.length;
  const added = rows.filter(({ caseId }) => caseId === null).length + records.filter(({ id }) => id === null).length;
  checkpointedAfter(session, count >= manyRows, () =>
    session.record(intents[kind], (operation) => {
      for (const row of rows) applyRow(session, operation, row, fileName, today);
      if (kind !== 'cases') applyRecords(session, operation, kind, records, fileName);
      keepMapping(operation, source, columns, session.me.personId);
      operation.put(imports, operation.newId(), {
        fileName,
        kind,
        added,
        updated: count - added,
        leftOut: plan.counts.leftOut + plan.counts.duplicate,
        importedAt: operation.at,
        importedBy: session.me.personId,
      });
    }),
  );
  const last = session.read.select({ operation: commits.operation }).from(commits).orderBy(sql`${commits.sequence} desc`).limit(1).get();
  if (!last) throw new Error('An import was recorded without leaving an entry in the log.');
  return { added, updated: count - added, operation: last.operation };
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
