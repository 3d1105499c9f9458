import type { Operation } from '../../../db/log/recorder';
import { expectedRelease, nextReleaseId, releaseDatesOf } from '../../../db/queries/releases';
import { cases, releaseDates, releases } from '../../../db/schema';
import type { Received } from '../../../shared/ipc/verbs';
import { formatDayWithYear } from '../../../shared/language/dates';
import { Refusal } from '../../../shared/language/refusal';
import { releaseSourceName } from '../../../shared/language/release';
import { demand } from '../permission';
import { demandCase } from '../references';
import type { Session } from '../session';
import { putEvents, releaseEvent } from './case-fields';

/** The release that a case has under way, begun where there is none yet. */
export function putRelease(operation: Operation, caseId: string): string {
  const present = expectedRelease(operation.read, caseId);
  if (present) return present.id;
  const id = nextReleaseId(operation.read, caseId);
  operation.put(releases, id, { caseId });
  return id;
}

/** Who said that a release is on another day; null where the day was only typed into the case or imported. */
export type SaidDate = Pick<Received<'releases', 'setDate'>, 'source' | 'saidBy' | 'reason' | 'saidOn'>;

/** Keeps a date of a release, and the one that it had before anyone began to keep them (CAM 3.3.58). */
export function putReleaseDate(
  session: Session,
  operation: Operation,
  caseId: string,
  dates: { readonly before: string | null; readonly after: string | null },
  said: SaidDate | null,
): void {
  const releaseId = putRelease(operation, caseId);
  const kept = releaseDatesOf(operation.read, caseId, releaseId);
  const isFirst = kept.every(({ source, id }) => source === null && id.startsWith('typed-'));
  if (isFirst && dates.before !== null) {
    const known = kept.findLast(({ releaseOn }) => releaseOn === dates.before);
    operation.put(releaseDates, operation.newId(), {
      caseId,
      releaseId,
      releaseOn: dates.before,
      saidOn: known?.saidOn ?? null,
      // Before everything that is recorded in this operation.
      recordedAt: new Date(Date.parse(operation.at) - 1).toISOString(),
    });
  }
  operation.put(releaseDates, operation.newId(), {
    caseId,
    releaseId,
    releaseOn: dates.after,
    ...(said ?? { saidOn: session.today() }),
    recordedAt: operation.at,
    recordedBy: session.me.personId,
  });
}

/** Sets, confirms or takes out the day of a release, with who said so. Every day that it has had stays (CAM R11.iii). */
export function setReleaseDate(session: Session, { caseId, releaseOn, ...said }: Received<'releases', 'setDate'>): void {
  demand(session, 'edit-cases');
  const before = demandCase(session.read, caseId);
  if (said.saidOn > session.today()) {
    throw new Refusal('The day on which this became known is still to come. Nothing was changed. Choose today or an earlier day.');
  }
  if (releaseOn !== null && releaseOn < said.saidOn) {
    throw new Refusal(
      `A release on ${formatDayWithYear(releaseOn)} had passed when it became known. Nothing was changed. Check the day, or record that they came out.`,
    );
  }
  const moved = releaseEvent(before.releaseOn, releaseOn);
  const from = `${releaseSourceName[said.source]}${said.saidBy === '' ? '' : `, ${said.saidBy}`}`;
  session.record(moved === null ? 'release date confirmed' : moved.title.toLowerCase(), (operation) => {
    operation.put(cases, caseId, { releaseOn });
    putReleaseDate(session, operation, caseId, { before: before.releaseOn, after: releaseOn }, said);
    if (moved === null) return;
    const detail = [moved.detail, `Said by: ${from}.`, said.reason].filter((part) => part !== '').join(' ');
    putEvents(session, operation, caseId, [{ ...moved, detail }]);
  });
}
