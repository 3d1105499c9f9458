import { eq } from 'drizzle-orm';
import { listActions } from '../../../db/queries/actions';
import { caseView } from '../../../db/queries/case-view';
import { coloursNow } from '../../../db/queries/cases';
import { colourChangeAt, contributionsFor } from '../../../db/queries/chairing';
import { draftsOf, dropDraft, keepDraft as keep } from '../../../db/queries/drafts';
import { attendanceOf, findItem, findMeeting, itemsOf, lastDiscussed, type StoredItem, wasHeardSince } from '../../../db/queries/meetings';
import { questionsOn } from '../../../db/queries/questions';
import { erasedPlaces } from '../../../db/queries/retention';
import { listIn } from '../../../db/queries/text-list';
import { agendaItems, contributions, meetings, schemes } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import { mergeText } from '../../../shared/merge/merge-text';
import type { ActionRow } from '../../../shared/views/actions';
import { type AgendaDay, agendaDay, itemViews, relevantIds } from '../agenda/agenda-day';
import { stopClock } from '../agenda/case-clock';
import { demandItem, demandMeeting, demandUnclosedItem } from '../open-meeting';
import { demand, demandForAgency, demandSharedCase } from '../permission';
import { demandOwner } from '../references';
import type { Session } from '../session';

const notHere = () => new Refusal('This conference is not in your copy of the scheme. Go back and choose it again.');

/** The conference as the chair sees it: the agenda by the plan, who is here, and which case is current. */
export function getChair(session: Session, { meetingId }: Received<'chairing', 'get'>): Result<'chairing', 'get'> {
  const { read } = session;
  const meeting = findMeeting(read, meetingId);
  if (!meeting) throw notHere();
  const day = agendaDay(read, meeting, session.today());
  const statement = read.select({ statement: schemes.confidentiality }).from(schemes).get()?.statement ?? '';
  return {
    meetingId,
    number: meeting.number,
    title: meeting.title,
    heldOn: meeting.heldOn,
    startsAt: meeting.startsAt,
    endsAt: day.plan.endsAt,
    plannedMinutes: day.plan.totalMinutes,
    state: meeting.state,
    statement,
    statementAgreedAt: meeting.statementAgreedAt,
    startedAt: meeting.startedAt,
    endedAt: meeting.endedAt,
    items: itemViews(day).map(({ agencies, isPinned: _pinned, reason: _reason, fixedStart, ...item }, index) => ({
      ...item,
      ...clockFields(day.items[index]?.item),
      surname: item.caseName.split(',')[0] ?? item.caseName,
      plannedFrom: day.plan.items[index]?.from ?? 0,
      notBefore: fixedStart ?? (isSecondSitting(day, index) ? (day.day.rules?.sittings?.secondStartsAt ?? null) : null),
      agencyIds: relevantIds(agencies),
    })),
    erasedPlaces: erasedPlaces(read, meetingId),
    breaks: day.breaks.map((pause, index) => ({ ...pause, plannedFrom: day.plan.breaks[index]?.from ?? 0 })),
    slots: day.plan.slots,
    visits: day.day.rules?.visits ?? [],
    attendance: attendanceOf(read, meetingId),
    currentItemId: day.items.find(({ item }) => item.state === 'current')?.item.id ?? null,
    generalActions: listActions(read, { state: 'all', isGeneral: true }).filter((action) => concernsMeeting(action, meetingId)),
  };
}

const isSecondSitting = ({ plan: { between, items } }: AgendaDay, index: number) =>
  between !== null && (items[index]?.from ?? 0) >= between.to;

const clockFields = (item: StoredItem | undefined) => ({
  startedAt: item?.startedAt ?? null,
  endedAt: item?.endedAt ?? null,
  secondsBefore: item?.secondsBefore ?? 0,
});

/** A general action is the conference's while it is open, or where it was set there. */
const concernsMeeting = ({ outcome, meetingId }: ActionRow, id: string) => outcome === null || meetingId === id;

