import { inArray } from 'drizzle-orm';
import type { Operation } from '../../db/log/recorder';
import { nextActionReference } from '../../db/queries/action-references';
import { listActionUpdates, listActions as readActions } from '../../db/queries/actions';
import { names } from '../../db/queries/document-facts';
import { actions, actionUpdates } from '../../db/schema';
import type { Received, Result } from '../../shared/ipc/verbs';
import { type ActionUpdateKind, actionOutcomeName } from '../../shared/language/action';
import { formatDayWithYear } from '../../shared/language/dates';
import { Refusal } from '../../shared/language/refusal';
import { dropDraftsOf } from './meeting/recorded-drafts';
import { demandMeeting } from './open-meeting';
import { demand, demandForAgency, demandSharedCase } from './permission';
import { demandCase, demandOwner } from './references';
import type { Session } from './session';

export function listActions(session: Session, { state, closedSince }: Received<'actions', 'list'>): Result<'actions', 'list'> {
  return readActions(session.read, { state, closedSince });
}

export function actionStory(session: Session, { id }: Received<'actions', 'updates'>): Result<'actions', 'updates'> {
  return listActionUpdates(session.read, id);
}

/** Sets a new action and gives its id. Its reference runs on within the year. */
export function createAction(session: Session, input: Received<'actions', 'create'>): string {
  const { read } = session;
  demand(session, 'set-actions');
  if (input.caseId !== null) demandCase(read, input.caseId);
  demandOwner(read, input.agencyId, input.personId);
  if (input.meetingId !== null) demandMeeting(read, input.meetingId);
  demandNotPast(session, input.dueOn);
  return session.record(
    'action set',
    (operation) => {
      const id = operation.newId();
      const setOn = session.today();
      const reference = nextActionReference(operation.read, Number(setOn.slice(0, 4)), session.device.id);
      operation.put(actions, id, { ...input, reference, setOn });
      dropDraftsOf(session, input, input.caseId === null ? ['general-action', 'general-corrections'] : ['action', 'action-corrections']);
      return id;
    },
    { meetingId: input.meetingId },
  );
}

/** Closes actions with one of the four outcomes, all in one operation. Refused where one of them is settled already. */
export function settleActions(session: Session, { ids, outcome, note, meetingId }: Received<'actions', 'settle'>): void {
  const chosen = openActions(session, ids);
  if (meetingId !== null) demandMeeting(session.read, meetingId);
  const text = sentences(actionOutcomeName[outcome], note);
  session.record(
    counted(chosen, 'settled'),
    (operation) => {
      for (const action of chosen) {
        operation.put(actions, action.id, { outcome, closedOn: session.today(), closedAtMeetingId: meetingId, closingNote: note });
        addUpdate(session, operation, action, 'settled', text, meetingId);
        if (action.caseId !== null) dropDraftsOf(session, { meetingId, caseId: action.caseId }, ['settle-note']);
      }
    },
    { meetingId },
  );
}

/** Opens settled actions again; how and when they were settled stays in their story. */
export function reopenActions(session: Session, { ids, reason }: Received<'actions', 'reopen'>): void {
  const chosen = chosenActions(session, ids);
  const open = chosen.filter(({ outcome }) => outcome === null);
  if (open.length > 0) {
    throw new Refusal(`${named(open)} open already. Nothing was changed. Leave ${open.length === 1 ? 'it' : 'them'} out and try again.`);
  }
  session.record(counted(chosen, 'reopened'), (operation) => {
    for (const action of chosen) {
      operation.put(actions, action.id, { outcome: null, closedOn: null, closedAtMeetingId: null, closingNote: '' });
      addUpdate(session, operation, action, 'reopened', reason);
    }
  });
}

/** Adds a note to the story of actions, open or settled. */
export function noteOnActions(session: Session, { ids, text }: Received<'actions', 'update'>): void {
  const chosen = chosenActions(session, ids);
  session.record(counted(chosen, 'updated'), (operation) => {
    for (const action of chosen) addUpdate(session, operation, action, 'note', text);
  });
}

/**
 * Puts the words of an open action right; what they were stays in its story. Refused where final minutes hold them: those
 * say what was agreed, and something else is another action.
 */
export function rewordAction(session: Session, { id, text }: Received<'actions', 'reword'>): void {
  const [action] = openActions(session, [id]);
  if (!action || action.text === text) return;
  if (action.meetingId !== null) demandMeeting(session.read, action.meetingId);
  session.record('action reworded', (operation) => {
    operation.put(actions, id, { text });
    addUpdate(session, operation, action, 'reworded', `Before: ${action.text}`);
  });
}

