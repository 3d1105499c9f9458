import { caseNames, coloursNow } from '../../../db/queries/cases';
import { names as agencyNames, casesById } from '../../../db/queries/document-facts';
import { itemsOf } from '../../../db/queries/meetings';
import { relevance } from '../../../db/queries/relevance';
import { agendaItems } from '../../../db/schema';
import { type AgencyVisit, type DayToPlan, noDayRules, type PlannedCase } from '../../../shared/agenda/day-rules';
import { planDay } from '../../../shared/agenda/plan-day';
import { remainingDay } from '../../../shared/agenda/remaining-day';
import { sayViolation } from '../../../shared/agenda/violations';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import type { AgencySlot } from '../../../shared/views/agenda';
import { demandUnclosedMeeting } from '../open-meeting';
import { demand } from '../permission';
import { demandAgency, demandCase } from '../references';
import type { Session } from '../session';
import { number, putOnAgenda } from './agenda';
import { agendaDay, relevantIds } from './agenda-day';
import { minutesProposer } from './agenda-minutes';
import { type AgendaOrders, progressOf } from './agenda-order';
import { putVisit } from './agenda-rules';

/**
 * The rest of a running meeting ordered anew, for an agency that comes late or must leave early, or a case that comes in. Of
 * an agency that stays throughout, every case being its own, those that it leads are brought into its time.
 */
export async function previewRest(
  session: Session,
  orders: Pick<AgendaOrders, 'bestOrder'>,
  { meetingId, told, caseId }: Received<'agenda', 'previewRest'>,
): Promise<Result<'agenda', 'previewRest'>> {
  const { read } = session;
  demand(session, 'run-conferences');
  const meeting = demandUnclosedMeeting(read, meetingId);
  const agenda = agendaDay(read, meeting, session.today());
  const progress = progressOf(session, meetingId, agenda.items);
  const before = planDay(remainingDay(agenda.day, progress));
  const late = caseId === null || agenda.items.some(({ item }) => item.caseId === caseId) ? null : lateCase(session, caseId);
  const asked: DayToPlan = { ...agenda.day, items: late ? [...agenda.day.items, late] : agenda.day.items };
  const day = remainingDay(told ? withTold(session, asked, told) : asked, progress);
  const items = await orders.bestOrder(meetingId, day);
  const after = planDay({ ...day, items });

  const caseOf = new Map(agenda.items.map(({ item }) => [item.id, item.caseId]));
  const casesOf = (ids: readonly { readonly id: string }[]) => ids.map(({ id }) => caseOf.get(id) ?? id);
  const ahead = new Set(casesOf(items));
  const orderBefore = agenda.items.map(({ item }) => item.caseId);
  const heard = orderBefore.filter((id) => !ahead.has(id));
  const known = caseNames(read, [...orderBefore, ...(late ? [late.id] : [])]);
  const names = (id: string) => known.get(id) ?? '';
  const colours = coloursNow(read, [...ahead]);
  const called = { caseName: (id: string) => names(caseOf.get(id) ?? id), agencyName: agencyNames(read).agency };
  return {
    orderBefore,
    order: [...heard, ...casesOf(items)],
    toldBefore: told ? (visitOf(agenda.day, told.agencyId)?.[told.end] ?? null) : null,
    waitingBefore: before.waiting,
    waiting: after.waiting,
    endsBefore: before.endsAt,
    endsAt: after.endsAt,
    cases: after.items.map(({ id, position, startsAt }) => {
      const own = caseOf.get(id) ?? id;
      const place = orderBefore.indexOf(own);
      return {
        caseId: own,
        caseName: names(own),
        colour: colours.get(own)?.colour ?? null,
        positionBefore: place < 0 ? null : place + 1,
        position: heard.length + position,
        startsAt,
      };
    }),
    agencies: changedStays(before.slots, after.slots),
    violations: after.violations.map((violation) => sayViolation(violation, called)),
  };
}

/** Takes what was shown, whole, or takes it back. */
export function changeRest(session: Session, { meetingId, order, told, add, remove }: Received<'agenda', 'changeRest'>): void {
  demand(session, 'run-conferences');
  demandUnclosedMeeting(session.read, meetingId);
  if (add !== null) demandCase(session.read, add);
  if (told !== null) demandAgency(session.read, told.agencyId);
  session.record(
    'rest of the agenda changed',
    (operation) => {
      if (told !== null)
        putVisit(operation, session.today(), meetingId, told.agencyId, {
          [told.end === 'from' ? 'comesFrom' : 'comesUntil']: told.at,
        });
      if (add !== null)
        putOnAgenda(operation, { meetingId, caseId: add, reason: 'by-hand' }, minutesProposer(operation.read, session.today()));
      for (const { id, caseId, state } of itemsOf(operation.read, meetingId))
        if (remove !== null && caseId === remove && state === 'waiting')
          operation.put(agendaItems, id, { withdrawnOn: session.today(), withdrawnReason: 'Taken back' });
      const places = new Map(order.map((id, index) => [id, index]));
      const place = (id: string | null) => places.get(id ?? '') ?? places.size;
      number(
        operation,
        itemsOf(operation.read, meetingId).toSorted((one, other) => place(one.caseId) - place(other.caseId)),
      );
    },
    { meetingId },
  );
}

type Told = NonNullable<Received<'agenda', 'previewRest'>['told']>;

function lateCase(session: Session, caseId: string): PlannedCase {
  demandCase(session.read, caseId);
  return {
    id: caseId,
    minutes: minutesProposer(session.read, session.today())([caseId]).get(caseId)?.minutes ?? 6,
    agencyIds: relevantIds(relevance(session.read, [caseId], session.today()).get(caseId) ?? []),
    colour: coloursNow(session.read, [caseId]).get(caseId)?.colour ?? null,
    leadAgencyId: casesById(session.read, [caseId]).get(caseId)?.leadAgencyId ?? null,
    fixedStart: null,
    pinnedTo: null,
  };
}

const visitOf = ({ rules }: DayToPlan, agencyId: string) => rules?.visits.find((visit) => visit.agencyId === agencyId);

function withTold({ read }: Session, day: DayToPlan, { agencyId, end, at }: Told): DayToPlan {
  const { name } = demandAgency(read, agencyId);
  const visit: AgencyVisit = { agencyId, from: null, until: null, isRemote: false, ...visitOf(day, agencyId), [end]: at };
  if (visit.from !== null && visit.until !== null && visit.until <= visit.from)
    throw new Refusal(
      `${name} can come from ${visit.from} and must leave at ${visit.until}, which leaves it no time. Nothing was changed.`,
    );
  const rules = day.rules ?? noDayRules;
  return { ...day, rules: { ...rules, visits: [...rules.visits.filter((each) => each.agencyId !== agencyId), visit] } };
}

function changedStays(before: readonly AgencySlot[], after: readonly AgencySlot[]): Result<'agenda', 'previewRest'>['agencies'] {
  const words = (slots: readonly AgencySlot[], id: string) => {
    const slot = slots.find(({ agencyId }) => agencyId === id);
    return slot ? `${slot.arrivesAt}–${slot.leavesAt}` : null;
  };
  const ids = [...new Set([...before, ...after].filter(({ isCore }) => !isCore).map(({ agencyId }) => agencyId))];
  return ids
    .map((agencyId) => ({ agencyId, before: words(before, agencyId), after: words(after, agencyId) }))
    .filter((each) => each.before !== each.after);
}
