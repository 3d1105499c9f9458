import { and, eq, isNull } from 'drizzle-orm';
import type { Operation } from '../../../db/log/recorder';
import type { CaseRow } from '../../../db/queries/cases';
import { findMeeting } from '../../../db/queries/meetings';
import { findPanelItem, latestStances, panelView, listPanels as readPanels } from '../../../db/queries/panels';
import { cases, meetings, panelItems, panelViews, selectionReferrals } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import { demand } from '../permission';
import { demandCase, demandOwner } from '../references';
import type { Session } from '../session';
import { demandJointDecision, putLeaving, putPlaceDecision } from './cohort-decisions';
import { demandReferral } from './selection';

export function listPanels(session: Session): Result<'cohort', 'panels'> {
  return readPanels(session.read);
}

export function getPanel(session: Session, { meetingId }: Received<'cohort', 'panel'>): Result<'cohort', 'panel'> {
  const panel = panelView(session.read, meetingId, session.today());
  if (!panel) throw new Refusal('This panel is not in your copy of the scheme. Go back and choose it again.');
  return panel;
}

/** Plans a selection panel: a meeting whose cases join or leave the scheme (STRAT 12.2). */
export function planPanel(session: Session, input: Received<'cohort', 'planPanel'>): string {
  demand(session, 'run-conferences');
  return session.record('selection panel planned', (operation) => {
    const id = operation.newId();
    operation.put(meetings, id, { ...input, kind: 'panel', chairId: session.me.personId });
    return id;
  });
}

function demandPanel(session: Session, meetingId: string): void {
  const meeting = findMeeting(session.read, meetingId);
  if (meeting?.kind !== 'panel') throw new Refusal('This panel is not in your copy of the scheme. Nothing was changed. Choose it again.');
  if (meeting.state === 'closed')
    throw new Refusal('This panel is closed, so nothing about it changes. Nothing was recorded. Plan another.');
}

/** Puts a case before a panel, once; a referral goes with it. */
export function putBeforePanel(session: Session, input: Received<'cohort', 'putBeforePanel'>): void {
  demand(session, 'run-conferences');
  const { meetingId, caseId, subject, referralId } = input;
  demandPanel(session, meetingId);
  const found = demandCase(session.read, caseId);
  if (subject === 'leaving' && found.state !== 'adopted') {
    throw new Refusal('Only someone on the scheme can leave it. Nothing was recorded.');
  }
  if (subject === 'selection' && found.state === 'adopted') {
    throw new Refusal('This person is on the scheme already. Nothing was recorded.');
  }
  if (referralId !== null) demandReferral(session.read, referralId);
  const waiting = and(eq(panelItems.caseId, caseId), isNull(panelItems.decidedAt), isNull(panelItems.withdrawnOn));
  if (session.read.select({ id: panelItems.id }).from(panelItems).where(waiting).get()) {
    throw new Refusal('This case is before a panel already. Nothing was recorded.');
  }
  session.record(
    'case put before the panel',
    (operation) => {
      operation.put(panelItems, operation.newId(), input);
      if (referralId !== null) operation.put(selectionReferrals, referralId, { state: 'at-panel' });
    },
    { meetingId },
  );
}

function demandItem(
  session: Session,
  id: string,
): typeof panelItems.$inferSelect & { readonly caseId: string; readonly meetingId: string } {
  const item = findPanelItem(session.read, id);
  if (!item?.caseId || !item.meetingId || item.withdrawnOn !== null) {
    throw new Refusal('This case is not, or no longer, before the panel. Nothing was recorded. Open the panel again.');
  }
  demandPanel(session, item.meetingId);
  return { ...item, caseId: item.caseId, meetingId: item.meetingId };
}

export function takeOffPanel(session: Session, { id, reason }: Received<'cohort', 'takeOffPanel'>): void {
  demand(session, 'run-conferences');
  const item = demandItem(session, id);
  if (item.decidedAt !== null) throw new Refusal('The panel has decided this case. Nothing was changed.');
  session.record(
    'case taken off the panel',
    (operation) => {
      operation.put(panelItems, id, { withdrawnOn: session.today(), withdrawnReason: reason });
      if (item.referralId !== null) operation.put(selectionReferrals, item.referralId, { state: 'scored' });
    },
    { meetingId: item.meetingId },
  );
}

/** What an agency says (STRAT 12.2, 17: equal say). What it had said before stays readable, and so does dissent once it is decided. */
export function recordStance(session: Session, { panelItemId, ...stance }: Received<'cohort', 'recordStance'>): void {
  demand(session, 'run-conferences');
  const item = demandItem(session, panelItemId);
  if (item.decidedAt !== null) throw new Refusal('The panel has decided this case, so no view is added. Nothing was recorded.');
  demandOwner(session.read, stance.agencyId, stance.personId);
  if (stance.stance === 'disagrees' && stance.reason.trim() === '') {
    throw new Refusal('Dissent is kept with its reason. Nothing was recorded. Say why, and try again.');
  }
  session.record(
    'view recorded at the panel',
    (operation) =>
      operation.put(panelViews, operation.newId(), {
        caseId: item.caseId,
        panelItemId,
        ...stance,
        recordedAt: operation.at,
        recordedBy: session.me.personId,
      }),
    { meetingId: item.meetingId },
  );
}

