import type { DocumentAction } from '../views';
import { dueDay } from '../words';
import { lineBreakRun, strongRun, type WordRun, type WordTable } from './word-parts';

export const owner = ({ agency, person }: DocumentAction): WordRun[] =>
  person === '' ? [strongRun(agency)] : [strongRun(agency), lineBreakRun, { text: person }];

/** Who owns what, by when. */
export function ownedActions(title: string, actions: readonly DocumentAction[], heldOn: string): WordTable {
  return {
    caption: `${title}: what is to be done, by whom, by when`,
    heads: ['Ref', 'Action', 'Owner', 'Due'],
    widths: [3, 10, 6, 4],
    rows: actions.map((action) => [action.reference, action.text, owner(action), [strongRun(dueDay(action.dueOn, heldOn))]]),
  };
}
