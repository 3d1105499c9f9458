import {
  actions,
  actionUpdates,
  caseScores,
  cases,
  cohortDecisions,
  colourChanges,
  custodyPeriods,
  meetings,
  needReviews,
  needs,
  outcomeEvents,
  releaseChecks,
  releaseDates,
  releases,
} from '../../../db/schema';
import { createChance } from '../../../electron/services/demonstration/chance';
import { openTestScheme, type TestSession } from '../session';
import { dayOfNumber, numberOf } from './export';

/** The last day of a random scheme. */
export const lastDay = '2026-03-03';
const agencies = ['agency-police', 'agency-probation', 'agency-housing', 'agency-drugs', null] as const;

/** A scheme with whatever a table may hold: days in any order, gaps, withdrawn rows, several changes on one day. */
export function randomScheme(seed: number, people: number): TestSession {
  const session = openTestScheme();
  const { whole } = createChance(seed);
  const below = (count: number) => whole(0, count - 1);
  const chance = () => below(1000) / 1000;
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  /** A day up to so long before the last. */
  const day = (back: number) => dayOfNumber(numberOf(lastDay) - below(back));
  const some = <T>(value: T, share = 0.8): T | null => (chance() < share ? value : null);
  const withdrawn = () => (chance() < 0.08 ? { withdrawnOn: lastDay, withdrawnReason: 'By mistake' } : {});
  const times = (most: number, work: (at: number) => void) => {
    const count = below(most + 1);
    for (let at = 0; at < count; at += 1) work(at);
  };
  session.record('random scheme', (operation) => {
    times(30, () => {
      const waits = [some(below(400)), some(below(400)), some(below(400)), some(below(400))] as const;
      operation.put(meetings, operation.newId(), {
        title: 'Conference',
        kind: pick(['conference', 'conference', 'conference', 'panel'] as const),
        heldOn: day(500),
        startsAt: '10:00',
        state: pick(['planned', 'closed', 'final'] as const),
        realWaiting: waits[0],
        plannedWaiting: waits[1],
        listOrderWaiting: waits[2],
        leastWaiting: waits[3],
      });
    });
    for (let at = 0; at < people; at += 1) {
      const caseId = operation.newId();
      const state = pick(['adopted', 'adopted', 'adopted', 'left', 'proposed'] as const);
      const adoptedOn = state === 'proposed' ? null : some(day(1400), 0.95);
      const left = state === 'left' ? day(400) : null;
      operation.put(cases, caseId, {
        surname: `Carterwick-${at}`,
        forenames: 'Dean',
        area: pick(['Harrow Lane', 'Wexmouth', '']),
        cohortPart: pick(['fixed', 'flex', 'free', null] as const),
        state,
        // Whoever was put forward again has a day on which they had left.
        ...(state === 'proposed' && chance() < 0.4
          ? { adoptedOn: some(dayOfNumber(numberOf(lastDay) - 900 - below(400))), leftOn: day(700) }
          : { adoptedOn, leftOn: left !== null && adoptedOn !== null && left < adoptedOn ? adoptedOn : left }),
        leftReason: chance() < 0.05 ? 'The import was taken back' : '',
        statutoryPosition: pick(['serving', 'remand', 'licence', 'community-order', 'voluntary', null] as const),
        rosh: pick(['low', 'medium', 'high', 'very-high', 'not-assessed'] as const),
        leadPersonId: pick(['person-police', 'person-probation', null]),
        reviewDue: some(dayOfNumber(numberOf(lastDay) - 200 + below(400))),
        licenceEndsOn: some(day(300), 0.3),
        orderEndsOn: some(day(300), 0.3),
        ogrsScore: some(below(100)),
        ogrsBand: some(pick(['low', 'medium', 'high', 'very-high', 'prolific'] as const), 0.5),
        sex: pick(['Male', 'Male', 'Male', 'Female', '']),
        dateOfBirth: some(dayOfNumber(numberOf(lastDay) - 6500 - below(14_000)), 0.95),
        ethnicity: pick([
          'White British',
          'White British',
          'White British',
          'Black British',
          'Mixed',
          'Chinese Asian',
          'Arab',
          'Not stated',
        ]),
        disability: pick(['None', 'None', 'Mobility', '']),
      });
      times(6, (place) => {
        const decidedOn = day(700);
        const decidedAt = `${decidedOn}T10:0${place}:00.000Z`;
        operation.put(colourChanges, operation.newId(), { caseId, colour: pick(['R', 'A', 'G', 'B'] as const), decidedOn, decidedAt });
      });
      times(3, () => {
        const needId = operation.newId();
        const pathway = pick(['drugs', 'accommodation', 'alcohol', 'employment'] as const);
        operation.put(needs, needId, { caseId, pathway, identifiedOn: some(day(500)), ...withdrawn() });
        times(3, () => {
          const reviewedOn = day(400);
          const progress = pick(['good', 'some', 'none', 'deterioration'] as const);
          operation.put(needReviews, operation.newId(), {
            caseId,
            needId,
            progress,
            reviewedOn,
            reviewedAt: `${reviewedOn}T12:00:00.000Z`,
          });
        });
      });
      times(5, (place) => {
        const actionId = operation.newId();
        const outcome = pick(['done', 'done', 'circumstances-changed', 'agency-did-not-act', 'withdrawn', null] as const);
        operation.put(actions, actionId, {
          reference: `26-${at}-${place}`,
          caseId: some(caseId, 0.9),
          agencyId: pick(agencies),
          text: 'Ring first.',
          kind: pick(['support', 'enforcement'] as const),
          setOn: some(day(500), 0.95),
          dueOn: some(day(450)),
          outcome,
          closedOn: outcome === null ? null : some(day(300), 0.95),
        });
        times(2, () =>
          operation.put(actionUpdates, operation.newId(), {
            actionId,
            caseId,
            kind: pick(['carried', 'note'] as const),
            madeAt: some(`${day(400)}T12:00:00.000Z`, 0.95),
          }),
        );
      });
      times(8, () =>
        operation.put(outcomeEvents, operation.newId(), {
          caseId,
          kind: pick(['arrest', 'charge', 'conviction', 'breach', 'recall', 'positive'] as const),
          happenedOn: day(1600),
          severity: pick(['most-serious', 'serious', 'middling', 'less-serious', null] as const),
          offences: 1 + below(4),
          ...withdrawn(),
        }),
      );
      times(3, () => {
        const startsOn = day(1300);
        const endsOn = some(dayOfNumber(Math.min(numberOf(lastDay), numberOf(startsOn) + below(200))), 0.9);
        operation.put(custodyPeriods, operation.newId(), { caseId, kind: 'sentence', startsOn, endsOn, ...withdrawn() });
      });
      times(2, () => {
        const [releaseId, endedOn] = [operation.newId(), some(day(500))];
        operation.put(releases, releaseId, { caseId, state: pick(['expected', 'released', 'released', 'cancelled'] as const), endedOn });
        times(4, () => {
          const said = numberOf(endedOn ?? lastDay) - below(60);
          operation.put(releaseDates, operation.newId(), {
            caseId,
            releaseId,
            releaseOn: some(pick([endedOn ?? lastDay, endedOn ?? lastDay, dayOfNumber(said + 3)])),
            saidOn: some(dayOfNumber(said), 0.9),
            recordedAt: `${dayOfNumber(said)}T11:00:00.000Z`,
          });
        });
        times(3, (at) =>
          operation.put(releaseChecks, `${releaseId}:${at}`, {
            caseId,
            releaseId,
            state: pick(['open', 'in-hand', 'ready', 'not-needed'] as const),
          }),
        );
      });
      times(2, () =>
        operation.put(cohortDecisions, operation.newId(), {
          caseId,
          kind: pick(['adopted', 'left', 'left', 'declined'] as const),
          decidedOn: day(1100),
          adoptedOn: some(day(1400), 0.9),
          ...withdrawn(),
        }),
      );
      times(2, () => {
        const scoredOn = day(600);
        operation.put(caseScores, operation.newId(), { caseId, points: below(90), scoredOn, scoredAt: `${scoredOn}T09:00:00.000Z` });
      });
    }
  });
  return session;
}
