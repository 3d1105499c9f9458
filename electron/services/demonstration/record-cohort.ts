import type { Operation } from '../../../db/log/recorder';
import {
  caseScores,
  cases,
  cohortDecisions,
  cohortRules,
  meetings,
  panelItems,
  panelViews,
  participations,
  scoringMatrices,
  selectionReferrals,
} from '../../../db/schema';
import { ogrsBandOf } from '../../../shared/language/cohort';
import { addDays } from '../../../shared/language/dates';
import { participationPoints } from '../../../shared/language/selection';
import { proposeCohortPart } from '../../../shared/rules/cohort-part';
import { firstWeights, offenceGroupOf, scoreBy } from '../../../shared/rules/scoring';
import type { Chance } from './chance';
import type { RecordedCase } from './record-meeting';
import type { Cast } from './record-start';

export interface CohortStory {
  readonly operation: Operation;
  readonly cast: Cast;
  readonly chance: Chance;
  readonly today: string;
  readonly me: string;
}

/** People put forward and not decided on. They are not among the 108 of the scheme. */
const referred = [
  {
    surname: 'WENDLEFORD',
    forenames: 'Carl',
    born: 24,
    offence: 'Burglary, dwelling',
    ogrs: 82,
    offences: 9,
    organisation: 'HMP Stonefold',
    days: 12,
  },
  { surname: 'PELLBROOK', forenames: 'Marek', born: 31, offence: 'Robbery', ogrs: 61, offences: 4, organisation: '', days: 9 },
  {
    surname: 'HARSWELL',
    forenames: 'Tina',
    born: 38,
    offence: 'Theft from shops',
    ogrs: 88,
    offences: 14,
    organisation: 'Harrowmere Magistrates’ Court',
    days: 6,
  },
  {
    surname: 'NORRAMOOR',
    forenames: 'Josh',
    born: 19,
    offence: 'Vehicle taking',
    ogrs: 74,
    offences: 6,
    organisation: 'HMP Stonefold',
    days: 2,
  },
] as const;

/** People who have left, one of them long enough ago for what is held to be decided on. */
const gone = [
  {
    surname: 'TARNWICK',
    forenames: 'Glen',
    adopted: 1400,
    left: 300,
    reason: 'Nine months at Green and in work; the place helps someone else more.',
  },
  { surname: 'OSTLEBY', forenames: 'Ray', adopted: 900, left: 120, reason: 'Moved to another area, which has taken him on.' },
  { surname: 'FENNICOTE', forenames: 'Lorna', adopted: 3400, left: 2230, reason: 'Licence ended without further offending.' },
] as const;

/** The matrix, referrals on their way to a panel, those who have left, and how everyone came onto the scheme. */
export function recordCohort(story: CohortStory, recorded: readonly RecordedCase[]): void {
  const { operation, today } = story;
  operation.put(cohortRules, 'scheme', { stepsDownFirst: true });
  const matrixId = operation.newId();
  operation.put(scoringMatrices, matrixId, {
    version: 1,
    name: 'Harrowmere matrix',
    weights: JSON.stringify(firstWeights),
    reason: 'Agreed by police and probation for the new strategy.',
    adoptedOn: addDays(today, -320),
    adoptedBy: story.me,
  });
  recordReferrals(story, matrixId);
  for (const person of gone) {
    const caseId = operation.newId();
    const leftOn = addDays(today, -person.left);
    const adoptedOn = addDays(today, -person.adopted);
    const { surname, forenames, reason } = person;
    operation.put(cases, caseId, {
      surname,
      forenames,
      state: 'left',
      adoptedOn,
      leftOn,
      leftReason: reason,
      sex: 'Male',
      cohortPart: 'fixed',
    });
    putDecision(story, caseId, 'adopted', adoptedOn, 'Fixed by the rules, and willing.');
    putDecision(story, caseId, 'left', leftOn, reason);
  }
  for (const each of recorded) recordStay(story, each);
}

function putDecision({ operation, cast, me }: CohortStory, caseId: string, kind: 'adopted' | 'left', on: string, reason: string): void {
  operation.put(cohortDecisions, operation.newId(), {
    caseId,
    kind,
    decidedOn: on,
    decidedAt: `${on}T14:00:00.000Z`,
    decidedBy: me,
    reason,
    agreedBy: JSON.stringify([cast.agencyOf('police'), cast.agencyOf('probation')]),
  });
}