export function getChairItem(session: Session, { itemId }: Received<'chairing', 'item'>): Result<'chairing', 'item'> {
  const { read } = session;
  const item = findItem(read, itemId);
  const meeting = item?.meetingId ? findMeeting(read, item.meetingId) : undefined;
  const view = item?.caseId ? caseView(read, item.caseId, session.today()) : null;
  if (!item || !meeting || !view || !item.caseId) throw notHere();
  const heldOn = meeting.heldOn ?? session.today();
  const lastOn = lastDiscussed(read, [item.caseId], heldOn).get(item.caseId) ?? null;
  const actions = listActions(read, { state: 'all', cases: item.caseId });
  return {
    id: item.id,
    meetingId: meeting.id,
    case: view,
    position: item.position,
    of: itemsOf(read, meeting.id).length,
    minutes: item.minutes,
    state: item.state,
    startedAt: item.startedAt,
    endedAt: item.endedAt,
    secondsBefore: item.secondsBefore,
    lastDiscussedOn: lastOn,
    lastActions: actions.filter(
      (action) => action.meetingId !== meeting.id && (action.outcome === null || (action.closedOn ?? '') > (lastOn ?? '')),
    ),
    contributions: contributionsFor(read, item.caseId, meeting.id, lastOn),
    unanswered: questionsOn(read, item.caseId).filter(({ answers }) => answers.length === 0),
    discussion: item.discussion,
    decision: item.decision,
    decisionText: item.decisionText,
    rationale: item.rationale,
    dissent: item.dissent,
    agreedBy: listIn(item.agreedBy),
    colourBefore: coloursNow(read, item.caseId, { meetingId: meeting.id }).get(item.caseId)?.colour ?? null,
    colourChange: colourChangeAt(read, item.caseId, meeting.id),
    actions: actions.filter((action) => action.meetingId === meeting.id),
    drafts: draftsOf(read, itemId),
  };
}

/**
 * Makes a case the current one. The one before is left as it stands, and its clock stopped; where it is named in `ended` it is
 * over, in the same operation: between the two the conference is never at no case.
 */
export function beginItem(session: Session, { itemId, ended }: Received<'chairing', 'begin'>): void {
  demand(session, 'run-conferences');
  const { item, meeting } = demandUnclosedItem(session.read, itemId);
  if (item.state === 'current') {
    if (ended && ended.itemId !== itemId) finishItem(session, ended);
    return;
  }
  if (meeting.statementAgreedAt === null) throw new Refusal('Agree the confidentiality statement first. Nothing was changed.');
  const before = itemsOf(session.read, meeting.id).filter(
    ({ id, state }) => id !== itemId && (state === 'current' || id === ended?.itemId),
  );
  session.record(
    'case begun',
    (operation) => {
      for (const left of before)
        operation.put(agendaItems, left.id, {
          state: left.id === ended?.itemId ? ended.state : 'waiting',
          ...stopClock(left, operation.at),
        });
      operation.put(agendaItems, itemId, { state: 'current', startedAt: operation.at, endedAt: null });
      if (meeting.startedAt === null) operation.put(meetings, meeting.id, { startedAt: operation.at, state: 'running' });
    },
    { meetingId: meeting.id },
  );
}

/** Ends a case as discussed, or sends it to the next agenda undiscussed. */
export function finishItem(session: Session, { itemId, state }: Received<'chairing', 'finish'>): void {
  demand(session, 'run-conferences');
  const { item, meeting } = demandUnclosedItem(session.read, itemId);
  session.record(
    state === 'discussed' ? 'case discussed' : 'case deferred',
    (operation) => operation.put(agendaItems, itemId, { state, ...stopClock(item, operation.at) }),
    { meetingId: meeting.id },
  );
}

