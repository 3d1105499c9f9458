import { names as agencyNames } from '../../../db/queries/document-facts';
import { attendanceOf, findMeeting, itemsOf, meetingRow, type StoredMeeting } from '../../../db/queries/meetings';
import { ruleBook } from '../../../shared/agenda/broken-rules';
import { type DayProblem, type DayToPlan, dayProblem, noDayRules, type PlannedCase } from '../../../shared/agenda/day-rules';
import type { OrderResult } from '../../../shared/agenda/order-problem';
import { type Progress, remainingDay } from '../../../shared/agenda/remaining-day';
import { decideOrder } from '../../../shared/agenda/rules';
import { sayViolation } from '../../../shared/agenda/violations';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { byText } from '../../../shared/language/in-order';
import { Refusal } from '../../../shared/language/refusal';
import { clockTimeOf } from '../../../shared/language/scheme-place';
import { demandUnclosedMeeting } from '../open-meeting';
import { demand } from '../permission';
import type { Session } from '../session';
import { number } from './agenda';
import { type AgendaDay, agendaDay, itemViews, openingMinutes } from './agenda-day';
import { createAgendaSearches, type SearchOrder, type TellSearch } from './agenda-searches';
import { stopClock } from './case-clock';

/** A day as an ordering problem, with its pins or whatever is pinned. */
export function orderProblem({ day }: AgendaDay, hasPins: boolean): DayProblem['problem'] {
  return dayProblem(hasPins ? day : { ...day, items: day.items.map((item) => ({ ...item, pinnedTo: null })) }).problem;
}

export interface AgendaOrders {
  view(session: Session, input: Received<'agenda', 'get'>): Promise<Result<'agenda', 'get'>>;
  order(session: Session, input: Received<'agenda', 'order'>): Promise<void>;
  orderRemaining(session: Session, input: Received<'agenda', 'orderRemaining'>): Promise<void>;
  /** The cases of a day in the order in which partners wait least, as its rules allow. Nothing is recorded. */
  bestOrder(meetingId: string, day: DayToPlan): Promise<readonly PlannedCase[]>;
  /** Goes on searching for less waiting than is known, and tells of it, until it is proven, stopped or has had its time. */
  search(session: Session, input: Received<'agenda', 'search'>): void;
  stopSearch(input: Received<'agenda', 'stopSearch'>): void;
  /** Ends all searching, and forgets what was found. */
  close(): void;
}

/**
 * @param search ends by itself after the longest time that a search may take.
 * @param tell hears how each search comes along.
 */
export function createAgendaOrders(search: SearchOrder, tell?: TellSearch): AgendaOrders {
  const searches = createAgendaSearches(search, tell);

  async function bestOrder(meetingId: string, day: DayToPlan): Promise<readonly PlannedCase[]> {
    const items = byId(day.items);
    const { problem } = dayProblem({ ...day, items });
    const { order } = await searches.demand(meetingId, problem);
    const inOrder = order.map((index) => items[index]).filter((item) => item !== undefined);
    // Reversing an order costs the same where no rule speaks of times; the one with Red cases earlier is the kinder of the two.
    const isFree = !decideOrder(problem.rules) && items.every(({ pinnedTo }) => pinnedTo == null);
    return isFree && redness(inOrder) > redness(inOrder.toReversed()) ? inOrder.toReversed() : inOrder;
  }

  /** Finds an order for what is free to move, and numbers the agenda by it: `before` first, as they are. */
  async function arrange(session: Session, meetingId: string, day: DayToPlan, before: readonly string[], intent: string): Promise<void> {
    const kinder = await bestOrder(meetingId, day);
    // Searching takes a while, and a case may have come or gone meanwhile.
    const places = new Map([...before, ...kinder.map(({ id }) => id)].map((id, index) => [id, index]));
    const place = (id: string) => places.get(id) ?? places.size;
    const numbered = itemsOf(session.read, meetingId).toSorted((one, other) => place(one.id) - place(other.id));
    session.record(intent, (operation) => number(operation, numbered), { meetingId });
  }

  return {
    bestOrder,
    async view(session, { meetingId }) {
      const { meeting, day } = known(session, meetingId);
      return agendaView(session, meeting, day, await searches.ask(meetingId, leastProblem(day)));
    },
    async order(session, { meetingId }) {
      demand(session, 'run-conferences');
      const meeting = demandUnclosedMeeting(session.read, meetingId);
      const { day, items } = agendaDay(session.read, meeting, session.today());
      if (items.some(({ item }) => item.state !== 'waiting'))
        throw new Refusal('The conference is under way, so only what remains of it can be ordered. Nothing was changed.');
      await arrange(session, meetingId, day, [], 'agenda ordered');
    },
    async orderRemaining(session, { meetingId }) {
      demand(session, 'run-conferences');
      const meeting = demandUnclosedMeeting(session.read, meetingId);
      const { day, items } = agendaDay(session.read, meeting, session.today());
      const progress = progressOf(session, meeting.id, items);
      const heard = items.filter(({ item }) => item.state !== 'waiting').map(({ item }) => item.id);
      await arrange(session, meetingId, remainingDay(day, progress), heard, 'rest of the agenda ordered');
    },
    search(session, { meetingId }) {
      const { day } = known(session, meetingId);
      searches.watch(meetingId);
      // Whoever shows the agenda hears of a failure from there; this is only about doing better.
      searches.ask(meetingId, leastProblem(day)).catch(() => undefined);
    },
    stopSearch: ({ meetingId }) => searches.stop(meetingId),
    close: () => searches.close(),
  };
}

