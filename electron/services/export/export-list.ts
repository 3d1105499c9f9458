import { listActions } from '../../../db/queries/actions';
import { listAudit } from '../../../db/queries/audit';
import { listDocuments } from '../../../db/queries/documents';
import { listMeetings } from '../../../db/queries/meetings';
import { listRegister } from '../../../db/queries/register';
import { listAgencies, listPeople } from '../../../db/queries/scheme';
import { gapsInProvision } from '../../../db/queries/services';
import type { Received } from '../../../shared/ipc/verbs';
import { formatDayWithYear } from '../../../shared/language/dates';
import { Refusal } from '../../../shared/language/refusal';
import type { ExportableList } from '../../../shared/views/exporting';
import { cellForCsv, type ExportSheet } from '../../exchange/sheet-cells';
import { writeCsv } from '../../exchange/write-csv';
import { writeWorkbook } from '../../exchange/write-workbook';
import { listReleases } from '../cases/releases';
import { listServiceReferrals } from '../cohort/referrals';
import { getReviews } from '../cohort/reviews';
import { listReferrals } from '../cohort/selection';
import { listServices } from '../directory';
import { demand } from '../permission';
import { getScheme } from '../scheme';
import type { Session } from '../session';
import {
  actionListColumns,
  auditListColumns,
  documentListColumns,
  gapListColumns,
  type ListColumns,
  type ListNames,
  meetingListColumns,
  registerColumns,
  unmetNeedColumns,
  unmetNeeds,
} from './list-columns';
import { leftColumns, releaseColumns, reviewColumns, selectionColumns } from './list-columns-cohort';
import { agencyColumns, peopleColumns, referralColumns, serviceColumns } from './list-columns-directory';
import type { ExportedFile } from './record-export';

const listTitle: Readonly<Record<ExportableList, string>> = {
  register: 'Register',
  actions: 'Actions',
  documents: 'Documents',
  meetings: 'Conferences',
  audit: 'Audit trail',
  gaps: 'Gaps in provision',
  'unmet-needs': 'Needs with no service',
  services: 'Services',
  referrals: 'Referrals to services',
  selection: 'Referrals to the scheme',
  reviews: 'Reviews',
  left: 'Left the scheme',
  releases: 'Releases',
  people: 'People',
  agencies: 'Agencies',
};

/** More operations than ten years of a large scheme hold. */
const mostEntries = 2_000_000;

/** A list as it is seen: its rows in their order and its columns, as a file that is safe to open in a spreadsheet. */
export async function exportList(
  session: Session,
  { list, ids, columns, seenAs, format }: Received<'exporting', 'list'>,
): Promise<ExportedFile> {
  demand(session, list === 'audit' ? 'read-audit' : 'export-register');
  const sheet = sheetOf(session, list, ids, columns);
  if (sheet.headings.length === 0) throw new Refusal('No column was chosen, so nothing was saved. Show at least one column and try again.');
  const title = listTitle[list];
  const bytes =
    format === 'csv'
      ? writeCsv([sheet.headings, ...sheet.rows.map((row) => row.map(cellForCsv))])
      : await writeWorkbook([{ name: title, ...sheet }, aboutSheet(session, title, seenAs, sheet.rows.length)]);
  return { kind: 'list', title: seenAs === '' ? title : `${title}: ${seenAs}`, bytes, rows: sheet.rows.length };
}

function sheetOf(session: Session, list: ExportableList, ids: readonly string[] | null, columns: readonly string[] | null): ExportSheet {
  const { read } = session;
  switch (list) {
    case 'register':
      return sheet(session, listRegister(read, session.today()), ({ id }) => id, registerColumns, ids, columns);
    case 'actions':
      return sheet(session, listActions(read, { state: 'all' }), ({ id }) => id, actionListColumns, ids, columns);
    case 'documents':
      return sheet(session, listDocuments(read), ({ id }) => id, documentListColumns, ids, columns);
    case 'meetings':
      return sheet(session, listMeetings(read), ({ id }) => id, meetingListColumns, ids, columns);
    case 'gaps':
      return sheet(session, gapsInProvision(read, session.today()), ({ pathway }) => pathway, gapListColumns, ids, columns);
    case 'unmet-needs': {
      const needs = unmetNeeds(gapsInProvision(read, session.today()));
      return sheet(session, needs, ({ pathway, caseId }) => `${pathway} ${caseId}`, unmetNeedColumns, ids, columns);
    }
    case 'services':
      return sheet(session, listServices(session), ({ id }) => id, serviceColumns, ids, columns);
    case 'referrals':
      return sheet(session, listServiceReferrals(session), ({ id }) => id, referralColumns, ids, columns);
    case 'selection':
      return sheet(session, listReferrals(session), ({ id }) => id, selectionColumns, ids, columns);
    case 'reviews':
      return sheet(session, getReviews(session).rows, ({ caseId }) => caseId, reviewColumns, ids, columns);
    case 'left':
      return sheet(session, getReviews(session).left, ({ caseId }) => caseId, leftColumns, ids, columns);
    case 'releases':
      return sheet(session, listReleases(session), ({ caseId }) => caseId, releaseColumns, ids, columns);
    case 'people':
      return sheet(session, listPeople(read), ({ id }) => id, peopleColumns, ids, columns);
    case 'agencies':
      return sheet(session, listAgencies(read), ({ id }) => id, agencyColumns, ids, columns);
    case 'audit': {
      const entries = listAudit(read, { before: null, limit: mostEntries, caseId: null });
      return sheet(session, entries, ({ sequence }) => String(sequence), auditListColumns, ids, columns);
    }
  }
}

function sheet<Row>(
  { read }: Session,
  present: readonly Row[],
  idOf: (row: Row) => string,
  known: ListColumns<Row>,
  ids: readonly string[] | null,
  wanted: readonly string[] | null,
): ExportSheet {
  const chosen = (wanted ?? Object.keys(known)).flatMap((name) => (Object.hasOwn(known, name) ? (known[name] ?? []) : []));
  const agencies = new Map(listAgencies(read).map(({ id, name }) => [id, name]));
  const people = new Map(listPeople(read).map((person) => [person.id, person]));
  const names: ListNames = {
    agency: (id) => agencies.get(id ?? '') ?? '',
    person: (id) => people.get(id ?? '')?.name ?? '',
    team: (id) => people.get(id ?? '')?.team ?? '',
  };
  const byId = new Map(present.map((row) => [idOf(row), row]));
  const rows = ids === null ? present : ids.flatMap((id) => byId.get(id) ?? []);
  return {
    headings: chosen.flatMap(({ headings }) => headings),
    rows: rows.map((row) => chosen.flatMap(({ cells }) => cells(row, names))),
  };
}

/** What the file is, for whoever finds it later: a workbook has no margin to print it in. */
function aboutSheet(session: Session, title: string, seenAs: string, rows: number) {
  const { brand, marking } = getScheme(session);
  const lines: readonly (readonly [string, string | number])[] = [
    ['Scheme', brand],
    ['Marking', marking],
    ['List', title],
    ['As seen', seenAs || 'whole'],
    ['Rows', rows],
    ['Exported', formatDayWithYear(session.today())],
    ['By', session.me.name],
  ];
  return { name: 'About this file', headings: ['What', 'Is'], rows: lines };
}
