import { formatPlainDay } from '../language/dates';
import { pathwayName, pathways, progressLevels, progressName } from '../language/pathway';
import { type CaseFact, casesIn, isOnScheme, type NeedFact } from './facts';
import { CaseTally, type CountedPicture, casesInWords, type InsightFilter, percentOf, pictureTitle, warningsOfFew } from './picture';

/**
 * Who has which need, and what became of it: the table of the inspection (HMI 5.12, 8.12: shares, and progress).
 * Shares of progress are of those with the need whose progress has been recorded, as the inspection counted them.
 */
export function needsAndProgress(cases: readonly CaseFact[], needs: readonly NeedFact[], filter: InsightFilter): CountedPicture {
  const onScheme = new Set(
    casesIn(cases, filter)
      .filter((one) => isOnScheme(one, filter.to))
      .map(({ id }) => id),
  );
  const tally = new CaseTally();
  for (const { caseId, pathway, progress, identifiedOn } of needs) {
    if (!onScheme.has(caseId) || (identifiedOn !== null && identifiedOn > filter.to)) continue;
    tally.add(pathway, 'share', caseId);
    tally.add(pathway, progress ?? 'unrecorded', caseId);
  }
  const shown = pathways
    .filter((pathway) => tally.count(pathway, 'share') > 0)
    .sort((a, b) => tally.count(b, 'share') - tally.count(a, 'share'));
  const known = (pathway: string) => progressLevels.reduce((sum, level) => sum + tally.count(pathway, level), 0);
  const first = shown[0];
  return {
    id: 'needs',
    title: pictureTitle.needs,
    finding: first
      ? `${pathwayName[first]} is the commonest need; ${percentOf(tally.count(first, 'none') + tally.count(first, 'deterioration'), known(first)) ?? 0}% of those with it made no progress or got worse.`
      : 'No need has been recorded.',
    how: `${casesInWords(onScheme.size)} on the scheme on ${formatPlainDay(filter.to)}. Progress at the last review, per cent of those with the need whose progress was recorded; needs that were taken back since are left out; sums may miss 100 by rounding.`,
    warnings: warningsOfFew(onScheme.size),
    rowsAre: 'Need',
    series: [
      { id: 'share', name: 'Cases with it', unit: 'percent' },
      ...progressLevels.map((id) => ({ id, name: progressName[id], unit: 'percent' as const })),
      { id: 'unrecorded', name: 'Not yet reviewed', unit: 'cases' },
    ],
    rows: shown.map((pathway) => ({
      id: pathway,
      name: pathwayName[pathway],
      values: [
        percentOf(tally.count(pathway, 'share'), onScheme.size),
        ...progressLevels.map((level) => percentOf(tally.count(pathway, level), known(pathway))),
        tally.count(pathway, 'unrecorded'),
      ],
    })),
    behind: tally.behind,
  };
}
