import type { Operation } from '../../../db/log/recorder';
import {
  actions,
  actionUpdates,
  agendaItems,
  attendances,
  caseEvents,
  cases,
  colourChanges,
  contributions,
  meetings,
  needReviews,
} from '../../../db/schema';
import type { Colour } from '../../../shared/language/colour';
import { addDays, weekdayOf } from '../../../shared/language/dates';
import type { AgendaReason } from '../../../shared/language/meeting';
import { clockTimeOf, dayOf, instantOf } from '../../../shared/language/scheme-place';
import { demonstrationAgencies } from './agencies';
import type { Chance } from './chance';
import { gateDay } from './gate-days';
import type { StoryAction, StoryCase } from './history';
import type { Cast } from './record-start';
import { colourIn } from './trajectory';
import { closingWords, colourReason, needUpdate, policeUpdate, probationUpdate } from './words';

export interface RecordedCase {
  readonly story: StoryCase;
  readonly caseId: string;
  readonly needIds: readonly string[];
  readonly actionIds: Map<StoryAction, string>;
}

export interface Conference {
  readonly meetingId: string;
  readonly week: number;
  readonly day: string;
  readonly cast: Cast;
  readonly chance: Chance;
  /** Next reference of an action, `26-043`. */
  readonly nextReference: (day: string) => string;
}

export function recordMeeting(operation: Operation, conference: Conference, chairId: string): void {
  const { meetingId, week, day, cast, chance } = conference;
  const start = instantOf(day, '10:00');
  operation.put(meetings, meetingId, {
    number: week + 1,
    title: 'Weekly conference',
    place: 'Harrowmere Civic Centre, Room 2',
    heldOn: day,
    startsAt: '10:00',
    chairId,
    state: 'final',
    agendaVersion: 1,
    statementAgreedAt: new Date(start + 3 * 60_000).toISOString(),
    startedAt: new Date(start + 2 * 60_000).toISOString(),
    endedAt: new Date(start + chance.whole(118, 152) * 60_000).toISOString(),
  });
  for (const { kind } of demonstrationAgencies) {
    const status = chance.happens(86)
      ? 'present'
      : chance.pick(['apologies-with-update', 'apologies-with-update', 'apologies', 'absent'] as const);
    operation.put(attendances, operation.newId(), { meetingId, agencyId: cast.agencyOf(kind), personId: cast.personOf(kind, 0), status });
  }
}

/** Minutes that a case of a colour takes beyond a usual one. */
const longerBy = { R: 2, A: 0, G: -1, B: 0 } as const;

const reasonOf = (colour: Colour, hasOpen: boolean): AgendaReason => (colour === 'R' ? 'red' : hasOpen ? 'open-actions' : 'due');

/** The nearest time, ISO 8601 UTC, at which somebody is at a desk: updates are not written at night or at a weekend. */
function atWork(instant: number, index: number): string {
  const written = new Date(instant).toISOString();
  const day = dayOf(written);
  const weekday = weekdayOf(day);
  const hour = Math.min(16, Math.max(8, Number(clockTimeOf(written).slice(0, 2))));
  const minutes = String((index * 7) % 30).padStart(2, '0');
  return new Date(instantOf(addDays(day, -Math.max(0, weekday - 5)), `${String(hour).padStart(2, '0')}:${minutes}`)).toISOString();
}

/** What agencies sent or said on a case before or at a conference. */
export function recordContributions(operation: Operation, conference: Conference, recorded: RecordedCase, sentAt: number): void {
  const { week, meetingId, cast, chance } = conference;
  const { story, caseId } = recorded;
  const colour = colourIn(story.steps, week);
  const say = (kind: string, text: string, hoursBefore: number) =>
    operation.put(contributions, operation.newId(), {
      caseId,
      meetingId,
      agencyId: cast.agencyOf(kind),
      personId: cast.personOf(kind, story.index),
      text,
      sentAt: atWork(sentAt - hoursBefore * 3_600_000, story.index),
    });
  say('police', policeUpdate(chance, colour), 20);
  say('probation', probationUpdate(chance, colour), 1);
  for (const { pathway, progress } of story.person.needs.slice(0, 2)) {
    const agency = {
      drugs: 'drugs',
      accommodation: 'housing',
      alcohol: 'alcohol',
      employment: 'jobcentre',
      finance: 'debt',
      health: 'mental-health',
    }[pathway as string];
    if (agency) say(agency, needUpdate(chance, pathway, progress), chance.whole(2, 70));
  }
}

/** One case at one conference: what was said, decided, changed, settled and set. */
export function recordItem(
  operation: Operation,
  conference: Conference,
  recorded: RecordedCase,
  position: number,
  listPosition: number,
): void {
  const { meetingId, week, day, cast, chance } = conference;
  const { story, caseId } = recorded;
  const colour = colourIn(story.steps, week);
  const change = story.steps.find((step) => step.week === week);
  const startedAt = instantOf(day, '10:05') + (position - 1) * 6 * 60_000;
  const needLines = story.person.needs.slice(0, 2).map(({ pathway, progress }) => needUpdate(chance, pathway, progress));
  operation.put(agendaItems, operation.newId(), {
    meetingId,
    caseId,
    position,
    listPosition,
    minutes: colour === 'R' ? 8 : colour === 'G' ? 4 : 6,
    reason: reasonOf(
      colour,
      story.actions.some(({ carriedIn }) => carriedIn.includes(week)),
    ),
    state: 'discussed',
    startedAt: new Date(startedAt).toISOString(),
    endedAt: new Date(startedAt + (chance.whole(3, 8) + longerBy[colour]) * 60_000).toISOString(),
    discussion: [policeUpdate(chance, colour), probationUpdate(chance, colour), ...needLines, closingWords(chance, colour)].join(' '),
    decision: 'stays',
    decisionText: change && week > story.firstWeek ? '' : 'Same colour; the plan stands.',
    rationale: change && week > story.firstWeek ? '' : closingWords(chance, colour),
    dissent: chance.happens(4) ? 'Children’s Services ask for a later curfew.' : '',
    agreedBy: JSON.stringify([cast.agencyOf('police'), cast.agencyOf('probation')]),
  });
  operation.put(cases, caseId, { reviewDue: addDays(day, 91) });
  if (change && week > story.firstWeek) recordColourChange(operation, conference, recorded, change.colour);
  for (const action of story.actions) {
    if (action.setInWeek === week) recordAction(operation, conference, recorded, action);
  }
}

