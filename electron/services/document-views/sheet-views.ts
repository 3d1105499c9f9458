import { listActions } from '../../../db/queries/actions';
import { caseView } from '../../../db/queries/case-view';
import { coloursNow } from '../../../db/queries/cases';
import { casesById, names, theScheme, warningsByCase } from '../../../db/queries/document-facts';
import { attendanceOf, nextPlanned, type StoredMeeting } from '../../../db/queries/meetings';
import { relevance } from '../../../db/queries/relevance';
import { colourMeaningsOf, listPeople } from '../../../db/queries/scheme';
import { caseName } from '../../../shared/language/case-name';
import { colours } from '../../../shared/language/colour';
import { ageOn } from '../../../shared/language/dates';
import { byName } from '../../../shared/language/in-order';
import type {
  ActionListView,
  AttendanceSheetView,
  BriefingPerson,
  BriefingView,
  CaseSummaryView,
  IssuedDocument,
  PackAction,
} from '../../documents/views';
import { agendaDay, relevantIds } from '../agenda/agenda-day';
import type { Session } from '../session';
import { keyDates } from './pack-view';
import { caseAssessment, casePerson, documentAction, documentMeeting, documentScheme } from './parts';
import type { Reader } from './reader';
import { forAnybodyToRead } from './shared-texts';

/** Everything on one case, for a reader whom it concerns; null where it does not, or where the case is not here. */
export function caseSummaryView(session: Session, caseId: string, reader: Reader, document: IssuedDocument): CaseSummaryView | null {
  const { read } = session;
  const today = session.today();
  const row = casesById(read, [caseId]).get(caseId);
  const view = caseView(read, caseId, today);
  if (!row || !view) return null;
  if (reader !== null && !relevantIds(view.relevance).includes(reader)) return null;
  const called = names(read);
  return {
    scheme: documentScheme(theScheme(read)),
    document,
    today,
    person: {
      ...casePerson(row, warningsByCase(read, [caseId]).get(caseId) ?? [], called),
      ...caseAssessment(row),
      knownAs: row.knownAs,
      aliases: view.aliases.map(({ name }) => name),
      area: row.area,
    },
    colour: view.colour,
    colourSince: view.colourSince,
    adoptedOn: row.adoptedOn,
    reviewDue: row.reviewDue,
    keyDates: keyDates(row, today),
    needs: view.needs.map(({ pathway, priority, progress }) => ({ pathway, priority, progress })),
    doAdvice: row.doAdvice,
    doNotAdvice: row.doNotAdvice,
    colourChanges: view.colourChanges.toReversed().map(({ colour, decidedOn, reason, decidedByName }) => ({
      colour,
      on: decidedOn,
      reason,
      decidedBy: decidedByName,
    })),
    lastDecision: view.lastDecision,
    openActions: view.openActions.map((action) => documentAction(action, called)),
    agencies: view.relevance.flatMap(({ agencyId, isRelevant, reason }) =>
      isRelevant ? [{ agency: called.agency(agencyId), reason }] : [],
    ),
  };
}

const rowsOnFirst = 14;
const rowsOnNext = 15;
const leastSpare = 2;

/** Empty lines that fill up the last page; where too few would be left on it, the next has some. */
function spareRowsAfter(expected: number): number {
  const left = expected <= rowsOnFirst ? rowsOnFirst - expected : rowsOnNext - ((expected - rowsOnFirst) % rowsOnNext);
  return left < leastSpare ? left + rowsOnNext - leastSpare : left;
}

