import type { Content } from 'pdfmake/interfaces';
import { formatDayWithYear } from '../../shared/language/dates';
import type { DocumentPlan } from './layout/definition';
import { heading } from './layout/headings';
import { masthead } from './layout/masthead';
import { fitted } from './layout/printable';
import { quiet } from './layout/spans';
import { type Row, table } from './layout/tables';
import type { HeldTable, SubjectAccessView } from './views';
import { joined } from './words';

/**
 * Everything held on one person, to be read on paper: each row of each table as its fields one under the other, since
 * tables of thirty columns have no place on a page, then every change in the order in which it was made. Empty fields
 * are left out; nothing that holds anything is.
 */
export function subjectAccessPlan({
  scheme,
  name,
  madeOn,
  isRedacted,
  facts,
  tables,
  photographs,
  changes,
}: SubjectAccessView): DocumentPlan {
  const rows = tables.reduce((sum, { rows: held }) => sum + held.length, 0);
  const content: Content[] = [
    masthead(scheme, 'What is held on you', name, [
      ['Made on', formatDayWithYear(madeOn)],
      ['Entries', rows.toLocaleString('en-GB')],
      ['Changes', changes.rows.length.toLocaleString('en-GB')],
    ]),
    { text: 'Fields in which nothing is written are not printed.' },
    heading('About this answer'),
    fieldTable(facts.map(([field, value]): Row => ({ cells: [quiet(field), value] }))),
    ...tables.flatMap((held) => [heading(`${held.name} (${held.rows.length})`), ...entries(held)]),
    ...(photographs.length === 0 ? [] : [heading(`The photographs (${photographs.length})`, { room: 190 })]),
    ...photographs.map((image): Content => ({ image, fit: [140, 180], margin: [0, 0, 0, 8], alt: `Photograph of ${name}` })),
    heading(`${changes.name} (${changes.rows.length})`),
    ...changeTables(changes),
  ];
  return {
    brand: scheme.brand,
    title: `What is held on ${name}`,
    marking: scheme.marking,
    forWhom: fitted(isRedacted ? `For ${name}: without the names of others` : `About ${name}: names others`, 70),
    isDemonstration: scheme.isDemonstration,
    isFinal: true,
    content,
  };
}

const fieldColumns = [
  { head: 'Field', width: 128 },
  { head: 'What is held', width: 'rest' },
] as const;

const fieldTable = (rows: readonly Row[]): Content => table(fieldColumns, rows);

/** Each entry is a table of its own, so that which it is stands above its fields on every page that it runs to. */
function entries({ headings, rows }: HeldTable): Content[] {
  const fields = (row: readonly string[]) =>
    row.flatMap((value, column): readonly Row[] => (value === '' ? [] : [{ cells: [quiet(headings[column] ?? ''), value] }]));
  if (rows.length === 1) return rows.map((row) => fieldTable(fields(row)));
  return rows.map((row, at) => table(fieldColumns, fields(row), { heading: `Entry ${at + 1}`, margin: [0, 0, 0, 7] }));
}

/** When, who and what was done once for all that was done together; below it which table and field, and what each became. */
function changeTables({ headings, rows }: HeldTable): Content[] {
  const columns = [
    { head: headings[3] ?? '', width: 96 },
    { head: headings[4] ?? '', width: 104 },
    { head: headings[5] ?? '', width: 'rest' },
  ] as const;
  const together: { readonly done: string; readonly rows: Row[] }[] = [];
  for (const [when = '', who = '', what = '', held = '', field = '', became = ''] of rows) {
    const done = joined([when, who, what]);
    if (together.at(-1)?.done !== done) together.push({ done, rows: [] });
    together.at(-1)?.rows.push({ cells: [quiet(held), quiet(field), became] });
  }
  return together.map((change) => table(columns, change.rows, { heading: change.done, isHeadingAbove: true, margin: [0, 0, 0, 7] }));
}
