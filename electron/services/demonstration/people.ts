import type { CohortPart, MappaLevel, RoshLevel } from '../../../shared/language/cohort';
import type { Colour } from '../../../shared/language/colour';
import { addDays } from '../../../shared/language/dates';
import type { NeedPriority, Pathway, Progress } from '../../../shared/language/pathway';
import type { StatutoryPosition } from '../../../shared/language/statutory-position';
import { type Chance, countsOf, deal } from './chance';
import { gateDay, nextHolidayEve } from './gate-days';
import { communityColourCounts, needShares, positionCounts, roshCounts, sampleSize } from './published-shares';

export interface DemonstrationNeed {
  readonly pathway: Pathway;
  readonly priority: NeedPriority;
  /** At the latest review. */
  readonly progress: Progress | null;
}

/** Someone invented, as they stand on the day of the demonstration. */
export interface DemonstrationPerson {
  readonly surname: string;
  readonly forenames: string;
  readonly knownAs: string;
  readonly aliases: readonly string[];
  readonly sex: string;
  readonly ethnicity: string;
  readonly disability: string;
  readonly dateOfBirth: string;
  readonly pnc: string;
  readonly crn: string;
  readonly prisonNumber: string;
  readonly area: string;
  readonly beat: string;
  readonly position: StatutoryPosition;
  readonly colour: Colour;
  readonly rosh: RoshLevel;
  readonly mappa: MappaLevel;
  readonly ogrsScore: number;
  readonly cohortPart: CohortPart;
  readonly indexOffence: string;
  readonly adoptedOn: string;
  readonly reviewDue: string;
  readonly releaseOn: string | null;
  readonly licenceEndsOn: string | null;
  readonly orderEndsOn: string | null;
  readonly isAtLarge: boolean;
  readonly riskWarnings: readonly string[];
  readonly needs: readonly DemonstrationNeed[];
}

// Surnames that exist nowhere: two halves of place names, joined.
const firstHalves = ['CARTER', 'OAKEN', 'THISTLE', 'BRAMBLE', 'EVANS', 'KETTLE', 'GRIM', 'SALTER', 'FARROW', 'UNDER', 'QUARREL', 'LAN'];
const secondHalves = ['WICK', 'FELL', 'MOOR', 'COTE', 'MERE', 'BANK', 'STOKE', 'GILL', 'BY', 'GROVE', 'TON', 'THORPE'];
const men = [
  'Dean',
  'Liam',
  'Tyler',
  'Craig',
  'Paul',
  'Jordan',
  'Lee',
  'Kieran',
  'Ben',
  'Aaron',
  'Wayne',
  'Nathan',
  'Mark',
  'Daniel',
  'Sean',
  'Ryan',
  'Kyle',
  'Adam',
  'Kevin',
  'Gary',
  'Dale',
  'Kirk',
  'Scott',
  'Jason',
  'Ricky',
  'Darren',
  'Luke',
  'Peter',
  'Simon',
  'Samir',
  'Tomasz',
  'Imran',
];
const women = ['Jade', 'Stacey', 'Leanne', 'Kayleigh', 'Nadia', 'Donna', 'Shannon', 'Tracey'];
const areas = ['Lowgate', 'Eastmoor', 'Millbrook', 'Harrow Cross', 'Stonebridge', 'Wharf End'];
const warnings = [
  'Weapons',
  'Do not visit alone',
  'Self-harm',
  'Violent to staff',
  'Dog at address',
  'Domestic abuse',
  'Overdose risk',
  'Not with co-accused',
];
const offences = { burglary: 48, violence: 22, theft: 20, robbery: 9, other: 9 };
const offenceName = {
  burglary: 'Burglary, dwelling',
  violence: 'Assault, actual bodily harm',
  theft: 'Theft from shops',
  robbery: 'Robbery',
  other: 'Vehicle taking',
};