/** Moves the due date. That is for those who set actions: an agency does not give itself more time. */
export function changeDue(session: Session, { ids, dueOn, reason }: Received<'actions', 'changeDue'>): void {
  demand(session, 'change-any-action');
  const moved = openActions(session, ids).filter((action) => action.dueOn !== dueOn);
  demandNotPast(session, dueOn);
  session.record(counted(moved, 'given another due date'), (operation) => {
    for (const action of moved) {
      operation.put(actions, action.id, { dueOn });
      const before = action.dueOn === null ? 'no date before' : `${formatDayWithYear(action.dueOn)} before`;
      addUpdate(session, operation, action, 'due-changed', sentences(`Due ${formatDayWithYear(dueOn)}, ${before}`, reason));
    }
  });
}

/** Hands actions to another agency or person. A partner may do so within its own agency. */
export function reassignActions(session: Session, { ids, agencyId, personId, reason }: Received<'actions', 'reassign'>): void {
  const { read } = session;
  demandForAgency(session, agencyId, 'change-any-action', 'change-own-agency-actions');
  demandOwner(read, agencyId, personId);
  const moved = openActions(session, ids).filter((action) => action.agencyId !== agencyId || action.personId !== personId);
  const called = names(session.read);
  const owner = (agency: string | null, person: string | null) =>
    [called.agency(agency), called.person(person)].filter((name) => name !== '').join(', ') || 'nobody';
  session.record(counted(moved, 'reassigned'), (operation) => {
    for (const action of moved) {
      operation.put(actions, action.id, { agencyId, personId });
      const change = `To ${owner(agencyId, personId)}; with ${owner(action.agencyId, action.personId)} before`;
      addUpdate(session, operation, action, 'reassigned', sentences(change, reason));
    }
  });
}

type StoredAction = typeof actions.$inferSelect;

/** The actions meant, each of which the person at work may change. */
function chosenActions(session: Session, ids: readonly string[]): readonly StoredAction[] {
  const wanted = [...new Set(ids)];
  const found = session.read.select().from(actions).where(inArray(actions.id, wanted)).orderBy(actions.reference, actions.id).all();
  if (found.length < wanted.length) {
    throw new Refusal('One of these actions is not in your copy of the scheme. Nothing was changed. Open the list and choose again.');
  }
  for (const { agencyId, caseId } of found) {
    demandForAgency(session, agencyId, 'change-any-action', 'change-own-agency-actions');
    demandSharedCase(session, caseId);
  }
  return found;
}

function openActions(session: Session, ids: readonly string[]): readonly StoredAction[] {
  const chosen = chosenActions(session, ids);
  const settled = chosen.filter(({ outcome }) => outcome !== null);
  if (settled.length === 0) return chosen;
  throw new Refusal(
    `${named(settled)} settled already. Nothing was changed. Reopen ${settled.length === 1 ? 'it' : 'them'} first, or leave out what is settled.`,
  );
}

const mostNamed = 5;

/** "Action 26-043 is", "Actions 26-043, 26-044 and 3 more are". */
function named(chosen: readonly StoredAction[]): string {
  if (chosen.length === 1) return `Action ${chosen[0]?.reference} is`;
  const references = chosen.slice(0, mostNamed).map(({ reference }) => reference);
  const more = chosen.length - references.length;
  return `Actions ${references.join(', ')}${more > 0 ? ` and ${more} more` : ''} are`;
}

const counted = (chosen: readonly StoredAction[], what: string) =>
  chosen.length === 1 ? `action ${what}` : `${chosen.length} actions ${what}`;

function sentences(first: string, rest: string): string {
  return rest.trim() === '' ? `${first}.` : `${first}. ${rest}`;
}

function demandNotPast(session: Session, dueOn: string | null): void {
  if (dueOn !== null && dueOn < session.today()) {
    throw new Refusal('The due date has passed already. Nothing was changed. Choose today or a later day.');
  }
}

function addUpdate(
  session: Session,
  operation: Operation,
  { id, caseId }: StoredAction,
  kind: ActionUpdateKind,
  text: string,
  meetingId: string | null = null,
): void {
  operation.put(actionUpdates, operation.newId(), {
    actionId: id,
    caseId,
    kind,
    text,
    meetingId,
    personId: session.me.personId,
    madeAt: operation.at,
  });
}
