import { createHash } from 'node:crypto';
import type { Operation } from '../../db/log/recorder';
import { theScheme } from '../../db/queries/document-facts';
import { documentBytes, keepDocumentBytes, latestVersion, listDocuments, nextDocumentNumber } from '../../db/queries/documents';
import type { StoredMeeting } from '../../db/queries/meetings';
import { agencies, documents, meetings } from '../../db/schema';
import type { Received, Result } from '../../shared/ipc/verbs';
import { formatDayWithYear } from '../../shared/language/dates';
import { Refusal } from '../../shared/language/refusal';
import type { DocumentRow } from '../../shared/views/documents';
import type { DocumentRequest, RenderedDocument } from '../documents/request';
import type { IssuedDocument, MinutesView } from '../documents/views';
import { agendaDay } from './agenda-day';
import { listOrderWaiting } from './agenda-order';
import { keepSlots } from './agenda-slots';
import { agendaDocumentView } from './document-views/agenda-view';
import { minutesView } from './document-views/minutes-view';
import { packView } from './document-views/pack-view';
import { demandMeeting, demandUnclosedMeeting } from './open-meeting';
import { demand } from './permission';
import type { Session } from './session';

/** Lays a document out as PDF; in the app it runs in a worker. */
export type RenderDocument = (request: DocumentRequest) => Promise<RenderedDocument>;
/** The least that partners could wait by an agenda, in minutes, and whether that is proven; null where it is not known. */
export type FindLeast = (
  session: Session,
  meetingId: string,
) => Promise<{ readonly least: number; readonly isLeastProven: boolean } | null>;
/** Told of each document as it is done. */
export type OnProgress = (done: number, total: number, label: string) => void;

export interface DocumentDesk {
  list(session: Session): Result<'documents', 'list'>;
  bytes(session: Session, input: Received<'documents', 'bytes'>): Uint8Array;
  issueAgenda(session: Session, input: Received<'agenda', 'issue'>): Promise<DocumentRow>;
  issueMinutes(session: Session, input: Received<'documents', 'issueMinutes'>): Promise<DocumentRow>;
  issuePacks(session: Session, input: Received<'documents', 'issuePacks'>): Promise<Result<'documents', 'issuePacks'>>;
}

/** What a document is, before its number and bytes. */
interface NewDocument {
  readonly kind: 'minutes' | 'tasking-pack' | 'agenda';
  readonly title: string;
  readonly meeting: StoredMeeting;
  /** The agency it is for, or null for the full record. */
  readonly agencyId: string | null;
  readonly recipient: string;
  readonly isFinal: boolean;
  readonly reader: string;
  /** Recorded together with the ledger row: either both stand or neither. */
  readonly together?: (operation: Operation) => void;
}

const fullRecord = 'Full record: core agencies only';

