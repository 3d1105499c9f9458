import type { Content } from 'pdfmake/interfaces';
import { formatDayWithYear } from '../../shared/language/dates';
import { doAndDoNot, keyDates, needsTable, points, riskBox, titled } from './case-parts';
import { badge } from './layout/badge';
import { rule } from './layout/boxes';
import { caseId, subheading } from './layout/headings';
import { tickBox } from './layout/marks';
import { fitted } from './layout/printable';
import { pieces } from './layout/prose';
import { quiet, strong } from './layout/spans';
import { table } from './layout/tables';
import { accent, hairline, inner, size, soft } from './layout/tokens';
import { dueTag } from './tasking-pack-actions';
import type { PackAction, PackCase } from './views';
import { dueDay, identityWords, labelled } from './words';

const colourColumn = 150;
const leftColumn = 270;
const gap = 24;

/** One case on one page: risk first, what changed and the dates, then what to do and what not, and room to write. */
export function packPage(entry: PackCase, actions: readonly PackAction[], today: string): Content {
  const list = actionList(actions, today);
  return {
    pageBreak: 'before',
    stack: [
      pageHead(entry, today),
      rule(inner, 2, accent, [0, 7, 0, 9]),
      ...riskBox(entry.riskWarnings),
      {
        columns: [
          { width: leftColumn, stack: [...changes(entry), ...titled('Needs and progress', needsTable(entry.needs, leftColumn))] },
          { width: inner - leftColumn - gap, stack: titled('Key dates', keyDates(entry.keyDates, inner - leftColumn - gap)) },
        ],
        columnGap: gap,
      },
      ...doAndDoNot(entry.doAdvice, entry.doNotAdvice),
      subheading('Your actions', { room: 40, above: list }),
      list,
      subheading('Notes from contact', { room: 40 }),
      ...[0, 1, 2, 3, 4].map(() => rule(inner, 0.5, hairline, [0, 18, 0, 0])),
    ],
  };
}

function pageHead(entry: PackCase, today: string): Content {
  const mark = badge([entry.colour], 28);
  const since = entry.colourSince === null ? '' : `since ${formatDayWithYear(entry.colourSince)}`;
  const facts = [identityWords(entry, today), labelled('Lead:', entry.lead)].filter((part) => part !== '').join(' · ');
  return {
    columns: [
      {
        width: inner - colourColumn - 12,
        stack: [
          // In full even where it is long: this is the one page about this person.
          {
            text: entry.name,
            font: 'Heavy',
            fontSize: entry.name.length > 60 ? 13 : 20,
            id: caseId(entry.position),
            outline: true,
            outlineText: fitted(entry.name, 120),
            headlineLevel: 2,
          },
          ...pieces(facts).map((text) => ({ text, fontSize: size.small, color: soft })),
          { text: entry.statutoryLine, bold: true, margin: [0, 2, 0, 0] },
        ],
      },
      {
        width: colourColumn,
        stack: [
          {
            columns: [
              { text: '', width: colourColumn - mark.width },
              { stack: [mark.content], width: mark.width },
            ],
            columnGap: 0,
          },
          { text: since, alignment: 'right', margin: [0, 3, 0, 0] },
        ],
      },
    ],
    columnGap: 12,
  };
}

function changes(entry: PackCase): Content[] {
  const list =
    entry.changes.length === 0 ? { text: 'Nothing since the last conference.', color: soft } : points(entry.changes, '•', leftColumn);
  return titled('What changed this week', list);
}

function actionList(actions: readonly PackAction[], today: string) {
  if (actions.length === 0) return { text: 'None on this case.', color: soft };
  const columns = [
    { head: '', width: 14 },
    { head: 'Ref', width: 40 },
    { head: 'Report back on the action list', width: 'rest' },
    { head: 'Due', width: 120, isRight: true },
  ] as const;
  return table(
    columns,
    actions.map(({ reference, text, dueOn }) => ({
      cells: [
        { draw: tickBox(11, { tag: 'unread' }) },
        quiet(reference),
        strong(text),
        [...dueTag(dueOn, today), strong(dueDay(dueOn, today))],
      ],
    })),
  );
}
