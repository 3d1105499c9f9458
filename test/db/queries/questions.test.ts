import { expect, test } from 'vitest';
import { questionsOn, questionsTo, unansweredAt } from '../../../db/queries/questions';
import { caseQuestions, contributions, meetings } from '../../../db/schema';
import { addCase } from '../../support/builders';
import { openTestScheme } from '../../support/session';

test('An update on another case answers no question and is not shown with it, even where its own agency was asked.', () => {
  const session = openTestScheme();
  const [asked, other] = [addCase(session, { leadAgencyId: 'agency-housing' }), addCase(session)];
  const write = (caseId: string) =>
    session.record('question answered', (operation) =>
      operation.put(contributions, operation.newId(), {
        caseId,
        agencyId: 'agency-housing',
        questionId: 'question',
        text: 'He has a room.',
      }),
    );
  session.record('question asked', (operation) => {
    operation.put(meetings, 'meeting', { title: 'Weekly conference', heldOn: '2026-03-10' });
    operation.put(caseQuestions, 'question', {
      caseId: asked,
      meetingId: 'meeting',
      agencyId: 'agency-housing',
      text: 'Where?',
      wantedOn: '2026-03-10',
    });
  });
  const answered = () => questionsOn(session.read, asked).map(({ answers }) => answers.length);
  const open = () => questionsTo(session.read, 'agency-housing', '2026-03-03').map(({ id }) => id);
  const missing = () => [...unansweredAt(session.read, 'meeting', [asked])];

  write(other);
  expect([answered(), open(), missing()]).toEqual([[0], ['question'], [['agency-housing', 1]]]);
  write(asked);
  expect([answered(), open(), missing()]).toEqual([[1], [], []]);
  session.connection.close();
});
