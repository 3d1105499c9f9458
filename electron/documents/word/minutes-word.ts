import type { Paragraph } from 'docx';
import { formatDayWithYear } from '../../../shared/language/dates';
import type { AttendanceStatus } from '../../../shared/language/meeting';
import { demonstrationLine } from '../layout/furniture';
import { outcomeWords } from '../layout/marks';
import { informationWords, roomWords } from '../minutes-attendance';
import { agreedWords, correctedWords, glanceDecision, heldWords } from '../minutes-front';
import { distributionWords, noCases, sentWords } from '../minutes-lists';
import type { AttendanceEntry, MinutesView } from '../views';
import { counted, dayAndTimeWords, dueDay, joined, versionWords } from '../words';
import { ownedActions, owner } from './minutes-word-actions';
import { caseAnchor, caseInWord, colourWords } from './minutes-word-case';
import { correctionsInWord } from './minutes-word-corrections';
import {
  lineBreakRun,
  softRun,
  strongRun,
  type WordContent,
  type WordTable,
  type WordText,
  wordHeading,
  wordParagraph,
  wordProse,
} from './word-parts';

/** The same minutes as `minutesPlan`, in the order in which they are printed, with real headings and tables. */
export function minutesInWord(view: MinutesView): WordContent {
  const { scheme, meeting, document } = view;
  return [
    wordParagraph(`${scheme.brand}  ${scheme.area}`, { style: 'Brand' }),
    wordParagraph('Minutes', { style: 'Title' }),
    wordParagraph(joined([meeting.title, meeting.place]), { style: 'Subtitle' }),
    ...facts(view),
    ...(scheme.isDemonstration ? [wordParagraph(demonstrationLine, { style: 'SoftParagraph' })] : []),
    ...wordProse(document.correction, [strongRun(correctedWords(document.version))]),
    wordParagraph(figureWords(view)),
    ...glance(view),
    ...correctionsInWord(view),
    wordHeading(1, 'Purpose and confidentiality'),
    ...wordProse(scheme.purpose, [strongRun('Purpose. ')]),
    ...wordProse(scheme.legalBasis, [strongRun('Legal basis. ')]),
    ...wordProse(`${scheme.confidentiality} ${agreedWords(meeting)}`, [strongRun('Confidentiality. ')]),
    ...attendance(view),
    ...lastActions(view),
    wordHeading(1, 'Cases'),
    ...(view.cases.length === 0
      ? [wordParagraph(noCases(view))]
      : view.cases.flatMap((entry) => caseInWord(entry, meeting.heldOn, view.agencyNames))),
    ...(view.generalActions.length === 0
      ? []
      : [wordHeading(1, 'General actions'), ownedActions('General actions', view.generalActions, meeting.heldOn)]),
    ...byAgency(view),
    ...(meeting.next === null
      ? []
      : [wordParagraph([strongRun(`Next conference: ${dayAndTimeWords(meeting.next)}.`)], { style: 'AfterTable' })]),
    ...distribution(view),
  ];
}

function facts({ meeting, document }: MinutesView): Paragraph[] {
  const rows: readonly (readonly [string, string])[] = [
    ['Held', `${formatDayWithYear(meeting.heldOn)}, ${heldWords(meeting)}`],
    ['Chair', meeting.chair],
    ['Version', versionWords(document)],
    ['Number', document.number],
    ['For', document.reader],
  ];
  return rows.filter(([, value]) => value !== '').map(([name, value]) => wordParagraph([softRun(`${name}: `), strongRun(value)]));
}

function figureWords({ figures }: MinutesView): string {
  const parts = [
    counted(figures.casesHeard, 'case heard', 'cases heard'),
    counted(figures.colourChanges, 'colour change'),
    counted(figures.actionsSet, 'action set', 'actions set'),
    `${figures.carriedForward} carried forward`,
    `${figures.deselected} deselected`,
  ];
  return `${parts.join(', ')}.`;
}

