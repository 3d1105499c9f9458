import type { Content } from 'pdfmake/interfaces';
import { addDays, daysBetween, formatDay, formatDayWithYear } from '../../shared/language/dates';
import { issuedPlan } from './issued-plan';
import { badgeInText } from './layout/badge';
import type { DocumentPlan } from './layout/definition';
import { heading } from './layout/headings';
import { masthead, tiles } from './layout/masthead';
import { fitted } from './layout/printable';
import { lineBreak, quiet, strong } from './layout/spans';
import { type HeadedTable, type Row, table } from './layout/tables';
import { dueTag, heldBackList } from './tasking-pack-actions';
import type { ActionListView, PackAction } from './views';
import { dueDay } from './words';

/** Every open action of its reader by agency, the soonest due first. */
export function actionListPlan(view: ActionListView): DocumentPlan {
  const { scheme, document, today, reader, agencies } = view;
  const all = agencies.flatMap(({ actions }) => actions);
  const lists = agencies.filter(({ actions }) => actions.length > 0).map(({ agency, actions }) => agencyTable(agency, actions, today));
  const content: Content[] = [
    masthead(scheme, 'Action list', reader, [
      ['As of', formatDayWithYear(today)],
      ['For', document.reader],
      ['Number', document.number],
    ]),
    tiles(actionFigures(all, today)),
    heading('Open actions', { room: 110, above: lists[0] }),
    ...(lists.length === 0 ? [{ text: 'No action is open.' }] : lists),
    ...heldBackList(view.heldBack, today),
  ];
  return issuedPlan(view, `Action list: ${reader}, ${formatDayWithYear(today)}`, content);
}

/** What the head of an action list counts. */
export function actionFigures(actions: readonly PackAction[], today: string) {
  const due = actions.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn]));
  const overdue = due.filter((day) => day < today).length;
  return [
    { figure: actions.length, name: actions.length === 1 ? 'open action' : 'open actions' },
    { figure: due.filter((day) => day >= today && daysBetween(today, day) < 7).length, name: `due by ${formatDay(addDays(today, 6))}` },
    { figure: overdue, name: 'overdue', isLoud: overdue > 0 },
    { figure: actions.filter(({ carried }) => carried > 0).length, name: 'carried forward' },
  ];
}

export const carriedWords = (carried: number) => `carried forward ${carried === 1 ? 'once' : `${carried} times`}`;

function agencyTable(agency: string, actions: readonly PackAction[], today: string): HeadedTable {
  const columns = [
    { head: '', width: 34 },
    { head: '', width: 'rest' },
    { head: 'Case', width: 106 },
    { head: 'Owner', width: 92 },
    { head: 'Due', width: 82, isRight: true },
  ] as const;
  const rows = actions.map(
    (action): Row => ({
      cells: [
        quiet(action.reference),
        [{ text: action.text }, ...(action.carried === 0 ? [] : [lineBreak, quiet(carriedWords(action.carried))])],
        action.caseName === '' ? quiet('general') : [{ text: action.caseName }, lineBreak, badgeInText(action.colour)],
        action.person,
        [strong(dueDay(action.dueOn, today)), ...(action.dueOn === null ? [] : [lineBreak, ...dueTag(action.dueOn, today)])],
      ],
    }),
  );
  return table(columns, rows, { heading: `${fitted(agency, 200)} (${actions.length})`, margin: [0, 0, 0, 9] });
}
