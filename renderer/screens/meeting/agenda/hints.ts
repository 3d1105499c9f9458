import type { AgendaView } from '../../../../shared/views/agenda';
import { changedItems, replanned } from './day-plan';

export interface Placing {
  readonly position: number;
  readonly cost: number;
}

/** The place at which this case alone, the others as they are, makes partners wait least; its own place where none is better. */
export function cheapestPlace(view: AgendaView, itemId: string): Placing | null {
  const item = view.items.find((each) => each.id === itemId);
  if (!item) return null;
  let best: Placing = { position: item.position, cost: view.cost.now };
  for (let position = 1; position <= view.items.length; position += 1) {
    const other = view.items.find((each) => each.position === position);
    // A pinned case keeps its place, so nothing is moved onto or past it.
    if (position === item.position || other?.isPinned) continue;
    const moved = changedItems(view.items, { kind: 'move', itemId, position });
    const keepsPins = view.items.every(
      (each) => each.id === itemId || !each.isPinned || moved.find((after) => after.id === each.id)?.position === each.position,
    );
    if (!keepsPins) continue;
    const { cost } = replanned(view, moved);
    if (cost.now < best.cost) best = { position, cost: cost.now };
  }
  return best;
}

export interface LongestWait {
  readonly agencyId: string;
  readonly waits: number;
  /** The case at the end of its stay that would save most if the agency were not needed in the room for it. */
  readonly byPhone: { readonly position: number; readonly saves: number; readonly isFirst: boolean; readonly at: string } | null;
}

/** Who carries most of the waiting, and whether one case at either end of its stay is why. Null where nobody waits. */
export function longestWait(view: AgendaView): LongestWait | null {
  const [longest] = view.slots.filter((slot) => !slot.isCore && slot.waits > 0).sort((one, other) => other.waits - one.waits);
  if (!longest) return null;
  const without = (itemId: string) =>
    replanned(
      view,
      view.items.map((item) =>
        item.id === itemId ? { ...item, agencies: item.agencies.filter((each) => each.agencyId !== longest.agencyId) } : item,
      ),
    ).slots.find((slot) => slot.agencyId === longest.agencyId);
  const ends = longest.own.length < 2 ? [] : [longest.own[0], longest.own.at(-1)];
  const options = ends.flatMap((own, index) => {
    const rest = own ? without(own.itemId) : undefined;
    return own && rest
      ? [
          {
            position: own.position,
            saves: longest.waits - rest.waits,
            isFirst: index === 0,
            at: index === 0 ? rest.arrivesAt : rest.leavesAt,
          },
        ]
      : [];
  });
  const [best] = options.sort((one, other) => other.saves - one.saves);
  return { agencyId: longest.agencyId, waits: longest.waits, byPhone: best && best.saves > 0 ? best : null };
}

/** `44 min`, `10 h 05`: partners' waiting, which adds up over agencies. */
export function waitingParts(minutes: number): { readonly value: string; readonly unit: string; readonly rest: string } {
  if (minutes < 120) return { value: String(minutes), unit: 'min', rest: '' };
  return { value: String(Math.floor(minutes / 60)), unit: 'h', rest: String(minutes % 60).padStart(2, '0') };
}

export function waitingWords(minutes: number): string {
  const { value, unit, rest } = waitingParts(minutes);
  return [value, unit, rest].filter((part) => part !== '').join(' ');
}

/** `7 more`, `5 less`, `the same`. */
export function differenceWords(before: number, after: number): string {
  if (after === before) return 'the same';
  return after > before ? `${waitingWords(after - before)} more` : `${waitingWords(before - after)} less`;
}
