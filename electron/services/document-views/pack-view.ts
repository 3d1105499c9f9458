import { listActions } from '../../../db/queries/actions';
import { coloursNow } from '../../../db/queries/cases';
import { casesById, colourChangesAt, eventsSince, names, needsOf, theScheme, warningsByCase } from '../../../db/queries/document-facts';
import { type FirstHoursLine, firstHoursOf } from '../../../db/queries/first-hours';
import { lastDiscussed, nextPlanned, type StoredMeeting } from '../../../db/queries/meetings';
import { relevance } from '../../../db/queries/relevance';
import { listPeople } from '../../../db/queries/scheme';
import type { cases } from '../../../db/schema';
import { colourWord } from '../../../shared/language/colour';
import { addDays } from '../../../shared/language/dates';
import { byText } from '../../../shared/language/in-order';
import { releaseFlag } from '../../../shared/rules/release-day';
import type { ActionRow } from '../../../shared/views/actions';
import type { IssuedDocument, KeyDate, PackAction, PackCase, PackView } from '../../documents/views';
import { agendaDay, relevantIds } from '../agenda/agenda-day';
import type { Session } from '../session';
import { casePerson, documentAction, documentScheme } from './parts';
import { readersItems } from './reader';

/** Part of an agency's pack: the cases of an area; or, for a team or an officer, what is theirs to do and to lead. */
export interface PackPart {
  /** Who takes it away; empty for the agency itself. */
  readonly recipient: string;
  readonly area?: string;
  readonly team?: string;
  readonly personId?: string;
}

/**
 * What one agency takes away from a conference: its own open actions, and a page for each case that it has an action on
 * or that was discussed and concerns it. A case that does not concern the agency cannot get in: the cases are chosen by
 * relevance before anything else is read.
 */
export function packView(
  session: Session,
  meeting: StoredMeeting,
  agencyId: string,
  document: IssuedDocument,
  only: PackPart = { recipient: '' },
): PackView {
  const { read } = session;
  const today = session.today();
  const called = names(read);
  const heldOn = meeting.heldOn ?? today;
  const isOf = officersOf(session, agencyId, only);
  const mine = listActions(read, { state: 'open', agencyId }).filter(({ personId }) => isOf === null || isOf(personId));
  const discussed = readersItems(agendaDay(read, meeting, today), agencyId).map(({ item }) => item.caseId);
  const candidates = [...new Set([...discussed, ...mine.flatMap(({ caseId }) => caseId ?? [])])];
  const concerned = relevance(read, candidates, today);
  const permitted = candidates.filter((id) => relevantIds(concerned.get(id) ?? []).includes(agencyId));
  const allowed = new Set(permitted);
  const caseIds = permitted.filter(isWanted(session, only.area, isOf, permitted, mine));
  const wanted = new Set(caseIds);
  // A pack of an area is about people there; what is about no case is the agency's, the team's or the officer's.
  const actions = mine.filter(({ caseId }) => (caseId === null ? only.area === undefined : wanted.has(caseId)));
  const positionOf = new Map(caseIds.map((id, index) => [id, index + 1]));
  const next = nextPlanned(read, heldOn);
  return {
    scheme: documentScheme(theScheme(read)),
    document,
    agency: called.agency(agencyId),
    recipient: only.recipient === '' ? called.agency(agencyId) : only.recipient,
    meetingHeldOn: heldOn,
    today,
    backBy: next?.heldOn ? { on: next.heldOn, at: next.startsAt } : null,
    actions: actions.map(
      (action): PackAction => ({
        ...documentAction(action, called),
        caseName: action.caseName,
        casePosition: action.caseId === null ? null : (positionOf.get(action.caseId) ?? null),
        colour: action.colour,
        carried: action.carried,
      }),
    ),
    heldBack: mine.filter(({ caseId }) => caseId !== null && !allowed.has(caseId)).map(({ reference, dueOn }) => ({ reference, dueOn })),
    cases: packCases(session, meeting, caseIds),
  };
}

type IsOfficer = (personId: string | null) => boolean;

/** Whether somebody is of the team, or is the officer, that the pack is for; null where it is for everyone of the agency. */
function officersOf({ read }: Session, agencyId: string, { team, personId }: PackPart): IsOfficer | null {
  if (personId !== undefined) return (id) => id === personId;
  if (team === undefined) return null;
  // Whoever has left the scheme is among them: what they led is the team's until it is given to somebody.
  const officers = new Set(listPeople(read).flatMap((one) => (one.agencyId === agencyId && one.team === team ? [one.id] : [])));
  return (id) => id !== null && officers.has(id);
}