/** The panel's decision. Joining and leaving need police and probation both (STRAT 12.2, 17); to decline or to stay needs neither. */
export function decideAtPanel(session: Session, input: Received<'cohort', 'decide'>): void {
  demand(session, 'run-conferences');
  const { read } = session;
  const item = demandItem(session, input.panelItemId);
  if (item.decidedAt !== null) throw new Refusal('The panel has decided this case. Nothing was changed.');
  const before = demandCase(read, item.caseId);
  const stances = latestStances(read, item.id);
  const stanceOf = (agencyId: string) => stances.get(agencyId) ?? null;
  const isSelection = item.subject === 'selection';
  if (isSelection !== (input.outcome === 'adopt' || input.outcome === 'decline')) {
    throw new Refusal('This decision does not belong to what the panel was asked. Nothing was recorded.');
  }
  if (input.outcome === 'adopt') {
    demandJointDecision(session, 'Joining the scheme', stanceOf);
    if (input.cohortPart === null) throw new Refusal('Say whether the person joins the fixed, flex or free part. Nothing was recorded.');
    if (input.nextReviewOn === null) throw new Refusal('A review date is always set. Nothing was recorded. Choose a day.');
  }
  if (input.outcome === 'leave') demandJointDecision(session, 'Leaving the scheme', stanceOf);
  if (input.nextReviewOn !== null && input.nextReviewOn <= session.today()) {
    throw new Refusal('The next review is on a day to come. Nothing was recorded. Choose a later day.');
  }
  // In one order, whatever was said first: views of one moment have none.
  const agreedBy = [...stances].flatMap(([agencyId, stance]) => (stance === 'agrees' ? [agencyId] : [])).sort();
  session.record(
    `panel decided: ${{ adopt: 'joins the scheme', decline: 'does not join', leave: 'leaves the scheme', stay: 'stays on the scheme' }[input.outcome]}`,
    (operation) => {
      operation.put(panelItems, item.id, { decidedAt: operation.at });
      putOutcome(session, operation, before, { ...input, agreedBy, meetingId: item.meetingId, referralId: item.referralId });
    },
    { meetingId: item.meetingId },
  );
}

interface PanelOutcome extends Received<'cohort', 'decide'> {
  readonly agreedBy: readonly string[];
  readonly meetingId: string;
  readonly referralId: string | null;
}

function putOutcome(session: Session, operation: Operation, before: CaseRow, outcome: PanelOutcome): void {
  const on = session.today();
  const { reason, referralId, intensity, cohortPart, nextReviewOn } = outcome;
  const place = { ...outcome, on };
  const close = (state: 'adopted' | 'declined') => {
    if (referralId !== null) operation.put(selectionReferrals, referralId, { state, closedOn: on, closingReason: reason });
  };
  switch (outcome.outcome) {
    case 'adopt':
      putPlaceDecision(session, operation, before, { ...place, kind: 'adopted' });
      operation.put(cases, before.id, {
        state: 'adopted',
        adoptedOn: on,
        leftOn: null,
        leftReason: '',
        cohortPart,
        intensity: intensity ?? 'intensive',
        reviewDue: nextReviewOn,
      });
      close('adopted');
      break;
    case 'decline':
      putPlaceDecision(session, operation, before, { ...place, kind: 'declined' });
      // Nobody is on the scheme by having been turned down; the case stays findable.
      operation.put(cases, before.id, {
        state: 'left',
        leftOn: before.leftOn ?? on,
        leftReason: before.leftReason || `Not adopted: ${reason}`,
      });
      close('declined');
      break;
    case 'leave':
      putLeaving(session, operation, before.id, place);
      break;
    case 'stay':
      putPlaceDecision(session, operation, before, { ...place, kind: 'reviewed' });
      operation.put(cases, before.id, {
        ...(nextReviewOn === null ? {} : { reviewDue: nextReviewOn }),
        ...(intensity === null ? {} : { intensity }),
      });
      break;
  }
}

/** Closes a panel that has decided every case before it. */
export function closePanel(session: Session, { meetingId }: Received<'cohort', 'closePanel'>): void {
  demand(session, 'run-conferences');
  demandPanel(session, meetingId);
  const open = getPanel(session, { meetingId }).cases.filter(({ decidedAt }) => decidedAt === null);
  if (open.length > 0) {
    throw new Refusal(
      `${open.length} ${open.length === 1 ? 'case is' : 'cases are'} not decided. Nothing was changed. Decide ${open.length === 1 ? 'it' : 'them'}, or take ${open.length === 1 ? 'it' : 'them'} off the panel with a reason.`,
    );
  }
  session.record('selection panel closed', (operation) => operation.put(meetings, meetingId, { state: 'closed', endedAt: operation.at }), {
    meetingId,
  });
}
