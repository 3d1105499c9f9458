import type { ImportProblem, ImportRowChange } from '../../views/importing';
import { cleanLine, shorten } from '../cell-text';
import { reasonsOf } from '../contradicting-rows';
import type { Grid } from '../find-headings';
import { Groups } from '../groups';
import { IdentityIndex, identityOf } from '../match-cases';
import { nameFinder } from '../match-people';
import { monthFirstColumns } from '../month-first';
import type { ExistingCase } from '../planned-import';
import { problemAt } from '../read-cells';
import { ofTableBelow, tableBelow, whyMeaningless } from '../rows-without-meaning';
import { isEmptyValue, recordWriter } from './describe-record';
import { type ListKind, type ListTarget, listKinds, listTargetName, missingTargets } from './kinds';
import { keysOfRecord } from './known-records';
import type { ListRemark } from './list-cells';
import type { ExistingRecord, ListFacts, PlannedRecord } from './list-facts';
import { monthColumns, readMonths } from './month-colours';
import { type ListRow, readListRow } from './read-list-row';

export interface ListRequest {
  readonly token: string;
  readonly kind: ListKind;
  readonly grid: Grid;
  /** From 1. */
  readonly headingRow: number;
  readonly targets: readonly (ListTarget | 'ignore')[];
  readonly facts: ListFacts;
}

/** A row of the file or of the scheme that others are known to be the same as. */
interface Known {
  readonly id: string | null;
  readonly row: number | null;
  readonly fields: PlannedRecord['fields'];
}

/** What a record is known again by is never rewritten: a list that spells it otherwise changes nothing of it. */
const fixed: Readonly<Record<ListKind, ReadonlySet<string>>> = {
  agencies: new Set(['name']),
  people: new Set(['name', 'agencyId']),
  services: new Set(['name', 'agencyId']),
  actions: new Set(['text', 'caseId']),
  events: new Set(['caseId', 'happenedOn', 'title', 'kind', 'outcomeKind']),
  colours: new Set(['caseId', 'colour', 'decidedOn', 'reason']),
};
/** What only an event has that is counted before and after adoption; an entry of the story has no place for it. */
const ofOutcomes: readonly string[] = ['severity', 'offenceGroup', 'positiveKind', 'sourceReference'];
/** Filled in where it is empty, and kept once it is there. */
const kept: ReadonlySet<string> = new Set(['reference', 'code', 'kind', 'family', 'pathways', 'setOn', ...ofOutcomes]);

/** A row of the file that is not blank, read without the table that it goes into. */
interface ReadRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly said: ListRow | null;
  readonly problems: readonly ImportProblem[];
}

/**
 * What importing a list would do, row by row. The first row about something is used; later ones about the same are not.
 * Rows that would change the scheme anew with each import are left out together, as in a cohort.
 */
