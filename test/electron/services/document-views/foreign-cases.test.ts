import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relevance } from '../../../../db/queries/relevance';
import { renderDocument } from '../../../../electron/documents/render';
import type { IssuedDocument } from '../../../../electron/documents/views';
import { relevantIds } from '../../../../electron/services/agenda/agenda-day';
import { agendaDocumentView } from '../../../../electron/services/document-views/agenda-view';
import { minutesView } from '../../../../electron/services/document-views/minutes-view';
import { packView } from '../../../../electron/services/document-views/pack-view';
import { actionListView, attendanceSheetView, caseSummaryView } from '../../../../electron/services/document-views/sheet-views';
import { agencyKinds } from '../../../../shared/language/agency-kind';
import { casesIn, type Riddled, riddle, riddledCase } from '../../../support/canaries';
import { storedMeeting } from '../../../support/conference';
import { openTestScheme, type TestSession } from '../../../support/session';
import { everythingIn } from '../../../support/whole-file';

const issued: IssuedDocument = { number: 'CW-2026-001', version: 1, isFinal: true, issuedAt: null, reader: 'For one agency only' };
const agencyIds = agencyKinds.map(({ kind }) => `agency-${kind}`);

/** The places of the cases that concern an agency, worked out apart from any document. */
function concerns(session: TestSession, { caseIds }: Riddled, agencyId: string): ReadonlySet<number> {
  const views = relevance(session.read, [...caseIds], session.today());
  return new Set(caseIds.flatMap((id, index) => (relevantIds(views.get(id) ?? []).includes(agencyId) ? [index] : [])));
}

test('Whatever a scheme holds, no word of a foreign case is in the bytes of any page that an agency is given, as PDF or as Word.', async () => {
  let pages = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(riddledCase, { minLength: 3, maxLength: 4 }), fc.constantFrom(...agencyIds), async (plan, agencyId) => {
      const session = openTestScheme();
      const riddled = riddle(session, plan);
      const own = concerns(session, riddled, agencyId);
      const meeting = storedMeeting(session, riddled.meetingId);
      const minutes = minutesView(session, meeting, agencyId, { ...issued, correction: '' }, []);
      const person = { recipient: 'An officer', personId: agencyId.replace('agency', 'person') };
      const summaries = riddled.caseIds.flatMap((caseId) => caseSummaryView(session, caseId, agencyId, issued) ?? []);
      expect(summaries).toHaveLength(own.size);

      const requests = [
        { kind: 'tasking-pack', view: packView(session, meeting, agencyId, issued) },
        { kind: 'tasking-pack', view: packView(session, meeting, agencyId, issued, person) },
        { kind: 'minutes', view: minutes },
        { kind: 'agenda', view: agendaDocumentView(session, meeting, agencyId, issued) },
        { kind: 'action-list', view: actionListView(session, agencyId, issued) },
        { kind: 'action-list', view: actionListView(session, agencyId, issued), edition: 'word' },
        { kind: 'minutes', view: minutes, edition: 'word' },
        { kind: 'attendance-sheet', view: attendanceSheetView(session, meeting, issued) },
        ...summaries.map((view) => ({ kind: 'case-summary', view }) as const),
      ] as const;
      for (const request of requests) {
        const made = await renderDocument({ ...request, creationDate: session.now() });
        expect(
          [...casesIn(everythingIn(made.bytes))].filter((index) => !own.has(index)),
          `${request.kind} of ${agencyId}`,
        ).toEqual([]);
        pages += made.pages;
      }
      session.connection.close();
    }),
    { numRuns: 3, endOnFailure: true },
  );
  expect(pages).toBeGreaterThan(10);
});
