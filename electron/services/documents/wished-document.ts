import { findCase } from '../../../db/queries/cases';
import { findMeeting, type StoredMeeting } from '../../../db/queries/meetings';
import { pictureIds } from '../../../shared/insight/picture';
import { quarterById } from '../../../shared/insight/quarters';
import type { Received } from '../../../shared/ipc/verbs';
import { assertNever } from '../../../shared/language/assert-never';
import { formatDayWithYear } from '../../../shared/language/dates';
import { Refusal } from '../../../shared/language/refusal';
import { teamScope } from '../../../shared/rules/teams';
import type { IssuedDocument } from '../../documents/views';
import { photographUrls } from '../cases/photographs';
import { packView } from '../document-views/pack-view';
import { quarterlyReportView } from '../document-views/report-view';
import { actionListView, attendanceSheetView, briefingView, caseSummaryView } from '../document-views/sheet-views';
import { demand } from '../permission';
import type { Session } from '../session';
import type { NewDocument } from './issue-one';
import { fullRecord } from './minutes';
import { reportIdentity } from './report-draft';

type Wish = Received<'documents', 'issue'>;

const draft: IssuedDocument = { number: '', version: 1, isFinal: true, issuedAt: null, reader: '' };
const forAll = { isFinal: true, scope: '', meetingId: null, agencyId: null, aboutCaseId: null } as const;

/** A document that someone asks for by itself, cut to its reader. Refuses what does not concern that reader. */
export function wishedDocument(session: Session, wish: Wish): NewDocument {
  demand(session, 'issue-packs');
  switch (wish.kind) {
    case 'case-summary':
      return caseSummary(session, wish);
    case 'attendance-sheet':
      return attendanceSheet(session, wish);
    case 'action-list':
      return actionList(session, wish);
    case 'briefing':
      return briefing(session, wish);
    case 'tasking-pack':
      return packPart(session, wish);
    case 'quarterly-report':
      return quarterlyReport(session, wish);
    default:
      return assertNever(wish);
  }
}

function caseSummary(session: Session, { caseId, agencyId }: Extract<Wish, { kind: 'case-summary' }>): NewDocument {
  if (!findCase(session.read, caseId)) throw new Refusal('This case is not in your copy of the scheme. Nothing was issued.');
  const view = caseSummaryView(session, caseId, agencyId, draft);
  if (view === null)
    throw new Refusal('This case does not concern that agency, so it cannot be given a summary of it. Nothing was issued.');
  return {
    ...forAll,
    ...readerOf(session, agencyId),
    kind: 'case-summary',
    // The ledger is read aloud over shoulders and its rows stand in lists, so it never names anybody.
    title: 'Case summary',
    agencyId,
    aboutCaseId: caseId,
    caseIds: [caseId],
    content: (document) => ({ kind: 'case-summary', view: { ...view, document } }),
  };
}

function attendanceSheet(session: Session, { meetingId }: Extract<Wish, { kind: 'attendance-sheet' }>): NewDocument {
  const meeting = demandKnownMeeting(session, meetingId);
  return {
    ...forAll,
    kind: 'attendance-sheet',
    title: `Attendance, ${dayOfMeeting(meeting)}`,
    meetingId,
    recipient: 'Everyone present',
    reader: 'To be signed by everyone present',
    content: (document) => ({ kind: 'attendance-sheet', view: attendanceSheetView(session, meeting, document) }),
  };
}

function actionList(session: Session, { agencyId }: Extract<Wish, { kind: 'action-list' }>): NewDocument {
  return {
    ...forAll,
    ...readerOf(session, agencyId),
    kind: 'action-list',
    title: `Action list, ${formatDayWithYear(session.today())}`,
    agencyId,
    content: (document) => ({ kind: 'action-list', view: actionListView(session, agencyId, document) }),
  };
}

