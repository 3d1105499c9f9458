import { formatDayWithYear } from '../../shared/language/dates';
import { byName } from '../../shared/language/in-order';
import { attendanceName, attendanceStatuses } from '../../shared/language/meeting';
import type { CorrectableField } from '../../shared/views/corrections';
import type { DocumentAction, MinutesCase, MinutesView } from './views';

/** One change to minutes as they were issued. `position` is that of the case in them, null where it is about none. */
export interface MinutesChange {
  readonly position: number | null;
  readonly target: string;
  readonly says: string;
}

const prose = {
  discussion: 'Discussion',
  decisionText: 'Decision',
  rationale: 'Why it was decided',
  dissent: 'Dissent',
  colourReason: 'Reason for the colour',
} as const;
type Prose = keyof typeof prose;
const isProse = (target: string): target is Prose => target in prose;

const actionParts = { text: 'what is to be done', agency: 'owner', dueOn: 'due' } as const;
type ActionPart = keyof typeof actionParts;

/** Everything of a case in the minutes that a correction may change, in the order in which it is printed. */
export function correctableOfCase(entry: MinutesCase, agencies: readonly string[]): readonly CorrectableField[] {
  return [
    field('colourReason', prose.colourReason, entry.colourReason),
    ...entry.contributions.map(({ agency, text }, index) => field(`update:${index}`, `Update of ${agency}`, text)),
    ...(['discussion', 'decisionText', 'rationale', 'dissent'] as const).map((target) => field(target, prose[target], entry[target])),
    ...entry.actions.flatMap((action) => correctableOfAction(action, agencies)),
  ];
}

/** The same of what is not about a case: attendance, general actions, and a note on anything else. */
export function correctableInGeneral(view: MinutesView, agencies: readonly string[]): readonly CorrectableField[] {
  return [
    ...view.attendance.map(({ name, agency, status }, index) =>
      field(
        `attendance:${index}`,
        `Attendance of ${name === '' ? agency : name}`,
        status,
        attendanceStatuses.map((value) => ({ value, name: attendanceName[value] })),
      ),
    ),
    ...view.generalActions.flatMap((action) => correctableOfAction(action, agencies)),
    field('note', 'Anything else', ''),
  ];
}

function field(target: string, label: string, says: string, choices: CorrectableField['choices'] = null): CorrectableField {
  return { target, label, says, choices };
}

function correctableOfAction(action: DocumentAction, agencies: readonly string[]): readonly CorrectableField[] {
  const of = (part: ActionPart, choices: CorrectableField['choices'] = null) =>
    field(`action:${action.reference}:${part}`, `Action ${action.reference}, ${actionParts[part]}`, action[part] ?? '', choices);
  return [
    of('text'),
    of(
      'agency',
      agencies.map((name) => ({ value: name, name })),
    ),
    of('dueOn'),
  ];
}

/** What a field says, in the words of the page: `present` is "Present", a day is written out. */
export function correctionWords(target: string, says: string): string {
  if (target.startsWith('attendance:')) return attendanceName[says as keyof typeof attendanceName] ?? says;
  if (target.endsWith(':dueOn')) return says === '' ? 'No date' : formatDayWithYear(says);
  return says;
}

/** The minutes with the changes laid over them, in their order. What a change does not find, it leaves. */
export function corrected(view: MinutesView, changes: readonly MinutesChange[]): MinutesView {
  return changes.reduce(withChange, view);
}

function withChange(view: MinutesView, change: MinutesChange): MinutesView {
  const [what = '', which = '', part = ''] = change.target.split(':');
  if (what === 'attendance') {
    const status = attendanceStatuses.find((each) => each === change.says);
    return status === undefined
      ? view
      : { ...view, attendance: view.attendance.map((entry, index) => (String(index) === which ? { ...entry, status } : entry)) };
  }
  if (what === 'action' && part in actionParts) return withAction(view, which, part as ActionPart, change.says);
  const cases = view.cases.map((entry) => (entry.position === change.position ? withProse(entry, change, Number(which)) : entry));
  return { ...view, cases };
}

function withProse(entry: MinutesCase, { target, says }: MinutesChange, index: number): MinutesCase {
  if (isProse(target)) return { ...entry, [target]: says };
  if (!target.startsWith('update:')) return entry;
  return { ...entry, contributions: entry.contributions.map((each, at) => (at === index ? { ...each, text: says } : each)) };
}

/** An action stands at its case, in the general ones, and under its owner: a new owner moves it there. */
function withAction(view: MinutesView, reference: string, part: ActionPart, says: string): MinutesView {
  const change = <T extends DocumentAction>(action: T): T => {
    if (action.reference !== reference) return action;
    // A person goes with the agency: whoever else owns it, it is not they.
    if (part === 'agency') return { ...action, agency: says, person: '' };
    return { ...action, [part]: part === 'dueOn' && says === '' ? null : says };
  };
  const listed = view.actionsByAgency.flatMap(({ actions }) => actions).map(change);
  return {
    ...view,
    cases: view.cases.map((entry) => ({ ...entry, actions: entry.actions.map(change) })),
    generalActions: view.generalActions.map(change),
    actionsByAgency: [...Map.groupBy(listed, ({ agency }) => agency)]
      .sort(([one], [other]) => byName(one, other))
      .map(([agency, actions]) => ({ agency, actions })),
  };
}
