import { v5 as uuid } from 'uuid';
import type { Operation } from '../../db/log/recorder';
import { type StoredSlot, slotsOf } from '../../db/queries/agenda-slots';
import { agendaSlots } from '../../db/schema';
import type { AgencySlot } from '../../shared/views/agenda';

/** A fixed root, so that two computers that issue one agenda write the same rows. */
const root = '6b1f7f0e-2f5c-4d0b-9a53-1d1f2a8e7c44';
export const slotId = (meetingId: string, agencyId: string) => uuid(`${meetingId}/${agencyId}`, root);

/**
 * Keeps when each agency comes, by an agenda that is being issued. A slot that is as it was stays untouched, so that its
 * invitation stays right; one that is new, changed or gone carries the next sequence.
 */
export function keepSlots(operation: Operation, meetingId: string, today: string, planned: readonly AgencySlot[]): void {
  const before = new Map(slotsOf(operation.read, meetingId).map((slot) => [slot.id, slot]));
  const kept = new Set<string>();
  for (const { agencyId, arrives, leaves } of planned) {
    const id = slotId(meetingId, agencyId);
    const slot = before.get(id);
    kept.add(id);
    if (!slot) operation.put(agendaSlots, id, { meetingId, agencyId, arrives, leaves, changedAt: operation.at });
    else if (slot.withdrawnOn !== null || slot.arrives !== arrives || slot.leaves !== leaves)
      operation.put(agendaSlots, id, { arrives, leaves, withdrawnOn: null, withdrawnReason: '', ...changed(operation, slot) });
  }
  const gone = [...before.values()].filter(({ id }) => !kept.has(id));
  withdraw(operation, gone, today, 'No longer on the agenda');
}

/** The conference takes place at another time or place, so every slot that stands is another one. */
export function moveSlots(operation: Operation, meetingId: string): void {
  for (const slot of standing(slotsOf(operation.read, meetingId))) operation.put(agendaSlots, slot.id, changed(operation, slot));
}

/** The conference does not take place. */
export function withdrawSlots(operation: Operation, meetingId: string, today: string, reason: string): void {
  withdraw(operation, slotsOf(operation.read, meetingId), today, reason);
}

function withdraw(operation: Operation, slots: readonly StoredSlot[], withdrawnOn: string, withdrawnReason: string): void {
  for (const slot of standing(slots)) operation.put(agendaSlots, slot.id, { withdrawnOn, withdrawnReason, ...changed(operation, slot) });
}

const standing = (slots: readonly StoredSlot[]) => slots.filter(({ withdrawnOn }) => withdrawnOn === null);
const changed = (operation: Operation, { sequence }: StoredSlot) => ({ sequence: sequence + 1, changedAt: operation.at });
