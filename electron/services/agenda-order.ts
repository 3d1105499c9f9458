import { names as agencyNames } from '../../db/queries/document-facts';
import { findMeeting, meetingRow, type StoredMeeting } from '../../db/queries/meetings';
import { ruleBook } from '../../shared/agenda/broken-rules';
import { type DayProblem, dayProblem, noDayRules } from '../../shared/agenda/day-rules';
import type { OrderResult } from '../../shared/agenda/order';
import type { OrderProblem } from '../../shared/agenda/order-problem';
import { decideOrder } from '../../shared/agenda/rules';
import { sayViolation } from '../../shared/agenda/violations';
import type { Received, Result } from '../../shared/ipc/verbs';
import { Refusal } from '../../shared/language/refusal';
import { number } from './agenda';
import { type AgendaDay, agendaDay, itemViews, openingMinutes } from './agenda-day';
import { demandUnclosedMeeting } from './open-meeting';
import { demand } from './permission';
import type { Session } from './session';

/** Searches for an order with little waiting; in the app it runs in a worker. */
export type SearchOrder = (problem: OrderProblem) => Promise<OrderResult>;

/** A day as an ordering problem, with its pins or whatever is pinned. */
export function orderProblem({ day }: AgendaDay, hasPins: boolean): DayProblem['problem'] {
  return dayProblem(hasPins ? day : { ...day, items: day.items.map((item) => ({ ...item, pinnedTo: null })) }).problem;
}

export interface AgendaOrders {
  view(session: Session, input: Received<'agenda', 'get'>): Promise<Result<'agenda', 'get'>>;
  order(session: Session, input: Received<'agenda', 'order'>): Promise<void>;
}

/** How many searched agendas are remembered: moving a case by hand never searches again. */
const most = 50;

export function createAgendaOrders(search: SearchOrder): AgendaOrders {
  const found = new Map<string, Promise<OrderResult>>();
  function least(problem: OrderProblem, key: string): Promise<OrderResult> {
    const known = found.get(key);
    if (known) return known;
    const searching = search(problem);
    found.set(key, searching);
    searching.catch(() => found.delete(key));
    for (const old of [...found.keys()].slice(0, Math.max(0, found.size - most))) found.delete(old);
    return searching;
  }
  return {
    async view(session, { meetingId }) {
      const meeting = demandKnown(session, meetingId);
      const day = agendaDay(session.read, meeting, session.today());
      // Cases by id, so that the same set of cases is the same problem in whatever order it stands.
      const items = [...day.day.items].sort((one, other) => one.id.localeCompare(other.id));
      const problem = orderProblem({ ...day, day: { ...day.day, items } }, false);
      const best = await least(problem, JSON.stringify(problem));
      return agendaView(session, meeting, day, best);
    },
    async order(session, { meetingId }) {
      demand(session, 'run-conferences');
      const meeting = demandUnclosedMeeting(session.read, meetingId);
      const day = agendaDay(session.read, meeting, session.today());
      if (day.items.some(({ item }) => item.state !== 'waiting')) {
        throw new Refusal('The conference is under way, so its order is moved by hand from here. Nothing was changed.');
      }
      const problem = orderProblem(day, true);
      const { order } = await search(problem);
      // Reversing an order costs the same where no rule speaks of times; the one with Red cases earlier is the kinder of the two.
      const inOrder = order.map((index) => day.items[index]).filter((item) => item !== undefined);
      const isFree = !decideOrder(problem.rules) && day.items.every(({ item }) => !item.isPinned);
      const reversed = isFree && redness(inOrder) > redness(inOrder.toReversed()) ? inOrder.toReversed() : inOrder;
      session.record(
        'agenda ordered',
        (operation) =>
          number(
            operation,
            reversed.map(({ item }) => item),
          ),
        { meetingId },
      );
    },
  };
}

const redness = (items: readonly { readonly colour: string | null }[]) =>
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
