import { eq } from 'drizzle-orm';
import type { Connection } from '../../../db/connection';
import type { DeviceIdentity } from '../../../db/log/identity';
import { agendaItems, caseEvents, cases, meetings, people, referrals, schemes } from '../../../db/schema';
import { addDays, weekdayOf } from '../../../shared/language/dates';
import { instantOf } from '../../../shared/language/scheme-place';
import type { RenderDocument } from '../documents/issue-documents';
import type { Session } from '../session';
import { startScheme } from '../setup/start-scheme';
import { coordinatorName, demonstrationAgencies } from './agencies';
import { type Chance, createChance } from './chance';
import { type Story, tellStory, weeks } from './history';
import { conferencesWithPapers, correct, issueMinutes, issuePacks, type Papers } from './issue-papers';
import { orderedFrom, orderOfList, recordCost } from './meeting-cost';
import { recordOutcomes } from './outcomes';
import { createPeople } from './people';
import { recordPopulation } from './population';
import { recordCohort } from './record-cohort';
import {
  type Conference,
  type RecordedCase,
  recordContributions,
  recordItem,
  recordMeeting,
  recordNeedReviews,
  recordProgress,
} from './record-meeting';
import { recordQuestions } from './record-questions';
import { recordReleases } from './record-releases';
import { type Cast, recordCase, recordCast } from './record-start';
import { colourIn } from './trajectory';

export interface DemonstrationOptions {
  readonly path: string;
  /** The day it is made for; its next conference is on this day, or on the Monday after a weekend. */
  readonly today: string;
  readonly seed: number;
  readonly computer: string;
  readonly device?: DeviceIdentity;
  /** Lays out the papers of the last conferences; without it none are issued. */
  readonly render?: RenderDocument;
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export const usualSeed = 108;

/** The day of the conference that the demonstration is about to hold. */
export function conferenceDay(today: string): string {
  const weekday = weekdayOf(today);
  return weekday > 5 ? addDays(today, 8 - weekday) : today;
}

/**
 * Records the demonstration scheme into an empty file: 108 invented people, eleven months of weekly conferences, and
 * the next one prepared up to its agenda. All of it goes through the recorder, each entry at the time it tells of.
 */
export async function buildDemonstration(connection: Connection, options: DemonstrationOptions): Promise<Session> {
  const chance = createChance(options.seed);
  const story = tellStory(chance, createPeople(chance, options.today), conferenceDay(options.today));
  let now = instantOf(addDays(story.days[0] as string, -7), '09:00');
  const clock = () => now;
  const moveClock = (instant: number) => {
    now = Math.max(now, instant);
  };
  let randomness = chance;
  const session = await startScheme(
    connection,
    {
      brand: 'Crossways',
      area: 'Harrowmere IOM',
      marking: 'OFFICIAL-SENSITIVE',
      agencies: demonstrationAgencies,
      yourName: coordinatorName,
      yourAgency: 0,
      isDemonstration: true,
      computer: options.computer,
    },
    { path: options.path, clock, random: () => randomness.bytes(), ...(options.device ? { device: options.device } : {}) },
  );
  const teller = new Teller(session, story, chance, moveClock);
  for (let week = 0; week < weeks; week += 1) {
    const meetingId = teller.holdConference(week);
    if (options.render && week >= weeks - conferencesWithPapers) {
      // Of a chance of their own, so that they change nothing told after.
      randomness = createChance(options.seed + 1_000 + week);
      await issuePapers({ session, render: options.render, meetingId }, week, story, moveClock);
      randomness = chance;
    }
    options.onProgress?.((week + 1) / (weeks + 1));
  }
  teller.prepareConference();
  teller.tellOfTheCohort(createChance(options.seed + 1));
  recordPopulation(session);
  options.onProgress?.(1);
  return session;
}

/** Minutes the same day and packs after the last conference; the minutes of the one before it are corrected the next morning. */
async function issuePapers(papers: Papers, week: number, { days }: Story, moveClock: (instant: number) => void): Promise<void> {
  const day = days[week] as string;
  moveClock(instantOf(day, '14:10'));
  await issueMinutes(papers);
  if (week === weeks - 1) await issuePacks(papers);
  if (week === weeks - 2) {
    moveClock(instantOf(addDays(day, 1), '09:20'));
    await correct(papers);
  }
}

/** Records the story, week by week. */
class Teller {
  readonly #session: Session;
  readonly #story: Story;
  readonly #chance: Chance;
  readonly #moveClock: (instant: number) => void;
  readonly #cast: Cast;
  readonly #recorded = new Map<number, RecordedCase>();
  readonly #references = new Map<string, number>();