/** Cases by id, so that the same set of cases is the same problem in whatever order it stands. */
const byId = <T extends { readonly id: string }>(items: readonly T[]) => [...items].sort((one, other) => byText(one.id, other.id));

const leastProblem = (day: AgendaDay) => orderProblem({ ...day, day: { ...day.day, items: byId(day.day.items) } }, false);

function known(session: Session, meetingId: string) {
  const meeting = demandKnown(session, meetingId);
  return { meeting, day: agendaDay(session.read, meeting, session.today()) };
}

/** How far a conference has come, by the wall clock and what was recorded. */
export function progressOf(session: Session, meetingId: string, items: AgendaDay['items']): Progress {
  const now = session.now();
  const current = items.find(({ item }) => item.state === 'current')?.item ?? null;
  const taken = current === null ? 0 : stopClock(current, now).secondsBefore / 60;
  const here = attendanceOf(session.read, meetingId).filter(({ arrivedAt, leftAt }) => arrivedAt !== null && leftAt === null);
  return {
    now: clockTimeOf(now),
    doneIds: items.filter(({ item }) => item.state === 'discussed' || item.state === 'deferred').map(({ item }) => item.id),
    currentId: current?.id ?? null,
    currentMinutes: current === null ? 0 : Math.max(0, Math.round(current.minutes - taken)),
    hereIds: here.flatMap(({ agencyId }) => agencyId ?? []),
  };
}

const redness = (items: readonly { readonly colour?: string | null }[]) =>
  items.reduce((sum, { colour }, index) => sum + (colour === 'R' ? index : 0), 0);

function demandKnown(session: Session, meetingId: string): StoredMeeting {
  const meeting = findMeeting(session.read, meetingId);
  if (!meeting) throw new Refusal('This conference is not in your copy of the scheme. Go back and choose it again.');
  return meeting;
}

function agendaView(session: Session, meeting: StoredMeeting, day: AgendaDay, best: OrderResult): Result<'agenda', 'get'> {
  const row = meetingRow(session.read, meeting.id);
  if (!row) throw new Error('A conference was read and is gone.');
  const { waiting: now, violation } = day.plan;
  const isAtLeastAsNear = violation <= best.violation;
  const least = isAtLeastAsNear ? (violation < best.violation ? now : Math.min(best.cost, now)) : best.cost;
  return {
    meeting: row,
    agendaVersion: meeting.agendaVersion,
    items: itemViews(day),
    breaks: day.breaks,
    slots: day.plan.slots,
    rules: day.day.rules ?? noDayRules,
    violations: violationViews(session, day),
    leastViolation: Math.min(best.violation, day.plan.violation),
    isRuleSureToBreak: best.isRuleSureToBreak,
    idle: day.plan.idle,
    between: day.plan.between,
    openingMinutes,
    endsAt: day.plan.endsAt,
    totalMinutes: day.plan.totalMinutes,
    // The search is anytime: where the order on the screen is better than what it found, that is the least known.
    cost: { now, listOrder: listOrderWaiting(day), least, isLeastProven: best.proven },
  };
}

/** Minutes that partners would wait in the order in which the cases came in. */
export function listOrderWaiting(day: AgendaDay): number {
  const place = (index: number) => day.items[index]?.item.listPosition ?? 0;
  const order = day.items.map((_, index) => index).sort((one, other) => place(one) - place(other));
  return ruleBook(orderProblem(day, false)).weigh(order).waiting;
}

function violationViews({ read }: Session, { plan, items }: AgendaDay): Result<'agenda', 'get'>['violations'] {
  if (plan.violations.length === 0) return [];
  const cases = new Map(items.map(({ item, name }) => [item.id, name]));
  const names = { caseName: (id: string) => cases.get(id) ?? '', agencyName: agencyNames(read).agency };
  return plan.violations.map((violation) => ({ ...violation, words: sayViolation(violation, names) }));
}
