import { names, peopleOf, theScheme } from '../../../db/queries/document-facts';
import type { StoredMeeting } from '../../../db/queries/meetings';
import { questionsTo } from '../../../db/queries/questions';
import { agencies } from '../../../db/schema';
import { clockOfMinutes, minutesOfClock } from '../../../shared/agenda/clock-time';
import { byName, byText } from '../../../shared/language/in-order';
import type { AgencySlot } from '../../../shared/views/agenda';
import type { RelevanceView } from '../../../shared/views/case';
import type { AgendaDocumentQuestion, AgendaDocumentSlot, AgendaDocumentView, IssuedDocument } from '../../documents/views';
import { type AgendaDay, agendaDay, itemViews, relevantIds } from '../agenda/agenda-day';
import { listOrderWaiting } from '../agenda/agenda-order';
import type { Session } from '../session';
import { documentMeeting, documentScheme, type Names } from './parts';
import { type Reader, readersItems } from './reader';
import { forAllToRead } from './shared-texts';

/** The agenda for one reader: its own slot and cases, or all of them for core agencies. */
export function agendaDocumentView(session: Session, meeting: StoredMeeting, reader: Reader, document: IssuedDocument): AgendaDocumentView {
  const { read } = session;
  const called = names(read);
  const day = agendaDay(read, meeting, session.today());
  const codes = new Map(
    read
      .select({ id: agencies.id, code: agencies.code })
      .from(agencies)
      .all()
      .map(({ id, code }) => [id, code]),
  );
  const mine = new Set(readersItems(day, reader).map(({ item }) => item.id));
  const partners = (views: readonly RelevanceView[]) => relevantIds(views).filter((id) => !day.core.has(id) && id !== reader);
  const items = itemViews(day).filter(({ id }) => mine.has(id));
  const named = [...new Set(items.flatMap(({ agencies: views }) => partners(views)))];
  const slotOf = (slot: AgencySlot): AgendaDocumentSlot => ({
    agency: called.agency(slot.agencyId),
    code: codes.get(slot.agencyId) ?? '',
    people: peopleOf(read, [slot.agencyId])
      .slice(0, 2)
      .map(({ name }) => name)
      .join(', '),
    isCore: slot.isCore,
    isThroughout: slot.isThroughout,
    arrivesAt: slot.arrivesAt,
    leavesAt: slot.leavesAt,
    arrives: slot.arrives,
    leaves: slot.leaves,
    isRemote: slot.isRemote,
    stays: slot.stays,
    waits: slot.waits,
    own: slot.own.map(({ position, from, to }) => ({ position, from, to })),
    waiting: slot.waiting,
  });
  const own = day.plan.slots.find(({ agencyId }) => agencyId === reader);
  const start = minutesOfClock(meeting.startsAt);
  const clean = forAllToRead(session, reader);
  const questions = questionsIn(session, day, reader, called);
  return {
    scheme: documentScheme(theScheme(read)),
    document,
    meeting: documentMeeting(meeting, day.plan.endsAt, called, clean),
    ownSlot: own ? slotOf(own) : null,
    slots: reader === null ? day.plan.slots.map(slotOf) : [],
    items: items.map(({ position, caseName, startsAt, minutes, colour, reason, agencies: views }) => ({
      position,
      name: caseName,
      startsAt,
      minutes,
      colour,
      reason,
      agencies: partners(views).map((id) => codes.get(id) ?? ''),
    })),
    ...(reader === null
      ? {}
      : {
          codes: named
            .map((id) => ({ code: codes.get(id) ?? '', agency: called.agency(id) }))
            .sort((one, other) => byName(one.code, other.code)),
        }),
    namesAllCases: reader === null,
    breaks: [
      ...day.breaks.map(({ startsAt, title, minutes }) => ({
        startsAt,
        title: clean(title),
        minutes,
        from: minutesOfClock(startsAt) - start,
      })),
      ...betweenSittings(day.plan, start),
    ],
    totalMinutes: day.plan.totalMinutes,
    waiting: reader === null ? { now: day.plan.waiting, listOrder: listOrderWaiting(day) } : null,
    updatesBy: meeting.heldOn === null ? null : { on: meeting.heldOn, at: meeting.startsAt },
    ...(questions.length === 0 ? {} : { questions }),
  };
}

/** What a reader was asked and has not answered; in the copy that core agencies share, what any of them was. */
function questionsIn({ read, today }: Session, day: AgendaDay, reader: Reader, { agency }: Names): readonly AgendaDocumentQuestion[] {
  const positions = new Map(itemViews(day).map(({ caseId, position }) => [caseId, position]));
  const asked = (reader === null ? [...day.core] : [reader]).flatMap((id) => questionsTo(read, id, today()));
  return asked
    .sort((one, other) => byText(one.wantedOn, other.wantedOn))
    .map(({ caseId, caseName, text, wantedOn, agencyId }) => ({
      position: positions.get(caseId) ?? null,
      name: caseName,
      text,
      wantedOn,
      agency: reader === null ? agency(agencyId) : '',
    }));
}

/** The time between two sittings is a pause like a break, for everybody. */
function betweenSittings({ between }: AgendaDay['plan'], start: number): AgendaDocumentView['breaks'] {
  if (between === null) return [];
  const { from, to } = between;
  return [{ startsAt: clockOfMinutes(start + from), title: 'Between the sittings', from, minutes: to - from }];
}