function recordColourChange(operation: Operation, conference: Conference, { story, caseId }: RecordedCase, colour: Colour): void {
  const { meetingId, week, day, cast, chance } = conference;
  const before = colourIn(story.steps, week - 1);
  operation.put(colourChanges, operation.newId(), {
    caseId,
    colour,
    reason: colourReason(chance, colour),
    decidedOn: day,
    decidedAt: operation.at,
    meetingId,
    agreedBy: JSON.stringify([cast.agencyOf('police'), cast.agencyOf('probation')]),
  });
  const event = (kind: string, title: string, agency: string, knownDay?: string | null) => {
    const someDay = addDays(day, -chance.whole(1, 6));
    operation.put(caseEvents, operation.newId(), {
      caseId,
      kind,
      title,
      happenedOn: knownDay ?? someDay,
      recordedAt: operation.at,
      agencyId: cast.agencyOf(agency),
      personId: cast.personOf(agency, story.index),
    });
  };
  const isLast = story.steps.at(-1)?.week === week;
  if (colour === 'B') {
    const position = isLast ? story.person.position : 'serving';
    operation.put(cases, caseId, {
      statutoryPosition: position,
      custodyPlace: 'HMP Stonefold',
      releaseOn: isLast ? story.person.releaseOn : gateDay(addDays(day, 84)),
    });
    event('custody', position === 'remand' ? 'Remanded to Stonefold' : 'Recalled to Stonefold', 'prison');
  } else if (before === 'B') {
    operation.put(cases, caseId, { statutoryPosition: isLast ? story.person.position : 'licence', custodyPlace: '', releaseOn: null });
    event('release', 'Released from Stonefold', 'prison', story.stays.findLast(({ endsOn }) => endsOn !== null && endsOn <= day)?.endsOn);
  } else if (chance.happens(40)) {
    event(
      'note',
      chance.pick(['Moved to Fern Street', 'Lost the tenancy', 'Started the warehouse course', 'Warning letter', 'New partner']),
      'probation',
    );
  }
}

function recordAction(
  operation: Operation,
  { meetingId, day, cast, nextReference }: Conference,
  { story, caseId, actionIds }: RecordedCase,
  action: StoryAction,
): void {
  const id = operation.newId();
  actionIds.set(action, id);
  operation.put(actions, id, {
    reference: nextReference(day),
    caseId,
    meetingId,
    agencyId: cast.agencyOf(action.words.agencyKind),
    personId: cast.personOf(action.words.agencyKind, story.index),
    text: action.words.text,
    kind: action.words.kind,
    setOn: day,
    dueOn: action.dueOn,
  });
}

const closingNotes = {
  done: 'Done as asked.',
  'circumstances-changed': 'Overtaken by events.',
  'agency-did-not-act': 'No time found for it.',
  withdrawn: 'No longer needed.',
} as const;

/** What became of earlier actions by the time of this conference: settled, or carried to the next. */
export function recordProgress(
  operation: Operation,
  { meetingId, week, cast }: Conference,
  { story, caseId, actionIds }: RecordedCase,
): void {
  for (const action of story.actions) {
    const id = actionIds.get(action);
    if (!id) continue;
    const update = (kind: 'settled' | 'carried', text: string, atMeeting: boolean) =>
      operation.put(actionUpdates, operation.newId(), {
        actionId: id,
        caseId,
        kind,
        text,
        meetingId: atMeeting ? meetingId : null,
        personId: cast.personOf(action.words.agencyKind, story.index),
        madeAt: operation.at,
      });
    if (action.settled?.inWeek === week) {
      const { outcome, on, atMeeting } = action.settled;
      operation.put(actions, id, {
        outcome,
        closedOn: on,
        closedAtMeetingId: atMeeting ? meetingId : null,
        closingNote: closingNotes[outcome],
      });
      update('settled', closingNotes[outcome], atMeeting);
    } else if (action.carriedIn.includes(week)) {
      update('carried', '', true);
    }
  }
}

/** Progress on needs: a first look half-way, and the latest, which is the one in the published table. */
export function recordNeedReviews(
  operation: Operation,
  conference: Conference,
  { story, caseId, needIds }: RecordedCase,
  isLatest: boolean,
): void {
  for (const [place, need] of story.person.needs.entries()) {
    if (need.progress === null) continue;
    operation.put(needReviews, operation.newId(), {
      needId: needIds[place] as string,
      caseId,
      progress: isLatest ? need.progress : conference.chance.pick(['none', 'some', 'none'] as const),
      reviewedOn: conference.day,
      reviewedAt: operation.at,
      meetingId: conference.meetingId,
    });
  }
}
