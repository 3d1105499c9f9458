import type { AgendaBreakView } from '../../../../shared/views/agenda';
import type { ChairItemSummary } from '../../../../shared/views/chairing';

/**
 * The next case that has not been heard, after this one and then from the start; null where none is left. Between two
 * cases it goes on from the one that ended last.
 */
export function nextItem(items: readonly ChairItemSummary[], currentItemId: string | null): ChairItemSummary | null {
  const inOrder = [...items].sort((one, other) => one.position - other.position);
  const from = currentItemId ?? lastEnded(items)?.id;
  const here = inOrder.findIndex((item) => item.id === from);
  const round = [...inOrder.slice(here + 1), ...inOrder.slice(0, Math.max(0, here))];
  return round.find((item) => item.state === 'waiting' && item.id !== currentItemId) ?? null;
}

/** The case that ended last; null where none has. */
export function lastEnded(items: readonly ChairItemSummary[]): ChairItemSummary | null {
  const ended = items.filter(({ state, endedAt }) => (state === 'discussed' || state === 'deferred') && endedAt !== null);
  return ended.reduce<ChairItemSummary | null>((last, item) => ((item.endedAt ?? '') >= (last?.endedAt ?? '') ? item : last), null);
}

/** The case one above or below in the agenda; null at either end. */
export function neighbour(items: readonly ChairItemSummary[], currentItemId: string | null, step: 1 | -1): ChairItemSummary | null {
  const inOrder = [...items].sort((one, other) => one.position - other.position);
  const here = inOrder.findIndex((item) => item.id === currentItemId);
  return inOrder[here + step] ?? null;
}

/** The pause that the plan puts between a case and the one after it, if any. */
export function breakBetween(
  breaks: readonly AgendaBreakView[],
  from: ChairItemSummary | null,
  to: ChairItemSummary | null,
): AgendaBreakView | null {
  if (!from || !to || to.position <= from.position) return null;
  return breaks.find((pause) => pause.afterPosition >= from.position && pause.afterPosition < to.position) ?? null;
}

export interface FoldedAgenda {
  /** Cases that are done, folded into one line. */
  readonly folded: readonly ChairItemSummary[];
  readonly shown: readonly ChairItemSummary[];
}

/** Folds the cases that are over, all but the last of them, once there are enough for a fold to help. */
export function foldAgenda(items: readonly ChairItemSummary[], isOpen: boolean): FoldedAgenda {
  const inOrder = [...items].sort((one, other) => one.position - other.position);
  const firstLeft = inOrder.findIndex((item) => item.state === 'waiting' || item.state === 'current');
  const done = firstLeft === -1 ? inOrder.length : firstLeft;
  const fold = isOpen || done < 3 ? 0 : done - 1;
  return { folded: inOrder.slice(0, fold), shown: inOrder.slice(fold) };
}