/** How someone came onto the scheme, at what intensity they are worked with, and what they were told. */
function recordStay(story: CohortStory, { story: { person, index }, caseId }: RecordedCase): void {
  const { operation, cast, chance, today } = story;
  const isOld = person.adoptedOn < addDays(today, -540);
  operation.put(cases, caseId, {
    intensity: person.colour === 'R' ? 'intensive' : person.colour === 'G' || isOld ? 'standard' : 'intensive',
  });
  putDecision(story, caseId, 'adopted', person.adoptedOn, 'Adopted at the selection panel.');
  if (!chance.happens(70)) return;
  operation.put(participations, operation.newId(), {
    caseId,
    toldOn: addDays(person.adoptedOn, chance.whole(1, 9)),
    toldBy: index % 2 === 0 ? 'S. Merrowin' : 'R. Thornaby-Wells',
    agencyId: cast.agencyOf(index % 2 === 0 ? 'probation' : 'police'),
    how: person.colour === 'B' ? 'In custody' : 'In person',
    points: JSON.stringify(participationPoints.slice(0, chance.whole(3, participationPoints.length))),
    recordedAt: `${person.adoptedOn}T15:00:00.000Z`,
  });
}

function recordReferrals({ operation, cast, today, me }: CohortStory, matrixId: string): void {
  const panelId = operation.newId();
  operation.put(meetings, panelId, {
    kind: 'panel',
    title: 'Selection panel',
    place: 'Harrowmere Civic Centre, Room 4',
    heldOn: today,
    startsAt: '14:00',
    chairId: me,
  });
  for (const [place, person] of referred.entries()) {
    const caseId = operation.newId();
    const referralId = operation.newId();
    const { surname, forenames, offence, ogrs, offences, organisation, days } = person;
    const isAtPanel = place < 2;
    operation.put(cases, caseId, {
      surname,
      forenames,
      state: 'proposed',
      indexOffence: offence,
      ogrsScore: ogrs,
      ogrsBand: ogrsBandOf(ogrs),
      rosh: 'medium',
      dateOfBirth: addDays(today, -Math.round(person.born * 365.25) - 40),
      sex: forenames === 'Tina' ? 'Female' : 'Male',
      statutoryPosition: organisation.startsWith('HMP') ? 'serving' : 'community-order',
      custodyPlace: organisation.startsWith('HMP') ? organisation : '',
    });
    operation.put(selectionReferrals, referralId, {
      caseId,
      agencyId: organisation === '' ? cast.agencyOf('police') : null,
      organisation,
      referredBy: organisation === '' ? 'P. Garrowby' : '',
      referredOn: addDays(today, -days),
      reason: `${offences} offences in the twelve months before sentence, most of them within a mile of home.`,
      state: isAtPanel ? 'at-panel' : place === 2 ? 'scored' : 'received',
    });
    if (place === 3) continue;
    const facts = {
      offenceGroup: offenceGroupOf(offence),
      ogrsScore: ogrs,
      ogrsBand: ogrsBandOf(ogrs),
      offencesInYear: offences,
      rosh: 'medium' as const,
      isPrisonLeaver: organisation.startsWith('HMP'),
      isYoungAdult: person.born <= 25,
      judgement: 0,
      judgementReason: '',
    };
    const { points, parts } = scoreBy(firstWeights, facts);
    const proposal = proposeCohortPart({ ...facts, mappa: 'none', points, threshold: firstWeights.threshold });
    operation.put(caseScores, operation.newId(), {
      ...facts,
      caseId,
      referralId,
      matrixId,
      points,
      parts: JSON.stringify(parts),
      proposedPart: proposal.part,
      proposalReason: proposal.reason,
      scoredOn: addDays(today, -days + 1),
      scoredAt: operation.at,
      scoredBy: me,
    });
    if (!isAtPanel) continue;
    const itemId = operation.newId();
    operation.put(panelItems, itemId, { caseId, meetingId: panelId, subject: 'selection', referralId });
    if (place === 0) {
      operation.put(panelViews, operation.newId(), {
        caseId,
        panelItemId: itemId,
        agencyId: cast.agencyOf('police'),
        stance: 'agrees',
        reason: 'Known for burglary by night in Lowgate.',
        recordedAt: operation.at,
        recordedBy: me,
      });
    }
  }
}
