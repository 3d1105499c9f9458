import { roshLevels, roshName } from '../language/cohort';
import { formatPlainDay } from '../language/dates';
import { statutoryPositionName, statutoryPositions } from '../language/statutory-position';
import { type CaseFact, casesIn, isOnScheme } from './facts';
import {
  CaseTally,
  type CountedPicture,
  casesInWords,
  type InsightFilter,
  type PictureRow,
  percentOf,
  pictureTitle,
  type Series,
  warningsOfFew,
} from './picture';

const shareSeries: readonly Series[] = [
  { id: 'share', name: 'Share', unit: 'percent' },
  { id: 'cases', name: 'Cases', unit: 'cases' },
];

interface Classes {
  readonly of: (one: CaseFact) => string;
  readonly named: readonly { readonly id: string; readonly name: string }[];
}

/** Cases of a day by a class that each has exactly one of. Classes with nobody in them are left out. */
function byClass(cases: readonly CaseFact[], filter: InsightFilter, { of, named }: Classes) {
  const tally = new CaseTally();
  const onScheme = casesIn(cases, filter).filter((one) => isOnScheme(one, filter.to));
  for (const one of onScheme) for (const { id } of shareSeries) tally.add(of(one), id, one.id);
  const rows = named
    .filter(({ id }) => tally.count(id, 'cases') > 0)
    .map(
      ({ id, name }): PictureRow => ({
        id,
        name,
        values: [percentOf(tally.count(id, 'cases'), onScheme.length), tally.count(id, 'cases')],
      }),
    );
  return { rows, tally, all: onScheme.length };
}

const unknown = { id: 'unknown', name: 'Not recorded' };

/** Where cases stand with the courts (HMI 4.10). */
export function statutoryStanding(cases: readonly CaseFact[], filter: InsightFilter): CountedPicture {
  const { rows, tally, all } = byClass(cases, filter, {
    of: ({ statutoryPosition }) => statutoryPosition ?? unknown.id,
    named: [...statutoryPositions.map((id) => ({ id, name: statutoryPositionName[id] })), unknown],
  });
  const inCustody = tally.count('serving', 'cases') + tally.count('remand', 'cases');
  return {
    id: 'positions',
    title: pictureTitle.positions,
    finding:
      all === 0
        ? 'Nobody is on the scheme.'
        : `${percentOf(inCustody, all)}% are in custody and ${percentOf(tally.count('voluntary', 'cases'), all)}% are on the scheme by their own choice.`,
    how: `${casesInWords(all)} on the scheme on ${formatPlainDay(filter.to)}, by their position as it is recorded now. Per cent; sums may miss 100 by rounding.`,
    warnings: warningsOfFew(all),
    rowsAre: 'Position',
    series: shareSeries,
    rows,
    behind: tally.behind,
  };
}

/** Risk of Serious Harm (HMI 4.12): not assessed is a finding of its own. */
export function riskOfSeriousHarm(cases: readonly CaseFact[], filter: InsightFilter): CountedPicture {
  const { rows, tally, all } = byClass(cases, filter, {
    of: ({ rosh }) => rosh,
    named: roshLevels.map((id) => ({ id, name: roshName[id] })),
  });
  const high = tally.count('high', 'cases') + tally.count('very-high', 'cases');
  const open = tally.count('not-assessed', 'cases');
  return {
    id: 'risk',
    title: pictureTitle.risk,
    finding:
      all === 0
        ? 'Nobody is on the scheme.'
        : `${high} of ${all} are high or very high${open > 0 ? `; ${open} have not been assessed` : ''}.`,
    how: `${casesInWords(all)} on the scheme on ${formatPlainDay(filter.to)}, by their level as it is recorded now. Per cent; sums may miss 100 by rounding.`,
    warnings: warningsOfFew(all),
    rowsAre: 'Level',
    series: shareSeries,
    rows,
    behind: tally.behind,
  };
}
