import { eq } from 'drizzle-orm';
import { nextActionReference } from '../../../db/queries/action-references';
import { listReleases as readReleases, releaseDetail } from '../../../db/queries/releases';
import { actions, cases, firstHoursSteps, releaseChecks, releases } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { daysBetween, formatDayWithYear } from '../../../shared/language/dates';
import { Refusal } from '../../../shared/language/refusal';
import { type ReadinessItem, readinessItemName } from '../../../shared/language/release';
import { isInCustody } from '../../../shared/language/statutory-position';
import { gapActionText, gapDueOn, pressingDays } from '../../../shared/rules/release-readiness';
import { demand } from '../permission';
import { demandCase, demandOwner } from '../references';
import type { Session } from '../session';
import { putEvents } from './case-fields';
import { leaveCustody } from './custody';
import { putRelease } from './release-dates';

/** Everyone who is to come out: by day, with how far each release is prepared (CAM 3.3.56, 3.3.58, R11.iii). */
export function listReleases(session: Session): Result<'releases', 'list'> {
  return readReleases(session.read, session.today());
}

export function getRelease(session: Session, { caseId }: Received<'releases', 'get'>): Result<'releases', 'get'> {
  demandCase(session.read, caseId);
  return releaseDetail(session.read, caseId);
}

function demandRelease(session: Session, caseId: string) {
  demandCase(session.read, caseId);
  const found = releaseDetail(session.read, caseId);
  if (!found) {
    throw new Refusal('This person is not in custody and has no release date. Nothing was changed. Set the date first.');
  }
  return found;
}

/** What is known of a release besides its day: the prison, the hour, a note. */
export function editRelease(session: Session, { caseId, ...fields }: Received<'releases', 'edit'>): void {
  demand(session, 'edit-cases');
  demandRelease(session, caseId);
  session.record('release changed', (operation) => operation.put(releases, putRelease(operation, caseId), { caseId, ...fields }));
}

/** Says how one thing stands that is to be ready for a release. An agency that is to see to it has the action for that. */
export function setReleaseCheck(session: Session, { caseId, item, ...check }: Received<'releases', 'setCheck'>): void {
  demand(session, 'edit-cases');
  demandRelease(session, caseId);
  if (check.agencyId !== null) demandOwner(session.read, check.agencyId, check.personId);
  if (check.state === 'not-needed' && check.note.trim() === '') {
    throw new Refusal(`Say why “${readinessItemName[item]}” is not needed, so that nobody asks again. Nothing was changed.`);
  }
  session.record(
    `release: ${readinessItemName[item].toLowerCase()} ${check.state === 'open' ? 'not arranged' : check.state}`,
    (operation) => {
      const releaseId = putRelease(operation, caseId);
      operation.put(releaseChecks, `${releaseId}:${item}`, { caseId, releaseId, item, ...check, changedOn: session.today() });
    },
  );
}

/** Raises an action from a gap, in one step: what, who and by when are worked out from the release. */
export function raiseReleaseAction(session: Session, input: Received<'releases', 'raiseAction'>): string {
  const { caseId, item } = input;
  demand(session, 'set-actions');
  const release = demandRelease(session, caseId);
  const check = release.checks.find((known) => known.item === item);
  if (check?.action && check.action.outcome === null) {
    throw new Refusal(`Action ${check.action.reference} has been raised for this already. Nothing was changed. Update that one.`);
  }
  const agencyId = input.agencyId ?? check?.agencyId ?? null;
  if (agencyId === null) throw new Refusal('Nobody is known who would see to this. Nothing was recorded. Name the agency first.');
  const personId = input.personId === undefined ? (check?.agencyId === agencyId ? check.personId : null) : input.personId;
  demandOwner(session.read, agencyId, personId);
  const today = session.today();
  const dueOn = input.dueOn ?? (release.releaseOn === null ? null : gapDueOn(release.releaseOn, today));
  if (dueOn !== null && dueOn < today) {
    throw new Refusal('The due date has passed already. Nothing was recorded. Choose today or a later day.');
  }
  return session.record('action raised from a release', (operation) => {
    const id = operation.newId();
    const isPressing = release.releaseOn !== null && daysBetween(today, release.releaseOn) <= pressingDays;
    operation.put(actions, id, {
      caseId,
      agencyId,
      personId,
      text: input.text ?? gapActionText(item, release.releaseOn, release.place),
      kind: item === 'licence-conditions' ? 'administrative' : 'support',
      priority: isPressing ? 'high' : 'normal',
      dueOn,
      setOn: today,
      reference: nextActionReference(operation.read, Number(today.slice(0, 4)), session.device.id),
    });
    putCheckInHand(operation.put, putRelease(operation, caseId), { caseId, item, agencyId, personId, actionId: id, changedOn: today });
    return id;
  });
}

