import { zipSync } from 'fflate';
import { theScheme } from '../../../db/queries/document-facts';
import { documentBytes, holdersOf, listDocuments } from '../../../db/queries/documents';
import { listAgencies, listPeople } from '../../../db/queries/scheme';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { formatDayWithYear } from '../../../shared/language/dates';
import { type DocumentKind, documentKindName } from '../../../shared/language/document';
import { Refusal } from '../../../shared/language/refusal';
import type { DocumentRow, PackStanding } from '../../../shared/views/documents';
import { isMailAddress, type MailAddress, writeMailDraft } from '../../exchange/mail-draft';
import { forAnybodyToRead } from '../document-views/shared-texts';
import { demand } from '../permission';
import type { Session } from '../session';
import { folderNames, safeName } from './file-name';

export interface OutgoingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly document: DocumentRow;
}

export interface Outgoing {
  readonly files: readonly OutgoingFile[];
  /** Documents that could not be put in, each with why; the others are unharmed. */
  readonly problems: readonly { readonly documentId: string; readonly problem: string }[];
}

/** A document under the name that it got. */
export type WrittenFile = Omit<OutgoingFile, 'bytes'>;

/** What lies beside files in a folder or a zip. */
export interface FolderFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Whether an agency has been given its pack of a conference: each agency, with the latest pack that was issued for it. */
export function packStandings(session: Session, { meetingId }: Received<'documents', 'packs'>): Result<'documents', 'packs'> {
  const { read } = session;
  const packs = listDocuments(read, { meetingId }).filter(
    ({ kind, scope, isLatest }) => kind === 'tasking-pack' && scope === '' && isLatest,
  );
  return listAgencies(read)
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map((agency): PackStanding => {
      const pack = packs.find(({ agencyId }) => agencyId === agency.id) ?? null;
      const given = pack === null ? [] : holdersOf(read, pack).filter(({ documentId }) => documentId === pack.id);
      return {
        agencyId: agency.id,
        documentId: pack?.id ?? null,
        number: pack?.number ?? '',
        version: pack?.version ?? 0,
        pages: pack?.pages ?? 0,
        isHere: pack?.isHere ?? false,
        hasAddress: addressesOf(session, agency.id).length > 0,
        given: given.map(({ how, deliveredAt, recipient }) => ({ how, at: deliveredAt, recipient })),
      };
    });
}

/** The PDFs as files with safe names that differ even to Windows. */
export function filesToSend(session: Session, ids: readonly string[]): Outgoing {
  demand(session, 'issue-packs');
  return filesOf(session, ids);
}

/** The same as a zip, with the summary: PDFs are as small as they get, so they are stored. The same files give the same zip. */
export function zipToSend(session: Session, { files, problems }: Outgoing): Uint8Array {
  const all = [...files, summaryOf(session, files, problems)];
  return zipSync(Object.fromEntries(all.map(({ name, bytes }) => [name, bytes])), { level: 0, mtime: new Date(1980, 0, 1) });
}

/** An e-mail draft for each document, addressed to its agency, with that document attached and no other. */
export async function draftsToSend(
  session: Session,
  ids: readonly string[],
  onDone: (done: number) => void,
  signal: AbortSignal,
): Promise<Outgoing> {
  demand(session, 'issue-packs');
  const files: OutgoingFile[] = [];
  const problems: Outgoing['problems'][number][] = [];
  const nameInFolder = folderNames();
  const clean = forAnybodyToRead(session);
  for (const [index, id] of ids.entries()) {
    if (signal.aborted) {
      problems.push({ documentId: id, problem: 'Stopped before this draft was written.' });
      continue;
    }
    try {
      const { row, bytes } = demandBytes(session, id);
      // A team is named by whoever briefs it.
      const recipient = clean(row.recipient, true);
      const to = addressesOf(session, row.agencyId);
      const draft = await writeMailDraft({
        to,
        subject: `${documentKindName[row.kind]} ${row.number}${row.version > 1 ? `, version ${row.version}` : ''}`,
        text: letter(session, covering({ ...row, recipient })),
        attachments: [{ fileName: row.fileName, contentType: 'application/pdf', bytes }],
        writtenAt: session.now(),
        id: row.id,
      });
      files.push({ name: nameInFolder(`${safeName([recipient, row.number])}.eml`), bytes: draft, document: row });
    } catch (error) {
      problems.push({ documentId: id, problem: problemOf(error) });
    }
    onDone(index + 1);
  }
  return { files, problems };
}

