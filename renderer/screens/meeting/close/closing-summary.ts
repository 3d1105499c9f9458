import type { Colour } from '../../../../shared/language/colour';
import type { SchemeDecision } from '../../../../shared/language/meeting';
import type { ActionRow } from '../../../../shared/views/actions';
import type { ChairItemView, ChairView } from '../../../../shared/views/chairing';

export interface ClosingSummary {
  readonly heard: number;
  readonly of: number;
  readonly deferred: readonly { readonly id: string; readonly name: string; readonly colour: Colour | null }[];
  readonly colourChanges: readonly {
    readonly id: string;
    readonly name: string;
    readonly from: Colour | null;
    readonly to: Colour;
    readonly reason: string;
  }[];
  readonly decisions: Readonly<Record<SchemeDecision, number>>;
  /** Heard, and nothing was decided about the scheme. */
  readonly undecided: readonly { readonly id: string; readonly name: string }[];
  readonly actionsSet: number;
  readonly actionsSettled: number;
  /** Set before, still open on what was heard, and so back at the next conference once more. */
  readonly carried: number;
  readonly minutesTaken: number | null;
  readonly minutesPlanned: number;
}

const open = (actions: readonly ActionRow[]) => actions.filter((action) => action.outcome === null).length;

type Items = ReadonlyMap<string, ChairItemView>;

/** What a conference did, counted from what was recorded. `rows` are all actions, open and closed. */
export function closingSummary(view: ChairView, items: Items, rows: readonly ActionRow[]): ClosingSummary {
  const inOrder = [...view.items].sort((one, other) => one.position - other.position);
  const heard = inOrder.filter((item) => item.state === 'discussed');
  const seen = inOrder.flatMap((item) => items.get(item.id) ?? []);
  const nameOf = new Map(inOrder.map((item) => [item.id, item.caseName]));
  const decisions: Record<SchemeDecision, number> = { stays: 0, 'to-panel': 0, deselect: 0 };
  for (const item of seen) if (item.decision !== null) decisions[item.decision] += 1;
  return {
    heard: heard.length,
    of: inOrder.length,
    deferred: inOrder.filter((item) => item.state === 'deferred').map(({ id, caseName, colour }) => ({ id, name: caseName, colour })),
    colourChanges: seen.flatMap((item) =>
      item.colourChange === null
        ? []
        : [
            {
              id: item.id,
              name: nameOf.get(item.id) ?? '',
              from: item.colourBefore,
              to: item.colourChange.colour,
              reason: item.colourChange.reason,
            },
          ],
    ),
    decisions,
    undecided: heard.filter((item) => items.get(item.id)?.decision === null).map(({ id, caseName }) => ({ id, name: caseName })),
    actionsSet: rows.filter((action) => action.meetingId === view.meetingId && action.outcome !== 'withdrawn').length,
    actionsSettled: seen.reduce(
      (sum, item) => sum + item.lastActions.filter((action) => action.outcome !== null && action.closedOn === view.heldOn).length,
      0,
    ),
    carried:
      seen.filter((item) => item.state === 'discussed' || item.state === 'current').reduce((sum, item) => sum + open(item.lastActions), 0) +
      open(view.generalActions.filter((action) => action.meetingId !== view.meetingId)),
    minutesTaken: view.startedAt && view.endedAt ? Math.round((Date.parse(view.endedAt) - Date.parse(view.startedAt)) / 60_000) : null,
    minutesPlanned: view.items.reduce((sum, item) => sum + item.minutes, 0),
  };
}
