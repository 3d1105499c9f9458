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
  /** The document that it carries; null for the summary. */
  readonly document: DocumentRow | null;
}

export interface Outgoing {
  readonly files: readonly OutgoingFile[];
  /** Documents that could not be put in, each with why; the others are unharmed. */
  readonly problems: readonly { readonly documentId: string; readonly problem: string }[];
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

/** The PDFs as files with safe names that differ even to Windows, and a summary of who receives what. */
export function filesToSend(session: Session, ids: readonly string[]): Outgoing {
  demand(session, 'issue-packs');
  return named(session, ids);
}

/** The same as a zip: PDFs are as small as they get, so they are stored. The same files give the same zip. */
export function zipToSend(outgoing: Outgoing): Uint8Array {
  return zipSync(Object.fromEntries(outgoing.files.map(({ name, bytes }) => [name, bytes])), { level: 0, mtime: new Date(1980, 0, 1) });
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

function named(session: Session, ids: readonly string[]): Outgoing {
  const files: OutgoingFile[] = [];
  const problems: Outgoing['problems'][number][] = [];
  const nameInFolder = folderNames([summaryName]);
  for (const id of ids) {
    try {
      const { row, bytes } = demandBytes(session, id);
      files.push({ name: nameInFolder(`${safeName([row.fileName.replace(/\.pdf$/i, '')])}.pdf`), bytes, document: row });
    } catch (error) {
      problems.push({ documentId: id, problem: problemOf(error) });
    }
  }
  return { files: [...files, { name: summaryName, bytes: new TextEncoder().encode(summary(session, files)), document: null }], problems };
}

/** What each received, and which agencies have been given none. */
function summary(session: Session, files: readonly OutgoingFile[]): string {
  const rows = files.flatMap(({ name, document }) => (document === null ? [] : [{ name, document }]));
  const received = new Set(rows.map(({ document }) => document.agencyId));
  const without = listAgencies(session.read).filter(({ id, isWithdrawn }) => !isWithdrawn && !received.has(id));
  return [
    theScheme(session.read).marking,
    'Who receives what: for whoever sends these out, and not to be sent along.',
    '',
    ...rows.map(
      ({ name, document }) =>
        `${document.recipient}: ${documentKindName[document.kind]} ${document.number}, version ${document.version}, ${document.pages} pages (${name})`,
    ),
    '',
    without.length === 0 ? 'Every agency has something here.' : `Nothing here for: ${without.map((agency) => agency.name).join(', ')}.`,
    '',
  ].join('\r\n');
}

function demandBytes({ read }: Session, id: string): { readonly row: DocumentRow; readonly bytes: Uint8Array } {
  const [row] = listDocuments(read, { id });
  if (!row) throw new Refusal('This document is gone from the ledger.');
  const bytes = documentBytes(read, id);
  if (!bytes) throw new Refusal(`${row.number} was issued on another computer; this one holds only the record of it.`);
  return { row, bytes: new Uint8Array(bytes) };
}

const problemOf = (error: unknown) => (error instanceof Refusal ? error.message : 'This one could not be made; the others were.');
