import type { AgencySlot } from '../../../../shared/views/agenda';
import type { AttendanceView } from '../../../../shared/views/chairing';
import { type Span, stayOf } from './as-it-stands';

export interface InRoom {
  readonly id: string;
  readonly agencyId: string | null;
  readonly name: string;
  /** Minutes of the day at which its last case ends; null where it stays throughout. */
  readonly leaves: number | null;
}

export interface Awaited {
  readonly agencyId: string;
  readonly at: number;
}

export interface Room {
  readonly here: readonly InRoom[];
  /** Expected by now, and not marked as here. */
  readonly due: readonly Awaited[];
  readonly next: Awaited | null;
}

export function isHere(row: AttendanceView): boolean {
  return (row.status === 'present' || row.status === 'observer') && row.arrivedAt !== null && row.leftAt === null;
}

/** Nobody waits for an agency that sent apologies, is marked absent, is here or has been. */
function isAwaited(rows: readonly AttendanceView[]): boolean {
  return rows.every((row) => row.status === 'present' && row.arrivedAt === null);
}

/** Who is in the room by what was marked, until when, and who comes next. `now` is in minutes of the day. */
export function roomNow(
  slots: readonly AgencySlot[],
  attendance: readonly AttendanceView[],
  spans: ReadonlyMap<string, Span>,
  now: number,
): Room {
  const stays = new Map(slots.map((slot) => [slot.agencyId, { slot, stay: stayOf(slot, spans) }]));
  const here = attendance.filter(isHere).map((row): InRoom => {
    const known = row.agencyId === null ? undefined : stays.get(row.agencyId);
    return { id: row.id, agencyId: row.agencyId, name: row.name, leaves: !known?.stay || known.slot.isCore ? null : known.stay.to };
  });
  const oneEach = here.filter((row, index) => row.agencyId === null || here.findIndex((each) => each.agencyId === row.agencyId) === index);
  const start = Math.min(...[...spans.values()].map((span) => span.from));
  const awaited = [...stays.values()]
    .flatMap(({ slot, stay }) => (stay ? [{ agencyId: slot.agencyId, at: slot.isCore ? start : stay.from, to: stay.to }] : []))
    .filter(({ agencyId, to }) => to > now && isAwaited(attendance.filter((row) => row.agencyId === agencyId)))
    .sort((one, other) => one.at - other.at);
  return {
    here: oneEach.sort((one, other) => (one.leaves ?? 0) - (other.leaves ?? 0)),
    due: awaited.filter(({ at }) => at <= now),
    next: awaited.find(({ at }) => at > now) ?? null,
  };
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
