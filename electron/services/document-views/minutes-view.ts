import { listActions } from '../../../db/queries/actions';
import { coloursNow } from '../../../db/queries/cases';
import {
  casesById,
  colourChangesAt,
  contributionsAt,
  names,
  peopleOf,
  theScheme,
  warningsByCase,
} from '../../../db/queries/document-facts';
import { attendanceOf, lastDiscussed, nextPlanned, type StoredMeeting } from '../../../db/queries/meetings';
import { unansweredAt } from '../../../db/queries/questions';
import { listAgencies } from '../../../db/queries/scheme';
import { listIn } from '../../../db/queries/text-list';
import { byName } from '../../../shared/language/in-order';
import type { ActionRow } from '../../../shared/views/actions';
import type { IssuedDocument, ListedAction, MinutesCase, MinutesView, SettledAction } from '../../documents/views';
import { agendaDay, type PlannedItem } from '../agenda/agenda-day';
import type { Redactor } from '../export/redact-names';
import type { Session } from '../session';
import { caseAssessment, casePerson, clockOf, documentAction, documentMeeting, documentScheme, type Names } from './parts';
import { type Reader, readersItems } from './reader';
import { forAllToRead } from './shared-texts';

/** Ids of the cases of a reader's minutes by their position there. */
export function minutesCaseIds(session: Session, meeting: StoredMeeting, reader: Reader): readonly string[] {
  return readersItems(agendaDay(session.read, meeting, session.today()), reader).map(({ item }) => item.caseId);
}

/** The minutes of a conference, cut to their reader. */
export function minutesView(
  session: Session,
  meeting: StoredMeeting,
  reader: Reader,
  document: IssuedDocument & { readonly correction: string },
  distribution: MinutesView['distribution'],
): MinutesView {
  const { read } = session;
  const scheme = theScheme(read);
  const called = names(read);
  const day = agendaDay(read, meeting, session.today());
  const items = readersItems(day, reader);
  const caseIds = items.map(({ item }) => item.caseId);
  const actions = [...listActions(read, { state: 'all', cases: caseIds }), ...listActions(read, { state: 'all', isGeneral: true })];
  const set = actions.filter(({ meetingId }) => meetingId === meeting.id);
  const settledHere = new Set(listActions(read, { state: 'closed', closedAtMeetingId: meeting.id }).map(({ id }) => id));
  const settled = actions.filter(({ id }) => settledHere.has(id));
  const open = actions.filter((action) => action.outcome === null && action.meetingId !== meeting.id);
  const changes = colourChangesAt(read, meeting.id);
  const heard = items.filter(isHeard);
  const heardCases = new Set(heard.map(({ item }) => item.caseId));
  // Only what was looked at comes back a further time; an action on a deferred case stays open as it was.
  const carried = open.filter(({ caseId }) => caseId === null || heardCases.has(caseId));
  const next = meeting.heldOn ? nextPlanned(read, meeting.heldOn) : undefined;
  const positionOf = new Map(items.map(({ item }, index) => [item.caseId, index + 1]));
  const clean = forAllToRead(session, reader);
  const shown = (action: ActionRow) => withoutForeignCases(action, reader, clean);
  const setHere = set.map(shown);
  return {
    scheme: { ...documentScheme(scheme), purpose: scheme.purpose, legalBasis: scheme.legalBasis, confidentiality: scheme.confidentiality },
    document,
    meeting: {
      ...documentMeeting(meeting, day.plan.endsAt, called, clean),
      startedAt: clockOf(meeting.startedAt),
      endedAt: clockOf(meeting.endedAt),
      statementAgreedAt: clockOf(meeting.statementAgreedAt),
      next: next?.heldOn ? { on: next.heldOn, at: next.startsAt } : null,
    },
    figures: {
      casesHeard: heard.length,
      colourChanges: caseIds.filter((id) => changes.has(id)).length,
      actionsSet: set.length,
      carriedForward: carried.length,
      deselected: heard.filter(({ item }) => item.decision === 'deselect').length,
    },
    ...(reader === null ? {} : { ownAgency: called.agency(reader) }),
    agencyNames: listAgencies(read).map(({ name }) => name),
    attendance: attendance(session, meeting.id, caseIds, called).map((entry) => ({ ...entry, name: clean(entry.name, true) })),
    lastActions: [...settled, ...carried].map((action) => settledAction(shown(action), called)),
    cases: minutesCases(session, meeting, items, setHere, called),
    generalActions: setHere.filter(({ caseId }) => caseId === null).map((action) => documentAction(action, called)),
    actionsByAgency: byAgency(setHere, positionOf, called),
    distribution,
    corrections: [],
  };
}

