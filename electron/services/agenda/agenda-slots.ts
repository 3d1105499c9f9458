import { v5 as uuid } from 'uuid';
import type { Operation } from '../../../db/log/recorder';
import { type StoredSlot, slotsOf } from '../../../db/queries/agenda-slots';
import { agendaSlots } from '../../../db/schema';
import type { Stretch } from '../../../shared/agenda/plan-day';
import type { AgencySlot } from '../../../shared/views/agenda';
import { entriesOf, movedEntries, nextEntries, type SlotEntry, withdrawnEntries, writtenEntries } from './slot-entries';

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
  for (const { agencyId, arrives, leaves, isRemote, stays: laid } of planned) {
    const stays = writtenStays(laid);
    const id = slotId(meetingId, agencyId);
    const slot = before.get(id);
    kept.add(id);
    const entries = nextEntries(slot ? { entries: entriesOf(slot), stays: staysOf(slot) } : null, laid);
    const told = { arrives, leaves, stays, isRemote };
    if (!slot) operation.put(agendaSlots, id, { meetingId, agencyId, ...told, entries: writtenEntries(entries), changedAt: operation.at });
    else if (slot.withdrawnOn !== null || saidOf(slot) !== saidOf(told) || writtenEntries(entries) !== slot.entries)
      operation.put(agendaSlots, id, { ...told, withdrawnOn: null, withdrawnReason: '', ...changed(operation, slot, entries) });
  }
  const gone = [...before.values()].filter(({ id }) => !kept.has(id));
  withdraw(operation, gone, today, 'No longer on the agenda');
}

/** What an agency is told of its times, as one text. */
export const saidOf = ({ arrives, leaves, stays, isRemote }: Pick<StoredSlot, 'arrives' | 'leaves' | 'stays' | 'isRemote'>) =>
  `${arrives} ${leaves} ${stays} ${isRemote}`;

/** As they are kept: the usual single stay needs no words of its own. */
export const writtenStays = (stays: AgencySlot['stays']) =>
  stays.length < 2 ? '[]' : JSON.stringify(stays.map(({ from, to }) => [from, to]));

/** When an agency is there, in minutes from the start. What is not a list of pairs, as another version may write, is passed over. */
export function staysOf({ arrives, leaves, stays }: Pick<StoredSlot, 'arrives' | 'leaves' | 'stays'>): readonly Stretch[] {
  const written: unknown = JSON.parse(stays);
  const pairs = Array.isArray(written) ? written : [];
  const read = pairs.flatMap((pair: unknown) =>
    Array.isArray(pair) && typeof pair[0] === 'number' && typeof pair[1] === 'number' ? [{ from: pair[0], to: pair[1] }] : [],
  );
  return read.length === 0 ? [{ from: arrives, to: leaves }] : read;
}

/** The conference takes place at another time or place, so every slot that stands is another one. */
export function moveSlots(operation: Operation, meetingId: string): void {
  for (const slot of standing(slotsOf(operation.read, meetingId)))
    operation.put(agendaSlots, slot.id, changed(operation, slot, movedEntries(entriesOf(slot))));
}

/** The conference does not take place. */
export function withdrawSlots(operation: Operation, meetingId: string, today: string, reason: string): void {
  withdraw(operation, slotsOf(operation.read, meetingId), today, reason);
}

function withdraw(operation: Operation, slots: readonly StoredSlot[], withdrawnOn: string, withdrawnReason: string): void {
  for (const slot of standing(slots))
    operation.put(agendaSlots, slot.id, {
      withdrawnOn,
      withdrawnReason,
      ...changed(operation, slot, withdrawnEntries(entriesOf(slot))),
    });
}

const standing = (slots: readonly StoredSlot[]) => slots.filter(({ withdrawnOn }) => withdrawnOn === null);
const changed = (operation: Operation, { sequence }: StoredSlot, entries: readonly SlotEntry[]) => ({
  sequence: sequence + 1,
  entries: writtenEntries(entries),
  changedAt: operation.at,
});