export function createDocumentDesk(
  render: RenderDocument,
  onProgress: OnProgress = () => {},
  findLeast: FindLeast = async () => null,
): DocumentDesk {
  let turn: Promise<unknown> = Promise.resolve();
  /** One issue after another: a number is on the page before it is in the ledger, so two at once would take the same one. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  }

  /** Numbers a document, lays it out, and enters it in the ledger with its bytes: the last two in one operation. */
  async function issue(
    session: Session,
    document: NewDocument,
    request: (issued: IssuedDocument) => Omit<DocumentRequest, 'creationDate'>,
  ): Promise<DocumentRow> {
    const { read } = session;
    const issuedAt = session.now();
    const before = latestVersion(read, document.kind, document.meeting.id, document.agencyId);
    const number = before?.number ?? nextDocumentNumber(read, theScheme(read).documentPrefix || 'RT', session.today().slice(0, 4));
    const version = (before?.version ?? 0) + 1;
    const issued: IssuedDocument = { number, version, isFinal: document.isFinal, issuedAt, reader: document.reader };
    const asked = request(issued);
    const { bytes, pages } = await render({ ...asked, creationDate: issuedAt } as DocumentRequest);
    const id = session.record(
      `${document.kind === 'tasking-pack' ? 'tasking pack' : document.kind} issued`,
      (operation) => {
        // Laying out takes a while, and what is final locks the conference: the page must be what is locked.
        if (document.kind === 'minutes' && document.isFinal && JSON.stringify(request(issued)) !== JSON.stringify(asked)) {
          throw new Refusal('The conference was changed while its minutes were being made. Nothing was issued; issue them again.');
        }
        const row = operation.newId();
        operation.put(documents, row, {
          number,
          version,
          kind: document.kind,
          title: document.title,
          meetingId: document.meeting.id,
          agencyId: document.agencyId,
          recipient: document.recipient,
          isFinal: document.isFinal ? 1 : 0,
          fileName: fileNameOf(number, version, document),
          sha256: createHash('sha256').update(bytes).digest('hex'),
          size: bytes.length,
          pages,
          issuedAt,
          issuedBy: session.me.personId,
        });
        keepDocumentBytes(session.connection.local, row, bytes);
        document.together?.(operation);
        return row;
      },
      { meetingId: document.meeting.id },
    );
    const [row] = listDocuments(read, id);
    if (!row) throw new Error('A document was issued and is not in the ledger.');
    return row;
  }

  const desk: DocumentDesk = {
    list: (session) => listDocuments(session.read),
    bytes(session, { id }) {
      const bytes = documentBytes(session.read, id);
      if (!bytes) throw new Refusal('This document was issued on another computer; this one holds only the record of it.');
      return new Uint8Array(bytes);
    },

    async issueAgenda(session, { meetingId }) {
      demand(session, 'issue-minutes');
      const meeting = demandUnclosedMeeting(session.read, meetingId);
      const day = agendaDay(session.read, meeting, session.today());
      if (day.items.length === 0) throw new Refusal('This agenda has no cases yet. Choose some first; nothing was issued.');
      const slots = day.plan.slots.filter(({ agencyId }) => !day.core.has(agencyId));
      const total = slots.length + 1;
      const title = `Agenda, ${formatDayWithYear(meeting.heldOn ?? session.today())}`;
      const core = await issue(
        session,
        { kind: 'agenda', title, meeting, agencyId: null, recipient: 'Core agencies', isFinal: true, reader: fullRecord },
        (issued) => ({ kind: 'agenda', view: agendaDocumentView(session, meeting, null, issued) }),
      );
      onProgress(1, total, title);
      for (const [index, { agencyId }] of slots.entries()) {
        const name = nameOf(session, agencyId);
        await issue(
          session,
          { kind: 'agenda', title, meeting, agencyId, recipient: name, isFinal: true, reader: `For ${name} only` },
          (issued) => ({
            kind: 'agenda',
            view: agendaDocumentView(session, meeting, agencyId, issued),
          }),
        );
        onProgress(index + 2, total, name);
      }
      // Only a figure to compare with, so an agenda goes out without it where the search fails.
      const best = await findLeast(session, meetingId).catch(() => null);
      session.record(
        'agenda issued',
        (operation) => {
          operation.put(meetings, meetingId, {
            agendaVersion: meeting.agendaVersion + 1,
            plannedWaiting: day.plan.waiting,
            listOrderWaiting: listOrderWaiting(day),
            leastWaiting: best?.least ?? null,
            isLeastProven: best?.isLeastProven ?? false,
            ...(meeting.state === 'planned' ? { state: 'agenda-issued' as const } : {}),
          });
          keepSlots(operation, meetingId, session.today(), day.plan.slots);
        },
        { meetingId },
      );
      return core;
    },

    async issueMinutes(session, { meetingId, isFinal }) {
      demand(session, 'issue-minutes');
      const meeting = demandMeeting(session.read, meetingId);
      if (meeting.state !== 'closed')
        throw new Refusal('Minutes are issued once the conference is closed. Nothing was issued; close it first.');
      const title = `Minutes, ${formatDayWithYear(meeting.heldOn ?? session.today())}`;
      return issue(
        session,
        {
          kind: 'minutes',
          title,
          meeting,
          agencyId: null,
          recipient: 'Core agencies',
          isFinal,
          reader: fullRecord,
          ...(isFinal ? { together: (operation) => operation.put(meetings, meetingId, { state: 'final' }) } : {}),
        },
        (issued) => ({
          kind: 'minutes',
          view: minutesView(session, meeting, null, { ...issued, correction: '' }, distribution(session, meetingId)),
        }),
      );
    },

    async issuePacks(session, { meetingId }) {
      demand(session, 'issue-packs');
      const meeting = demandKnownMeeting(session, meetingId);
      const receivers = session.read
        .select()
        .from(agencies)
        .all()
        .filter(({ withdrawnOn }) => withdrawnOn === null);
      const perAgency: Result<'documents', 'issuePacks'>['perAgency'][number][] = [];
      const issuedRows: DocumentRow[] = [];
      for (const [index, agency] of receivers.entries()) {
        const title = `Tasking pack, ${agency.name}`;
        try {
          const preview = packView(session, meeting, agency.id, unnumbered);
          const counts = { agencyId: agency.id, cases: preview.cases.length, actions: preview.actions.length };
          if (preview.cases.length === 0 && preview.actions.length === 0) {
            perAgency.push({ ...counts, documentId: null, problem: null });
          } else {
            const row = await issue(
              session,
              {
                kind: 'tasking-pack',
                title,
                meeting,
                agencyId: agency.id,
                recipient: preview.recipient,
                isFinal: true,
                reader: `For ${preview.recipient} only`,
              },
              (issued) => ({ kind: 'tasking-pack', view: { ...preview, document: issued } }),
            );
            issuedRows.push(row);
            perAgency.push({ ...counts, documentId: row.id, problem: null });
          }
        } catch (error) {
          // One pack that fails leaves the others: each is an operation of its own.
          const problem =
            error instanceof Refusal
              ? error.message
              : 'This pack could not be made. The others were. Try it again; what it is made from is safe.';
          perAgency.push({ agencyId: agency.id, cases: 0, actions: 0, documentId: null, problem });
        }
        onProgress(index + 1, receivers.length, title);
      }
      return { documents: issuedRows, perAgency };
    },
  };
  return {
    ...desk,
    issueAgenda: (session, input) => inTurn(() => desk.issueAgenda(session, input)),
    issueMinutes: (session, input) => inTurn(() => desk.issueMinutes(session, input)),
    issuePacks: (session, input) => inTurn(() => desk.issuePacks(session, input)),
  };
}

