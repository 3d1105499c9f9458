import { latestOfKind, versionsOf } from '../../../db/queries/documents';
import { firstDayOf } from '../../../db/queries/insight';
import { isPictureId, type PictureId, pictureIds } from '../../../shared/insight/picture';
import { fullQuarters, lastFullQuarter, type Quarter, quarterById } from '../../../shared/insight/quarters';
import type { Received } from '../../../shared/ipc/verbs';
import { formatPlainDay } from '../../../shared/language/dates';
import type { ReportDraft } from '../../../shared/views/insight';
import { insightPicture } from '../insight/insight';
import type { Session } from '../session';
import { keptRequestOf } from './kept-request';

/** What makes two reports versions of one another: the same quarter. */
export const reportIdentity = (quarter: Quarter) => ({
  kind: 'quarterly-report' as const,
  meetingId: null,
  agencyId: null,
  scope: quarter.name,
  aboutCaseId: null,
});

/**
 * What the form for a quarterly report begins with: the last full quarter unless another is asked for; the introduction of
 * its last version, or a first sentence of its figures; and the pictures that the last report of any quarter had.
 */
export function reportDraft(session: Session, { quarter: asked }: Received<'insight', 'reportDraft'>): ReportDraft {
  const { read } = session;
  const today = session.today();
  const quarter = (asked === null ? null : quarterById(asked)) ?? lastFullQuarter(today);
  const quarters = fullQuarters(firstDayOf(read) ?? today, today);
  const [before] = versionsOf(read, reportIdentity(quarter));
  const last = before?.id ?? latestOfKind(read, 'quarterly-report');
  const own = before === undefined ? null : reportIn(session, before.id);
  const any = own ?? (last === undefined ? null : reportIn(session, last));
  return {
    quarter: quarter.id,
    quarters: quarters.map((each) => ({ id: each.id, name: each.name, version: versionsOf(read, reportIdentity(each))[0]?.version ?? 0 })),
    introduction: own?.introduction ?? firstWords(session, quarter),
    pictures: any?.pictures ?? pictureIds,
  };
}

function reportIn(session: Session, id: string): { readonly introduction: string; readonly pictures: readonly PictureId[] } | null {
  const request = keptRequestOf(session.read, id)?.request;
  if (request?.kind !== 'quarterly-report') return null;
  // A report from a newer version may have a picture that this one does not know.
  const pictures = request.view.pictures.map(({ id: picture }) => picture).filter(isPictureId);
  return { introduction: request.view.introduction, pictures };
}

/** A sentence of figures for whoever writes the introduction to go on from. */
function firstWords(session: Session, { from, to }: Quarter): string {
  const filter = { from, to, area: null, cohortPart: null };
  const held = insightPicture(session, { picture: 'meeting-cost', ...filter }).rows.length;
  const last = insightPicture(session, { picture: 'colours', ...filter }).rows.at(-1);
  const people = (last?.values ?? []).reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const conferences = held === 0 ? 'no conference' : held === 1 ? 'one conference' : `${held} conferences`;
  return `Between ${formatPlainDay(from)} and ${formatPlainDay(to)} the partnership held ${conferences}. At the end of it ${people === 1 ? 'one person was' : `${people} people were`} on the scheme.`;
}
