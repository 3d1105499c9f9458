import type { Column, Content, ContentTable, TableCell } from 'pdfmake/interfaces';
import { dueWords, isLate } from '../../shared/language/dates';
import { badge } from './layout/badge';
import { barBox, rule } from './layout/boxes';
import { caseId } from './layout/headings';
import { tickBox } from './layout/marks';
import { fitted } from './layout/printable';
import { pieces } from './layout/prose';
import { alarm, quiet, type Span, strong } from './layout/spans';
import { hairline, inner, size, soft } from './layout/tokens';

import type { PackAction, PackView } from './views';
import { dueDay } from './words';

const boxColumn = 20;
const beside = inner - boxColumn - 4 - 6;
const dueColumn = 132;

/** The one place to report back: each action with the three outcomes that an agency may tick; to withdraw one is the conference's. */
export function reportBackList(actions: readonly PackAction[], today: string): ContentTable {
  const firstRows = new Set<number>();
  const body: TableCell[][] = [];
  for (const action of actions) {
    firstRows.add(body.length);
    body.push(...actionRows(action, today));
  }
  return {
    tag: 'rows',
    continued: new Set(body.flatMap((_, row) => (firstRows.has(row) ? [] : [row]))),
    table: { dontBreakRows: true, widths: [boxColumn, beside], body },
    layout: {
      hLineWidth: (line) => (line > 0 && (firstRows.has(line) || line === body.length) ? 0.4 : 0),
      hLineColor: () => hairline,
      vLineWidth: () => 0,
      paddingLeft: (column) => (column === 0 ? 0 : 6),
      paddingRight: (column) => (column === 0 ? 4 : 0),
      paddingTop: (row) => (firstRows.has(row) ? 6 : 0),
      paddingBottom: () => 2,
    },
  };
}

/** What the agency owes on cases that it was taken off: that it does, by its reference, and nothing of whom it is about. */
export function heldBackList(held: PackView['heldBack'], today: string): Content[] {
  return pieces(heldBackWords(held, today)).map((text): Content => ({ unbreakable: true, stack: [barBox({ text }, inner, [0, 6, 0, 0])] }));
}

/** The same in words; empty where it owes nothing of the kind. */
export function heldBackWords(held: PackView['heldBack'], today: string): string {
  if (held.length === 0) return '';
  const listed = held.map(
    ({ reference, dueOn }) => `${fitted(reference, 24)} (${dueOn === null ? 'no date' : `due ${dueDay(dueOn, today)}`})`,
  );
  const words = held.length === 1 ? 'is an open action of yours on a case that' : 'are open actions of yours on cases that';
  return `${listed.join(', ')} ${words} no longer concerns your agency, so what it says is not printed here. Ask the coordinator: it must be done, handed on or withdrawn.`;
}

/** Due words as a tag: loud once it is late. */
export function dueTag(dueOn: string | null, today: string): Span[] {
  if (dueOn === null) return [];
  if (isLate(dueOn, today)) return [alarm('OVERDUE'), { text: ` ${dueWords(dueOn, today).replace(' overdue', '')}  ` }];
  return [quiet(`${dueWords(dueOn, today)}  `)];
}

function actionRows(action: PackAction, today: string): TableCell[][] {
  const [first = '', ...more] = pieces(action.text);
  const carried = action.carried === 0 ? [] : [quiet(`  (carried forward${action.carried > 1 ? ` ${action.carried} times` : ''})`)];
  const text: Content = {
    columns: [
      {
        text: [quiet(`${fitted(action.reference, 24)}  `), strong(first), ...(more.length === 0 ? carried : [])],
        width: beside - dueColumn - 8,
      },
      { text: [...dueTag(action.dueOn, today), strong(dueDay(action.dueOn, today))], width: dueColumn, alignment: 'right' },
    ],
    columnGap: 8,
  };
  const report = [caseLine(action), outcomes(), ...writingLines()];
  // Together in one row, so that nobody finds the boxes on another page than the action; only a very long action needs more.
  if (more.length === 0) return [[tickBox(15, { tag: 'unread' }), { stack: [text, ...report] }]];
  const further = more.map((piece, index): Content => ({ text: [strong(piece), ...(index === more.length - 1 ? carried : [])] }));
  return [
    [tickBox(15, { tag: 'unread' }), text],
    ...further.map((content): TableCell[] => ['', content as TableCell]),
    ['', { stack: report }],
  ];
}

function caseLine(action: PackAction): Content {
  const owner = action.person === '' ? [] : [quiet(`${fitted(action.person, 50)}  `)];
  if (action.casePosition === null) return { text: [...owner, quiet('General action')], margin: [0, 2, 0, 0] };
  const name = { text: fitted(action.caseName, 60), linkToDestination: caseId(action.casePosition) };
  const mark = badge([action.colour], 12);
  return {
    columns: [
      { stack: [mark.content], width: mark.width + 4 },
      { text: [{ ...name }, { text: '   ' }, ...owner], width: beside - 80 },
    ],
    columnGap: 2,
    margin: [0, 2, 0, 0],
  };
}

function outcomes(): Content {
  const choice = (text: string, width: number): Column[] => [
    { ...tickBox(8.5, { alt: 'Box to tick' }), width: 9, margin: [0, 1, 0, 0] },
    { text, width, fontSize: size.small },
  ];
  return {
    columns: [
      ...choice('Done', 44),
      ...choice('Circumstances changed', 108),
      ...choice('Did not act', 66),
      { text: 'Date', width: 22, fontSize: size.small, color: soft },
      { stack: [rule(70, 0.5, soft, [0, 11, 0, 0])], width: 70 },
      { text: 'By', width: 14, fontSize: size.small, color: soft },
      { stack: [rule(66, 0.5, soft, [0, 11, 0, 0])], width: 66 },
    ],
    columnGap: 4,
    margin: [0, 3, 0, 0],
  };
}

const writingLines = (): Content[] => [rule(beside, 0.5, hairline, [0, 16, 0, 0]), rule(beside, 0.5, hairline, [0, 16, 0, 1])];