function briefing(session: Session, { team, caseIds, withPhotographs }: Extract<Wish, { kind: 'briefing' }>): NewDocument {
  const ids = [...new Set(caseIds)];
  const wanted = { team, caseIds: ids, photos: withPhotographs ? photographUrls(session, ids) : new Map<string, string>() };
  if (briefingView(session, wanted, draft).people.length === 0) {
    throw new Refusal('None of these people is on the scheme any more, so there is nobody to brief about. Nothing was issued.');
  }
  return {
    ...forAll,
    kind: 'briefing',
    title: `Briefing, ${team}`,
    scope: team,
    recipient: team,
    reader: 'Briefing room only: do not leave on a desk',
    caseIds: wanted.caseIds,
    content: (document) => ({ kind: 'briefing', view: briefingView(session, wanted, document) }),
  };
}

function packPart(session: Session, { meetingId, agencyId, area, team, personId }: Extract<Wish, { kind: 'tasking-pack' }>): NewDocument {
  const meeting = demandKnownMeeting(session, meetingId);
  if (meeting.state !== 'closed' && meeting.state !== 'final') {
    throw new Refusal('Packs are made from a conference that is closed. Nothing was issued; close it first.');
  }
  const { name } = demandAgency(session, agencyId);
  const officer = personId === null ? '' : demandPerson(session, personId, agencyId).name;
  const scope = [area ?? '', team === null ? '' : teamScope(team), officer].filter(Boolean).join(', ');
  const recipient = [officer, team ?? '', area ?? '', name].filter(Boolean).join(', ');
  const part = {
    recipient,
    ...(area === null ? {} : { area }),
    ...(team === null ? {} : { team }),
    ...(personId === null ? {} : { personId }),
  };
  const view = packView(session, meeting, agencyId, draft, part);
  if (view.cases.length === 0 && view.actions.length === 0 && view.heldBack.length === 0) {
    throw new Refusal(`There is no case and no action for ${recipient}. Nothing was issued.`);
  }
  return {
    ...forAll,
    kind: 'tasking-pack',
    title: `Tasking pack, ${recipient}`,
    meetingId,
    agencyId,
    scope,
    recipient,
    reader: `For ${recipient} only`,
    content: (document) => ({ kind: 'tasking-pack', view: { ...view, document } }),
  };
}

function quarterlyReport(session: Session, wish: Extract<Wish, { kind: 'quarterly-report' }>): NewDocument {
  const quarter = quarterById(wish.quarter);
  if (quarter === null || quarter.to >= session.today()) {
    throw new Refusal('This quarter is not over yet, so its figures would still change. Nothing was issued. Choose one that is over.');
  }
  // In the order in which Insight shows them, each once.
  const pictures = pictureIds.filter((id) => wish.pictures.includes(id));
  const view = quarterlyReportView(session, { quarter, pictures, introduction: wish.introduction }, draft);
  return {
    ...forAll,
    ...reportIdentity(quarter),
    title: `Quarterly report, ${quarter.name}`,
    recipient: 'Managers and the board',
    reader: 'For managers and the board',
    content: (document) => ({ kind: 'quarterly-report', view: { ...view, document } }),
  };
}

function readerOf(session: Session, agencyId: string | null): { readonly recipient: string; readonly reader: string } {
  if (agencyId === null) return { recipient: 'Core agencies', reader: fullRecord };
  const { name } = demandAgency(session, agencyId);
  return { recipient: name, reader: `For ${name} only` };
}

const dayOfMeeting = ({ heldOn }: StoredMeeting) => (heldOn === null ? 'day not set' : formatDayWithYear(heldOn));

function demandKnownMeeting(session: Session, id: string): StoredMeeting {
  const meeting = findMeeting(session.read, id);
  if (!meeting) throw new Refusal('This conference is not in your copy of the scheme. Go back and choose it again.');
  return meeting;
}

function demandAgency({ read }: Session, id: string) {
  const agency = read.query.agencies.findFirst({ where: (row, { eq }) => eq(row.id, id) }).sync();
  if (!agency) throw new Refusal('This agency is not in your copy of the scheme. Nothing was issued.');
  return agency;
}

function demandPerson({ read }: Session, id: string, agencyId: string) {
  const person = read.query.people.findFirst({ where: (row, { eq }) => eq(row.id, id) }).sync();
  if (person?.agencyId !== agencyId) throw new Refusal('This officer is not of that agency. Nothing was issued.');
  return person;
}
