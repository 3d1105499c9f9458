import type { Reader } from '../../../db/connection';
import { allPicturesOf, photographOf } from '../../../db/queries/photographs';
import { photographs } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { formatDayWithYear } from '../../../shared/language/dates';
import { mostPhotographBytes } from '../../../shared/language/photograph';
import { Refusal } from '../../../shared/language/refusal';
import { demand } from '../permission';
import { demandCase } from '../references';
import type { Session } from '../session';
import { plainJpeg } from './plain-jpeg';

/** What the person looks like, for whoever may read the case; null where no picture was given or where it is none. */
export function getPhotograph({ read }: Session, { id }: Received<'cases', 'photograph'>): Result<'cases', 'photograph'> {
  const stored = photographOf(read, id);
  // It may have been written by another program that holds a key of the scheme, so it is looked at again.
  const picture = stored === null ? null : plainJpeg(Buffer.from(stored.picture, 'base64'));
  if (stored === null || picture === null) return null;
  const { picture: _, ...facts } = stored;
  return { ...facts, bytes: new Uint8Array(picture.bytes), width: picture.width, height: picture.height };
}

/** Keeps a picture without what a camera writes into its files. The one before it is withdrawn, and stays in the log. */
export function setPhotograph(session: Session, { caseId, bytes, takenOn, source }: Received<'cases', 'setPhotograph'>): void {
  demand(session, 'edit-cases');
  demandCase(session.read, caseId);
  const today = session.today();
  if (takenOn !== null && takenOn > today) {
    throw new Refusal(`${formatDayWithYear(takenOn)} is still to come. Nothing was changed. Give the day on which the picture was taken.`);
  }
  const picture = plainJpeg(bytes);
  if (picture === null) {
    throw new Refusal(
      `This is not a picture that can be kept: a JPEG of at most ${mostPhotographBytes / 1000} kB. Nothing was changed. Choose another.`,
    );
  }
  const before = photographOf(session.read, caseId);
  session.record(before === null ? 'photograph added' : 'photograph replaced', (operation) => {
    if (before !== null) operation.put(photographs, before.id, { withdrawnOn: today, withdrawnReason: 'Replaced by another' });
    operation.put(photographs, operation.newId(), {
      caseId,
      picture: Buffer.from(picture.bytes).toString('base64'),
      width: picture.width,
      height: picture.height,
      takenOn,
      source,
      addedAt: operation.at,
      addedBy: session.me.personId,
    });
  });
}

/** Takes the picture off the case; what was printed with it stays printed. */
export function withdrawPhotograph(session: Session, { id, reason }: Received<'cases', 'withdrawPhotograph'>): void {
  demand(session, 'edit-cases');
  const row = session.read.query.photographs.findFirst({ columns: { withdrawnOn: true }, where: (each, { eq }) => eq(each.id, id) }).sync();
  if (!row || row.withdrawnOn !== null) throw new Refusal('This photograph is not on the case any more. Nothing was changed.');
  session.record('photograph withdrawn', (operation) =>
    operation.put(photographs, id, { withdrawnOn: session.today(), withdrawnReason: reason }),
  );
}

/** Pictures for a briefing as data URLs by case; a case without one is left out. */
export function photographUrls(session: Session, caseIds: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    caseIds.flatMap((id): (readonly [string, string])[] => {
      const found = getPhotograph(session, { id });
      return found === null ? [] : [[id, jpegUrl(found.bytes)]];
    }),
  );
}

export const jpegUrl = (bytes: Uint8Array) => `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;

/** Every picture that is held on a case, those that were taken off too, the earliest first. */
export function picturesOf(read: Reader, caseId: string): readonly Uint8Array[] {
  return allPicturesOf(read, caseId).flatMap((picture) => plainJpeg(Buffer.from(picture, 'base64'))?.bytes ?? []);
}