function isWanted(
  { read }: Session,
  area: string | undefined,
  isOf: IsOfficer | null,
  caseIds: readonly string[],
  actions: readonly ActionRow[],
) {
  const rows = casesById(read, caseIds);
  const owed = new Set(actions.map(({ caseId }) => caseId));
  return (id: string) => {
    const row = rows.get(id);
    if (area !== undefined && row?.area !== area) return false;
    return isOf === null || owed.has(id) || isOf(row?.leadPersonId ?? null);
  };
}

function packCases(session: Session, meeting: StoredMeeting, caseIds: readonly string[]): readonly PackCase[] {
  const { read } = session;
  const today = session.today();
  const heldOn = meeting.heldOn ?? today;
  const called = names(read);
  const rows = casesById(read, caseIds);
  const warnings = warningsByCase(read, caseIds);
  const colours = coloursNow(read, caseIds);
  const before = coloursNow(read, caseIds, { meetingId: meeting.id });
  const changed = colourChangesAt(read, meeting.id);
  const needs = Map.groupBy(needsOf(read, caseIds), ({ caseId }) => caseId);
  const discussed = lastDiscussed(read, caseIds, heldOn);
  const since = [...discussed.values()].reduce((first, on) => (on < first ? on : first), addDays(heldOn, -7));
  const events = Map.groupBy(eventsSince(read, caseIds, since), ({ caseId }) => caseId);
  const steps = Map.groupBy(firstHoursOf(read, caseIds), ({ caseId }) => caseId);
  return caseIds.flatMap((id, index): PackCase[] => {
    const row = rows.get(id);
    if (!row) return [];
    const change = changed.get(id);
    const was = before.get(id)?.colour;
    const changes = [
      ...(change ? [`${was ? `${colourWord[was]} to ${colourWord[change.colour]}` : colourWord[change.colour]}: ${change.reason}`] : []),
      ...(events.get(id) ?? []).map(({ title, detail }) => (detail === '' ? title : `${title}: ${detail}`)),
    ];
    const risks = warnings.get(id) ?? [];
    return [
      {
        ...casePerson(row, risks, called),
        position: index + 1,
        colour: colours.get(id)?.colour ?? null,
        colourSince: colours.get(id)?.since ?? null,
        changes,
        keyDates: withFirstHours(keyDates(row, today), steps.get(id) ?? [], called),
        needs: (needs.get(id) ?? []).map(({ pathway, priority, progress }) => ({ pathway, priority, progress })),
        doAdvice: row.doAdvice,
        doNotAdvice: row.doNotAdvice,
        firstToKnow: risks[0] ?? changes[0] ?? '',
      },
    ];
  });
}

/** The steps of the first 72 hours among the dates, each by its hour: whoever meets the person needs them on the same page. */
function withFirstHours(dates: readonly KeyDate[], steps: readonly FirstHoursLine[], called: ReturnType<typeof names>): readonly KeyDate[] {
  const planned = steps.map(({ stepOn, stepAt, what, place, agencyId }): KeyDate => {
    const parts = [stepAt === null ? what : `${stepAt} ${what}`, place, called.agency(agencyId)].filter((part) => part !== '');
    return { on: stepOn, what: `First 72 hours: ${parts.join(', ')}`, flag: null };
  });
  // Sorting keeps the order of one day: the release itself first, then its steps by the hour.
  return [...dates, ...planned].sort((one, other) => byText(one.on, other.on));
}

/** What lies ahead of a person, however far: the end of a licence years away is what a release is planned by. A review that is late is ahead as well. */
export function keyDates(row: typeof cases.$inferSelect, today: string): readonly KeyDate[] {
  const flag = row.releaseOn === null ? null : releaseFlag(row.releaseOn);
  const dates: readonly { readonly on: string | null; readonly what: string; readonly flag: KeyDate['flag'] }[] = [
    {
      on: row.releaseOn,
      what: row.custodyPlace === '' ? 'Release' : `Release from ${row.custodyPlace}`,
      flag: flag === null ? null : flag.kind === 'friday' ? 'friday-release' : 'holiday-release',
    },
    { on: row.licenceEndsOn, what: 'Licence ends', flag: null },
    { on: row.orderEndsOn, what: 'Order ends', flag: null },
    { on: row.supervisionEndsOn, what: 'Supervision ends', flag: null },
  ];
  const review =
    row.reviewDue === null ? [] : [{ on: row.reviewDue, what: row.reviewDue < today ? 'Review overdue' : 'Review due', flag: null }];
  return [...dates.flatMap(({ on, ...rest }) => (on === null || on < today ? [] : [{ on, ...rest }])), ...review].sort((one, other) =>
    byText(one.on, other.on),
  );
}
