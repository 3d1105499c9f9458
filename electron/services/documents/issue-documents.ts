import { documentBytes, listDocuments } from '../../../db/queries/documents';
import { findMeeting, type StoredMeeting } from '../../../db/queries/meetings';
import { agencies, meetings } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { formatDayWithYear } from '../../../shared/language/dates';
import { Refusal } from '../../../shared/language/refusal';
import type { DocumentRow } from '../../../shared/views/documents';
import type { IssuedDocument } from '../../documents/views';
import { agendaDay } from '../agenda/agenda-day';
import { listOrderWaiting } from '../agenda/agenda-order';
import { keepSlots } from '../agenda/agenda-slots';
import { agendaDocumentView } from '../document-views/agenda-view';
import { packView } from '../document-views/pack-view';
import { demandUnclosedMeeting } from '../open-meeting';
import { demand } from '../permission';
import type { Session } from '../session';
import { type Edition, makeEdition } from './editions';
import { issueOne, type NewDocument, type RenderDocument } from './issue-one';
import { agencyMinutes, correctedMinutes, firstMinutes, fullRecord, hasFinalMinutes } from './minutes';
import { wishedDocument } from './wished-document';

export type { RenderDocument } from './issue-one';
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
  /** Another edition of an issued document, from what it was made of: the PDF under a password, or Word. */
  edition(session: Session, input: Received<'documents', 'bytes'>, edition: Edition): Promise<Uint8Array>;
  issueAgenda(session: Session, input: Received<'agenda', 'issue'>): Promise<DocumentRow>;
  issueMinutes(session: Session, input: Received<'documents', 'issueMinutes'>): Promise<DocumentRow>;
  issueAgencyMinutes(session: Session, input: Received<'documents', 'issueAgencyMinutes'>): Promise<DocumentRow>;
  issuePacks(session: Session, input: Received<'documents', 'issuePacks'>): Promise<Result<'documents', 'issuePacks'>>;
  /** One document by itself, for one reader. */
  issue(session: Session, input: Received<'documents', 'issue'>): Promise<DocumentRow>;
  /** Stops the packs that are being made; those that are done stay. */
  stop(): void;
  /** Aborted by the next `stop`. */
  stopped(): AbortSignal;
}

