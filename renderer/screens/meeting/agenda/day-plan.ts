import type { AgencySlot, AgendaBreakView, AgendaItemView, AgendaView } from '../../../../shared/views/agenda';
import { clockAt, minutesOf } from '../chair/clock';

/** What a person does to the order; applied here at once, and by the main process when it gets to it. */
export type AgendaChange =
  | { readonly kind: 'move'; readonly itemId: string; readonly position: number }
  | { readonly kind: 'pin'; readonly itemId: string; readonly isPinned: boolean }
  | { readonly kind: 'minutes'; readonly itemId: string; readonly minutes: number }
  | { readonly kind: 'remove'; readonly itemId: string };

interface Placed {
  readonly item: AgendaItemView;
  readonly from: number;
  readonly to: number;
}

const byPosition = (items: readonly AgendaItemView[]) => [...items].sort((one, other) => one.position - other.position);
const numbered = (items: readonly AgendaItemView[]) => items.map((item, index) => ({ ...item, position: index + 1 }));

/** The items in their new order, numbered from 1. */
export function changedItems(items: readonly AgendaItemView[], change: AgendaChange): readonly AgendaItemView[] {
  const inOrder = byPosition(items);
  switch (change.kind) {
    case 'move': {
      const moved = inOrder.find((item) => item.id === change.itemId);
      if (!moved) return numbered(inOrder);
      const rest = inOrder.filter((item) => item !== moved);
      const at = Math.min(Math.max(change.position, 1), inOrder.length) - 1;
      return numbered([...rest.slice(0, at), moved, ...rest.slice(at)]);
    }
    case 'pin':
      return numbered(inOrder.map((item) => (item.id === change.itemId ? { ...item, isPinned: change.isPinned } : item)));
    case 'minutes':
      return numbered(inOrder.map((item) => (item.id === change.itemId ? { ...item, minutes: change.minutes } : item)));
    case 'remove':
      return numbered(inOrder.filter((item) => item.id !== change.itemId));
  }
}

/** Lays the cases and breaks one after another, in minutes from the start. */
function lay(items: readonly AgendaItemView[], breaks: readonly AgendaBreakView[], opening: number) {
  let clock = opening;
  const placed: Placed[] = [];
  const pauses = new Map<string, number>();
  const pauseAfter = (position: number) => {
    for (const pause of breaks) {
      if (pause.afterPosition !== position) continue;
      pauses.set(pause.id, clock);
      clock += pause.minutes;
    }
  };
  pauseAfter(0);
  for (const [index, item] of items.entries()) {
    placed.push({ item, from: clock, to: clock + item.minutes });
    clock += item.minutes;
    pauseAfter(index + 1);
  }
  return { placed, pauses, total: clock };
}

const concerns = (item: AgendaItemView, agencyId: string) => item.agencies.some((each) => each.agencyId === agencyId && each.isRelevant);

function slotOf(agencyId: string, isCore: boolean, placed: readonly Placed[], total: number, startsAt: number): AgencySlot | null {
  const own = placed.filter(({ item }) => concerns(item, agencyId));
  const first = own[0];
  const last = own.at(-1);
  if (!first || !last) return null;
  const arrives = isCore ? 0 : first.from;
  const leaves = isCore ? total : last.to;
  const waiting: { from: number; to: number }[] = [];
  if (!isCore)
    for (const { item, from, to } of placed) {
      if (from < arrives || to > leaves || concerns(item, agencyId)) continue;
      const before = waiting.at(-1);
      if (before?.to === from) before.to = to;
      else waiting.push({ from, to });
    }
  return {
    agencyId,
    isCore,
    arrives,
    leaves,
    arrivesAt: clockAt(startsAt + arrives),
    leavesAt: clockAt(startsAt + leaves),
    waits: waiting.reduce((sum, span) => sum + span.to - span.from, 0),
    own: own.map(({ item, from, to }) => ({ itemId: item.id, position: item.position, from, to })),
    waiting,
  };
}

/**
 * The agenda with its items in this order: times, slots and what partners wait now. The figures to compare with (list
 * order, least) stay as they were last worked out.
 */
export function replanned(view: AgendaView, items: readonly AgendaItemView[]): AgendaView {
  const startsAt = minutesOf(view.meeting.startsAt);
  const { placed, pauses, total } = lay(items, view.breaks, view.openingMinutes);
  const core = new Set(view.slots.filter((slot) => slot.isCore).map((slot) => slot.agencyId));
  const agencyIds = [
    ...new Set([...view.slots.map((slot) => slot.agencyId), ...items.flatMap((item) => item.agencies.map((each) => each.agencyId))]),
  ];
  const slots = agencyIds.flatMap((agencyId) => slotOf(agencyId, core.has(agencyId), placed, total, startsAt) ?? []);
  return {
    ...view,
    items: placed.map(({ item, from }) => ({ ...item, startsAt: clockAt(startsAt + from) })),
    breaks: view.breaks.map((pause) => ({ ...pause, startsAt: clockAt(startsAt + (pauses.get(pause.id) ?? total)) })),
    slots,
    endsAt: clockAt(startsAt + total),
    totalMinutes: total,
    cost: { ...view.cost, now: slots.reduce((sum, slot) => sum + slot.waits, 0) },
  };
}

/** The agenda as it stands after changes that are not recorded yet, in the order in which they were made. */
export function withChanges(view: AgendaView, changes: readonly AgendaChange[]): AgendaView {
  if (changes.length === 0) return view;
  return replanned(
    view,
    changes.reduce<readonly AgendaItemView[]>((items, change) => changedItems(items, change), view.items),
  );
}