  constructor(session: Session, story: Story, chance: Chance, moveClock: (instant: number) => void) {
    this.#session = session;
    this.#story = story;
    this.#chance = chance;
    this.#moveClock = moveClock;
    this.#cast = recordCast(session);
    this.#bringIn(-1);
  }

  #conference(week: number, meetingId: string): Conference {
    return {
      meetingId,
      week,
      day: this.#story.days[week] as string,
      cast: this.#cast,
      chance: this.#chance,
      nextReference: (day) => this.#nextReference(day),
    };
  }

  #nextReference(day: string): string {
    const year = day.slice(2, 4);
    const number = (this.#references.get(year) ?? 0) + 1;
    this.#references.set(year, number);
    return `${year}-${String(number).padStart(3, '0')}`;
  }

  #bringIn(week: number): void {
    for (const story of this.#story.cases) {
      if (story.firstWeek !== week) continue;
      this.#session.record('case added', (operation) => {
        this.#recorded.set(story.index, { story, ...recordCase(operation, story, this.#cast, this.#chance), actionIds: new Map() });
      });
    }
  }

  #case(index: number): RecordedCase {
    const recorded = this.#recorded.get(index);
    if (!recorded) throw new Error('A case was discussed before it was on the scheme.');
    return recorded;
  }

  /** The id of the conference. */
  holdConference(week: number): string {
    const day = this.#story.days[week] as string;
    this.#moveClock(instantOf(day, '10:00'));
    this.#bringIn(week);
    const meetingId = this.#session.record('conference held', (operation) => {
      const id = operation.newId();
      recordMeeting(operation, this.#conference(week, id), this.#session.me.personId);
      return id;
    });
    const conference = this.#conference(week, meetingId);
    for (const { story, ...recorded } of this.#recorded.values()) {
      const changes = story.actions.some(({ settled, carriedIn }) => settled?.inWeek === week || carriedIn.includes(week));
      if (changes)
        this.#session.record('actions followed up', (operation) => recordProgress(operation, conference, { story, ...recorded }), {
          meetingId,
        });
    }
    const discussed = this.#story.cases.filter(({ discussedIn }) => discussedIn.includes(week));
    const inList = discussed.map(({ index }) => this.#case(index));
    const places =
      week < orderedFrom
        ? inList.keys()
        : orderOfList(
            this.#session,
            inList.map(({ caseId }) => caseId),
            day,
          );
    for (const [place, listPlace] of [...places].entries()) {
      const recorded = inList[listPlace];
      if (!recorded) throw new Error('An order names a case that is not on the list.');
      this.#moveClock(instantOf(day, '10:05') + place * 6 * 60_000);
      this.#session.record('updates sent', (operation) => recordContributions(operation, conference, recorded, instantOf(day, '10:00')));
      this.#session.record('case discussed', (operation) => recordItem(operation, conference, recorded, place + 1, listPlace + 1), {
        meetingId,
      });
      this.#reviewNeeds(conference, recorded);
    }
    recordCost(this.#session, meetingId, week);
    return meetingId;
  }

  /** The latest review is the person's last conference; the one before is half-way through. */
  #reviewNeeds(conference: Conference, recorded: RecordedCase): void {
    const { discussedIn, person } = recorded.story;
    const isLatest = discussedIn.at(-1) === conference.week;
    const isHalfWay = !isLatest && discussedIn[Math.floor(discussedIn.length / 2)] === conference.week;
    if ((!isLatest && !isHalfWay) || !person.needs.some(({ progress }) => progress !== null)) return;
    this.#session.record('needs reviewed', (operation) => recordNeedReviews(operation, conference, recorded, isLatest), {
      meetingId: conference.meetingId,
    });
  }

  /** Sets what is true today, and plans the conference that is about to begin, in the order its list came in. */
  prepareConference(): void {
    const day = this.#story.days[weeks] as string;
    this.#moveClock(instantOf(addDays(day, -1), '16:00'));
    for (const recorded of this.#recorded.values()) this.#bringUpToDate(recorded);
    recordOutcomes(this.#session, this.#recorded.values());
    const meetingId = this.#session.record('conference planned', (operation) => {
      const id = operation.newId();
      operation.put(meetings, id, {
        number: weeks + 1,
        title: 'Weekly conference',
        place: 'Harrowmere Civic Centre, Room 2',
        heldOn: day,
        startsAt: '10:00',
        chairId: this.#session.me.personId,
      });
      operation.put(people, this.#session.me.personId, { post: 'IOM coordinator' });
      operation.put(schemes, 'scheme', { meetingWeekday: weekdayOf(day) });
      return id;
    });
    const conference = this.#conference(weeks, meetingId);
    for (const recorded of this.#recorded.values()) {
      if (!recorded.story.actions.some(({ settled }) => settled?.inWeek === weeks)) continue;
      this.#session.record('actions followed up', (operation) => recordProgress(operation, conference, recorded));
    }
    for (const [place, recorded] of this.#chooseForToday().entries()) {
      const colour = colourIn(recorded.story.steps, weeks);
      this.#session.record('case put on the agenda', (operation) => {
        operation.put(agendaItems, operation.newId(), {
          meetingId,
          caseId: recorded.caseId,
          position: place + 1,
          listPosition: place + 1,
          minutes: colour === 'R' ? 8 : colour === 'G' ? 4 : 6,
          reason: colour === 'R' ? 'red' : 'due',
        });
        recordContributions(operation, conference, recorded, instantOf(day, '09:30'));
      });
    }
  }

  /** Selection, services and releases. They have a chance of their own, so that they change nothing told before. */
  tellOfTheCohort(chance: Chance): void {
    const recorded = [...this.#recorded.values()];
    const told = { cast: this.#cast, chance, today: this.#story.days[weeks] as string, me: this.#session.me.personId };
    this.#session.record('cohort brought up to date', (operation) => recordCohort({ ...told, operation }, recorded));
    this.#session.record('services and releases brought up to date', (operation) => recordReleases({ ...told, operation }, recorded));
    this.#session.record('questions asked', (operation) => recordQuestions({ ...told, operation }));
  }

  #chooseForToday(): RecordedCase[] {
    const urgency = ({ story }: RecordedCase) => (story.person.colour === 'R' ? 100 : 0) + (weeks - (story.discussedIn.at(-1) ?? 0));
    return this.#chance.shuffle(
      [...this.#recorded.values()].sort((a, b) => urgency(b) - urgency(a) || a.story.index - b.story.index).slice(0, 22),
    );
  }

  #bringUpToDate({ story, caseId }: RecordedCase): void {
    const { person } = story;
    this.#session.record('case brought up to date', (operation) => {
      const before = operation.read.select({ releaseOn: cases.releaseOn }).from(cases).where(eq(cases.id, caseId)).get()?.releaseOn ?? null;
      operation.put(cases, caseId, {
        reviewDue: person.reviewDue,
        releaseOn: person.releaseOn,
        statutoryPosition: person.position,
        isAtLarge: person.isAtLarge,
        custodyPlace: person.colour === 'B' ? 'HMP Stonefold' : '',
      });
      if (person.releaseOn && before && before !== person.releaseOn) {
        operation.put(caseEvents, operation.newId(), {
          caseId,
          kind: 'release-date',
          title: 'Release date moved',
          detail: 'Days added at adjudication.',
          happenedOn: addDays(this.#story.days[weeks - 1] as string, this.#chance.whole(0, 5)),
          recordedAt: operation.at,
          agencyId: this.#cast.agencyOf('prison'),
        });
      }
      const need = person.needs.find(({ pathway }) => this.#cast.serviceOf(pathway));
      if (need && this.#chance.happens(35)) {
        operation.put(referrals, operation.newId(), {
          caseId,
          serviceId: this.#cast.serviceOf(need.pathway) as string,
          state: this.#chance.pick(['waiting', 'accepted', 'accepted', 'refused']),
          referredOn: addDays(this.#story.days[weeks] as string, -this.#chance.whole(5, 40)),
          changedOn: addDays(this.#story.days[weeks] as string, -this.#chance.whole(1, 4)),
        });
      }
    });
  }
}