/** 108 people whose shares are those of the inspected sample. */
export function createPeople(chance: Chance, today: string): DemonstrationPerson[] {
  const surnames = chance.shuffle(firstHalves.flatMap((first) => secondHalves.map((second) => first + second)));
  const positions = deal(chance, positionCounts as Record<StatutoryPosition, number>);
  const rosh = deal(chance, roshCounts);
  const colours = deal(chance, communityColourCounts);
  const offence = deal(chance, countsOf(offences, sampleSize));
  const needs = dealNeeds(chance);
  const releases = releaseDays(chance, today, positions.filter((position) => position === 'serving').length);
  let inCommunity = 0;
  let serving = 0;
  return positions.map((position, index): DemonstrationPerson => {
    const isInside = position === 'serving' || position === 'remand';
    const colour: Colour = isInside ? 'B' : (colours[inCommunity++] as Colour);
    const sex = chance.happens(11) ? 'Female' : 'Male';
    const dateOfBirth = addDays(
      today,
      -Math.round(365.25 * (position === 'community-order' && chance.happens(20) ? 17.3 : chance.whole(19, 47)) + chance.whole(0, 364)),
    );
    const area = chance.pick(areas);
    const kind = offence[index] as keyof typeof offenceName;
    const ogrsScore = chance.whole(48, 96);
    const number = String(index + 112).padStart(7, '0');
    return {
      surname: surnames[index] as string,
      forenames: chance.pick(sex === 'Female' ? women : men),
      sex,
      ethnicity: chance.pick([
        'White British',
        'White British',
        'White British',
        'White British',
        'White other',
        'Black British',
        'Asian British',
        'Mixed',
        'Not recorded',
      ]),
      disability: chance.happens(34)
        ? chance.pick(['Learning difficulty', 'Mental health condition', 'Mobility'])
        : index % 15 === 7
          ? ''
          : 'None',
      dateOfBirth,
      pnc: `${String(Number(dateOfBirth.slice(2, 4)) % 30).padStart(2, '0')}/${number}${'ZHJKLMNPQRTUVWXYABCDEFG'[Number(number) % 23]}`,
      crn: `X${String(index + 217).padStart(6, '0')}`,
      prisonNumber: isInside || position === 'licence' ? `A${String(index + 1001)}ZZ` : '',
      area,
      beat: `${area.charAt(0)}${chance.whole(1, 6)}`,
      position,
      colour,
      rosh: rosh[index] as RoshLevel,
      mappa: chance.happens(8) ? '1' : chance.happens(3) ? '2' : 'none',
      ogrsScore,
      cohortPart: kind === 'burglary' || kind === 'robbery' ? 'fixed' : chance.happens(70) ? 'flex' : 'free',
      indexOffence: offenceName[kind],
      adoptedOn: addDays(today, -(chance.happens(24) ? chance.whole(40, 320) : chance.whole(330, 1150))),
      // Reviews fall due at conferences.
      reviewDue: addDays(today, index % 12 === 0 ? -7 * chance.whole(1, 3) : 7 * chance.whole(1, 13)),
      releaseOn: position === 'serving' ? (releases[serving++] ?? null) : null,
      licenceEndsOn: position === 'licence' ? addDays(today, chance.whole(20, 400)) : null,
      orderEndsOn: position === 'community-order' || position === 'post-sentence' ? addDays(today, chance.whole(30, 380)) : null,
      isAtLarge: colour === 'R' && position !== 'voluntary' && chance.happens(40),
      riskWarnings: chance.shuffle(warnings).slice(0, Math.max(0, chance.whole(-1, 2))),
      needs: needs[index] as DemonstrationNeed[],
      ...nicknames(chance),
    };
  });
}

function nicknames(chance: Chance): Pick<DemonstrationPerson, 'knownAs' | 'aliases'> {
  if (!chance.happens(22)) return { knownAs: '', aliases: [] };
  return {
    knownAs: chance.pick(['Spud', 'Mouse', 'Sparky', 'Tinks', 'Moz', 'Bones', 'Jonty', 'Ziggy']),
    aliases: chance.happens(40) ? ['Alex LOWTHER-FINN'] : [],
  };
}

/** Exact counts for each need and each progress, dealt to people at random. */
function dealNeeds(chance: Chance): DemonstrationNeed[][] {
  const people = Array.from({ length: sampleSize }, (): DemonstrationNeed[] => []);
  const indices = people.map((_, index) => index);
  for (const { pathway, percent, reviewed } of needShares) {
    const count = Math.round((percent * sampleSize) / 100);
    const known = Object.values(reviewed).reduce((sum, each) => sum + each, 0);
    const levels = deal(chance, { ...reviewed, unreviewed: count - known });
    for (const [place, index] of chance.shuffle(indices).slice(0, count).entries()) {
      people[index]?.push({ pathway, priority: chance.pick(['high', 'high', 'medium', 'low']), progress: knownProgress(levels[place]) });
    }
  }
  // The other pathways are not in the published table: fewer people, not all reviewed yet.
  for (const pathway of ['finance', 'family', 'health', 'attitudes'] as const) {
    for (const index of chance.shuffle(indices).slice(0, 14)) {
      people[index]?.push({
        pathway,
        priority: chance.pick(['medium', 'low']),
        progress: chance.happens(70) ? chance.pick(['some', 'none', 'good']) : null,
      });
    }
  }
  return people;
}

const knownProgress = (level: Progress | 'unreviewed' | undefined): Progress | null =>
  level === undefined || level === 'unreviewed' ? null : level;

/** Six within the next thirty days, one on the eve of a bank holiday, the rest over half a year; none while the gate is shut. */
function releaseDays(chance: Chance, today: string, count: number): string[] {
  const ends = Array.from({ length: count }, (_, index) => addDays(today, index < soon ? 3 + index * 5 : chance.whole(35, 210)));
  return ends.map((endsOn, index) => (index === soon ? nextHolidayEve(addDays(today, 7)) : gateDay(endsOn, today)));
}
const soon = 6;