function putCheckInHand(
  put: Parameters<Parameters<Session['record']>[1]>[0]['put'],
  releaseId: string,
  check: {
    readonly caseId: string;
    readonly item: ReadinessItem;
    readonly agencyId: string;
    readonly personId: string | null;
    readonly actionId: string;
    readonly changedOn: string;
  },
): void {
  put(releaseChecks, `${releaseId}:${check.item}`, { releaseId, state: 'in-hand', ...check });
}

/** A step of the first 72 hours (CAM 3.3.51, 3.3.55); it goes onto the page of the case in each tasking pack. */
export function saveFirstHoursStep(session: Session, { id, caseId, ...step }: Received<'releases', 'saveStep'>): void {
  demand(session, 'edit-cases');
  const { releaseOn } = demandRelease(session, caseId);
  if (step.agencyId !== null) demandOwner(session.read, step.agencyId, step.personId);
  if (releaseOn !== null && (step.stepOn < releaseOn || daysBetween(releaseOn, step.stepOn) > 3)) {
    throw new Refusal(
      `The first 72 hours begin on ${formatDayWithYear(releaseOn)}, and this day is not among them. Nothing was recorded. Choose a day from then on.`,
    );
  }
  if (id !== null) demandStep(session, id);
  session.record(id === null ? 'first hours: step added' : 'first hours: step changed', (operation) =>
    operation.put(firstHoursSteps, id ?? operation.newId(), {
      ...(id === null ? { caseId, releaseId: putRelease(operation, caseId) } : {}),
      ...step,
    }),
  );
}

export function withdrawFirstHoursStep(session: Session, { id, reason }: Received<'releases', 'withdrawStep'>): void {
  demand(session, 'edit-cases');
  demandStep(session, id);
  session.record('first hours: step withdrawn', (operation) =>
    operation.put(firstHoursSteps, id, { withdrawnOn: session.today(), withdrawnReason: reason }),
  );
}

function demandStep(session: Session, id: string): void {
  const found = session.read
    .select({ withdrawnOn: firstHoursSteps.withdrawnOn })
    .from(firstHoursSteps)
    .where(eq(firstHoursSteps.id, id))
    .get();
  if (!found || found.withdrawnOn !== null) {
    throw new Refusal('This step is not, or no longer, in the plan. Nothing was changed. Open the release again.');
  }
}

/** Someone came out. Blue is for those inside (HMI 6.3), so the case now asks for another colour and gets none by itself. */
export function recordRelease(
  session: Session,
  { caseId, releasedOn, statutoryPosition, note }: Received<'releases', 'recordRelease'>,
): void {
  demand(session, 'edit-cases');
  const before = demandCase(session.read, caseId);
  if (!isInCustody(before.statutoryPosition)) {
    throw new Refusal('This person is not in custody, so there is nothing to record. Nothing was changed.');
  }
  if (isInCustody(statutoryPosition)) {
    throw new Refusal('Say where they stand now that they are out: on licence, on an order, or voluntary. Nothing was changed.');
  }
  if (releasedOn > session.today()) throw new Refusal('This day is still to come. Nothing was changed. Choose today or an earlier day.');
  const place = before.custodyPlace;
  session.record('release recorded', (operation) => {
    const releaseId = putRelease(operation, caseId);
    operation.put(releases, releaseId, { caseId, state: 'released', endedOn: releasedOn, ...(place === '' ? {} : { place }) });
    operation.put(cases, caseId, { statutoryPosition, custodyPlace: '', releaseOn: null });
    leaveCustody(operation, caseId, releasedOn);
    const detail = [place === '' ? '' : `From ${place}.`, `Released ${formatDayWithYear(releasedOn)}.`, note]
      .filter((part) => part !== '')
      .join(' ');
    putEvents(session, operation, caseId, [{ kind: 'custody', title: 'Left custody', detail }]);
  });
}