/**
 * An action that is about no case goes to every agency, and may name one all the same. Its owner reads it as it is: it was
 * given the action and cannot do it otherwise.
 */
function withoutForeignCases(action: ActionRow, reader: Reader, clean: Redactor): ActionRow {
  if (action.caseId !== null || action.agencyId === reader) return action;
  return { ...action, text: clean(action.text), closingNote: clean(action.closingNote) };
}

const isHeard = ({ item }: Pick<PlannedItem, 'item'>) => item.state === 'discussed' || item.state === 'current';

/** Who came. Of questions only those on these cases are counted: a reader hears of no other case. */
function attendance({ read }: Session, meetingId: string, caseIds: readonly string[], { agency }: Names): MinutesView['attendance'] {
  const rows = attendanceOf(read, meetingId);
  const posts = new Map(peopleOf(read, [...new Set(rows.flatMap(({ agencyId }) => agencyId ?? []))]).map(({ name, post }) => [name, post]));
  const unanswered = unansweredAt(read, meetingId, caseIds);
  return rows.map(({ name, agencyId, status, arrivedAt, leftAt }) => {
    const count = unanswered.get(agencyId ?? '') ?? 0;
    return {
      name,
      agency: agency(agencyId),
      post: posts.get(name) ?? '',
      status,
      ...(count === 0 ? {} : { unanswered: count }),
      arrivedAt: clockOf(arrivedAt),
      leftAt: clockOf(leftAt),
    };
  });
}

function settledAction(action: ActionRow, called: Names): SettledAction {
  return { ...documentAction(action, called), caseName: action.caseName, outcome: action.outcome, note: action.closingNote };
}

function minutesCases(
  { read }: Session,
  meeting: StoredMeeting,
  items: readonly PlannedItem[],
  set: readonly ActionRow[],
  called: Names,
): readonly MinutesCase[] {
  const caseIds = items.map(({ item }) => item.caseId);
  const rows = casesById(read, caseIds);
  const warnings = warningsByCase(read, caseIds);
  const before = coloursNow(read, caseIds, { meetingId: meeting.id });
  const changes = colourChangesAt(read, meeting.id);
  const lastOn = lastDiscussed(read, caseIds, meeting.heldOn ?? '');
  const said = Map.groupBy(contributionsAt(read, meeting, lastOn, caseIds), ({ caseId }) => caseId);
  return items.flatMap(({ item }, index): MinutesCase[] => {
    const row = rows.get(item.caseId);
    if (!row) return [];
    const was = before.get(item.caseId);
    const change = changes.get(item.caseId);
    return [
      {
        ...casePerson(row, warnings.get(item.caseId) ?? [], called),
        ...caseAssessment(row),
        position: index + 1,
        isDeferred: !isHeard({ item }),
        colourBefore: was?.colour ?? null,
        colourAfter: change?.colour ?? was?.colour ?? null,
        colourSince: change !== undefined && change.colour !== was?.colour ? meeting.heldOn : (was?.since ?? null),
        colourReason: change?.reason ?? '',
        contributions: (said.get(item.caseId) ?? []).map(({ agencyId, personId, text, question, missed }) => ({
          agency: called.agency(agencyId),
          person: called.person(personId),
          text,
          ...(question === '' ? {} : { question }),
          ...(missed === null ? {} : { missed }),
        })),
        discussion: item.discussion,
        decision: item.decision,
        decisionText: item.decisionText,
        rationale: item.rationale,
        dissent: item.dissent,
        agreedBy: listIn(item.agreedBy).map(called.agency),
        actions: set.filter(({ caseId }) => caseId === item.caseId).map((action) => documentAction(action, called)),
        nextReview: row.reviewDue,
      },
    ];
  });
}

function byAgency(set: readonly ActionRow[], positionOf: ReadonlyMap<string, number>, called: Names): MinutesView['actionsByAgency'] {
  return [...Map.groupBy(set, ({ agencyId }) => called.agency(agencyId))]
    .sort(([one], [other]) => byName(one, other))
    .map(([agency, actions]) => ({
      agency,
      actions: actions.map(
        (action): ListedAction => ({
          ...documentAction(action, called),
          caseName: action.caseName,
          casePosition: action.caseId === null ? null : (positionOf.get(action.caseId) ?? null),
        }),
      ),
    }));
}
