import type { CaseFields } from '../views/case';
import type { ImportProblem, ImportRowChange } from '../views/importing';
import { applyPlan } from './apply-plan';
import { cleanLine, plainWords, saysNothing, shorten } from './cell-text';
import { contradictingRows } from './contradicting-rows';
import { changeWriter, fieldLabel } from './describe-changes';
import { differenceFrom, isNothing } from './difference';
import { IdentityIndex, identityOf } from './match-cases';
import { nameFinder } from './match-people';
import { monthFirstColumns } from './month-first';
import type { ExistingCase, ImportRequest, PlannedImport, PlannedRow } from './planned-import';
import { type MappedColumn, problemAt, type RowReading, readRow } from './read-cells';
import { liesOnItsSide, ofTableBelow, tableBelow, whyMeaningless } from './rows-without-meaning';

/** A row of the file that is used, and the case that it was recognised as. */
interface UsedRow {
  readonly reading: RowReading;
  readonly caseId: string | null;
}

/** A row of the file that is not blank, as far as it can be told without the register. */
interface ReadRow {
  readonly row: number;
  /** What stands where the name should. */
  readonly value: string;
  readonly name: string;
  /** Null for a row that cannot be used, for the reason given or for one that was given once for the whole file. */
  readonly reading: RowReading | null;
  readonly problems: readonly ImportProblem[];
}

/** Often enough for a bar that moves, and seldom enough to cost nothing. */
const rowsBetweenNews = 500;

/**
 * What importing a grid would do, row by row, without doing it: for the screen and, beside it, exactly what is to be
 * written. Pure: the same request always gives the same plan, and a plan that has been applied leaves nothing to do.
 * For that last, rows that would change the register anew with each import, because they contradict each other about one
 * person, are left out together: left out, they leave the register as it was, and so are left out again.
 * @param onRows told now and then how far down the sheet it is.
 */
export function planImport(request: ImportRequest, onRows?: (done: number, total: number) => void): PlannedImport {
  const headings = request.grid[request.headingRow - 1] ?? [];
  const columns = request.targets.map((target, index): MappedColumn => ({ index, target, heading: cleanLine(headings[index] ?? '') }));
  const nameColumn = columns.find(({ target }) => target === 'surname') ?? columns.find(({ target }) => target === 'fullName');
  const context = {
    names: nameFinder(request.agencies, request.people),
    today: request.today,
    monthFirst: monthFirstColumns(request.grid, request.headingRow),
  };
  const isOnItsSide = nameColumn !== undefined && liesOnItsSide(request.grid, request.headingRow, nameColumn.index);
  const below = tableBelow(request.grid, request.headingRow);
  const nameCell = nameColumn ?? { index: 0, heading: '' };

  const read: ReadRow[] = [];
  for (let at = request.headingRow; at < request.grid.length; at += 1) {
    if (onRows && at % rowsBetweenNews === 0) onRows(at, request.grid.length);
    const cells = request.grid[at] ?? [];
    if (!cells.every((cell) => cell.trim() === '')) read.push(readOne(cells, at + 1));
  }
  const first = planRows(request, read, nameCell, new Map());
  const again = planRows({ ...request, existing: applyPlan(request.existing, first.rows) }, read, nameCell, new Map());
  const contradicting = contradictingRows(
    read.flatMap(({ reading }) => reading ?? []),
    again.rows.map(({ row }) => row),
    [request.existing, applyPlan(request.existing, first.rows)],
  );
  const { changes, problems, rows } = contradicting.size === 0 ? first : planRows(request, read, nameCell, contradicting);
  if (!nameColumn) {
    const reason = 'No column is the name, so no row can be read: choose the column with the surname, or with the whole name';
    problems.unshift(problemAt(request.headingRow, columns[0] ?? nameCell, headings.join(' '), reason, 'error'));
  }
  if (isOnItsSide) {
    const reason =
      'The sheet lies on its side, with a person in each column: in Excel copy it, choose Paste Special, Transpose, in an empty sheet, save it and choose it again';
    problems.unshift(problemAt(request.headingRow, nameCell, headings.join(' '), reason, 'error'));
  }
  const count = (kind: ImportRowChange['kind']) => changes.filter((change) => change.kind === kind).length;
  const counts = {
    new: count('new'),
    update: count('update'),
    unchanged: count('unchanged'),
    leftOut: count('left-out'),
    duplicate: count('duplicate'),
  };
  return { plan: { token: request.token, counts, rows: changes, problems, canConfirm: counts.new + counts.update > 0 }, rows };

  function readOne(cells: readonly string[], row: number): ReadRow {
    const value = cells[nameCell.index] ?? '';
    const unused = (
      name: string,
      reason: string | null,
      severity: ImportProblem['severity'],
      before: readonly ImportProblem[] = [],
    ): ReadRow => ({
      row,
      value,
      name,
      reading: null,
      problems: reason === null ? before : [...before, problemAt(row, nameCell, value, reason, severity)],
    });
    if (!nameColumn || isOnItsSide) return unused('', null, 'error');
    if (below && row >= below.from)
      return unused(shorten(cells.find((cell) => cell.trim() !== '') ?? '', 60), ofTableBelow(below), 'error');
    const meaningless = whyMeaningless(cells, headings, 'a person');
    if (meaningless !== null) return unused('', meaningless, 'warning');
    const reading = readRow(cells, row, columns, context);
    if (!reading.fields.surname) {
      const name = shorten(value || cells.find((cell) => !saysNothing(cell)) || '', 60);
      return unused(name, 'The row has no surname, so it is left out', 'error', reading.problems);
    }
    return { row, value, name: calledAs(reading.fields), reading, problems: reading.problems };
  }
}

