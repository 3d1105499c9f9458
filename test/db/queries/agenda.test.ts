import { expect, test } from 'vitest';
import { agendaFacts } from '../../../db/queries/agenda';
import { agendaItems, cases, colourChanges, meetings } from '../../../db/schema';
import { addCase } from '../../support/builders';
import { dayLong } from '../../support/conference';
import { openTestScheme, type TestSession } from '../../support/session';

const factsOf = (session: TestSession, id: string, heldOn = '2026-03-03') => agendaFacts(session.read, heldOn, [id])[0];

test('The last change of a case is on the day that it was in the scheme’s place, also in the hour after midnight in summer.', () => {
  const session = openTestScheme();
  const id = addCase(session);
  expect(factsOf(session, id)?.lastChangedOn).toBe('2026-03-03');
  session.advance(Date.UTC(2026, 5, 9, 23, 30) - session.clock());
  session.record('case changed', (operation) => operation.put(cases, id, { area: 'Priory' }));
  expect(session.today()).toBe('2026-06-10');
  expect(factsOf(session, id)?.lastChangedOn).toBe('2026-06-10');
  session.connection.close();
});

test('What was recorded during a conference is no change, since its own minutes say it.', () => {
  const session = openTestScheme();
  const id = addCase(session);
  session.advance(3 * dayLong);
  session.record(
    'colour changed',
    (operation) =>
      operation.put(colourChanges, operation.newId(), { caseId: id, colour: 'R', decidedOn: '2026-03-06', decidedAt: operation.at }),
    { meetingId: 'meeting' },
  );
  expect(factsOf(session, id)).toMatchObject({ lastChangedOn: '2026-03-03', colour: 'R' });
  session.connection.close();
});

test('Only conferences before the day count as the last that discussed a case, and only where it was discussed.', () => {
  const session = openTestScheme();
  const id = addCase(session);
  session.record('conferences held', (operation) => {
    for (const [heldOn, state] of [
      ['2026-02-10', 'discussed'],
      ['2026-02-17', 'discussed'],
      ['2026-02-24', 'deferred'],
      ['2026-03-03', 'discussed'],
    ] as const) {
      operation.put(meetings, `meeting-${heldOn}`, { heldOn });
      operation.put(agendaItems, operation.newId(), { meetingId: `meeting-${heldOn}`, caseId: id, state });
    }
  });
  expect(factsOf(session, id, '2026-03-03')?.lastDiscussedOn).toBe('2026-02-17');
  expect(factsOf(session, id, '2026-03-10')?.lastDiscussedOn).toBe('2026-03-03');
  expect(factsOf(session, id, '2026-02-10')?.lastDiscussedOn).toBeNull();
  session.connection.close();
});

test('All cases means those on the scheme, by name; cases asked for by id come whatever their state.', () => {
  const session = openTestScheme();
  const left = addCase(session, { surname: 'Aldwick', state: 'left' });
  addCase(session, { surname: 'Wexcombe' });
  addCase(session, { surname: 'Brackenrow' });
  expect(agendaFacts(session.read, '2026-03-03', 'all').map(({ caseName }) => caseName)).toEqual(['BRACKENROW, Dean', 'WEXCOMBE, Dean']);
  expect(factsOf(session, left)?.caseName).toBe('ALDWICK, Dean');
  session.connection.close();
});
