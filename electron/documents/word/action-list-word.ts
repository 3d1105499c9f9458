import { dueWords, formatDayWithYear, isLate } from '../../../shared/language/dates';
import { actionFigures, carriedWords } from '../action-list';
import { demonstrationLine } from '../layout/furniture';
import { heldBackWords } from '../tasking-pack-actions';
import type { ActionListView, PackAction } from '../views';
import { dueDay } from '../words';
import { colourMark } from './minutes-word-case';
import {
  lineBreakRun,
  softRun,
  strongRun,
  type WordContent,
  type WordTable,
  type WordText,
  wordHeading,
  wordParagraph,
} from './word-parts';

/** The same action list as `actionListPlan`, in the order in which it is printed, with real headings and tables. */
export function actionListInWord(view: ActionListView): WordContent {
  const { scheme, document, today, reader, agencies, heldBack } = view;
  const listed = agencies.filter(({ actions }) => actions.length > 0);
  const figures = actionFigures(
    listed.flatMap(({ actions }) => actions),
    today,
  );
  const held = heldBackWords(heldBack, today);
  return [
    wordParagraph(`${scheme.brand}  ${scheme.area}`, { style: 'Brand' }),
    wordParagraph('Action list', { style: 'Title' }),
    wordParagraph(reader, { style: 'Subtitle' }),
    ...[
      ['As of', formatDayWithYear(today)],
      ['For', document.reader],
      ['Number', document.number],
    ].map(([name, value]) => wordParagraph([softRun(`${name}: `), strongRun(value ?? '')])),
    ...(scheme.isDemonstration ? [wordParagraph(demonstrationLine, { style: 'SoftParagraph' })] : []),
    wordParagraph(`${figures.map(({ figure, name }) => `${figure} ${name}`).join(', ')}.`),
    wordHeading(1, 'Open actions'),
    ...(listed.length === 0 ? [wordParagraph('No action is open.')] : []),
    ...listed.flatMap(({ agency, actions }) => [wordHeading(2, `${agency} (${actions.length})`), actionTable(agency, actions, today)]),
    ...(held === '' ? [] : [wordParagraph(held, { style: 'AfterTable' })]),
  ];
}

function actionTable(agency: string, actions: readonly PackAction[], today: string): WordTable {
  return {
    caption: `Open actions of ${agency}: what is to be done, on which case, by whom, by when`,
    heads: ['Ref', 'Action', 'Case', 'Owner', 'Due'],
    widths: [3, 9, 6, 5, 4],
    rows: actions.map((action): WordText[] => [
      action.reference,
      action.carried === 0 ? action.text : [{ text: action.text }, lineBreakRun, softRun(carriedWords(action.carried))],
      action.caseName === '' ? [softRun('general')] : [{ text: action.caseName }, lineBreakRun, { text: colourMark(action.colour) }],
      action.person,
      due(action.dueOn, today),
    ]),
  };
}

/** "Sun 1 Mar" over "OVERDUE 2 days". */
function due(dueOn: string | null, today: string): WordText {
  const day = strongRun(dueDay(dueOn, today));
  if (dueOn === null) return [day];
  const near = dueWords(dueOn, today);
  return isLate(dueOn, today)
    ? [day, lineBreakRun, strongRun(`OVERDUE ${near.replace(' overdue', '')}`)]
    : [day, lineBreakRun, softRun(near)];
}
