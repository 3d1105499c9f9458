import type { Content } from 'pdfmake/interfaces';
import { addDays, daysBetween, formatDay, formatDayWithYear } from '../../shared/language/dates';
import { byName, byText } from '../../shared/language/in-order';
import { issuedPlan } from './issued-plan';
import { badge } from './layout/badge';
import type { DocumentPlan } from './layout/definition';
import { caseId, heading } from './layout/headings';
import { masthead, tiles } from './layout/masthead';
import { alarm, strong } from './layout/spans';
import { type Row, table } from './layout/tables';
import { size, soft } from './layout/tokens';
import { heldBackList, reportBackList } from './tasking-pack-actions';
import { packPage } from './tasking-pack-case';
import type { PackAction, PackCase, PackView } from './views';
import { counted, dayAndTimeWords, versionWords } from './words';

/**
 * What one agency takes away: its actions in one list to report back on, then a page for each of its cases that is
 * whole in itself.
 */
export function taskingPackPlan(view: PackView): DocumentPlan {
  const { scheme, document, agency, recipient, meetingHeldOn, today } = view;
  const actions = view.actions.toSorted(byDueDay);
  const isLong = view.cases.length > mostBeforeActions;
  const content: Content[] = [
    masthead(scheme, 'Tasking pack', agency, [
      ['For', recipient],
      ['From', `Conference of ${formatDayWithYear(meetingHeldOn)}`],
      ['Back by', view.backBy === null ? '' : dayAndTimeWords(view.backBy)],
      ['Version', versionWords(document)],
      ['Number', document.number],
    ]),
    tiles(coverFigures(actions, view.cases, today)),
    ...(view.cases.length === 0 ? [{ text: 'None of the cases heard concerns this agency.' }] : isLong ? [] : [caseList(view.cases)]),
    heading('Your actions', { room: 120 }),
    ...(actions.length === 0
      ? [{ text: view.heldBack.length === 0 ? 'Your agency has no open action.' : 'Your agency has no open action on its own cases.' }]
      : [
          { text: howToReport(view), fontSize: size.small, color: soft, margin: [0, 0, 0, 4] } satisfies Content,
          reportBackList(actions, today),
        ]),
    ...heldBackList(view.heldBack, today),
    ...(isLong ? [heading('Your cases', { room: 120 }), caseList(view.cases)] : []),
    ...view.cases.map((entry) =>
      packPage(
        entry,
        actions.filter(({ casePosition }) => casePosition === entry.position),
        today,
      ),
    ),
  ];
  return issuedPlan(view, `Tasking pack: ${agency}, ${formatDayWithYear(meetingHeldOn)}`, content);
}

/** A core agency has every case: a longer list would push what is to be done off the first page. */
const mostBeforeActions = 14;

/** Soonest first; what has no date comes last. */
function byDueDay(one: PackAction, other: PackAction): number {
  return byText(one.dueOn ?? '9999', other.dueOn ?? '9999') || byName(one.reference, other.reference);
}

function coverFigures(actions: readonly PackAction[], cases: readonly PackCase[], today: string) {
  const due = actions.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn]));
  const overdue = due.filter((day) => day < today);
  const thisWeek = due.filter((day) => day >= today && daysBetween(today, day) < 7);
  const [first] = overdue;
  return [
    { figure: actions.length, name: actions.length === 1 ? 'open action' : 'open actions' },
    { figure: thisWeek.length, name: `due by ${formatDay(addDays(today, 6))}` },
    {
      figure: overdue.length,
      name: first === undefined ? 'overdue' : `overdue: first due ${formatDay(first)}`,
      isLoud: first !== undefined,
    },
    { figure: cases.length, name: 'of your cases' },
  ];
}

function caseList(cases: readonly PackCase[]): Content {
  const columns = [
    { head: 'Case', width: 138 },
    { head: 'Colour', width: 70 },
    { head: 'First thing to know', width: 'rest' },
    { head: 'Page', width: 26, isRight: true },
  ] as const;
  const rows = cases.map((entry): Row => {
    const id = caseId(entry.position);
    const isFlagged = entry.keyDates.find(({ flag }) => flag !== null);
    const flag =
      isFlagged === undefined ? [] : [alarm(isFlagged.flag === 'friday-release' ? 'FRIDAY RELEASE' : 'HOLIDAY RELEASE'), { text: '  ' }];
    return {
      cells: [
        strong(entry.name, { linkToDestination: id }),
        { draw: badge([entry.colour]).content },
        [...flag, { text: entry.firstToKnow }],
        { draw: { pageReference: id, alignment: 'right', noWrap: true } },
      ],
    };
  });
  return table(columns, rows);
}

function howToReport({ backBy, actions }: PackView): string {
  const by = backBy === null ? '' : ` by ${dayAndTimeWords(backBy)}`;
  return (
    `${counted(actions.length, 'action')}. Tick what happened, date it, and write what you did or why not. Enter it in Roundtable or hand this sheet ` +
    `back${by}. “Circumstances changed” means that it could no longer be done; “Did not act” that it could have been.`
  );
}
