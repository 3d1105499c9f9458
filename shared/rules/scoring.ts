import type { OgrsBand, RoshLevel } from '../language/cohort';
import { ogrsBandName, roshName } from '../language/cohort';
import { counted } from '../language/counted';
import { type OffenceGroup, offenceGroupName } from '../language/selection';

/** What each thing weighs in one version of a scheme's matrix (STRAT 12, 12.2: data, complemented with professional judgement). */
export interface ScoringWeights {
  readonly offenceGroups: Readonly<Record<OffenceGroup, number>>;
  readonly ogrsBands: Readonly<Record<OgrsBand, number>>;
  /** Points from so many offences in twelve months on; the highest step that is reached counts. */
  readonly frequency: readonly { readonly atLeast: number; readonly points: number }[];
  readonly rosh: Readonly<Record<RoshLevel, number>>;
  /** A scheme may weight towards people leaving prison and young adults (STRAT 12.2). */
  readonly prisonLeaver: number;
  readonly youngAdult: number;
  /** The most that judgement may add or take. */
  readonly judgementMost: number;
  /** From so many points someone outside the fixed part is worth the panel's time. */
  readonly threshold: number;
}

/** What a new scheme begins with. Its own panel weighs anew. */
export const firstWeights: ScoringWeights = {
  offenceGroups: {
    burglary: 20,
    robbery: 20,
    'theft-from-person': 15,
    'vehicle-crime': 15,
    'shop-theft': 8,
    'other-theft': 8,
    violence: 10,
    'domestic-abuse': 10,
    drugs: 6,
    'criminal-damage': 4,
    'public-order': 4,
    sexual: 10,
    other: 2,
  },
  ogrsBands: { low: 0, medium: 10, high: 20, 'very-high': 25, prolific: 30 },
  frequency: [
    { atLeast: 3, points: 5 },
    { atLeast: 6, points: 12 },
    { atLeast: 10, points: 20 },
  ],
  rosh: { low: 0, medium: 5, high: 10, 'very-high': 15, 'not-assessed': 0 },
  prisonLeaver: 5,
  youngAdult: 5,
  judgementMost: 10,
  threshold: 40,
};

export interface ScoringFacts {
  readonly offenceGroup: OffenceGroup | null;
  readonly ogrsScore: number | null;
  readonly ogrsBand: OgrsBand | null;
  /** Null where nobody has counted. */
  readonly offencesInYear: number | null;
  readonly rosh: RoshLevel;
  readonly isPrisonLeaver: boolean;
  readonly isYoungAdult: boolean;
  readonly judgement: number;
  readonly judgementReason: string;
}

export interface ScorePart {
  readonly what: string;
  readonly why: string;
  readonly points: number;
}

export interface Score {
  readonly points: number;
  readonly parts: readonly ScorePart[];
}

/**
 * The score by one version of the matrix, with each part's reason, so that it can be explained ever after (STRAT 12.2). The same
 * weights for everyone guard against bias of who decides (STRAT 26), which is why judgement is one part among them and bounded.
 */
export function scoreBy(weights: ScoringWeights, facts: ScoringFacts): Score {
  const { offenceGroup, ogrsBand, ogrsScore, offencesInYear } = facts;
  const step = weights.frequency.reduce(
    (best, { atLeast, points }) => ((offencesInYear ?? -1) >= atLeast && points > best ? points : best),
    0,
  );
  const judgement = Math.max(-weights.judgementMost, Math.min(weights.judgementMost, facts.judgement));
  const parts: readonly ScorePart[] = [
    {
      what: 'Index offence',
      why: offenceGroup === null ? 'Not known' : offenceGroupName[offenceGroup],
      points: offenceGroup === null ? 0 : (weights.offenceGroups[offenceGroup] ?? 0),
    },
    {
      what: 'OGRS',
      why: ogrsBand === null ? 'Not known' : `${ogrsBandName[ogrsBand]}${ogrsScore === null ? '' : `, ${ogrsScore}`}`,
      points: ogrsBand === null ? 0 : weights.ogrsBands[ogrsBand],
    },
    {
      what: 'Frequency',
      why: offencesInYear === null ? 'Not known' : `${counted(offencesInYear, 'offence')} in twelve months`,
      points: step,
    },
    { what: 'Risk of Serious Harm', why: roshName[facts.rosh], points: weights.rosh[facts.rosh] },
    ...(facts.isPrisonLeaver ? [{ what: 'Leaving prison', why: 'Weighted by this scheme', points: weights.prisonLeaver }] : []),
    ...(facts.isYoungAdult ? [{ what: 'Young adult', why: 'Weighted by this scheme', points: weights.youngAdult }] : []),
    { what: 'Professional judgement', why: facts.judgementReason || 'None given', points: judgement },
  ];
  return { points: parts.reduce((sum, { points }) => sum + points, 0), parts };
}

const vehicle = '(vehicles?|motor|cars?|vans?|lorr(y|ies)|motor ?cycles?|motorbikes?|mopeds?)';
const taken = '(theft|steal\\w*|stole\\w*|taking|taken|took)';
/** Who is uninsured in one, drunk in charge of one or has made off with its fuel has not stolen from or with one. */
const vehicleTheft = new RegExp(
  `^(?!.*\\bfuel\\b).*(\\b${vehicle}\\b.*\\b${taken}\\b|\\b${taken}\\b.*\\b${vehicle}\\b)|\\b${vehicle} crime|twoc`,
  'i',
);

/**
 * Words by which an offence is known, in order: the first group with one of its words is taken. Of what is done to vehicles
 * only theft of and from them is neighbourhood crime (STRAT endnote i): not aggravated taking, interference, damage or driving.
 */
const groupWords: readonly (readonly [OffenceGroup, RegExp])[] = [
  ['other', /going equipped/i],
  ['robbery', /robb|assault with intent to rob/i],
  ['burglary', /burglar/i],
  ['criminal-damage', /criminal damage|arson|graffiti/i],
  ['other-theft', /aggravated (vehicle )?taking|(interfer|tamper)\w* with (a )?(motor )?vehicle|vehicle interfer|handling/i],
  ['other', /driv(ing|er)\b/i],
  ['theft-from-person', /(theft|steal\w*) from (the )?person|pick.?pocket|snatch/i],
  ['vehicle-crime', vehicleTheft],
  ['shop-theft', /shop/i],
  ['domestic-abuse', /domestic|coercive/i],
  ['sexual', /sexual|rape|indecent/i],
  ['violence', /assault|wound|bodily harm|\b[ag]bh\b|affray|violen|knife|weapon|firearm/i],
  ['drugs', /drug|cannabis|cocaine|heroin|class [abc]\b|supply/i],
  ['public-order', /public order|disorder|harass|racial/i],
  ['other-theft', /theft|steal|fraud/i],
];

/** The offence group that the words of an index offence point to; null where they are empty. */
export function offenceGroupOf(words: string): OffenceGroup | null {
  if (words.trim() === '') return null;
  return groupWords.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}
