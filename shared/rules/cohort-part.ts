import type { CohortPart, MappaLevel, OgrsBand } from '../language/cohort';
import { ogrsBandName } from '../language/cohort';
import { type OffenceGroup, offenceGroupName } from '../language/selection';

/** The offences of the fixed part (STRAT endnote i). */
export const neighbourhoodCrimes: readonly OffenceGroup[] = ['burglary', 'robbery', 'theft-from-person', 'vehicle-crime'];
/** Those included from a medium OGRS on (STRAT 12.1). */
const moreSerious: readonly OffenceGroup[] = ['robbery', 'burglary'];
/** Lower-level acquisitive offending that may grow into more (STRAT 12.2). */
const lowerAcquisitive: readonly OffenceGroup[] = ['shop-theft', 'other-theft'];
/** What other, separate schemes are run for (STRAT 12.3, 30). */
const otherSchemes: readonly OffenceGroup[] = ['violence', 'domestic-abuse', 'sexual'];
const highBands: readonly OgrsBand[] = ['high', 'very-high', 'prolific'];

export interface CohortPartFacts {
  readonly offenceGroup: OffenceGroup | null;
  readonly ogrsBand: OgrsBand | null;
  readonly mappa: MappaLevel;
  readonly points: number;
  readonly threshold: number;
  /** Above 0 where police and probation judge the risk to be greater than the scores say. */
  readonly judgement: number;
}

export interface CohortPartProposal {
  /** Null where nothing is proposed. The panel decides either way. */
  readonly part: CohortPart | null;
  readonly reason: string;
}

/** What the strategy's rules say of someone's place, with the rule (STRAT 12.1 to 12.3, 14). A proposal; the panel decides (STRAT 12.2, 17). */
export function proposeCohortPart(facts: CohortPartFacts): CohortPartProposal {
  const { offenceGroup, ogrsBand, mappa, judgement, points, threshold } = facts;
  if (offenceGroup === null) return { part: null, reason: 'The index offence is not known, so no part can be proposed.' };
  const offence = offenceGroupName[offenceGroup];
  const isWorthIt = judgement > 0 || points >= threshold;
  const because = judgement > 0 ? 'judged to be at greater risk' : `${points} points, and ${threshold} are enough here`;
  if (neighbourhoodCrimes.includes(offenceGroup)) {
    const isFixed = ogrsBand !== null && (highBands.includes(ogrsBand) || (ogrsBand === 'medium' && moreSerious.includes(offenceGroup)));
    if (mappa !== 'none' && (isFixed || isWorthIt)) {
      return {
        part: 'flex',
        reason: `${offence} is a neighbourhood crime, but MAPPA nominals are excluded from the fixed part (STRAT 14). The panel may take them as flex.`,
      };
    }
    if (ogrsBand === null)
      return { part: null, reason: `${offence} is a neighbourhood crime, but OGRS is not known (STRAT 12.1). Score it first.` };
    const band = ogrsBandName[ogrsBand].toLowerCase();
    if (isFixed) {
      const rule = highBands.includes(ogrsBand)
        ? `${offence} with ${band} OGRS: fixed priority (STRAT 12.1).`
        : `${offence} is fixed from medium OGRS on, for the harm that it does (STRAT 12.1).`;
      const doubt = judgement < 0 ? ' Judged to be at less risk than that says: police and probation may leave them out (STRAT 12.2).' : '';
      return { part: 'fixed', reason: `${rule}${doubt}` };
    }
    if (isWorthIt) return { part: 'flex', reason: `${offence} with ${band} OGRS, ${because} (STRAT 12.2).` };
    return {
      part: null,
      reason: `${offence} with ${band} OGRS and nothing that speaks for more: not fixed, and not enough for flex (STRAT 12.2).`,
    };
  }
  if (otherSchemes.includes(offenceGroup)) {
    return {
      part: 'free',
      reason: `${offence} is not a neighbourhood crime. Free, where this scheme is run for such a group and staffed for it (STRAT 12.3).`,
    };
  }
  if (isWorthIt) {
    const kind = lowerAcquisitive.includes(offenceGroup)
      ? 'lower-level acquisitive offending that may grow'
      : 'persistent, with a like profile of needs and risk';
    return { part: 'flex', reason: `${offence}: ${kind}; ${because} (STRAT 12.2).` };
  }
  return {
    part: null,
    reason: `${offence} is not a neighbourhood crime, and ${points} of ${threshold} points do not speak for flex (STRAT 12.2).`,
  };
}
