import type { Content } from 'pdfmake/interfaces';
import type { AttendanceStatus } from '../../shared/language/meeting';
import { heading, subheading } from './layout/headings';
import { strong } from './layout/spans';
import { type Cell, type HeadedTable, table } from './layout/tables';
import type { AttendanceEntry, MinutesView } from './views';
import { counted } from './words';

const who = [
  { head: 'Agency', width: 140 },
  { head: 'Name', width: 128 },
] as const;

/** The same in both tables, so that their columns stand below one another. */
const informationWidth = 96;

export function attendance({ attendance: entries }: MinutesView): Content[] {
  const having = (...statuses: AttendanceStatus[]) => entries.filter(({ status }) => statuses.includes(status));
  const present = having('present');
  const apologies = having('apologies-with-update', 'apologies');
  const here = present.length === 0 ? undefined : presentTable(present);
  const away = apologies.length === 0 ? undefined : apologiesTable(apologies);
  return [
    heading('Attendance', { above: here }),
    here ?? { text: 'Nobody was recorded as present.' },
    ...(away === undefined ? [] : [subheading('Apologies', { above: away }), away]),
    ...others('Absent without apologies', having('absent')),
    ...others('Observers', having('observer')),
  ];
}

const named = ({ agency, name }: AttendanceEntry): Cell[] => [strong(agency), name];

function presentTable(entries: readonly AttendanceEntry[]): HeadedTable {
  const columns = [...who, { head: 'Post', width: 'rest' }, { head: 'In the room', width: informationWidth }] as const;
  return table(
    columns,
    entries.map((entry) => ({ cells: [...named(entry), entry.post, roomWords(entry)] })),
  );
}

export function roomWords({ arrivedAt, leftAt }: AttendanceEntry): string {
  if (arrivedAt === null && leftAt === null) return 'throughout';
  if (arrivedAt === null) return `until ${leftAt}`;
  return leftAt === null ? `from ${arrivedAt}` : `${arrivedAt} to ${leftAt}`;
}

function apologiesTable(entries: readonly AttendanceEntry[]): HeadedTable {
  const columns = [...who, { head: 'Post', width: 'rest' }, { head: 'Information', width: informationWidth }] as const;
  return table(
    columns,
    entries.map((entry) => ({
      cells: [
        ...named(entry),
        entry.post,
        entry.status === 'apologies-with-update' && !entry.unanswered ? informationWords(entry) : strong(informationWords(entry)),
      ],
    })),
  );
}

/** Whether an agency that did not come sent what it knows, and how many questions it left unanswered. */
export function informationWords({ status, unanswered = 0 }: AttendanceEntry): string {
  const sent = status === 'apologies-with-update' ? '✓ update sent' : '✗ not sent';
  return unanswered === 0 ? sent : `${sent}, ${counted(unanswered, 'question')} unanswered`;
}

function others(title: string, entries: readonly AttendanceEntry[]): Content[] {
  if (entries.length === 0) return [];
  const columns = [...who, { head: 'Post', width: 'rest' }] as const;
  const list = table(
    columns,
    entries.map((entry) => ({ cells: [...named(entry), entry.post] })),
  );
  return [subheading(title, { above: list }), list];
}
