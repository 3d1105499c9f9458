import type { Operation } from '../../../db/log/recorder';
import { theScheme } from '../../../db/queries/document-facts';
import { findMeeting, type StoredMeeting } from '../../../db/queries/meetings';
import { questionsTo } from '../../../db/queries/questions';
import { listPeople } from '../../../db/queries/scheme';
import { invitations } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import type { SavedInvitations } from '../../../shared/views/invitations';
import { methodOf, writeInvitation } from '../../exchange/calendar';
import { isMailAddress, type MailAddress, writeMailDraft } from '../../exchange/mail-draft';
import { staysOf } from '../agenda/agenda-slots';
import type { SlotEntry } from '../agenda/slot-entries';
import { forAnybodyToRead } from '../document-views/shared-texts';
import { safeName } from '../documents/file-name';
import { demand } from '../permission';
import type { Session } from '../session';
import { entryWords, type InvitationFacts, mailWords, subjectWords, summaryWords } from './invitation-words';
import { type Invited, invitedTo, isAgendaNewer, slotTimes } from './invited-agencies';

/** Each agency of an issued agenda with its times, what it was sent last, and whether that is still right. */
export function listInvitations(session: Session, { meetingId }: Received<'invitations', 'list'>): Result<'invitations', 'list'> {
  const meeting = demandKnown(session, meetingId);
  const all = invitedTo(session, meeting);
  return {
    meetingId,
    agendaVersion: meeting.agendaVersion,
    isCancelled: meeting.state === 'cancelled',
    isAgendaNewer: isAgendaNewer(session, meeting),
    agencies: all.map(({ view }) => view),
  };
}

/** An invitation that is made and not yet anywhere but here. */
export interface MadeFiles {
  /** The e-mail draft with the calendar entries attached; safe for every file system, and with nobody's name. */
  readonly mail: { readonly fileName: string; readonly bytes: Uint8Array };
  /** One; in a conference of two sittings one for each, since a request is about one entry only (RFC 5546 3.2.2). */
  readonly entries: readonly { readonly fileName: string; readonly bytes: Uint8Array }[];
  /** Notes who was sent what. To be called once it is kept. */
  record(): void;
}

/** Makes the invitation of one agency, or its cancellation. Refuses where the agency has nothing to be told. */
export async function makeInvitation(session: Session, { meetingId, agencyId }: Received<'invitations', 'save'>): Promise<MadeFiles> {
  demand(session, 'issue-minutes');
  const meeting = demandKnown(session, meetingId);
  if (meeting.state === 'closed' || meeting.state === 'final')
    throw new Refusal('This conference is over, so nobody is invited to it any more. Nothing was made.');
  const found = invitedTo(session, meeting).find(({ view }) => view.agencyId === agencyId);
  if (!found) throw new Refusal('This agency has no time on the issued agenda. Issue the agenda first, then invite it. Nothing was made.');
  const { slot, to } = found;
  const isCancellation = slot.withdrawnOn !== null;
  const facts = factsOf(session, meeting, found);
  const name = nameOf(session, found);
  const made = madeEntries(session, meeting, found, facts);
  const bytes = await writeMailDraft({
    to,
    subject: subjectWords(facts),
    text: mailWords(facts),
    attachments: made.map(({ attached, contentType, bytes: entry }) => ({ fileName: attached, contentType, bytes: entry })),
    writtenAt: session.now(),
    id: `${slot.id}.${slot.sequence}`,
  });
  return {
    mail: { fileName: `${name}.eml`, bytes },
    entries: made.map(({ fileName, bytes: entry }) => ({ fileName, bytes: entry })),
    record: () =>
      session.record(isCancellation ? 'cancellation made' : 'invitation made', (operation) => keep(session, operation, meeting, found), {
        meetingId,
      }),
  };
}

/**
 * The calendar entries of the agency at work, for its own time: what an invitation of the coordinator has attached, so that
 * either takes the place of the other. Nobody is asked to answer them.
 */
export function makeOwnEntries(session: Session, { meetingId }: Received<'invitations', 'saveMine'>): MadeFiles['entries'] {
  const meeting = demandKnown(session, meetingId);
  const found = invitedTo(session, meeting).find(({ view }) => view.agencyId === session.me.agencyId);
  if (!found || found.slot.withdrawnOn !== null)
    throw new Refusal('Your agency has no time on this agenda. Nothing was saved. Its time comes with the agenda, once that is issued.');
  return madeEntries(session, meeting, { ...found, to: [] }, factsOf(session, meeting, found)).map(({ fileName, bytes }) => ({
    fileName,
    bytes,
  }));
}

function factsOf(session: Session, meeting: StoredMeeting, { view, slot, entries }: Invited): InvitationFacts {
  const clean = forAnybodyToRead(session);
  const atPlace = <T extends { readonly place: string }>(times: T): T => ({ ...times, place: clean(times.place, true) });
  return {
    ...atPlace(view),
    brand: theScheme(session.read).brand,
    isCancellation: slot.withdrawnOn !== null,
    isMeetingCancelled: meeting.state === 'cancelled',
    before: view.state === 'changed' && view.last !== null && !view.last.isCancellation ? atPlace(view.last) : null,
    entries: entries.length,
    gone: entries.filter(({ isStanding }) => !isStanding).length,
    fromName: session.me.name,
    questions: questionsTo(session.read, view.agencyId, session.today()).length,
  };
}

