import { asc, eq } from 'drizzle-orm';
import type { Reader } from '../connection';
import { agendaSlots } from '../schema';

export type StoredSlot = typeof agendaSlots.$inferSelect;

/** Every slot that a conference has or had, those withdrawn too, by when it begins. */
export function slotsOf(read: Reader, meetingId: string): readonly StoredSlot[] {
  return read
    .select()
    .from(agendaSlots)
    .where(eq(agendaSlots.meetingId, meetingId))
    .orderBy(asc(agendaSlots.arrives), asc(agendaSlots.leaves), asc(agendaSlots.id))
    .all();
}
