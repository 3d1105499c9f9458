import type { StoredSlot } from '../../../db/queries/agenda-slots';
import type { Stretch } from '../../../shared/agenda/plan-day';
import type { AgencyStay } from '../../../shared/views/agenda';

/** A calendar entry of one agency: all its time, or what it has in one of two sittings. Minutes from the start of the conference. */
export interface SlotEntry extends Stretch {
  /** The only sitting is the first. */
  readonly sitting: 1 | 2;
  /** Rises with each change of the entry (RFC 5545 3.8.7.4). */
  readonly sequence: number;
  /** False once the agency has nothing in that sitting any more. */
  readonly isStanding: boolean;
}

type Kept = Pick<StoredSlot, 'arrives' | 'leaves' | 'sequence' | 'withdrawnOn' | 'entries'>;

/** What is not an entry, as another version may write, is passed over. */
export function entriesOf(slot: Kept): readonly SlotEntry[] {
  const written: unknown = JSON.parse(slot.entries);
  const read = (Array.isArray(written) ? written : []).flatMap((each: unknown): SlotEntry[] => {
    if (!Array.isArray(each)) return [];
    const [sitting, from, to, sequence, isStanding] = each as unknown[];
    const isEntry = (sitting === 1 || sitting === 2) && [from, to, sequence].every(Number.isInteger) && typeof isStanding === 'boolean';
    return isEntry ? [{ sitting, from: from as number, to: to as number, sequence: sequence as number, isStanding }] : [];
  });
  if (read.length > 0) return read;
  const { arrives, leaves, sequence, withdrawnOn } = slot;
  return [{ sitting: 1, from: arrives, to: leaves, sequence, isStanding: withdrawnOn === null }];
}

/** As they are kept: one entry that goes with its slot needs no words of its own. */
export function writtenEntries(entries: readonly SlotEntry[]): string {
  if (entries.every(({ sitting }) => sitting === 1)) return '[]';
  return JSON.stringify(entries.map(({ sitting, from, to, sequence, isStanding }) => [sitting, from, to, sequence, isStanding]));
}

/**
 * The entries after an agenda is issued anew. One that stays as it was keeps its sequence, so that a calendar which holds
 * it is not asked again; one that is new to a sitting, changed or gone carries the next.
 *
 * @param before none where the agency had no slot; with the stays that they were for.
 */
export function nextEntries(
  before: { readonly entries: readonly SlotEntry[]; readonly stays: readonly Stretch[] } | null,
  stays: readonly AgencyStay[],
): readonly SlotEntry[] {
  return ([1, 2] as const).flatMap((sitting): SlotEntry[] => {
    const own = stays.filter((stay) => stay.sitting === sitting);
    const known = before?.entries.find((entry) => entry.sitting === sitting);
    const [first] = own;
    if (!first) {
      return known ? [withdrawn(known)] : [];
    }
    const span = { sitting, from: first.from, to: own.at(-1)?.to ?? first.to, isStanding: true } as const;
    if (!known) return [{ ...span, sequence: 0 }];
    const told = before?.stays.filter(({ from, to }) => from >= known.from && to <= known.to) ?? [];
    const isSame = known.isStanding && said(told) === said(own);
    return [{ ...span, sequence: known.sequence + (isSame ? 0 : 1) }];
  });
}

/** The same entries for another day, hour or place. */
export const movedEntries = (entries: readonly SlotEntry[]): readonly SlotEntry[] =>
  entries.map((entry) => (entry.isStanding ? { ...entry, sequence: entry.sequence + 1 } : entry));

/** None of them stands any more. */
export const withdrawnEntries = (entries: readonly SlotEntry[]): readonly SlotEntry[] => entries.map(withdrawn);

const withdrawn = (entry: SlotEntry): SlotEntry =>
  entry.isStanding ? { ...entry, sequence: entry.sequence + 1, isStanding: false } : entry;

const said = (stays: readonly Stretch[]) => stays.map(({ from, to }) => `${from}-${to}`).join(' ');
