import { expect, test } from 'vitest';
import type { Reader } from '../../../db/connection';
import { agendaFacts, caseRulesOf, visitsOf } from '../../../db/queries/agenda';
import { colourChangeAt, contributionsFor } from '../../../db/queries/chairing';
import { casesById, colourChangesAt, contributionsAt, eventsSince, needsOf, warningsByCase } from '../../../db/queries/document-facts';
import { documentBytes, documentRequest, holdersOf, listDocuments, versionsOf } from '../../../db/queries/documents';
import { draftsOf } from '../../../db/queries/drafts';
import {
  attendanceOf,
  breaksOf,
  findItem,
  itemsOf,
  lastDiscussed,
  listMeetings,
  meetingRow,
  wasHeardSince,
} from '../../../db/queries/meetings';
import { correctionsOf } from '../../../db/queries/minutes-corrections';
import { pastCases } from '../../../db/queries/past-minutes';
import { questionsOn, questionsTo, unansweredAt, unansweredQuestions } from '../../../db/queries/questions';
import { plansOf, scans } from '../../support/query-plans';
import { openTestScheme } from '../../support/session';

const ids = ['one', 'another'];
const queries: Readonly<Record<string, (read: Reader) => unknown>> = {
  'one conference': (read) => meetingRow(read, 'meeting'),
  'the cases of an agenda': (read) => itemsOf(read, 'meeting'),
  'one case of an agenda': (read) => findItem(read, 'item'),
  'its breaks': (read) => breaksOf(read, 'meeting'),
  'when agencies can come': (read) => visitsOf(read, 'meeting'),
  'what is asked for its cases': (read) => caseRulesOf(read, 'meeting'),
  'who came': (read) => attendanceOf(read, 'meeting'),
  'when cases were last discussed': (read) => lastDiscussed(read, ids, '2026-03-03'),
  'whether a case was heard since': (read) => wasHeardSince(read, 'case', '2026-03-03T10:00:00.000Z'),
  'the facts of the cases of an agenda': (read) => agendaFacts(read, '2026-03-03', ids),
  'what cases took before': (read) => pastCases(read, '2026-03-03'),
  'updates on a case': (read) => contributionsFor(read, 'case', 'meeting', null),
  'the questions on a case': (read) => questionsOn(read, 'case'),
  'what an agency was asked': (read) => questionsTo(read, 'agency', '2026-03-03'),
  'what nobody has answered': (read) => unansweredQuestions(read, '2026-03-03'),
  'what was not answered for a conference': (read) => unansweredAt(read, 'meeting', ids),
  'the colour decided at a conference': (read) => colourChangeAt(read, 'case', 'meeting'),
  'the colours decided at a conference': (read) => colourChangesAt(read, 'meeting'),
  'the updates at a conference': (read) => contributionsAt(read, { id: 'meeting', endedAt: null }, new Map(), ['case']),
  'cases of a document': (read) => casesById(read, ids),
  'their warnings': (read) => warningsByCase(read, ids),
  'their needs': (read) => needsOf(read, ids),
  'what happened on them': (read) => eventsSince(read, ids, '2026-02-24'),
  'one document': (read) => listDocuments(read, { id: 'document' }),
  'the documents of a conference': (read) => listDocuments(read, { meetingId: 'meeting' }),
  'a document by its fingerprint': (read) => listDocuments(read, { sha256: '0'.repeat(64) }),
  'a document by its number': (read) => listDocuments(read, { number: 'CW-2026-001' }),
  'what a document was made from': (read) => documentRequest(read, 'document'),
  'the versions of minutes': (read) =>
    versionsOf(read, { kind: 'minutes', meetingId: 'meeting', agencyId: null, scope: '', aboutCaseId: null }),
  'the versions of a case summary': (read) =>
    versionsOf(read, { kind: 'case-summary', meetingId: null, agencyId: null, scope: '', aboutCaseId: 'case' }),
  'who holds a document': (read) =>
    holdersOf(read, { number: 'CW-2026-001', kind: 'minutes', meetingId: 'meeting', agencyId: null, scope: '', aboutCaseId: null }),
  'the corrections of minutes': (read) => correctionsOf(read, 'meeting'),
  'the bytes of a document': (read) => documentBytes(read, 'document'),
  'kept typing': (read) => draftsOf(read, 'item'),
};

test.each(Object.entries(queries))('Reading %s goes by an index.', (_, query) => {
  const session = openTestScheme();
  expect(scans(plansOf(session, query))).toEqual([]);
  session.connection.close();
});

test('The list of conferences is read in the order of their days, without sorting.', () => {
  const session = openTestScheme();
  const plans = plansOf(session, (read) => listMeetings(read));
  expect(plans).toContain('SCAN m USING INDEX meetings_by_day');
  expect(plans.filter((step) => /^SCAN i\b/.test(step))).toEqual([]);
  session.connection.close();
});