/** Who is expected, agency by agency, with the people that each has sent or would send. Nobody on the scheme is in it. */
export function attendanceSheetView(session: Session, meeting: StoredMeeting, document: IssuedDocument): AttendanceSheetView {
  const { read } = session;
  const scheme = theScheme(read);
  const called = names(read);
  const day = agendaDay(read, meeting, session.today());
  const clean = forAnybodyToRead(session);
  const named = attendanceOf(read, meeting.id)
    .filter(({ status }) => status === 'present' || status === 'observer')
    .map((each) => ({ ...each, name: clean(each.name, true) }));
  const staff = listPeople(read);
  const expected = day.plan.slots.flatMap(({ agencyId, isCore, arrivesAt, leavesAt }) => {
    const times = isCore ? { arrivesAt: '', leavesAt: '' } : { arrivesAt, leavesAt };
    const here = named.filter((each) => each.agencyId === agencyId).map(({ name }) => name);
    const own = staff.filter((each) => each.agencyId === agencyId && !each.isWithdrawn);
    const list = here.length > 0 ? here : own.slice(0, 1).map(({ name }) => name);
    const posts = new Map(own.map(({ name, post }) => [name, post]));
    return (list.length > 0 ? list : ['']).map((name) => ({
      agency: called.agency(agencyId),
      name,
      post: posts.get(name) ?? '',
      ...times,
    }));
  });
  // Whoever comes for no agency of the day, as observers do, signs as everybody else.
  const planned = new Set(day.plan.slots.map(({ agencyId }) => agencyId));
  const guests = named
    .filter(({ agencyId }) => agencyId === null || !planned.has(agencyId))
    .map(({ agencyId, name, status }) => ({
      agency: agencyId === null ? (status === 'observer' ? 'Observer' : 'Guest') : called.agency(agencyId),
      name,
      post: '',
      arrivesAt: '',
      leavesAt: '',
    }));
  return {
    scheme: { ...documentScheme(scheme), confidentiality: scheme.confidentiality },
    document,
    meeting: documentMeeting(meeting, day.plan.endsAt, called, clean),
    expected: [...expected, ...guests],
    spareRows: spareRowsAfter(expected.length + guests.length),
  };
}

/** Open actions: of all agencies in the full record, else the reader's own on cases that concern it. */
export function actionListView(session: Session, reader: Reader, document: IssuedDocument): ActionListView {
  const { read } = session;
  const today = session.today();
  const called = names(read);
  const rows = listActions(read, { state: 'open', ...(reader === null ? {} : { agencyId: reader }) });
  const caseIds = [...new Set(rows.flatMap(({ caseId }) => caseId ?? []))];
  const concerned = reader === null ? null : relevance(read, caseIds, today);
  const mayRead = (caseId: string | null) =>
    caseId === null || concerned === null || relevantIds(concerned.get(caseId) ?? []).includes(reader ?? '');
  const shown = rows.filter(({ caseId }) => mayRead(caseId));
  const lists = [...Map.groupBy(shown, ({ agencyId }) => called.agency(agencyId))].sort(([one], [other]) => byName(one, other));
  return {
    scheme: documentScheme(theScheme(read)),
    document,
    today,
    reader: reader === null ? 'All agencies' : called.agency(reader),
    agencies: lists.map(([agency, actions]) => ({
      agency,
      actions: actions.map(
        (action): PackAction => ({
          ...documentAction(action, called),
          caseName: action.caseName,
          casePosition: null,
          colour: action.colour,
          carried: action.carried,
        }),
      ),
    })),
    heldBack: rows.filter(({ caseId }) => !mayRead(caseId)).map(({ reference, dueOn }) => ({ reference, dueOn })),
  };
}

export interface BriefingWish {
  readonly team: string;
  readonly caseIds: readonly string[];
  /** Data URLs by case id. */
  readonly photos: ReadonlyMap<string, string>;
}

/** What staff outside the scheme need of these people: not their needs, offences or dates, and not what any agency said. */
export function briefingView(session: Session, { team, caseIds, photos }: BriefingWish, document: IssuedDocument): BriefingView {
  const { read } = session;
  const today = session.today();
  const rows = casesById(read, caseIds);
  const colourOf = coloursNow(read, caseIds);
  const warnings = warningsByCase(read, caseIds);
  const meanings = colourMeaningsOf(read);
  const next = nextPlanned(read, today);
  // Whoever has no colour yet comes last.
  const order = [...colours, null];
  const people = caseIds.flatMap((id): BriefingPerson[] => {
    const row = rows.get(id);
    if (!row || row.state === 'left') return [];
    return [
      {
        name: caseName(row.surname, row.forenames),
        knownAs: row.knownAs,
        age: row.dateOfBirth === null ? null : ageOn(row.dateOfBirth, today),
        area: row.beat === '' ? row.area : row.beat,
        colour: colourOf.get(id)?.colour ?? null,
        colourSince: colourOf.get(id)?.since ?? null,
        isAtLarge: row.isAtLarge,
        riskWarnings: warnings.get(id) ?? [],
        doAdvice: row.doAdvice,
        doNotAdvice: row.doNotAdvice,
        photo: photos.get(id) ?? null,
      },
    ];
  });
  return {
    scheme: documentScheme(theScheme(read)),
    document,
    today,
    team,
    validUntil: next?.heldOn ? { on: next.heldOn, at: next.startsAt } : null,
    people: people.sort((one, other) => order.indexOf(one.colour) - order.indexOf(other.colour) || byName(one.name, other.name)),
    meanings: colours.map((colour) => ({ colour, meaning: meanings[colour] })),
  };
}