function glance({ cases }: MinutesView): (Paragraph | WordTable)[] {
  if (cases.length === 0) return [];
  const table: WordTable = {
    caption: 'Cases at a glance: each case with its colour before and after and what was decided',
    heads: ['No.', 'Case', 'Colour', 'Decision'],
    widths: [1, 4, 4, 6],
    rows: cases.map((entry) => [
      String(entry.position),
      [{ text: entry.name, bold: true, linkTo: caseAnchor(entry.position) }],
      colourWords(entry),
      glanceDecision(entry),
    ]),
  };
  return [wordHeading(1, 'Cases at a glance'), table];
}

function attendance({ attendance: entries }: MinutesView): (Paragraph | WordTable)[] {
  const having = (...statuses: AttendanceStatus[]) => entries.filter(({ status }) => statuses.includes(status));
  const present = having('present');
  const part = (title: string, list: readonly AttendanceEntry[], last?: readonly [string, (entry: AttendanceEntry) => string]) =>
    list.length === 0
      ? []
      : [
          ...(title === 'Present' ? [] : [wordHeading(2, title)]),
          {
            caption: `${title}: agency, name and post${last ? `, ${last[0].toLowerCase()}` : ''}`,
            heads: ['Agency', 'Name', 'Post', ...(last ? [last[0]] : [])],
            widths: [5, 5, 5, ...(last ? [4] : [])],
            rows: list.map((entry): WordText[] => [[strongRun(entry.agency)], entry.name, entry.post, ...(last ? [last[1](entry)] : [])]),
          } satisfies WordTable,
        ];
  return [
    wordHeading(1, 'Attendance'),
    ...(present.length === 0 ? [wordParagraph('Nobody was recorded as present.')] : part('Present', present, ['In the room', roomWords])),
    ...part('Apologies', having('apologies-with-update', 'apologies'), ['Information', informationWords]),
    ...part('Absent without apologies', having('absent')),
    ...part('Observers', having('observer')),
  ];
}

function lastActions({ lastActions: actions, meeting }: MinutesView): (Paragraph | WordTable)[] {
  if (actions.length === 0) {
    return [wordHeading(1, 'Actions from last time'), wordParagraph('No action was open from earlier conferences.')];
  }
  const table: WordTable = {
    caption: 'Actions from last time: what was to be done, by whom, by when, what came of it and what happened',
    heads: ['Ref', 'Action', 'Owner', 'Due', 'Outcome', 'What happened'],
    widths: [3, 8, 6, 4, 5, 5],
    rows: actions.map((action) => [
      action.reference,
      action.caseName === '' ? action.text : [{ text: action.text }, lineBreakRun, softRun(action.caseName)],
      owner(action),
      dueDay(action.dueOn, meeting.heldOn),
      outcomeWords(action.outcome).join(' '),
      action.note,
    ]),
  };
  return [wordHeading(1, 'Actions from last time'), table];
}

function byAgency({ actionsByAgency: agencies, meeting }: MinutesView): (Paragraph | WordTable)[] {
  const title = wordHeading(1, 'All actions by agency');
  if (agencies.length === 0) return [title, wordParagraph('No action was set.')];
  return [
    title,
    ...agencies.flatMap(({ agency, actions }) => [
      wordHeading(2, `${agency} (${actions.length})`),
      {
        caption: `Actions of ${agency}: what is to be done, on which case, by whom, by when`,
        heads: ['Ref', 'Action', 'Case', 'Owner', 'Due'],
        widths: [3, 9, 5, 5, 4],
        rows: actions.map((action): WordText[] => [
          action.reference,
          action.text,
          action.casePosition === null
            ? [softRun(action.caseName || 'general')]
            : [{ text: action.caseName, linkTo: caseAnchor(action.casePosition) }],
          action.person,
          [strongRun(dueDay(action.dueOn, meeting.heldOn))],
        ]),
      } satisfies WordTable,
    ]),
  ];
}

function distribution(view: MinutesView): (Paragraph | WordTable)[] {
  const { distribution: entries } = view;
  const words = [wordHeading(1, 'Distribution'), wordParagraph(distributionWords(view))];
  if (entries.length === 0) return words;
  return [
    ...words,
    {
      caption: 'Distribution: who was sent what, with its number and when',
      heads: ['Recipient', 'What', 'Number', 'When'],
      widths: [5, 6, 4, 4],
      rows: entries.map(({ recipient, what, number, sentAt }) => [[strongRun(recipient)], what, number, sentWords(sentAt)]),
    },
  ];
}
