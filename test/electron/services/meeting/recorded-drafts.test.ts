import { expect, test } from 'vitest';
import { createAction, settleActions } from '../../../../electron/services/actions';
import { changeColour } from '../../../../electron/services/cases/cases';
import { contribute, getChairItem, keepDraft } from '../../../../electron/services/meeting/chairing';
import { runWith } from '../../../support/conference';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();

function onTheTable(session: TestSession) {
  const { meetingId, itemIds, caseIds } = runWith(session, ['Carterwick', 'Oakenfell']);
  const [itemId = '', otherId = ''] = itemIds;
  const keep = (field: string, text: string, id = itemId) => keepDraft(session, { itemId: id, field, text });
  const draftsOf = (id = itemId) => getChairItem(session, { itemId: id }).drafts;
  return { meetingId, itemId, otherId, caseId: caseIds[0] ?? '', keep, draftsOf };
}

const newAction = (session: TestSession, of: { meetingId: string | null; caseId: string | null }) =>
  createAction(session, {
    ...of,
    agencyId: session.agency.housing ?? '',
    personId: null,
    text: 'Assess for the hostel',
    kind: 'support',
    priority: 'normal',
    dueOn: null,
  });

test('A colour that is recorded takes its letter and reason out of the drafts of that case alone.', () => {
  const session = openScheme();
  const { meetingId, caseId, otherId, keep, draftsOf } = onTheTable(session);
  keep('colour', 'A');
  keep('colour-reason', 'Engaging');
  keep('discussion', 'Kept a');
  keep('colour', 'R', otherId);
  changeColour(session, { caseId, meetingId, colour: 'A', reason: 'Engaging', decidedOn: session.today(), agreedBy: [], dissent: '' });
  expect(draftsOf()).toEqual({ discussion: 'Kept a' });
  expect(draftsOf(otherId)).toEqual({ colour: 'R' });
});

test('A colour that is refused leaves what was typed.', () => {
  const session = openScheme();
  const { meetingId, caseId, keep, draftsOf } = onTheTable(session);
  keep('colour', 'A');
  expect(() =>
    changeColour(session, { caseId, meetingId, colour: 'A', reason: ' ', decidedOn: session.today(), agreedBy: [], dissent: '' }),
  ).toThrow(/reason/);
  expect(draftsOf()).toEqual({ colour: 'A' });
});

test('An action that is set takes its line out of the drafts, one set elsewhere leaves them, and a general one has a line of its own.', () => {
  const session = openScheme();
  const { meetingId, caseId, keep, draftsOf } = onTheTable(session);
  keep('action', 'Housing: assess for the hostel');
  keep('action-corrections', '{}');
  keep('general-action', 'Police: circulate the form');
  newAction(session, { meetingId: null, caseId });
  expect(Object.keys(draftsOf()).sort()).toEqual(['action', 'action-corrections', 'general-action']);
  newAction(session, { meetingId, caseId });
  expect(Object.keys(draftsOf())).toEqual(['general-action']);
  newAction(session, { meetingId, caseId: null });
  expect(draftsOf()).toEqual({});
});

test('The note to an outcome goes with the settling, and an update with the update.', () => {
  const session = openScheme();
  const { meetingId, itemId, caseId, keep, draftsOf } = onTheTable(session);
  const id = newAction(session, { meetingId: null, caseId });
  keep('settle-note', 'Moved away');
  keep('update', 'Seen twice');
  keep('update-agency', session.agency.police ?? '');
  settleActions(session, { ids: [id], outcome: 'circumstances-changed', note: 'Moved away', meetingId });
  expect(Object.keys(draftsOf()).sort()).toEqual(['update', 'update-agency']);
  contribute(session, { itemId, agencyId: session.agency.police ?? '', personId: null, text: 'Seen twice' });
  expect(draftsOf()).toEqual({});
});
