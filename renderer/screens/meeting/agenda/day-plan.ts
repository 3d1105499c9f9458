import { moved } from '../../../../shared/agenda/move';
import { planDay } from '../../../../shared/agenda/plan-day';
import type { AgendaItemView, AgendaView } from '../../../../shared/views/agenda';

/** What a person does to the order; applied here at once, and by the main process when it gets to it. */
export type AgendaChange =
  | { readonly kind: 'move'; readonly itemId: string; readonly position: number }
  | { readonly kind: 'pin'; readonly itemId: string; readonly isPinned: boolean }
  | { readonly kind: 'minutes'; readonly itemId: string; readonly minutes: number }
  | { readonly kind: 'remove'; readonly itemId: string };

const byPosition = (items: readonly AgendaItemView[]) => [...items].sort((one, other) => one.position - other.position);
// What stays as it was stays the same object, so that only the lines that change are drawn again.
const numbered = (items: readonly AgendaItemView[]) =>
  items.map((item, index) => (item.position === index + 1 ? item : { ...item, position: index + 1 }));

/** The items in their new order, numbered from 1. */
export function changedItems(items: readonly AgendaItemView[], change: AgendaChange): readonly AgendaItemView[] {
  const inOrder = byPosition(items);
  switch (change.kind) {
    case 'move':
      return numbered(moved(inOrder, change.itemId, change.position));
    case 'pin':
      return numbered(inOrder.map((item) => (item.id === change.itemId ? { ...item, isPinned: change.isPinned } : item)));
    case 'minutes':
      return numbered(inOrder.map((item) => (item.id === change.itemId ? { ...item, minutes: change.minutes } : item)));
    case 'remove':
      return numbered(inOrder.filter((item) => item.id !== change.itemId));
  }
}

/**
 * The agenda with its items in this order: times, slots and what partners wait now. The figures to compare with (list
 * order, least) stay as they were last worked out.
 */
export function replanned(view: AgendaView, items: readonly AgendaItemView[]): AgendaView {
  const known = new Map(view.slots.map((slot) => [slot.agencyId, slot.isCore]));
  for (const item of items) for (const { agencyId } of item.agencies) if (!known.has(agencyId)) known.set(agencyId, false);
  const plan = planDay({
    startsAt: view.meeting.startsAt,
    openingMinutes: view.openingMinutes,
    items: items.map((item) => ({
      id: item.id,
      minutes: item.minutes,
      agencyIds: item.agencies.filter((each) => each.isRelevant).map((each) => each.agencyId),
      colour: item.colour,
      leadAgencyId: item.leadAgencyId,
      fixedStart: item.fixedStart,
      pinnedTo: item.isPinned ? item.position : null,
    })),
    breaks: view.breaks,
    rules: view.rules,
    agencies: [...known].map(([id, isCore]) => ({ id, isCore })),
  });
  return {
    ...view,
    items: items.map((item, index) => {
      const startsAt = plan.items[index]?.startsAt ?? item.startsAt;
      return startsAt === item.startsAt ? item : { ...item, startsAt };
    }),
    breaks: view.breaks.map((pause, index) => ({ ...pause, startsAt: plan.breaks[index]?.startsAt ?? pause.startsAt })),
    slots: plan.slots,
    idle: plan.idle,
    between: plan.between,
    // Named where they are shown: here only the ids are known.
    violations: plan.violations.map((violation) => ({ ...violation, words: '' })),
    endsAt: plan.endsAt,
    totalMinutes: plan.totalMinutes,
    cost: { ...view.cost, now: plan.waiting },
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
