import type { Content } from 'pdfmake/interfaces';
import { formatDayWithYear } from '../../shared/language/dates';
import { schemeDecisionName } from '../../shared/language/meeting';
import { badge } from './layout/badge';
import { barBox } from './layout/boxes';
import { isMarkingCut } from './layout/furniture';
import { caseId, heading, sectionId, subheading } from './layout/headings';
import { masthead, tiles } from './layout/masthead';
import { fitted } from './layout/printable';
import { pieces } from './layout/prose';
import { quiet, strong } from './layout/spans';
import { type Row, table } from './layout/tables';
import { inner } from './layout/tokens';
import type { MinutesCase, MinutesView } from './views';
import { joined, versionWords } from './words';

/** Contents and result in one: each case with its colour, its decision and its page. */
export function frontPage(view: MinutesView): Content[] {
  const { document, meeting, figures, cases, scheme } = view;
  const place = joined([meeting.title, meeting.place]);
  return [
    masthead(scheme, 'Minutes', place, [
      ['Held', `${formatDayWithYear(meeting.heldOn)}, ${heldWords(meeting)}`],
      ['Chair', meeting.chair],
      ['Version', versionWords(document)],
      ['Number', document.number],
      ['For', view.ownAgency ?? ''],
    ]),
    ...(isMarkingCut(scheme.marking) ? [{ text: scheme.marking, bold: true, margin: [0, 0, 0, 8] } satisfies Content] : []),
    ...(document.correction === '' ? [] : correction(document.version, document.correction)),
    tiles([
      { figure: figures.casesHeard, name: figures.casesHeard === 1 ? 'case heard' : 'cases heard' },
      { figure: figures.colourChanges, name: figures.colourChanges === 1 ? 'colour change' : 'colour changes' },
      { figure: figures.actionsSet, name: figures.actionsSet === 1 ? 'action set' : 'actions set' },
      { figure: figures.carriedForward, name: 'carried forward' },
      { figure: figures.deselected, name: 'deselected' },
    ]),
    // A long list of cases would push the contents to a page where nobody looks for them.
    ...(cases.length > mostBeforeContents ? [...contents(view), ...glance(cases)] : [...glance(cases), ...contents(view)]),
  ];
}

const mostBeforeContents = 16;

export function heldWords({ startsAt, endsAt, startedAt, endedAt }: MinutesView['meeting']): string {
  const actual = `${startedAt ?? startsAt} to ${endedAt ?? endsAt}`;
  const planned = `${startsAt} to ${endsAt}`;
  return startedAt === null || actual === planned ? planned : `${actual} (planned ${planned})`;
}

/** An agency may be given its first copy once the record has been corrected already. */
export const correctedWords = (version: number) => (version > 1 ? `Corrected in version ${version}. ` : 'Corrected since the conference. ');

function correction(version: number, text: string): Content[] {
  return pieces(text).map((piece, index) => {
    const lead = index === 0 ? [strong(correctedWords(version))] : [];
    return barBox({ text: [...lead, piece] }, inner, [0, 0, 0, 10]);
  });
}

function glance(cases: readonly MinutesCase[]): Content[] {
  if (cases.length === 0) return [];
  const columns = [
    { head: '', width: 18 },
    { head: 'Case', width: 134 },
    { head: 'Colour', width: 118 },
    { head: 'Decision', width: 'rest' },
    { head: 'Page', width: 26, isRight: true },
  ] as const;
  const rows = cases.map(
    (entry): Row => ({
      cells: [
        quiet(String(entry.position)),
        strong(entry.name, { linkToDestination: caseId(entry.position) }),
        { draw: badge([entry.colourBefore, entry.colourAfter]).content },
        glanceDecision(entry),
        { draw: { pageReference: caseId(entry.position), alignment: 'right', noWrap: true } },
      ],
    }),
  );
  return [subheading('Cases at a glance', { level: 2 }), table(columns, rows)];
}

/** What fits on one line beside the badges. */
const mostOfDecision = 36;

export function glanceDecision(entry: MinutesCase): string {
  if (entry.isDeferred) return 'Deferred';
  if (entry.decision !== null && entry.decision !== 'stays') return schemeDecisionName[entry.decision];
  // The decision stands in full at its case; here its first words tell which it was, and no word is cut.
  const whole = fitted(entry.decisionText, Number.MAX_SAFE_INTEGER);
  const text = whole.length <= mostOfDecision ? whole : `${whole.slice(0, mostOfDecision).replace(/\s+\S*$/, '')}…`;
  return text === '' && entry.decision !== null ? schemeDecisionName[entry.decision] : text;
}

function contents(view: MinutesView): Content[] {
  const titles = [
    ...(view.corrections.length > 0 ? ['Corrections'] : []),
    'Purpose and confidentiality',
    'Attendance',
    'Actions from last time',
    'Cases',
    ...(view.generalActions.length > 0 ? ['General actions'] : []),
    'All actions by agency',
    'Distribution',
  ];
  const half = Math.ceil(titles.length / 2);
  const width = (inner - 28) / 2;
  const columns = [
    { head: '', width: 'rest' },
    { head: '', width: 26, isRight: true },
  ] as const;
  const list = (part: readonly string[]) =>
    table(
      columns,
      part.map((title) => ({
        cells: [
          { text: title, linkToDestination: sectionId(title) },
          { draw: { pageReference: sectionId(title), alignment: 'right', noWrap: true } },
        ],
      })),
      { within: width },
    );
  return [
    subheading('Contents', { room: 24 * half, level: 2 }),
    {
      columns: [
        { width, stack: [list(titles.slice(0, half))] },
        { width, stack: [list(titles.slice(half))] },
      ],
      columnGap: 28,
    },
  ];
}

export function agreedWords({ statementAgreedAt }: Pick<MinutesView['meeting'], 'statementAgreedAt'>): string {
  return statementAgreedAt === null
    ? 'The statement was not recorded as agreed at this conference.'
    : `All present agreed to this statement at ${statementAgreedAt}.`;
}

export function purposeAndConfidentiality({ scheme, meeting }: MinutesView): Content[] {
  const paragraph = (name: string, text: string): Content[] =>
    pieces(text).map((piece, index) => ({
      unbreakable: true,
      stack: [{ text: index === 0 ? [strong(`${name}. `), piece] : piece }],
      margin: [0, 0, 0, 4],
    }));
  const said = pieces(`${scheme.confidentiality} ${agreedWords(meeting)}`);
  return [
    heading('Purpose and confidentiality', { room: 140 }),
    ...paragraph('Purpose', scheme.purpose),
    ...paragraph('Legal basis', scheme.legalBasis),
    ...said.map((piece, index) => barBox({ text: index === 0 ? [strong('Confidentiality. '), piece] : piece }, inner)),
  ];
}
