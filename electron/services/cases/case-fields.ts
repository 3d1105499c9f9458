import type { Operation } from '../../../db/log/recorder';
import type { CaseRow } from '../../../db/queries/cases';
import { caseEvents } from '../../../db/schema';
import type { Received } from '../../../shared/ipc/verbs';
import { type OgrsBand, ogrsBandOf } from '../../../shared/language/cohort';
import { formatDayWithYear } from '../../../shared/language/dates';
import { isInCustody } from '../../../shared/language/statutory-position';
import type { Session } from '../session';

export type CaseEdit = Received<'cases', 'edit'>['fields'];
type Score = Pick<CaseRow, 'ogrsScore' | 'ogrsBand'>;

/** The band goes with the score wherever there is one, save for prolific, which is judged and never derived. */
export function withBand<E extends CaseEdit>(present: Score, edit: E): E {
  if (edit.ogrsScore === undefined && edit.ogrsBand === undefined) return edit;
  const score = edit.ogrsScore === undefined ? present.ogrsScore : edit.ogrsScore;
  const band: OgrsBand | null = edit.ogrsBand === undefined ? present.ogrsBand : edit.ogrsBand;
  if (band === 'prolific') return edit;
  if (score !== null) return { ...edit, ogrsBand: ogrsBandOf(score) };
  return edit.ogrsBand === undefined ? { ...edit, ogrsBand: null } : edit;
}

export interface NewEvent {
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
}

type Watched = Pick<CaseRow, 'releaseOn' | 'statutoryPosition' | 'isAtLarge' | 'custodyPlace'>;

/**
 * What an edit makes happen on the case's story. None of it changes the colour: entering custody, leaving it or being
 * at large only proposes one (PRODUCT, Colour).
 */
export function eventsOfEdit(before: Watched, edit: CaseEdit): readonly NewEvent[] {
  const after: Watched = { ...before, ...definedOnly(edit) };
  return [releaseEvent(before.releaseOn, after.releaseOn), custodyEvent(before, after), atLargeEvent(before, after)].filter(
    (event) => event !== null,
  );
}

function definedOnly<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** The entry in the story that a changed release date makes. */
export function releaseEvent(before: string | null, after: string | null): NewEvent | null {
  if (before === after) return null;
  if (after === null)
    return { kind: 'release', title: 'Release date taken out', detail: before === null ? '' : `It was ${formatDayWithYear(before)}.` };
  if (before === null) return { kind: 'release', title: 'Release date set', detail: `${formatDayWithYear(after)}.` };
  return { kind: 'release', title: 'Release date moved', detail: `From ${formatDayWithYear(before)} to ${formatDayWithYear(after)}.` };
}

function custodyEvent(before: Watched, after: Watched): NewEvent | null {
  const was = isInCustody(before.statutoryPosition);
  const is = isInCustody(after.statutoryPosition);
  const place = after.custodyPlace === '' ? '' : `At ${after.custodyPlace}.`;
  if (is && !was) {
    const title = before.statutoryPosition === 'licence' ? 'Recalled to custody' : 'Entered custody';
    return { kind: 'custody', title, detail: place };
  }
  if (was && !is)
    return { kind: 'custody', title: 'Left custody', detail: before.custodyPlace === '' ? '' : `From ${before.custodyPlace}.` };
  if (is && after.custodyPlace !== before.custodyPlace && after.custodyPlace !== '') {
    return {
      kind: 'custody',
      title: `Moved to ${after.custodyPlace}`,
      detail: before.custodyPlace === '' ? '' : `From ${before.custodyPlace}.`,
    };
  }
  return null;
}

function atLargeEvent(before: Watched, after: Watched): NewEvent | null {
  if (before.isAtLarge === after.isAtLarge) return null;
  return { kind: 'at-large', title: after.isAtLarge ? 'At large' : 'No longer at large', detail: '' };
}

export function putEvents(session: Session, operation: Operation, caseId: string, events: readonly NewEvent[]): void {
  for (const event of events) {
    operation.put(caseEvents, operation.newId(), {
      caseId,
      ...event,
      happenedOn: session.today(),
      recordedAt: operation.at,
      agencyId: session.me.agencyId,
      personId: session.me.personId,
    });
  }
}
