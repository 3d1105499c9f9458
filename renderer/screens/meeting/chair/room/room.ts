import type { ExpectedStay } from '../../../../../shared/agenda/retime';
import type { Whereabouts } from '../../../../../shared/agenda/room-calls';
import type { AgencySlot } from '../../../../../shared/views/agenda';
import type { AttendanceView } from '../../../../../shared/views/chairing';

export interface InRoom {
  readonly id: string;
  readonly agencyId: string | null;
  readonly name: string;
  /** When its last case ends or it must leave, in milliseconds since 1970; null where it stays throughout. */
  readonly leaves: number | null;
  /** None of its cases is left. */
  readonly mayGo: boolean;
}

export interface Awaited {
  readonly agencyId: string;
  /** As it stands, and as it was told; milliseconds since 1970. */
  readonly at: number;
  readonly told: number;
}

export interface Room {
  readonly here: readonly InRoom[];
  /** Expected by now, and not marked as here. */
  readonly due: readonly Awaited[];
  /** Still to come, the next first. */
  readonly coming: readonly Awaited[];
}

export function isHere(row: AttendanceView): boolean {
  return (row.status === 'present' || row.status === 'observer') && row.arrivedAt !== null && row.leftAt === null;
}

/** Nobody waits for an agency that sent apologies, is marked absent, or has been and gone. */
export function whereaboutsIn(attendance: readonly AttendanceView[]): (agencyId: string) => Whereabouts {
  return (agencyId) => {
    const rows = attendance.filter((row) => row.agencyId === agencyId);
    if (rows.some(isHere)) return 'here';
    return rows.every((row) => row.status === 'present' && row.arrivedAt === null) ? 'awaited' : 'not-coming';
  };
}

/** Who is in the room by what was marked, until when, and who comes next. `now` is in milliseconds since 1970. */
export function roomNow(stays: readonly ExpectedStay[], attendance: readonly AttendanceView[], now: number): Room {
  const where = whereaboutsIn(attendance);
  const here = attendance.filter(isHere).map((row): InRoom => {
    const stay = stays.find(({ agencyId }) => agencyId === row.agencyId);
    return {
      id: row.id,
      agencyId: row.agencyId,
      name: row.name,
      leaves: !stay
        ? null
        : stay.isCore
          ? stay.canCome.until
          : Math.min(stay.expected?.to ?? now, stay.canCome.until ?? Number.POSITIVE_INFINITY),
      mayGo: stay !== undefined && !stay.isCore && stay.expected === null,
    };
  });
  const oneEach = here.filter((row, index) => row.agencyId === null || here.findIndex((each) => each.agencyId === row.agencyId) === index);
  const awaited = stays
    .flatMap(({ agencyId, expected, planned }) =>
      expected === null ? [] : [{ agencyId, at: expected.from, told: planned.from, to: expected.to }],
    )
    .filter(({ agencyId, to }) => to > now && where(agencyId) === 'awaited')
    .sort((one, other) => one.at - other.at);
  return {
    here: oneEach.sort((one, other) => (one.leaves ?? 0) - (other.leaves ?? 0)),
    due: awaited.filter(({ at }) => at <= now),
    coming: awaited.filter(({ at }) => at > now),
  };
}

export interface FoldedRoom {
  readonly shown: readonly InRoom[];
  /** Told by their codes in one line. */
  readonly folded: readonly InRoom[];
}

/**
 * Who is here, with all but the `most` who go next folded: who can go now, then by the time at which each leaves, those
 * who stay last. Nothing is folded where that would save no more than one line.
 */
export function foldRoom(here: readonly InRoom[], most: number, isOpen: boolean): FoldedRoom {
  if (isOpen || here.length <= most + 2) return { shown: here, folded: [] };
  const goes = ({ mayGo, leaves }: InRoom) => (mayGo ? Number.NEGATIVE_INFINITY : (leaves ?? Number.POSITIVE_INFINITY));
  const byGoing = here.toSorted((one, other) => (goes(one) < goes(other) ? -1 : goes(one) > goes(other) ? 1 : 0));
  return { shown: byGoing.slice(0, most), folded: byGoing.slice(most) };
}

/** Agencies that may go once this case is over, and those that must be here for it, by its item id. */
export function comingsAndGoings(slots: readonly AgencySlot[]): {
  readonly arrive: ReadonlyMap<string, readonly string[]>;
  readonly leave: ReadonlyMap<string, readonly string[]>;
} {
  const arrive = new Map<string, string[]>();
  const leave = new Map<string, string[]>();
  const note = (marks: Map<string, string[]>, itemId: string | undefined, agencyId: string) => {
    if (itemId !== undefined) marks.set(itemId, [...(marks.get(itemId) ?? []), agencyId]);
  };
  for (const slot of slots) {
    if (slot.isCore) continue;
    note(arrive, slot.own[0]?.itemId, slot.agencyId);
    note(leave, slot.own.at(-1)?.itemId, slot.agencyId);
  }
  return { arrive, leave };
}