interface PlannedRows {
  readonly changes: ImportRowChange[];
  readonly problems: ImportProblem[];
  readonly rows: PlannedRow[];
}

/** One row after the other against the register and the rows before it. `contradicting` gives rows to leave out, and why. */
function planRows(
  request: ImportRequest,
  read: readonly ReadRow[],
  nameCell: { readonly index: number; readonly heading: string },
  contradicting: ReadonlyMap<number, string>,
): PlannedRows {
  const describeChanges = changeWriter(request);
  const register = new IdentityIndex<ExistingCase>();
  for (const one of request.existing) register.add(identityOf(one.fields), one, calledAs(one.fields));
  const file = new IdentityIndex<UsedRow>();
  const usedFor = new Map<string, UsedRow>();

  const changes: ImportRowChange[] = [];
  const problems: ImportProblem[] = [];
  const planned: PlannedRow[] = [];
  for (const one of read) planRow(one);
  return { changes, problems, rows: planned };

  function planRow({ row, value, name, reading, problems: found }: ReadRow) {
    const remark = (reason: string) => problems.push(problemAt(row, nameCell, value, reason, 'warning'));
    const leaveOut = (reason: string | null) => {
      if (reason !== null) problems.push(problemAt(row, nameCell, value, reason, 'error'));
      changes.push({ row, caseId: null, name, kind: 'left-out', changes: [], matchedBy: null });
    };
    problems.push(...found);
    if (!reading) return leaveOut(null);
    const contradiction = contradicting.get(row);
    if (contradiction !== undefined) return leaveOut(contradiction);

    const identity = identityOf(reading.fields);
    const known = register.find(identity);
    if (known.kind === 'conflict') return leaveOut(known.reason);
    const before = known.kind === 'one' ? known.item : null;
    const alike = file.find(identity);
    const earlier = alike.kind === 'one' ? alike.item : before ? usedFor.get(before.id) : undefined;
    if (alike.kind === 'conflict') return leaveOut(alike.reason);
    if (earlier && before && earlier.caseId !== before.id) {
      return leaveOut(
        `By ${known.kind === 'one' ? known.by : 'name'} the row is ${calledAs(before.fields)}, but by ${alike.kind === 'one' ? alike.by : 'name'} it is the person of row ${earlier.reading.row}`,
      );
    }
    if (earlier) {
      const by = alike.kind === 'one' ? alike.by : known.kind === 'one' ? known.by : '';
      const differing = differingFields(earlier.reading, reading);
      const differs = differing.length > 0 ? `It differs in: ${differing.join(', ')}` : 'It says nothing else';
      remark(`The same person as row ${earlier.reading.row}, by ${by}; this row is not used. ${differs}`);
      changes.push({ row, caseId: earlier.caseId, name, kind: 'duplicate', changes: [], matchedBy: `${by}, row ${earlier.reading.row}` });
      return;
    }
    if (known.remark !== null) remark(known.remark);
    if (alike.remark !== null && alike.remark !== known.remark) remark(alike.remark);
    if (
      before &&
      reading.fields.reference &&
      before.fields.reference &&
      plainWords(reading.fields.reference) !== plainWords(before.fields.reference)
    ) {
      remark(`The case keeps its reference ${before.fields.reference}; the file has ${reading.fields.reference}`);
    }

    const used = { reading, caseId: before?.id ?? null };
    file.add(identity, used, `row ${row} (${name})`);
    if (before) usedFor.set(before.id, used);
    const difference = differenceFrom(before, reading);
    const isUnchanged = before !== null && isNothing(difference);
    if (!isUnchanged) planned.push(difference);
    changes.push({
      row,
      caseId: before?.id ?? null,
      name,
      kind: before === null ? 'new' : isUnchanged ? 'unchanged' : 'update',
      changes: before === null ? [] : describeChanges(before, difference),
      matchedBy: known.kind === 'one' ? known.by : null,
    });
  }
}

/** `CARTERWICK, Dean`, as lists show it. */
function calledAs(fields: Partial<CaseFields>): string {
  const surname = (fields.surname ?? '').toUpperCase();
  return fields.forenames ? `${surname}, ${fields.forenames}` : surname;
}

function differingFields(one: RowReading, other: RowReading): readonly string[] {
  const fields = Object.keys(other.fields) as (keyof CaseFields)[];
  const differing = fields.filter((field) => one.fields[field] !== other.fields[field]).map((field) => fieldLabel[field]);
  if (other.colour !== null && other.colour !== one.colour) differing.push('Colour');
  const lists = [
    ['Aliases', one.aliases, other.aliases],
    ['Risk warnings', one.riskWarnings, other.riskWarnings],
    ['Needs', one.needs.map(({ pathway }) => pathway), other.needs.map(({ pathway }) => pathway)],
  ] as const;
  for (const [label, kept, said] of lists) if (said.some((value) => !kept.some((present) => present === value))) differing.push(label);
  if (other.note !== null && other.note !== one.note) differing.push('Note');
  return differing;
}