/** The agency's own address; else those of its people. */
export function addressesOf({ read }: Session, agencyId: string | null): readonly MailAddress[] {
  if (agencyId === null) return [];
  const agency = listAgencies(read).find(({ id }) => id === agencyId);
  if (agency && isMailAddress(agency.email)) return [{ name: agency.name, address: agency.email }];
  return listPeople(read)
    .filter((person) => person.agencyId === agencyId && !person.isWithdrawn && isMailAddress(person.email))
    .map(({ name, email }) => ({ name, address: email }));
}

/** A text under the marking of the scheme and over its name. It names nobody on the scheme: mail is read in many places. */
export function letter({ read }: Session, lines: readonly string[]): string {
  const { marking, brand } = theScheme(read);
  return [marking, '', ...lines, '', brand].join('\n');
}

/** Says what is attached and how to treat it. */
function covering(row: DocumentRow): readonly string[] {
  const of = row.meetingHeldOn === null ? '' : ` of the conference of ${formatDayWithYear(row.meetingHeldOn)}`;
  return [
    `Attached is the ${documentKindName[row.kind].toLowerCase()}${of} for ${row.recipient}: ${row.number}, version ${row.version}.`,
    `${readersOf(row)} Do not pass it on, and keep it locked away or encrypted.`,
    ...(row.version > 1 ? ['It replaces every earlier version, which is to be destroyed.'] : []),
  ];
}

const withAllCases: ReadonlySet<DocumentKind> = new Set(['minutes', 'agenda', 'action-list', 'case-summary']);

function readersOf({ kind, agencyId, recipient }: DocumentRow): string {
  if (agencyId !== null) return 'It holds only what concerns your agency.';
  return withAllCases.has(kind) ? 'It is the full record, for the core agencies alone.' : `It is for ${recipient} alone.`;
}

const summaryName = 'Summary.txt';

/** PDFs under the names of the ledger; whoever may read a document may save it. */
export function filesOf(session: Session, ids: readonly string[]): Outgoing {
  const files: OutgoingFile[] = [];
  const problems: Outgoing['problems'][number][] = [];
  const nameInFolder = folderNames([summaryName]);
  for (const id of ids) {
    const [row] = listDocuments(session.read, { id });
    if (row?.isHere) {
      const name = nameInFolder(`${safeName([row.fileName.replace(/\.pdf$/i, '')])}.pdf`);
      // Read when it is written: hundreds of papers need not lie in memory at once.
      files.push({
        name,
        document: row,
        get bytes() {
          return demandBytes(session, id).bytes;
        },
      });
    } else problems.push({ documentId: id, problem: row ? notHere(row) : isGone });
  }
  return { files, problems };
}

/** What each received, which could not be put there and why, and which agencies have been given none. */
export function summaryOf(session: Session, rows: readonly WrittenFile[], problems: Outgoing['problems']): FolderFile {
  const received = new Set(rows.map(({ document }) => document.agencyId));
  const without = listAgencies(session.read).filter(({ id, isWithdrawn }) => !isWithdrawn && !received.has(id));
  const missing = problems.map(({ documentId, problem }) => {
    const [document] = listDocuments(session.read, { id: documentId });
    return `${document ? `${document.recipient}: ${documentKindName[document.kind]} ${document.number}` : 'A document'} is not here. ${problem}`;
  });
  const text = [
    theScheme(session.read).marking,
    'Who receives what: for whoever sends these out, and not to be sent along.',
    '',
    ...rows.map(
      ({ name, document }) =>
        `${document.recipient}: ${documentKindName[document.kind]} ${document.number}, version ${document.version}, ${document.pages} pages (${name})`,
    ),
    ...missing,
    '',
    without.length === 0 ? 'Every agency has something here.' : `Nothing here for: ${without.map((agency) => agency.name).join(', ')}.`,
    '',
  ].join('\r\n');
  return { name: summaryName, bytes: new TextEncoder().encode(text) };
}

function demandBytes({ read }: Session, id: string): { readonly row: DocumentRow; readonly bytes: Uint8Array } {
  const [row] = listDocuments(read, { id });
  if (!row) throw new Refusal(isGone);
  const bytes = documentBytes(read, id);
  if (!bytes) throw new Refusal(notHere(row));
  return { row, bytes: new Uint8Array(bytes) };
}

const isGone = 'This document is gone from the ledger.';
const notHere = ({ number }: DocumentRow) => `${number} was issued on another computer; this one holds only the record of it.`;
const problemOf = (error: unknown) => (error instanceof Refusal ? error.message : 'This one could not be made; the others were.');
