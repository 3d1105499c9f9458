import { firstHoursSteps, releaseChecks, releaseDates, releases, services } from '../../../db/schema';
import { addDays } from '../../../shared/language/dates';
import { pathways } from '../../../shared/language/pathway';
import { readinessItems } from '../../../shared/language/release';
import { gateDay } from './gate-days';
import type { CohortStory } from './record-cohort';
import type { RecordedCase } from './record-meeting';

/** The directory of services, and releases with what is ready for them. */
export function recordReleases(story: CohortStory, recorded: readonly RecordedCase[]): void {
  recordDirectory(story);
  for (const each of recorded) {
    const past = recordPast(story, each);
    if (each.story.person.releaseOn !== null) recordRelease(story, each, each.story.person.releaseOn, past);
  }
}

/** How many days before the gate the day was first said, from well ahead to the evening before (CAM 3.3.58). */
const noticeGiven = [45, 21, 12, 5, 1] as const;

/** The releases of the year behind, where a stay in custody came to its end; gives how many there were. */
function recordPast({ operation, today }: CohortStory, { story: { index, stays }, caseId }: RecordedCase): number {
  const ended = stays.flatMap(({ endsOn }) => (endsOn !== null && endsOn >= addDays(today, -365) && endsOn < today ? [endsOn] : []));
  for (const [at, endedOn] of ended.entries()) {
    const releaseId = `${caseId}:r${at + 1}`;
    const notice = noticeGiven[(index + at) % noticeGiven.length] as number;
    operation.put(releases, releaseId, { caseId, place: 'HMP Stonefold', state: 'released', endedOn });
    if (index % 4 === 0) saySet(operation, caseId, releaseId, gateDay(addDays(endedOn, 9)), addDays(endedOn, -60));
    saySet(operation, caseId, releaseId, endedOn, addDays(endedOn, -notice));
    for (const [place, item] of readinessItems.entries())
      operation.put(releaseChecks, `${releaseId}:${item}`, {
        caseId,
        releaseId,
        item,
        state: notice < 7 && place === index % readinessItems.length ? 'open' : 'ready',
        changedOn: addDays(endedOn, -1),
      });
  }
  return ended.length;
}

/** The prison says on a day that somebody is to be released on another. */
function saySet(
  operation: CohortStory['operation'],
  caseId: string,
  releaseId: string,
  releaseOn: string,
  saidOn: string,
  reason?: string,
): void {
  operation.put(releaseDates, operation.newId(), {
    caseId,
    releaseId,
    releaseOn,
    source: 'prison',
    saidBy: 'Custody office',
    ...(reason === undefined ? {} : { reason }),
    saidOn,
    recordedAt: `${saidOn}T11:00:00.000Z`,
  });
}

function recordRelease(
  { operation, chance, today, cast }: CohortStory,
  { story: { index }, caseId }: RecordedCase,
  releaseOn: string,
  past: number,
): void {
  if (releaseOn < today) return;
  const releaseId = `${caseId}:r${past + 1}`;
  operation.put(releases, releaseId, { caseId, place: 'HMP Stonefold', expectedAt: '08:45' });
  if (index % 3 === 0) {
    saySet(operation, caseId, releaseId, gateDay(addDays(releaseOn, -7)), addDays(today, -40));
    saySet(operation, caseId, releaseId, releaseOn, addDays(today, -5), 'Days added at adjudication');
  }
  const owners = { accommodation: 'housing', benefits: 'jobcentre', prescription: 'drugs', 'met-at-gate': 'mentoring' } as const;
  for (const item of readinessItems) {
    if (chance.happens(45)) continue;
    operation.put(releaseChecks, `${releaseId}:${item}`, {
      caseId,
      releaseId,
      item,
      state: chance.pick(['in-hand', 'ready', 'ready']),
      agencyId: cast.agencyOf(item in owners ? owners[item as keyof typeof owners] : 'probation'),
      changedOn: addDays(today, -chance.whole(1, 12)),
    });
  }
  if (releaseOn > addDays(today, 30)) return;
  for (const [stepAt, what, kind] of [
    ['09:00', 'Met at the gate by a mentor', 'mentoring'],
    ['11:30', 'First appointment with probation', 'probation'],
    ['14:00', 'Collect the prescription', 'drugs'],
  ] as const)
    operation.put(firstHoursSteps, operation.newId(), {
      caseId,
      releaseId,
      stepOn: releaseOn,
      stepAt,
      what,
      agencyId: cast.agencyOf(kind),
    });
}

const entries: Readonly<
  Record<
    string,
    { readonly eligibility: string; readonly waitingDays: number; readonly capacity: number | null; readonly leastAge?: number }
  >
> = {
  drugs: { eligibility: 'Adults who use opiates or crack.', waitingDays: 9, capacity: 60, leastAge: 18 },
  accommodation: { eligibility: 'Men and women without a settled home; no arson.', waitingDays: 41, capacity: 12, leastAge: 18 },
  lifestyle: { eligibility: 'Anyone within eight weeks of release.', waitingDays: 3, capacity: null },
  alcohol: { eligibility: 'Adults who drink at harmful levels.', waitingDays: 14, capacity: 15, leastAge: 18 },
  employment: { eligibility: 'People who claim benefits and can work.', waitingDays: 20, capacity: 16, leastAge: 18 },
  finance: { eligibility: 'Anyone with debts that they cannot pay.', waitingDays: 6, capacity: null },
};

function recordDirectory({ operation, cast, today }: CohortStory): void {
  for (const pathway of pathways) {
    const id = cast.serviceOf(pathway);
    const entry = entries[pathway];
    if (!id || !entry) continue;
    operation.put(services, id, {
      ...entry,
      settings: JSON.stringify(pathway === 'lifestyle' ? ['custody', 'community'] : ['community']),
      howToRefer: 'Ring the duty worker, then send the referral form.',
      phone: '01632 960000',
      nextStartOn: addDays(today, 7),
      checkedOn: addDays(today, -20),
    });
  }
}
