import type { CaseFields } from '../views/case';
import type { ImportProblem, ImportRowChange } from '../views/importing';
import { cleanLine, plainWords, saysNothing, shorten } from './cell-text';
import { changeWriter, fieldLabel } from './describe-changes';
import { differenceFrom, isNothing } from './difference';
import { IdentityIndex, identityOf } from './match-cases';
import { nameFinder } from './match-people';
import type { ExistingCase, ImportRequest, PlannedImport, PlannedRow } from './planned-import';
import { type MappedColumn, problemAt, type RowReading, readRow } from './read-cells';

/** A row of the file that is used, and the case that it was recognised as. */
interface UsedRow {
  readonly reading: RowReading;
  readonly caseId: string | null;
}

/**
 * What importing a grid would do, row by row, without doing it: for the screen and, beside it, exactly what is to be
 * written. Pure: the same request always gives the same plan, and a plan that has been applied leaves nothing to do.
 */
export function planImport(request: ImportRequest): PlannedImport {
  const headings = request.grid[request.headingRow - 1] ?? [];
  const columns = request.targets.map((target, index): MappedColumn => ({ index, target, heading: cleanLine(headings[index] ?? '') }));
  const nameColumn = columns.find(({ target }) => target === 'surname') ?? columns.find(({ target }) => target === 'fullName');
  const context = { names: nameFinder(request.agencies, request.people), today: request.today };
  const describeChanges = changeWriter(request);
  const register = new IdentityIndex<ExistingCase>();
  for (const one of request.existing) register.add(identityOf(one.fields), one, calledAs(one.fields));
  const file = new IdentityIndex<UsedRow>();
  const usedFor = new Map<string, UsedRow>();

  const changes: ImportRowChange[] = [];
  const problems: ImportProblem[] = [];
  const planned: PlannedRow[] = [];
  if (!nameColumn) {
    const reason = 'No column is the name, so no row can be read: choose the column with the surname, or with the whole name';
    problems.push(problemAt(request.headingRow, columns[0] ?? { index: 0, heading: '' }, headings.join(' '), reason, 'error'));
  }
  for (let at = request.headingRow; at < request.grid.length; at += 1) {
    const cells = request.grid[at] ?? [];
    if (cells.every((cell) => cell.trim() === '')) continue;
    planRow(cells, at + 1);
  }
  const count = (kind: ImportRowChange['kind']) => changes.filter((change) => change.kind === kind).length;
  const counts = {
    new: count('new'),
    update: count('update'),
    unchanged: count('unchanged'),
    leftOut: count('left-out'),
    duplicate: count('duplicate'),
  };
  return { plan: { token: request.token, counts, rows: changes, problems, canConfirm: counts.new + counts.update > 0 }, rows: planned };

  function planRow(cells: readonly string[], row: number) {
    const nameCell = nameColumn ?? { index: 0, heading: '' };
    const value = cells[nameCell.index] ?? '';
    const remark = (reason: string) => problems.push(problemAt(row, nameCell, value, reason, 'warning'));
    const leaveOut = (name: string, reason: string | null, severity: ImportProblem['severity'] = 'error') => {
      if (reason !== null) problems.push(problemAt(row, nameCell, value, reason, severity));
      changes.push({ row, caseId: null, name, kind: 'left-out', changes: [], matchedBy: null });
    };
    if (!nameColumn) return leaveOut('', null);
    if (repeatsHeadings(cells, headings)) return leaveOut('', 'The row repeats the headings', 'warning');

    const reading = readRow(cells, row, columns, context);
    problems.push(...reading.problems);
    const name = calledAs(reading.fields);
    if (!reading.fields.surname)
      return leaveOut(shorten(value || cells.find((cell) => !saysNothing(cell)) || '', 60), 'The row has no surname, so it is left out');

    const identity = identityOf(reading.fields);
    const known = register.find(identity);
    if (known.kind === 'conflict') return leaveOut(name, known.reason);
    const before = known.kind === 'one' ? known.item : null;
    const alike = file.find(identity);
    const earlier = alike.kind === 'one' ? alike.item : before ? usedFor.get(before.id) : undefined;
    if (alike.kind === 'conflict') return leaveOut(name, alike.reason);
    if (earlier && before && earlier.caseId !== before.id) {
      return leaveOut(
        name,
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

/** Long lists print their headings again on each page. */
function repeatsHeadings(cells: readonly string[], headings: readonly string[]): boolean {
  const filled = cells.flatMap((cell, index) => (plainWords(cell.slice(0, 200)) === '' ? [] : [index]));
  return filled.length > 1 && filled.every((index) => plainWords((cells[index] ?? '').slice(0, 200)) === plainWords(headings[index] ?? ''));
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