export function planList(request: ListRequest, onRows?: (done: number, total: number) => void) {
  const { token, kind, grid, headingRow, targets, facts } = request;
  const headings = grid[headingRow - 1] ?? [];
  const columnOf = new Map<ListTarget, number>();
  for (const [index, target] of targets.entries()) if (target !== 'ignore' && !columnOf.has(target)) columnOf.set(target, index);
  const first = listKinds[kind].needs[0]?.find((target) => columnOf.has(target));
  const firstColumn = columnAt(first === undefined ? 0 : (columnOf.get(first) ?? 0));
  const cases = new IdentityIndex<ExistingCase>();
  for (const one of facts.existing) cases.add(identityOf(one.fields), one, one.fields.surname.toUpperCase());
  const one = `${/^[aeiou]/.test(listKinds[kind].one) ? 'an' : 'a'} ${listKinds[kind].one}`;
  const monthFirsts = monthFirstColumns(grid, headingRow);
  const monthFirst = new Map([...columnOf].flatMap(([target, index]) => [[target, monthFirsts.get(index)] as const]));
  const months = monthColumns(headings, targets);
  const below = tableBelow(grid, headingRow);
  const context = { names: nameFinder(facts.agencies, facts.people), cases, today: facts.today, monthFirst };

  const missing = missingTargets(kind, targets).map((group) => {
    const reason = `No column is ${group.map((target) => listTargetName[target]).join(' or ')}, so no row can be read: choose the column`;
    return problemAt(headingRow, columnAt(0), headings.join(' '), reason, 'error');
  });
  const unnamed = targets.flatMap((target, at) => (target === 'colourOfMonth' && !months.some(({ index }) => index === at) ? at : []));
  const undated = unnamed.map((at) => {
    const reason = 'The heading is neither a day nor a month with its year, so the column is left out';
    return problemAt(headingRow, columnAt(at), headings[at] ?? '', reason, 'warning');
  });
  const read: ReadRow[] = [];
  for (let at = headingRow; at < grid.length && missing.length === 0; at += 1) {
    if (onRows && at % 500 === 0) onRows(at, grid.length);
    const cells = grid[at] ?? [];
    if (!cells.every((cell) => cell.trim() === '')) read.push(...readOne(cells, at + 1));
  }
  const once = planRows(request, read, firstColumn, new Map());
  const after = applyRecords(facts.records, once.records);
  const again = planRows({ ...request, facts: { ...facts, records: after } }, read, firstColumn, new Map());
  const contradicting = contradictions(
    kind,
    read,
    again.records.map(({ row }) => row),
    [...facts.records, ...after],
  );
  const { changes, problems, records } = contradicting.size === 0 ? once : planRows(request, read, firstColumn, contradicting);
  const count = (which: ImportRowChange['kind']) => changes.filter((change) => change.kind === which).length;
  const counts = {
    new: count('new'),
    update: count('update'),
    unchanged: count('unchanged'),
    leftOut: count('left-out'),
    duplicate: count('duplicate'),
  };
  return {
    plan: { token, counts, rows: changes, problems: [...missing, ...undated, ...problems], canConfirm: counts.new + counts.update > 0 },
    records,
  };

  function columnAt(index: number) {
    return { index, heading: cleanLine(headings[index] ?? '') };
  }

  function readOne(cells: readonly string[], row: number): readonly ReadRow[] {
    const unread = (reason: string, severity: ImportProblem['severity']) => [
      { row, cells, said: null, problems: [problemAt(row, firstColumn, cells[firstColumn.index] ?? '', reason, severity)] },
    ];
    if (below && row >= below.from) return unread(ofTableBelow(below), 'error');
    const meaningless = whyMeaningless(cells, headings, one);
    if (meaningless !== null) return unread(meaningless, 'warning');
    const byTarget = new Map([...columnOf].map(([target, index]) => [target, cells[index] ?? '']));
    const problemsOf = (remarks: readonly ListRemark[], places: ReadonlyMap<ListTarget, number>) =>
      remarks.map(({ target, reason, severity }) => {
        const index = places.get(target) ?? firstColumn.index;
        return problemAt(row, columnAt(index), cells[index] ?? '', reason, severity);
      });
    if (months.length > 0) {
      const { rows, remarks } = readMonths(cells, byTarget, months, context);
      const problems = remarks.flatMap(({ at, ...remark }) =>
        problemsOf([remark], at === null ? columnOf : new Map([[remark.target, at]])),
      );
      const [first] = rows;
      return first
        ? rows.map((said, place) => ({ row, cells, said, problems: place === 0 ? problems : [] }))
        : [{ row, cells, said: null, problems }];
    }
    const { row: said, remarks } = readListRow(kind, byTarget, context);
    return [{ row, cells, said, problems: problemsOf(remarks, columnOf) }];
  }
}

