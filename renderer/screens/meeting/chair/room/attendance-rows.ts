import { byName } from '../../../../../shared/language/in-order';
import type { AttendanceStatus } from '../../../../../shared/language/meeting';
import type { AgencySlot } from '../../../../../shared/views/agenda';
import type { AttendanceView } from '../../../../../shared/views/chairing';
import type { AgencyView, PersonView } from '../../../../../shared/views/scheme';

/** One line of the attendance: somebody who is marked, or an agency of whom nobody is yet. */
export interface AttendanceRow {
  readonly key: string;
  readonly agency: AgencyView | null;
  readonly slot: AgencySlot | null;
  readonly marked: AttendanceView | null;
}

/** A letter a status, for marking a whole table without the mouse. */
export const statusKeys: Readonly<Record<string, AttendanceStatus>> = {
  p: 'present',
  u: 'apologies-with-update',
  a: 'apologies',
  b: 'absent',
  o: 'observer',
};

/** Agencies on the agenda by the time at which they come, core ones first; then the others; guests last. */
export function attendanceRows(
  agencies: readonly AgencyView[],
  slots: readonly AgencySlot[],
  attendance: readonly AttendanceView[],
): readonly AttendanceRow[] {
  const slotOf = new Map(slots.map((slot) => [slot.agencyId, slot]));
  const order = (agency: AgencyView) => {
    const slot = slotOf.get(agency.id);
    if (agency.isCore) return -1;
    return slot ? slot.arrives : Number.POSITIVE_INFINITY;
  };
  const known = agencies
    .filter(
      (agency) => !agency.isWithdrawn && (agency.attends || slotOf.has(agency.id) || attendance.some((row) => row.agencyId === agency.id)),
    )
    .sort((one, other) => order(one) - order(other) || byName(one.name, other.name));
  const rows = known.flatMap((agency): readonly AttendanceRow[] => {
    const slot = slotOf.get(agency.id) ?? null;
    const marked = attendance.filter((row) => row.agencyId === agency.id);
    if (marked.length === 0) return [{ key: agency.id, agency, slot, marked: null }];
    return marked.map((row, index) => ({ key: index === 0 ? agency.id : row.id, agency, slot, marked: row }));
  });
  const guests = attendance.filter((row) => row.agencyId === null).map((row) => ({ key: row.id, agency: null, slot: null, marked: row }));
  return [...rows, ...guests];
}

/** Who else of an agency could come: offered on its last line, once somebody of it is named there. */
export function othersOf(row: AttendanceRow, attendance: readonly AttendanceView[], people: readonly PersonView[]): readonly PersonView[] {
  if (row.agency === null || row.marked?.personId == null) return [];
  const marked = attendance.filter(({ agencyId }) => agencyId === row.agency?.id);
  if (marked.at(-1)?.id !== row.marked.id) return [];
  return people.filter(
    ({ id, agencyId, isWithdrawn }) => agencyId === row.agency?.id && !isWithdrawn && !marked.some(({ personId }) => personId === id),
  );
}

/** `9 present, 2 apologies, 3 not marked`. */
export function attendanceWords(rows: readonly AttendanceRow[]): string {
  const count = (status: AttendanceStatus) => rows.filter((row) => row.marked?.status === status).length;
  const apologies = count('apologies') + count('apologies-with-update');
  const parts = [
    [count('present'), 'present'],
    [apologies, 'apologies'],
    [count('absent'), 'absent'],
    [count('observer'), count('observer') === 1 ? 'observer' : 'observers'],
    [rows.filter((row) => row.marked === null).length, 'not marked'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ');
}
