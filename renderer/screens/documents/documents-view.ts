import { formatDayNear, formatDayWithYear } from '../../../shared/language/dates';
import { documentKindName } from '../../../shared/language/document';
import { clockTimeOf, dayOf } from '../../../shared/language/scheme-place';
import type { DocumentRow } from '../../../shared/views/documents';
import type { TableEntry } from '../../components/lists/table-entries';
import { folded } from '../../data/search';

export type KindChoice = DocumentRow['kind'] | 'all' | 'other';
export const kindChoices: readonly KindChoice[] = ['all', 'minutes', 'tasking-pack', 'agenda', 'case-summary', 'other'];

export function kindChoiceName(kind: KindChoice): string {
  if (kind === 'all') return 'All';
  return kind === 'other' ? 'Other' : documentKindName[kind];
}

export interface DocumentsView {
  readonly kind: KindChoice;
  readonly text: string;
  readonly closed: ReadonlySet<string>;
}

const groupPrefix = 'meeting:';

/** Documents under the conference they were made for, the latest first. */
export function lookAtDocuments(all: readonly DocumentRow[], { kind, text, closed }: DocumentsView): readonly TableEntry<DocumentRow>[] {
  const wanted = folded(text.trim());
  const rows = all.filter(
    (row) =>
      (kind === 'all' || row.kind === kind || (kind === 'other' && !kindChoices.includes(row.kind))) &&
      (wanted === '' || folded(`${row.number} ${row.title} ${row.recipient} ${row.sha256} ${row.issuedByName}`).includes(wanted)),
  );
  return [...Map.groupBy(rows, ({ meetingId }) => meetingId ?? '')].flatMap(([meeting, group]): TableEntry<DocumentRow>[] => {
    const key = `${groupPrefix}${meeting}`;
    const isOpen = !closed.has(key);
    return [
      { kind: 'head', key, count: group.length, isOpen },
      ...(isOpen ? group.map((row) => ({ kind: 'row' as const, key: row.id, row })) : []),
    ];
  });
}

/** What stands over a group: the day of its conference. */
export function headOf(key: string, all: readonly DocumentRow[]): string {
  const meetingId = key.slice(groupPrefix.length);
  const heldOn = all.find((row) => row.meetingId === meetingId)?.meetingHeldOn;
  return heldOn ? `Conference of ${formatDayWithYear(heldOn)}` : 'Not of a conference';
}

/** "Final, version 2" or "Draft"; one that a later version replaced says so. */
export function standing({ isFinal, version, kind, isLatest }: DocumentRow): string {
  if (!isLatest) return `Version ${version}, replaced`;
  const number = version > 1 ? `, version ${version}` : '';
  if (kind === 'minutes') return `${isFinal ? 'Final' : 'Draft'}${number}`;
  return `Issued${number}`;
}

export function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** "Tue 3 Mar, 12:41" for lists; in another year than today's the year, and not the time. */
export function issuedNear(instant: string, today: string): string {
  const day = dayOf(instant);
  const words = formatDayNear(day, today);
  return day.slice(0, 4) === today.slice(0, 4) ? `${words}, ${clockTimeOf(instant)}` : words;
}

/** "Tue 3 Mar 2026, 12:41" in the scheme's place. */
export function issuedWords(instant: string): string {
  return `${formatDayWithYear(dayOf(instant))}, ${clockTimeOf(instant)}`;
}
