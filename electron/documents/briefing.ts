import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { colourWord } from '../../shared/language/colour';
import { formatDayWithYear } from '../../shared/language/dates';
import { points } from './case-parts';
import { issuedPlan } from './issued-plan';
import { badge } from './layout/badge';
import { barBox } from './layout/boxes';
import type { DocumentPlan } from './layout/definition';
import { caseId } from './layout/headings';
import { masthead } from './layout/masthead';
import { fitted } from './layout/printable';
import { pieces } from './layout/prose';
import { reversed, small, strong } from './layout/spans';
import { ink, inner, soft } from './layout/tokens';
import type { BriefingPerson, BriefingView } from './views';
import { dayAndTimeWords, joined, labelled } from './words';

const whoColumn = 166;
const half = (inner - whoColumn - 24) / 2;
const photoWidth = 58;

/**
 * For a briefing room: who, how the person looks and stands, what helps and what harms. Large enough to be read on a wall,
 * and nothing of needs, offences or what agencies said.
 */
export function briefingPlan(view: BriefingView): DocumentPlan {
  const { scheme, document, team, today, people } = view;
  const content: Content[] = [
    masthead(scheme, 'Briefing', team, [
      ['From', formatDayWithYear(today)],
      ['Valid until', view.validUntil === null ? 'the next one' : dayAndTimeWords(view.validUntil)],
      ['After that', 'destroy'],
      ['Number', document.number],
    ]),
    barBox(
      {
        text: [
          strong('For the briefing room only. '),
          'Do not leave it on a desk, photograph it or pass it on. What it says is for meeting these people safely and well; it is no ground to stop or search anybody.',
        ],
      },
      inner,
      [0, 0, 0, 8],
    ),
    meanings(view),
    people.length === 0 ? { text: 'Nobody on the scheme is known in this area.' } : peopleTable(people),
  ];
  return issuedPlan(view, `Briefing: ${team}`, content);
}

function peopleTable(people: readonly BriefingPerson[]): ContentTable {
  const starts = new Set<number>();
  const head = (text: string): TableCell => ({ text, font: 'Heavy', fontSize: 10.5 });
  const body: TableCell[][] = [[head('Who'), head('✓  What helps'), head('✗  What harms')]];
  for (const [index, person] of people.entries()) {
    starts.add(body.length);
    body.push(...personRows(person, index));
  }
  const layout: CustomTableLayout = {
    hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 1 : starts.has(line) || line === body.length ? 0.8 : 0),
    hLineColor: (line) => (line === 1 ? ink : soft),
    vLineWidth: () => 0,
    paddingLeft: (column) => (column === 0 ? 0 : 6),
    paddingRight: (column) => (column === 2 ? 0 : 6),
    paddingTop: (row) => (row === 0 || starts.has(row) ? 6 : 1),
    paddingBottom: (row) => (starts.has(row + 1) || row === body.length - 1 ? 7 : 2),
  };
  return {
    table: { widths: [whoColumn, half, half], headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, body },
    layout,
    tag: 'Table',
    continued: new Set(body.flatMap((_, row) => (row === 0 || starts.has(row) ? [] : [row]))),
  };
}

