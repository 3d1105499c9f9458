import type { Picture } from '../../shared/insight/picture';
import { formatDayWithYear } from '../../shared/language/dates';
import { demonstrationLine, isMarkingCut } from './layout/furniture';
import type { QuarterlyReportView } from './views';
import { versionWords } from './words';

export const introductionTitle = 'Introduction';
export const definitionsTitle = 'Definitions';

/** What stands on the cover in both editions. */
export function reportFacts({ from, to, madeOn, madeBy, document, scheme }: QuarterlyReportView): readonly (readonly [string, string])[] {
  const rows: readonly (readonly [string, string])[] = [
    ['Period', `${formatDayWithYear(from)} to ${formatDayWithYear(to)}`],
    // Head and foot of each page bear it; here it stands only where they have no room for the whole of it.
    ['Marking', isMarkingCut(scheme.marking) ? scheme.marking : ''],
    ['Made', `${formatDayWithYear(madeOn)}${madeBy === '' ? '' : ` by ${madeBy}`}`],
    ['Number', document.number],
    ['Version', versionWords(document)],
    ['For', document.reader],
  ];
  return rows.filter(([, value]) => value !== '');
}

/** What a reader has to know before any figure, on the cover of both editions. */
export function aboutReport({ scheme }: QuarterlyReportView): readonly string[] {
  return [
    'Nobody who is on the scheme is named here. Each picture stands with its figures, how they were counted and what to beware of in reading them.',
    'Small numbers in equality monitoring are kept back as they are on screen: a dash is not a nought.',
    ...(scheme.isDemonstration ? [demonstrationLine] : []),
  ];
}

/** What a picture shows, for whoever does not see it. */
export function pictureWords({ title, finding }: Picture): string {
  return `${title}, drawn. ${finding} The table after it holds each figure.`;
}
