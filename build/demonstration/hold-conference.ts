import { nextPlanned } from '../../db/queries/meetings';
import { createAction, settleActions } from '../../electron/services/actions';
import { addBreak, addCases, agendaCandidates } from '../../electron/services/agenda/agenda';
import type { AgendaOrders } from '../../electron/services/agenda/agenda-order';
import { changeColour } from '../../electron/services/cases/cases';
import type { Chance } from '../../electron/services/demonstration/chance';
import {
  closingWords,
  colourReason,
  needUpdate,
  policeUpdate,
  possibleActions,
  probationUpdate,
} from '../../electron/services/demonstration/words';
import {
  beginItem,
  contribute,
  finishItem,
  getChair,
  getChairItem,
  keepDraft,
  recordDiscussion,
} from '../../electron/services/meeting/chairing';
import { closeMeeting } from '../../electron/services/meeting/close-meeting';
import { recordDecision } from '../../electron/services/meeting/decisions';
import { agreeStatement, editMeeting, planMeeting, setAttendance } from '../../electron/services/meeting/meetings';
import { getScheme } from '../../electron/services/scheme';
import type { Session } from '../../electron/services/session';
import { actionOutcomes } from '../../shared/language/action';
import type { Colour } from '../../shared/language/colour';
import { addDays } from '../../shared/language/dates';
import type { ChairItemView } from '../../shared/views/chairing';
import type { SchemeView } from '../../shared/views/scheme';

export interface HeldConference {
  readonly meetingId: string;
  readonly cases: number;
  readonly colourChanges: number;
  readonly actionsSet: number;
  readonly actionsSettled: number;
  readonly carried: number;
}

export interface ConferenceParts {
  readonly session: Session;
  readonly chance: Chance;
  readonly orders: AgendaOrders;
  /** Moves the clock on: a conference takes its time, and its record says so. */
  readonly wait: (milliseconds: number) => void;
  readonly heldOn: string;
}

const mostCases = 22;
const minute = 60_000;

/** Plans a conference and orders its agenda. What it costs partners is the agenda's own figure. */
export async function prepareConference({ session, orders, heldOn }: ConferenceParts): Promise<string> {
  // Closing the last one planned this one, with the cases that it carried forward.
  const planned = nextPlanned(session.read, addDays(heldOn, -1));
  if (planned) editMeeting(session, { id: planned.id, heldOn, startsAt: '10:00' });
  const meetingId =
    planned?.id ??
    planMeeting(session, {
      title: 'Weekly conference',
      place: 'Harrowmere Civic Centre, Room 2',
      heldOn,
      startsAt: '10:00',
    });
  const candidates = agendaCandidates(session, { meetingId });
  const red = candidates.filter(({ reasons }) => reasons.includes('red')).slice(0, mostCases);
  const due = candidates.filter(({ reasons }) => reasons.includes('due') && !reasons.includes('red'));
  const others = candidates.filter(({ reasons }) => !reasons.includes('red') && !reasons.includes('due'));
  const add = (caseIds: readonly string[], reason: 'red' | 'due' | 'changed') => {
    if (caseIds.length > 0) addCases(session, { meetingId, caseIds: [...caseIds], reason });
  };
  add(
    red.map(({ caseId }) => caseId),
    'red',
  );
  add(
    due.slice(0, mostCases - red.length).map(({ caseId }) => caseId),
    'due',
  );
  add(
    others.slice(0, Math.max(0, mostCases - red.length - due.length)).map(({ caseId }) => caseId),
    'changed',
  );
  addBreak(session, { meetingId, afterPosition: 11, minutes: 10, title: 'Break' });
  await orders.order(session, { meetingId });
  return meetingId;
}

/** Chairs it from the statement to its close, through the same verbs as the chairing screen. */
export function chairConference(parts: ConferenceParts, meetingId: string): HeldConference {
  const { session, chance, wait } = parts;
  const scheme = getScheme(session);
  agreeStatement(session, { meetingId });
  for (const agency of scheme.agencies) {
    const person = scheme.people.find(({ agencyId, isWithdrawn }) => agencyId === agency.id && !isWithdrawn);
    const status = chance.happens(90) ? 'present' : 'apologies-with-update';
    setAttendance(session, { meetingId, id: null, agencyId: agency.id, personId: person?.id ?? null, guestName: '', status });
  }
  setAttendance(session, { meetingId, id: null, agencyId: null, personId: null, guestName: 'Q. Bellweather, student', status: 'observer' });
  wait(5 * minute);
  const figures = { colourChanges: 0, actionsSet: 0, actionsSettled: 0 };
  const { items } = getChair(session, { meetingId });
  for (const { id } of items) {
    beginItem(session, { itemId: id });
    wait(chance.whole(2, 5) * minute);
    const item = getChairItem(session, { itemId: id });
    figures.actionsSettled += settleLast(parts, meetingId, item);
    discuss(parts, scheme, item);
    figures.colourChanges += decide(parts, meetingId, scheme, item) ? 1 : 0;
    figures.actionsSet += setActions(parts, meetingId, scheme, item);
    wait(chance.whole(1, 3) * minute);
    finishItem(session, { itemId: id, state: 'discussed' });
  }
  const { carried } = closeMeeting(session, { meetingId });
  return { meetingId, cases: items.length, carried, ...figures };
}