/** Keeps typing that is not recorded yet. Returns once it is on the disk. */
export function keepDraft(session: Session, { itemId, field, text }: Received<'chairing', 'keepDraft'>): Result<'chairing', 'keepDraft'> {
  demand(session, 'run-conferences');
  const savedAt = session.now();
  if (text === '') {
    demandItem(session.read, itemId);
    dropDraft(session.connection.local, itemId, field);
  } else if (!keep(session.connection, itemId, field, text, savedAt)) {
    demandItem(session.read, itemId);
    throw new Error('Typing was not kept, though its case may be written to.');
  }
  return { savedAt };
}

/** Joins what was typed with what somebody else recorded since the typing began, so that of two chairs neither loses a word. */
export function recordDiscussion(
  session: Session,
  { itemId, discussion: typed, seen }: Received<'chairing', 'recordDiscussion'>,
): Result<'chairing', 'recordDiscussion'> {
  demand(session, 'run-conferences');
  const { item, meeting } = demandItem(session.read, itemId);
  const discussion = seen === undefined ? typed : mergeText(seen, item.discussion, typed).text;
  session.record(
    'discussion recorded',
    (operation) => {
      operation.put(agendaItems, itemId, { discussion });
      for (const field of ['discussion', 'discussion-seen']) dropDraft(session.connection.local, itemId, field);
    },
    { meetingId: meeting.id },
  );
  return { discussion };
}

/** An agency's update on a case, written for it at the conference. */
export function contribute(session: Session, { itemId, agencyId, personId, text }: Received<'chairing', 'contribute'>): void {
  demandForAgency(session, agencyId, 'contribute-for-any-agency', 'contribute-for-own-agency');
  const { item, meeting } = demandItem(session.read, itemId);
  demandOwner(session.read, agencyId, personId);
  if (session.me.role === 'partner' && personId !== null && personId !== session.me.personId)
    throw new Refusal('An update is written in your own name. Nothing was changed.');
  demandSharedCase(session, item.caseId);
  session.record(
    'update added',
    (operation) => {
      operation.put(contributions, operation.newId(), {
        caseId: item.caseId,
        meetingId: meeting.id,
        agencyId,
        personId,
        text,
        sentAt: operation.at,
      });
      for (const field of ['update', 'update-agency']) dropDraft(session.connection.local, itemId, field);
    },
    { meetingId: meeting.id },
  );
}

/**
 * Puts right what an agency wrote for a conference, or takes it back where nothing is left of it. Once the case is heard it
 * stays as it was read out; what it said before is in the log in any case.
 */
export function reviseUpdate(session: Session, { id, text }: Received<'chairing', 'reviseUpdate'>): void {
  const { read } = session;
  const update = read.select().from(contributions).where(eq(contributions.id, id)).get();
  if (!update || update.withdrawnOn !== null || !update.caseId)
    throw new Refusal('This update is not, or no longer, in your copy of the scheme. Nothing was changed. Look at the case again.');
  demandForAgency(session, update.agencyId, 'contribute-for-any-agency', 'contribute-for-own-agency');
  demandSharedCase(session, update.caseId);
  const meeting = update.meetingId === null ? null : demandMeeting(read, update.meetingId);
  const isHeard = meeting
    ? itemsOf(read, meeting.id).some(({ caseId, state }) => caseId === update.caseId && state === 'discussed')
    : wasHeardSince(read, update.caseId, update.sentAt);
  if (isHeard)
    throw new Refusal('The case has been heard, so what was said for it stays as it is. Nothing was changed. Write a new update instead.');
  if (text === update.text) return;
  session.record(
    text.trim() === '' ? 'update taken back' : 'update put right',
    (operation) =>
      operation.put(
        contributions,
        id,
        text.trim() === '' ? { withdrawnOn: session.today(), withdrawnReason: 'Taken back by its agency' } : { text, sentAt: operation.at },
      ),
    meeting ? { meetingId: meeting.id } : {},
  );
}