function planRows(
  { kind, facts }: ListRequest,
  read: readonly ReadRow[],
  column: { readonly index: number; readonly heading: string },
  contradicting: ReadonlyMap<number, string>,
) {
  const changes: ImportRowChange[] = [];
  const problems: ImportProblem[] = [];
  const records: PlannedRecord[] = [];
  const scheme = new Map<string, Known | 'several'>();
  for (const { id, fields } of facts.records) {
    for (const key of keysOfRecord(kind, fields)) scheme.set(key, scheme.has(key) ? 'several' : { id, row: null, fields });
  }
  const file = new Map<string, Known>();
  const usedIds = new Map<string, Known>();
  const { change } = recordWriter(facts);
  for (const { row, cells, said, problems: found } of read) {
    problems.push(...found);
    const reason = said ? settle(said, row, cells) : null;
    if (reason !== null) problems.push(problemAt(row, column, cells[column.index] ?? '', reason, 'error'));
    if (!said || reason !== null) {
      const name = said?.name ?? shorten(cells.find((cell) => cell.trim() !== '') ?? '', 60);
      changes.push({ row, caseId: null, name, kind: 'left-out', changes: [], matchedBy: null });
    }
  }
  return { changes, problems, records };

  /** Gives the reason where the row is left out. */
  function settle({ name, fields, keys }: ListRow, row: number, cells: readonly string[]): string | null {
    const contradiction = contradicting.get(row);
    if (contradiction !== undefined) return contradiction;
    const known = keys.map((key) => scheme.get(key)).find((one) => one !== undefined);
    if (known === 'several') {
      return `The scheme has more than one ${listKinds[kind].one} like this, so it cannot be told which is meant; the row is left out`;
    }
    const earlier = keys.map((key) => file.get(key)).find((one) => one !== undefined) ?? (known?.id ? usedIds.get(known.id) : undefined);
    const caseId = typeof fields.caseId === 'string' ? fields.caseId : null;
    if (earlier) {
      for (const key of keysOfRecord(kind, fields)) if (!file.has(key)) file.set(key, earlier);
      const reason = `The same ${listKinds[kind].one} as in row ${earlier.row}; this row is not used`;
      problems.push(problemAt(row, column, cells[column.index] ?? '', reason, 'warning'));
      changes.push({ row, caseId, name, kind: 'duplicate', changes: [], matchedBy: `row ${earlier.row}` });
      return null;
    }
    if (known && kind === 'actions' && (known.fields.caseId ?? null) !== (fields.caseId ?? null)) {
      return 'The action with this reference is about another case, so the row is left out';
    }
    const used: Known = { id: known?.id ?? null, row, fields };
    for (const key of keysOfRecord(kind, fields)) file.set(key, used);
    if (known?.id) usedIds.set(known.id, used);
    const changesField = (field: string, value: string | number | null, before: Known) =>
      before.fields[field] !== value &&
      !(kind === 'events' && isEmptyValue(before.fields.outcomeKind) && ofOutcomes.includes(field)) &&
      !fixed[kind].has(field) &&
      (!kept.has(field) || isEmptyValue(before.fields[field]));
    const differing = known ? Object.entries(fields).filter(([field, value]) => changesField(field, value, known)) : Object.entries(fields);
    if (!known || differing.length > 0) records.push({ row, id: known?.id ?? null, fields: Object.fromEntries(differing) });
    const said = known ?? null;
    changes.push({
      row,
      caseId,
      name,
      kind: !said ? 'new' : differing.length > 0 ? 'update' : 'unchanged',
      changes: said ? differing.map(([field, value]) => change(field, said.fields[field], value)) : [],
      matchedBy: said ? (keys[0]?.startsWith('reference') ? 'reference' : 'what it says') : null,
    });
    return null;
  }
}

function applyRecords(records: readonly ExistingRecord[], planned: readonly PlannedRecord[]): readonly ExistingRecord[] {
  const rows = new Map(records.map((one) => [one.id, one]));
  for (const { id, row, fields } of planned) {
    // A row may bring several: the colours of its months.
    const key = id ?? `new-${row}-${rows.size}`;
    rows.set(key, { id: key, fields: { ...rows.get(key)?.fields, ...fields } });
  }
  return [...rows.values()];
}

function contradictions(kind: ListKind, read: readonly ReadRow[], unsettled: readonly number[], records: readonly ExistingRecord[]) {
  if (unsettled.length === 0) return new Map<number, string>();
  const groups = new Groups();
  for (const { row, said } of read) groups.join([`row:${row}`, ...(said?.keys ?? [])]);
  for (const { id, fields } of records) groups.join([`record:${id}`, ...keysOfRecord(kind, fields)]);
  return reasonsOf([...new Set(read.filter(({ said }) => said !== null).map(({ row }) => row))], unsettled, groups);
}
