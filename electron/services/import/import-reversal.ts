import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { decodeCommit, type Scalar } from '../../../db/log/commit';
import { caseSpace, type SyncedTable } from '../../../db/log/synced-tables';
import { importUndoneReason } from '../../../db/queries/imports';
import { actions, agencies, cases, colourChanges, people, services } from '../../../db/schema';
import { shorten } from '../../../shared/import/cell-text';
import { fieldLabel } from '../../../shared/import/describe-changes';
import { wordOfField } from '../../../shared/import/lists/describe-record';
import type { Session } from '../session';
import { readWritten, type WrittenGroup, type WrittenRow } from './import-written';
import { restingOn } from './resting-on';

/** The puts that take one group back, and what of it stays because somebody touched it later. */
export interface Reversal {
  readonly puts: readonly { readonly table: SyncedTable; readonly row: string; readonly fields: Readonly<Record<string, Scalar>> }[];
  readonly kept: readonly { readonly caseId: string | null; readonly what: string }[];
  readonly fieldsRestored: number;
  /** Rows besides a whole case and what is on it. */
  readonly rowsWithdrawn: number;
  readonly caseLeaves: boolean;
}

export interface ImportReversal {
  groups(): readonly WrittenGroup[];
  /** Judged by what the log holds now. */
  of(group: WrittenGroup): Reversal;
}

/**
 * How an import is taken back: fields that it changed hold again what they held, rows that it made are withdrawn, a case
 * that it made leaves the register. Whatever somebody touched since stays as it is.
 *
 * @param backOperation under which it is taken back already, in part: what that wrote is nobody's touch.
 * @param day on which it is taken back.
 */
export function reversalOf(session: Session, operation: string, backOperation: string, day: string): ImportReversal {
  const { raw } = session.connection;
  const written = readWritten(session, operation);
  const firstStamp = raw.prepare<[string, string], string>('select min(stamp) from puts where relation = ? and row = ?').pluck();
  const lastStamp = raw.prepare<[string, string], string>('select max(stamp) from puts where relation = ? and row = ?').pluck();
  const lastOfCell = raw
    .prepare<[string, string, string], string>('select max(stamp) from puts where relation = ? and row = ? and field = ?')
    .pluck();
  const valueAt = raw
    .prepare<[string, string, string, string], string>('select value from puts where relation = ? and row = ? and field = ? and stamp = ?')
    .pluck();
  const ofSpace = raw.prepare<[string], { stamp: string; operation: string; body: string }>(
    'select stamp, operation, body from commits where space = ?',
  );
  const isOurs = (of: string) => of === operation || of === backOperation;
  const elsewhere = new Set(
    raw
      .prepare<[string, string], string>(`select stamp from commits where operation in (?, ?) and space not like 'case:%'`)
      .pluck()
      .all(operation, backOperation),
  );

  /** Of a case what the import did to it, and whether somebody has worked on it since. Who may read it is no work. */
  function look({ caseId }: WrittenGroup): { readonly ours: ReadonlySet<string>; readonly isTouched: boolean } {
    if (caseId === null) return { ours: elsewhere, isTouched: false };
    const entries = ofSpace.all(caseSpace(caseId));
    const ours = new Set(entries.filter((entry) => isOurs(entry.operation)).map(({ stamp }) => stamp));
    const others = entries.filter((entry) => !isOurs(entry.operation));
    return { ours, isTouched: others.some(({ body }) => decodeCommit(body).puts.some(({ relation }) => relation !== 'case_access')) };
  }

  const resting = new Map<SyncedTable, ReadonlySet<string>>();
  /** An agency, a person or a service that something of somebody else's rests on by now. */
  function isRestedOn({ shape: { table }, row }: WrittenRow): boolean {
    if (table !== agencies && table !== people && table !== services) return false;
    const ids = resting.get(table) ?? restingOn(session.read, table);
    resting.set(table, ids);
    return ids.has(row);
  }

  return {
    groups: written.groups,
    of(group) {
      const { caseId } = group;
      const rows = written.rowsOf(group);
      const { ours, isTouched } = look(group);
      const isNew = ({ shape, row }: WrittenRow) => ours.has(firstStamp.get(shape.relation, row) ?? '');
      const madeCase = rows.some((one) => one.shape.table === cases && isNew(one));
      const nothing = { puts: [], kept: [], fieldsRestored: 0, rowsWithdrawn: 0, caseLeaves: false };
      // A case that somebody has worked on since is kept whole: its aliases without its name would be worth nothing.
      if (madeCase && isTouched)
        return { ...nothing, kept: [{ caseId, what: 'the whole case, since something was recorded on it later' }] };
      const puts: Reversal['puts'][number][] = [];
      const kept: Reversal['kept'][number][] = [];
      let fieldsRestored = 0;
      let rowsWithdrawn = 0;
      for (const one of rows) {
        const { shape, row, cells } = one;
        if (isNew(one)) {
          if (!ours.has(lastStamp.get(shape.relation, row) ?? '')) {
            kept.push({ caseId, what: `${calledAs(session, one)}, since it was changed later` });
            continue;
          }
          if (isRestedOn(one)) {
            kept.push({ caseId, what: `${calledAs(session, one)}, since other things in the scheme rest on it by now` });
            continue;
          }
          const fields = withdrawalOf(shape.table, day);
          if (fields === null) continue;
          puts.push({ table: shape.table, row, fields });
          if (!madeCase) rowsWithdrawn += 1;
          continue;
        }
        const fields: Record<string, Scalar> = {};
        for (const [name, { base }] of cells) {
          const field = shape.fields.get(name);
          if (!field) continue;
          if (!ours.has(lastOfCell.get(shape.relation, row, name) ?? '')) {
            kept.push({ caseId, what: `${fieldOf(session, one, field.key)}, since it was changed later` });
            continue;
          }
          // Of several values that it was written on top of, the latest was the one that showed.
          const before = valueAt.get(shape.relation, row, name, base.split(' ').at(-1) ?? '');
          fields[field.key] = before === undefined ? field.initial : (JSON.parse(before) as Scalar);
          fieldsRestored += 1;
        }
        if (Object.keys(fields).length > 0) puts.push({ table: shape.table, row, fields });
      }
      return { puts, kept, fieldsRestored, rowsWithdrawn, caseLeaves: madeCase };
    },
  };
}

