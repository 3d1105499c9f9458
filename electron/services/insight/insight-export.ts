import { pictureTitle } from '../../../shared/insight/picture';
import type { Received } from '../../../shared/ipc/verbs';
import { cohortPartName } from '../../../shared/language/cohort';
import { formatPlainDay } from '../../../shared/language/dates';
import type { ExportedFile } from '../export/record-export';

type Saved = 'figures' | 'SVG picture' | 'PNG picture';

/** A file of Insight as the audit trail and the list of exports say it: which picture, of which days, cases and kind. */
export function insightExport(
  { picture, from, to, area, cohortPart }: Omit<Received<'insight', 'picture'>, 'offending' | 'equality' | 'definitions'>,
  as: Saved,
  bytes: Uint8Array,
  rows: number,
): ExportedFile {
  const chosen = [area ?? '', cohortPart === null ? '' : cohortPartName[cohortPart]].filter((part) => part !== '').join(', ');
  return {
    kind: 'insight',
    title: `${pictureTitle[picture]}, ${as}: ${formatPlainDay(from)} to ${formatPlainDay(to)}${chosen === '' ? '' : `; ${chosen}`}`,
    bytes,
    rows: as === 'figures' ? rows : 0,
  };
}