const unnumbered: IssuedDocument = { number: '', version: 1, isFinal: true, issuedAt: null, reader: '' };

function demandKnownMeeting(session: Session, meetingId: string): StoredMeeting {
  const meeting = session.read.query.meetings.findFirst({ where: (row, { eq }) => eq(row.id, meetingId) }).sync();
  if (!meeting) throw new Refusal('This conference is not in your copy of the scheme. Go back and choose it again.');
  if (meeting.state !== 'closed' && meeting.state !== 'final') {
    throw new Refusal('Packs are made from a conference that is closed. Nothing was issued; close it first.');
  }
  return meeting;
}

function nameOf(session: Session, agencyId: string): string {
  return session.read.query.agencies.findFirst({ where: (row, { eq }) => eq(row.id, agencyId) }).sync()?.name ?? 'an agency';
}

/** Who has been given what of this conference so far. */
function distribution(session: Session, meetingId: string): MinutesView['distribution'] {
  return listDocuments(session.read)
    .filter((row) => row.meetingId === meetingId)
    .map(({ recipient, title, number, issuedAt }) => ({ recipient, what: title, number, sentAt: issuedAt }));
}

/** A name that every file system takes, and that says what it is without naming anybody on the scheme. */
function fileNameOf(number: string, version: number, { kind, agencyId, recipient, isFinal }: NewDocument): string {
  const what = { minutes: 'Minutes', 'tasking-pack': 'Tasking pack', agenda: 'Agenda' }[kind];
  const words = [
    number,
    version > 1 ? `v${version}` : '',
    what,
    agencyId === null ? '' : recipient,
    kind === 'minutes' && !isFinal ? 'DRAFT' : '',
  ];
  return `${words
    .filter(Boolean)
    .join(' ')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9 .-]/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 100)
    .trim()}.pdf`;
}