/** How a row that an import made is taken back; null where it stays as a story told, as the updates of an action do. */
function withdrawalOf(table: SyncedTable, day: string): Readonly<Record<string, Scalar>> | null {
  if (table === cases) return { state: 'left', leftOn: day, leftReason: importUndoneReason };
  if (table === colourChanges) return { colour: null, reason: importUndoneReason };
  if (table === actions) return { outcome: 'withdrawn', closedOn: day, closingNote: importUndoneReason };
  const columns = getTableColumns(table) as Record<string, SQLiteColumn>;
  return columns.withdrawnOn ? { withdrawnOn: day, withdrawnReason: importUndoneReason } : null;
}

const nouns: Readonly<Record<string, string>> = {
  aliases: 'the alias',
  risk_warnings: 'the risk warning',
  needs: 'a need',
  case_events: 'the event',
  outcome_events: 'the arrest, charge or other outcome',
  colour_changes: 'a colour',
  actions: 'the action',
  agencies: 'the agency',
  people: 'the person',
  services: 'the service',
};

/** By which of its fields a row is called. */
const names = ['name', 'warning', 'title', 'what', 'text'] as const;

/** `the agency Larkwell Trust`, `the action “Visit”`; `a need` where it has no name. */
function calledAs({ read }: Session, { shape, row }: WrittenRow): string {
  const noun = nouns[shape.relation] ?? 'a row';
  const columns = getTableColumns(shape.table) as Readonly<Record<string, SQLiteColumn>>;
  const column = names.flatMap((name) => columns[name] ?? [])[0];
  const found =
    column && read.get<{ name: string | null } | undefined>(sql`select ${column} as name from ${shape.table} where id = ${row}`);
  return found?.name ? `${noun} “${shorten(found.name, 60)}”` : noun;
}

/** `release date` of a case; of anything else with what it is. */
function fieldOf(session: Session, one: WrittenRow, key: string): string {
  if (one.shape.table === cases)
    return (fieldLabel[key as keyof typeof fieldLabel] ?? key).replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
  return `${wordOfField(key).toLowerCase()} of ${calledAs(session, one)}`;
}
