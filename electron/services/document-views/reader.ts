import { type AgendaDay, type PlannedItem, relevantIds } from '../agenda/agenda-day';

/** Whose copy it is: an agency, or null for the full record that core agencies keep. */
export type Reader = string | null;

/** The cases of a conference that a reader may know, in their order. All that follows is made from these alone. */
export function readersItems(day: AgendaDay, reader: Reader): readonly PlannedItem[] {
  return reader === null ? day.items : day.items.filter(({ agencies }) => relevantIds(agencies).includes(reader));
}
