import { z } from 'zod';
import { readLocalSetting, writeLocalSetting } from '../../db/local-settings';
import { slotsOf } from '../../db/queries/agenda-slots';
import { changesSince, lastInLog } from '../../db/queries/changes-since';
import { findMeeting, type StoredMeeting } from '../../db/queries/meetings';
import {
  casesOfAgency,
  conferenceAhead,
  conferenceCalledOff,
  hasAnyCase,
  openActionsOf,
  papersOf,
  referralsWaiting,
} from '../../db/queries/partners-day';
import { questionsTo } from '../../db/queries/questions';
import { valueAsOf } from '../../db/queries/value-as-of';
import { agendaSlots, meetings } from '../../db/schema';
import type { Received, Result } from '../../shared/ipc/verbs';
import { placeTimeAfter } from '../../shared/language/place-time';
import { Refusal } from '../../shared/language/refusal';
import type { PartnersConference, PartnersSlot } from '../../shared/views/partners-day';
import { staysOf } from './agenda/agenda-slots';
import type { Session } from './session';

/** Up to where somebody at this workstation said that they had seen what others recorded. Stays on this device. */
const setting = 'day-seen';
const stored = z.object({ upTo: z.number(), at: z.string() });

function readSeen(session: Session): z.infer<typeof stored> | null {
  const text = readLocalSetting(session.read, setting);
  return text === null ? null : stored.parse(JSON.parse(text));
}

/** What someone of an agency looks at first: its slot, its cases, what it owes, its papers, and what is new. */
export function dayForPartners(session: Session): Result<'day', 'forPartners'> {
  const { read, me } = session;
  const { agencyId } = me;
  const today = session.today();
  if (agencyId === null) throw new Refusal('You belong to no agency in this scheme. Ask a coordinator to put you into yours.');
  const seen = readSeen(session);
  const ahead = conferenceAhead(read, today);
  const meeting = ahead ? findMeeting(read, ahead.id) : undefined;
  return {
    hasCases: hasAnyCase(read),
    conference: meeting ? conferenceView(session, meeting, agencyId, seen?.upTo ?? null) : null,
    calledOff: conferenceCalledOff(read, today),
    actions: openActionsOf(read, agencyId),
    referrals: referralsWaiting(read, agencyId),
    questions: questionsTo(read, agencyId, today),
    papers: papersOf(read, agencyId, today),
    changes: {
      upTo: lastInLog(read),
      since: seen?.at ?? null,
      // On the first day everything is new, and none of it is news.
      groups: seen === null ? [] : changesSince(read, seen.upTo, { agencyId, personId: me.personId }),
    },
  };
}

/** Notes on this computer up to where it was seen what others recorded. */
export function markSeen(session: Session, { upTo }: Received<'day', 'markSeen'>): void {
  writeLocalSetting(session.connection.local, setting, JSON.stringify({ upTo, at: session.now() }));
}

function conferenceView(session: Session, meeting: StoredMeeting, agencyId: string, seenUpTo: number | null): PartnersConference {
  const { id, number, title, place, heldOn, startsAt, state } = meeting;
  return {
    ...{ id, number, title, place, heldOn, startsAt, state },
    slot: slotView(session, meeting, agencyId, seenUpTo),
    cases: casesOfAgency(session.read, meeting, agencyId, session.today()),
  };
}

/** By the agenda as it was issued: a partner's copy lacks the cases of others, so it cannot be worked out here. */
function slotView(session: Session, meeting: StoredMeeting, agencyId: string, seenUpTo: number | null): PartnersSlot | null {
  const { heldOn, startsAt } = meeting;
  const slot = slotsOf(session.read, meeting.id).find((each) => each.agencyId === agencyId && each.withdrawnOn === null);
  if (!slot || heldOn === null) return null;
  const stays = staysOf(slot).map(({ from, to }) => ({
    arrivesAt: placeTimeAfter(heldOn, startsAt, from).clock,
    leavesAt: placeTimeAfter(heldOn, startsAt, to).clock,
  }));
  const before = seenUpTo === null ? null : slotAsOf(session, meeting.id, slot.id, seenUpTo);
  const isOther =
    before !== null && (before.on !== heldOn || before.arrivesAt !== stays[0]?.arrivesAt || before.leavesAt !== stays.at(-1)?.leavesAt);
  return { stays, isRemote: slot.isRemote, before: isOther ? before : null };
}

function slotAsOf({ read }: Session, meetingId: string, slotId: string, upTo: number): PartnersSlot['before'] {
  const on = valueAsOf(read, meetings, meetingId, 'heldOn', upTo);
  const startsAt = valueAsOf(read, meetings, meetingId, 'startsAt', upTo);
  const isThere = valueAsOf(read, agendaSlots, slotId, 'meetingId', upTo) === meetingId;
  if (!isThere || typeof on !== 'string' || typeof startsAt !== 'string') return null;
  const minutes = (field: 'arrives' | 'leaves') => Number(valueAsOf(read, agendaSlots, slotId, field, upTo) ?? 0);
  const clock = (after: number) => placeTimeAfter(on, startsAt, after).clock;
  return { on, arrivesAt: clock(minutes('arrives')), leavesAt: clock(minutes('leaves')) };
}
