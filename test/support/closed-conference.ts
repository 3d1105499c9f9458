import { createAction } from '../../electron/services/actions';
import { addNeed } from '../../electron/services/cases/case-entries';
import { beginItem, contribute, finishItem, recordDiscussion } from '../../electron/services/meeting/chairing';
import { closeMeeting } from '../../electron/services/meeting/close-meeting';
import { recordDecision } from '../../electron/services/meeting/decisions';
import { agreeStatement, setAttendance } from '../../electron/services/meeting/meetings';
import { type Listed, planWith } from './conference';
import type { TestSession } from './session';

/** Two cases heard, one of them with housing, and an action for the drug service on the other; closed. */
export function closedConference(session: TestSession): Listed {
  const listed = planWith(session, ['Carterwick', 'Oakenfell']);
  const [first = '', second = ''] = listed.caseIds;
  addNeed(session, { caseId: first, pathway: 'accommodation', priority: 'high', note: '', agencyId: 'agency-housing' });
  createAction(session, {
    caseId: second,
    agencyId: 'agency-drugs',
    personId: null,
    text: 'Hold a slot',
    kind: 'support',
    priority: 'normal',
    meetingId: listed.meetingId,
    dueOn: '2026-03-06',
  });
  agreeStatement(session, { meetingId: listed.meetingId });
  const guest = { id: null, personId: null, guestName: 'F. Marchbanker' };
  setAttendance(session, { meetingId: listed.meetingId, agencyId: 'agency-housing', status: 'present', ...guest });
  for (const [index, itemId] of listed.itemIds.entries()) {
    beginItem(session, { itemId });
    contribute(session, { itemId, agencyId: 'agency-probation', personId: null, text: `Seen twice in week ${index + 1}.` });
    recordDiscussion(session, { itemId, discussion: 'Kept all appointments.' });
    recordDecision(session, {
      itemId,
      decision: 'stays',
      decisionText: 'Stays as planned.',
      rationale: 'It works.',
      dissent: '',
      agreedBy: [],
      reviewDue: null,
    });
    finishItem(session, { itemId, state: 'discussed' });
  }
  closeMeeting(session, { meetingId: listed.meetingId });
  return listed;
}