export function createDocumentDesk(
  render: RenderDocument,
  onProgress: OnProgress = () => {},
  findLeast: FindLeast = async () => null,
): DocumentDesk {
  let turn: Promise<unknown> = Promise.resolve();
  let stopping = new AbortController();
  /** One issue after another: a number is on the page before it is in the ledger, so two at once would take the same one. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  }
  const issue = (session: Session, document: NewDocument, signal?: AbortSignal) => issueOne(render, session, document, signal);

  const desk: DocumentDesk = {
    list: (session) => listDocuments(session.read),
    bytes(session, { id }) {
      const bytes = documentBytes(session.read, id);
      if (!bytes)
        throw new Refusal(
          'This document was issued on another computer and has not come here. It comes through the shared folder by itself.',
        );
      return new Uint8Array(bytes);
    },

    edition: (session, { id }, edition) => makeEdition(render, session, id, edition),

    async issueAgenda(session, { meetingId }) {
      demand(session, 'issue-minutes');
      const meeting = demandUnclosedMeeting(session.read, meetingId);
      const day = agendaDay(session.read, meeting, session.today());
      if (day.items.length === 0) throw new Refusal('This agenda has no cases yet. Choose some first; nothing was issued.');
      const slots = day.plan.slots.filter(({ agencyId }) => !day.core.has(agencyId));
      const readers = [null, ...slots.map(({ agencyId }) => agencyId)];
      let core: DocumentRow | undefined;
      for (const [index, agencyId] of readers.entries()) {
        const document = agendaFor(session, meeting, agencyId);
        const row = await issue(session, document);
        core ??= row;
        onProgress(index + 1, readers.length, agencyId === null ? document.title : document.recipient);
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
      return core as DocumentRow;
    },

    async issueMinutes(session, { meetingId, isFinal }) {
      demand(session, 'issue-minutes');
      const meeting = demandClosedMeeting(session, meetingId, 'Minutes are issued once the conference is closed.');
      if (meeting.state !== 'final') return issue(session, firstMinutes(session, meeting, isFinal));
      // Locked before there was a ledger, or by another computer whose record has not arrived: what is locked can be printed.
      return issue(session, hasFinalMinutes(session, meeting) ? correctedMinutes(session, meeting) : firstMinutes(session, meeting, true));
    },

    async issueAgencyMinutes(session, { meetingId, agencyId }) {
      demand(session, 'issue-packs');
      const meeting = demandClosedMeeting(session, meetingId, 'Minutes are issued once the conference is closed.');
      return issue(session, agencyMinutes(session, meeting, agencyId, nameOf(session, agencyId)));
    },

    async issuePacks(session, { meetingId, agencyIds }) {
      demand(session, 'issue-packs');
      const signal = desk.stopped();
      const meeting = demandClosedMeeting(session, meetingId, 'Packs are made from a conference that is closed.');
      const receivers = session.read
        .select()
        .from(agencies)
        .all()
        .filter(({ id, withdrawnOn }) => withdrawnOn === null && (agencyIds?.includes(id) ?? true));
      const perAgency: Result<'documents', 'issuePacks'>['perAgency'][number][] = [];
      const issuedRows: DocumentRow[] = [];
      for (const [index, agency] of receivers.entries()) {
        const title = `Tasking pack, ${agency.name}`;
        try {
          signal.throwIfAborted();
          const preview = packView(session, meeting, agency.id, unnumbered);
          const counts = { agencyId: agency.id, cases: preview.cases.length, actions: preview.actions.length + preview.heldBack.length };
          if (counts.cases === 0 && counts.actions === 0) {
            perAgency.push({ ...counts, documentId: null, problem: null });
          } else {
            const row = await issue(
              session,
              {
                kind: 'tasking-pack',
                title,
                meetingId: meeting.id,
                agencyId: agency.id,
                scope: '',
                aboutCaseId: null,
                recipient: preview.recipient,
                isFinal: true,
                reader: `For ${preview.recipient} only`,
                content: (issued) => ({ kind: 'tasking-pack', view: { ...preview, document: issued } }),
              },
              signal,
            );
            issuedRows.push(row);
            perAgency.push({ ...counts, documentId: row.id, problem: null });
          }
        } catch (error) {
          // One pack that fails leaves the others: each is an operation of its own.
          perAgency.push({ agencyId: agency.id, cases: 0, actions: 0, documentId: null, problem: problemOf(error, signal) });
        }
        onProgress(index + 1, receivers.length, title);
      }
      return { documents: issuedRows, perAgency };
    },

    issue: async (session, wish) => issue(session, wishedDocument(session, wish)),

    stop() {
      stopping.abort();
      stopping = new AbortController();
    },
    stopped: () => stopping.signal,
  };
  return {
    ...desk,
    issueAgenda: (session, input) => inTurn(() => desk.issueAgenda(session, input)),
    issueMinutes: (session, input) => inTurn(() => desk.issueMinutes(session, input)),
    issueAgencyMinutes: (session, input) => inTurn(() => desk.issueAgencyMinutes(session, input)),
    issue: (session, input) => inTurn(() => desk.issue(session, input)),
    issuePacks: (session, input) => inTurn(() => desk.issuePacks(session, input)),
  };
}

const unnumbered: IssuedDocument = { number: '', version: 1, isFinal: true, issuedAt: null, reader: '' };

function problemOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'Stopped before this pack was made. The packs before it were issued.';
  return error instanceof Refusal
    ? error.message
    : 'This pack could not be made. The others were. Try it again; what it is made from is safe.';
}

function agendaFor(session: Session, meeting: StoredMeeting, agencyId: string | null): NewDocument {
  const name = agencyId === null ? 'Core agencies' : nameOf(session, agencyId);
  return {
    kind: 'agenda',
    title: `Agenda, ${formatDayWithYear(meeting.heldOn ?? session.today())}`,
    meetingId: meeting.id,
    agencyId,
    scope: '',
    aboutCaseId: null,
    recipient: name,
    isFinal: true,
    reader: agencyId === null ? fullRecord : `For ${name} only`,
    content: (issued) => ({ kind: 'agenda', view: agendaDocumentView(session, meeting, agencyId, issued) }),
  };
}

function demandClosedMeeting(session: Session, meetingId: string, rule: string): StoredMeeting {
  const meeting = findMeeting(session.read, meetingId);
  if (!meeting) throw new Refusal('This conference is not in your copy of the scheme. Go back and choose it again.');
  if (meeting.state !== 'closed' && meeting.state !== 'final') throw new Refusal(`${rule} Nothing was issued; close it first.`);
  return meeting;
}

function nameOf(session: Session, agencyId: string): string {
  return session.read.query.agencies.findFirst({ where: (row, { eq }) => eq(row.id, agencyId) }).sync()?.name ?? 'an agency';
}