/** A person is one row where it is short, and goes on in further ones where it is not: a row that is too tall would be lost. */
function personRows(person: BriefingPerson, index: number): TableCell[][] {
  const columns = [who(person, index), advice(person.doAdvice), advice(person.doNotAdvice)] as const;
  const rows = Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, row) =>
    columns.map((blocks) => (blocks[row] ?? '') as TableCell),
  );
  const warnings = [...(person.isAtLarge ? ['Unlawfully at large'] : []), ...person.riskWarnings];
  const risks = warnings.flatMap((warning) =>
    pieces(warning, 500).map((text, part) => ({ text: [...(part === 0 ? [reversed('RISK'), { text: '  ' }] : []), strong(text)] })),
  );
  const isShort = columns.every(({ length }) => length === 1) && warnings.join('').length < 500 && warnings.length < 8;
  if (!isShort) return [...rows, ...risks.map((risk): TableCell[] => ['', { ...risk, colSpan: 2, column: 0 }, {}])];
  const [[first], [helps], [harms]] = columns;
  const beside: Content[] = [
    {
      columns: [
        { width: half, stack: [helps ?? ''], column: 1 },
        { width: half, stack: [harms ?? ''], column: 2 },
      ],
      columnGap: 12,
    },
    ...risks.map((risk): Content => ({ ...risk, margin: [0, 4, 0, 0], column: 0 })),
  ];
  return [[first as TableCell, { colSpan: 2, stack: beside, tag: 'cells' }, {}]];
}

const mostWho = 260;
const mostBesidePhoto = 13;

function who(person: BriefingPerson, index: number): Content[] {
  const target = { id: caseId(index + 1), outline: true, outlineText: fitted(person.name, 120) };
  const facts = [
    joined([person.age === null ? 'Age not known' : `Aged ${person.age}`, person.area]),
    labelled('Known as', person.knownAs),
    person.colour === null || person.colourSince === null
      ? ''
      : `${colourWord[person.colour]} since ${formatDayWithYear(person.colourSince)}`,
  ];
  const called = pieces(person.name, 120).map(
    (text, part): Content => ({
      text,
      font: 'Heavy',
      fontSize: 11.5,
      margin: [0, part === 0 ? 3 : 0, 0, 0],
      ...(part === 0 ? { ...target, headlineLevel: 2 } : {}),
    }),
  );
  const mark = badge([person.colour], 19).content;
  const about = facts.flatMap((fact) => pieces(fact, 200)).map((text): Content => ({ text: [small(text)] }));
  const words = [mark, ...called, ...about];
  const isShort = person.name.length + facts.join('').length < mostWho;
  if (person.photo === null) return isShort ? [{ stack: words }] : words;
  const photo: Content = { image: person.photo, fit: [photoWidth, 78], alt: `Photograph of ${person.name}` };
  if (!isShort) return [photo, ...words];
  // Beside the picture is little room, and no name is to be broken: one with a long part stands above it.
  const isAbove = person.name.split(/\s|(?<=-)/).some((part) => part.length > mostBesidePhoto);
  const beside: Content = {
    columns: [
      { width: whoColumn - photoWidth - 6, stack: isAbove ? about : words },
      { width: photoWidth, stack: [photo] },
    ],
    columnGap: 6,
  };
  return isAbove ? [{ stack: [mark, ...called, { stack: [beside], margin: [0, 4, 0, 0] }] }] : [beside];
}

function advice(text: string): Content[] {
  const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim().replace(/^[-•*✓✗]\s+/, '')]));
  if (lines.length === 0) return [{ text: 'Nothing particular.', color: soft }];
  // Half a page is narrow, so the pieces are shorter here than elsewhere.
  const blocks = lines.flatMap((line) => pieces(line, 400).map((piece) => points([piece], '•', half)));
  const isShort = lines.length <= 8 && text.length < 900;
  return isShort
    ? [
        {
          stack: blocks.map((block, index) => ({
            stack: [block],
            margin: [0, index === 0 ? 0 : 2, 0, 0] as [number, number, number, number],
          })),
        },
      ]
    : blocks;
}

function meanings({ meanings: list }: BriefingView): Content {
  const width = (inner - 3 * 12) / 4;
  return {
    unbreakable: true,
    margin: [0, 0, 0, 8],
    stack: [
      {
        columns: list.map(({ colour, meaning }) => ({
          width,
          stack: [
            badge([colour], 12).content,
            { text: fitted(meaning, 160), fontSize: 8, color: soft, margin: [0, 2, 0, 0] as [number, number, number, number] },
          ],
        })),
        columnGap: 12,
      },
    ],
  };
}
