import { formatPlainDay } from '../language/dates';
import { isInCustody } from '../language/statutory-position';
import type { OutcomeCase } from '../outcomes/before-after';
import { libertyDays } from '../outcomes/liberty';
import { type CaseFact, casesIn, stayOn } from './facts';
import { CaseTally, type CountedPicture, casesInWords, type InsightFilter, percentOf, pictureTitle, warningsOfFew } from './picture';

/** Days at liberty since adoption, three months, from which someone counts as managed in the community. */
export const communityDays = 92;

const outcomes = [
  { id: 'reoffended', name: 'Breached, recalled or reoffended' },
  { id: 'completed', name: 'Order or licence completed without' },
  { id: 'ongoing', name: 'Going on without' },
] as const;

const isSetback = (kind: string) => kind === 'charge' || kind === 'conviction' || kind === 'breach' || kind === 'recall';

/**
 * What became of those managed in the community (HMI 8.18). A yes or no about people, so it stands beside frequency and
 * severity and never in their place (HMI 8.19, 8.26).
 */
export function inTheCommunity(cases: readonly CaseFact[], facts: readonly OutcomeCase[], filter: InsightFilter): CountedPicture {
  const known = new Map(facts.map((fact) => [fact.caseId, fact]));
  const tally = new CaseTally();
  let all = 0;
  for (const one of casesIn(cases, filter)) {
    const fact = known.get(one.id);
    const adoptedOn = stayOn(one, filter.to)?.from ?? null;
    if (!fact || adoptedOn === null || isInCustody(one.statutoryPosition)) continue;
    const since = { from: adoptedOn, to: filter.to };
    if (libertyDays(since, fact.custody) < communityDays) continue;
    all += 1;
    const isWorse = fact.events.some(({ kind, happenedOn }) => isSetback(kind) && happenedOn >= since.from && happenedOn <= since.to);
    const isOver = one.supervisionEndedOn !== null && one.supervisionEndedOn <= filter.to;
    const outcome = isWorse ? 'reoffended' : isOver ? 'completed' : 'ongoing';
    for (const series of ['share', 'cases']) tally.add(outcome, series, one.id);
  }
  const worse = tally.count('reoffended', 'cases');
  return {
    id: 'community',
    title: pictureTitle.community,
    finding:
      all === 0
        ? 'Nobody has been managed in the community for long enough.'
        : `${worse} of ${all} managed in the community were charged, convicted, breached or recalled since adoption.`,
    how: `${casesInWords(all)} in the community on ${formatPlainDay(filter.to)} with at least three months at liberty since adoption. An arrest alone is not counted.`,
    warnings: [
      ...warningsOfFew(all),
      'This yes or no says nothing of how often or how gravely anybody offended: read it beside offending before and after adoption.',
    ],
    rowsAre: 'Since adoption',
    series: [
      { id: 'share', name: 'Share', unit: 'percent' },
      { id: 'cases', name: 'Cases', unit: 'cases' },
    ],
    rows:
      all === 0
        ? []
        : outcomes.map(({ id, name }) => ({ id, name, values: [percentOf(tally.count(id, 'cases'), all), tally.count(id, 'cases')] })),
    behind: tally.behind,
  };
}