function settleLast({ session, chance }: ConferenceParts, meetingId: string, { lastActions }: ChairItemView): number {
  const open = lastActions.filter(({ outcome }) => outcome === null && chance.happens(80));
  for (const { id } of open) {
    const outcome = chance.happens(77) ? 'done' : chance.pick(actionOutcomes);
    settleActions(session, { ids: [id], outcome, note: outcome === 'done' ? '' : 'Said at the table.', meetingId });
  }
  return open.length;
}

const agencyId = (scheme: SchemeView, kind: string) => scheme.agencies.find((agency) => agency.kind === kind)?.id ?? null;
const personOf = (scheme: SchemeView, agency: string) =>
  scheme.people.find((person) => person.agencyId === agency && !person.isWithdrawn)?.id ?? null;

function discuss({ session, chance }: ConferenceParts, scheme: SchemeView, item: ChairItemView): void {
  const colour: Colour = item.case.colour ?? 'A';
  const say = (kind: string, text: string) => {
    const agency = agencyId(scheme, kind);
    if (agency) contribute(session, { itemId: item.id, agencyId: agency, personId: personOf(scheme, agency), text });
  };
  say('police', policeUpdate(chance, colour));
  say('probation', probationUpdate(chance, colour));
  const words = [
    ...item.case.needs.slice(0, 2).map(({ pathway, progress }) => needUpdate(chance, pathway, progress)),
    closingWords(chance, colour),
  ].join(' ');
  // As it is typed: kept before it is recorded.
  keepDraft(session, { itemId: item.id, field: 'discussion', text: words.slice(0, Math.floor(words.length / 2)) });
  keepDraft(session, { itemId: item.id, field: 'discussion', text: words });
  recordDiscussion(session, { itemId: item.id, discussion: words });
}

const nextColours: Readonly<Record<Colour, readonly Colour[]>> = { R: ['A'], A: ['G', 'R'], G: ['A'], B: [] };

function decide({ session, chance, heldOn }: ConferenceParts, meetingId: string, scheme: SchemeView, item: ChairItemView): boolean {
  const agreedBy = ['police', 'probation'].flatMap((kind) => agencyId(scheme, kind) ?? []);
  const colour: Colour = item.case.colour ?? 'A';
  const changes = chance.happens(22) && nextColours[colour].length > 0;
  if (changes) {
    const next = chance.pick(nextColours[colour]);
    changeColour(session, {
      caseId: item.case.id,
      meetingId,
      colour: next,
      reason: colourReason(chance, next),
      decidedOn: session.today(),
      agreedBy,
      dissent: '',
    });
  }
  recordDecision(session, {
    itemId: item.id,
    decision: 'stays',
    decisionText: changes ? '' : 'Stays at the same colour.',
    rationale: closingWords(chance, colour),
    dissent: chance.happens(8) ? 'Children’s Services ask for a later curfew.' : '',
    agreedBy,
    reviewDue: addDays(heldOn, 91),
  });
  return changes;
}

function setActions({ session, chance, heldOn }: ConferenceParts, meetingId: string, scheme: SchemeView, item: ChairItemView): number {
  const possible = possibleActions(
    item.case.colour ?? 'A',
    item.case.needs.map(({ pathway }) => pathway),
  );
  const chosen = chance.shuffle(possible).slice(0, chance.pick([0, 1, 1, 2, 2]));
  let set = 0;
  for (const { agencyKind, text, kind } of chosen) {
    const agency = agencyId(scheme, agencyKind);
    if (!agency) continue;
    createAction(session, {
      caseId: item.case.id,
      meetingId,
      agencyId: agency,
      personId: personOf(scheme, agency),
      text,
      kind,
      priority: chance.happens(10) ? 'high' : 'normal',
      dueOn: addDays(heldOn, chance.pick([3, 7, 7, 14])),
    });
    set += 1;
  }
  return set;
}