const nameOf = (session: Session, { view, slot }: Invited) =>
  safeName([theScheme(session.read).documentPrefix, view.on, view.agencyName, slot.withdrawnOn === null ? 'invitation' : 'cancellation']);

function madeEntries(session: Session, meeting: StoredMeeting, found: Invited, facts: InvitationFacts) {
  const { slot, to, entries } = found;
  return entries.map((entry) => {
    const written = { ...entryOf(session, meeting, found, entry, facts), invited: to };
    const sitting = entries.length === 1 ? '' : `${entry.sitting === 1 ? 'first' : 'second'} sitting`;
    return {
      fileName: `${safeName([nameOf(session, found), sitting, entry.isStanding || slot.withdrawnOn !== null ? '' : 'cancelled'])}.ics`,
      attached: `${safeName([entry.isStanding ? 'invitation' : 'cancellation', sitting])}.ics`,
      contentType: `text/calendar; charset=utf-8; method=${methodOf(written)}`,
      bytes: writeInvitation(written),
    };
  });
}

/** Everything of a calendar entry but who is asked. The second sitting has an id of its own, the first that of the slot. */
function entryOf(session: Session, meeting: StoredMeeting, { slot }: Invited, entry: SlotEntry, facts: InvitationFacts) {
  const times = slotTimes(meeting, { arrives: entry.from, leaves: entry.to });
  const stays = staysOf(slot)
    .filter(({ from, to }) => from >= entry.from && to <= entry.to)
    .map(({ from, to }) => slotTimes(meeting, { arrives: from, leaves: to }))
    .map(({ from, to }) => ({ arrivesAt: from.clock, leavesAt: to.clock }));
  return {
    uid: `${slot.id}${entry.sitting === 1 ? '' : '-2'}@roundtable.invalid`,
    sequence: entry.sequence,
    isCancellation: !entry.isStanding,
    ...times,
    summary: summaryWords(facts),
    place: facts.place,
    description: entryWords({
      ...facts,
      isInSitting: facts.entries > 1,
      arrivesAt: times.from.clock,
      leavesAt: times.to.clock,
      stays,
      isCancellation: !entry.isStanding,
    }),
    writtenAt: session.now(),
    changedAt: slot.changedAt ?? session.now(),
    organizer: organizerOf(session, meeting),
  };
}

/** Puts bytes under a name that is free. */
export type KeepFile = (fileName: string, bytes: Uint8Array) => Promise<string>;

/**
 * Makes invitations one after another. One that fails leaves the others, and is not noted as made.
 *
 * @param sentenceFor what a person is told of a failure.
 */
export async function saveInvitations(
  session: Session,
  { meetingId, agencyIds }: Received<'invitations', 'saveAll'>,
  keepFile: KeepFile,
  sentenceFor: (error: unknown) => string,
): Promise<Omit<SavedInvitations, 'folder'>> {
  demand(session, 'issue-minutes');
  const saved: SavedInvitations['saved'][number][] = [];
  const problems: SavedInvitations['problems'][number][] = [];
  for (const agencyId of new Set(agencyIds)) {
    try {
      const made = await makeInvitation(session, { meetingId, agencyId });
      const fileName = await keepFile(made.mail.fileName, made.mail.bytes);
      made.record();
      saved.push({ agencyId, fileName });
    } catch (error) {
      problems.push({ agencyId, problem: sentenceFor(error) });
    }
  }
  return { saved, problems };
}

/** The chair, so that an entry keeps its organiser whoever makes the next version of it. */
function organizerOf({ read, me }: Session, { chairId }: StoredMeeting): MailAddress {
  const chair = listPeople(read).find(({ id }) => id === (chairId ?? me.personId));
  return { name: chair?.name ?? me.name, address: chair && isMailAddress(chair.email) ? chair.email : '' };
}

function keep(session: Session, operation: Operation, meeting: StoredMeeting, { slot, view, entries }: Invited): void {
  operation.put(invitations, operation.newId(), {
    meetingId: meeting.id,
    agencyId: slot.agencyId,
    sequence: slot.sequence,
    isCancellation: slot.withdrawnOn !== null,
    heldOn: view.on,
    arrivesAt: view.arrivesAt,
    leavesAt: view.leavesAt,
    place: view.place,
    sittings: JSON.stringify(entries.map(({ sitting }) => sitting)),
    recipients: view.recipients.join(', '),
    madeAt: operation.at,
    madeBy: session.me.personId,
  });
}

function demandKnown({ read }: Session, meetingId: string): StoredMeeting {
  const meeting = findMeeting(read, meetingId);
  if (!meeting) throw new Refusal('This conference is not in your copy of the scheme. Go back and choose it again.');
  return meeting;
}
