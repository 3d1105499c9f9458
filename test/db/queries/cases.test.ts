import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseNames, colourNow, coloursNow } from '../../../db/queries/cases';
import { colourChanges, meetings } from '../../../db/schema';
import { type Colour, colours } from '../../../shared/language/colour';
import { addCase } from '../../support/builders';
import type { TestSession } from '../../support/session';
import { schemesWithWholeLogs } from '../../support/whole-log';

const openScheme = schemesWithWholeLogs();

function addColour(
  session: TestSession,
  caseId: string,
  colour: Colour,
  decidedOn: string,
  more: { decidedAt?: string; meetingId?: string } = {},
) {
  session.record('colour changed', (operation) =>
    operation.put(colourChanges, operation.newId(), { caseId, colour, decidedOn, decidedAt: operation.at, ...more }),
  );
}

test('A case is named by its surname in capitals and its forenames.', () => {
  const session = openScheme();
  const id = addCase(session, { surname: 'Oakenfell', forenames: 'Mary Ann' });
  const nameless = addCase(session, { surname: '', forenames: '', reference: 'CW-1' });
  expect(caseNames(session.read, [id, nameless])).toEqual(
    new Map([
      [id, 'OAKENFELL, Mary Ann'],
      [nameless, 'Unnamed case'],
    ]),
  );
});

test('The latest change by day holds, whatever the order in which changes were recorded.', () => {
  const session = openScheme();
  const id = addCase(session);
  expect(colourNow(session.read, id)).toBeNull();
  addColour(session, id, 'G', '2026-02-20');
  addColour(session, id, 'R', '2026-02-10');
  expect(colourNow(session.read, id)).toEqual({ colour: 'G', since: '2026-02-20' });
});

test('Of two changes on one day the later hour holds.', () => {
  const session = openScheme();
  const id = addCase(session);
  addColour(session, id, 'R', '2026-02-20', { decidedAt: '2026-02-20T15:00:00.000Z' });
  addColour(session, id, 'A', '2026-02-20', { decidedAt: '2026-02-20T09:00:00.000Z' });
  expect(colourNow(session.read, id)?.colour).toBe('R');
});

test('Confirming a colour does not restart the day since which it holds.', () => {
  const session = openScheme();
  const id = addCase(session);
  for (const [colour, day] of [
    ['A', '2026-01-06'],
    ['R', '2026-01-13'],
    ['R', '2026-01-20'],
    ['R', '2026-01-27'],
  ] as const)
    addColour(session, id, colour, day);
  expect(colourNow(session.read, id)).toEqual({ colour: 'R', since: '2026-01-13' });
});

test('Leaving a conference’s own change out gives the colour as it was when the case came up.', () => {
  const session = openScheme();
  const id = addCase(session);
  session.record('x', (operation) => operation.put(meetings, 'meeting', { title: 'Weekly' }));
  addColour(session, id, 'A', '2026-01-06');
  addColour(session, id, 'R', '2026-03-03', { meetingId: 'meeting' });
  expect(coloursNow(session.read, id, { meetingId: 'meeting' }).get(id)?.colour).toBe('A');
  expect(coloursNow(session.read, 'all').get(id)?.colour).toBe('R');
});

test('The colours of one, several and all cases agree.', () => {
  const session = openScheme();
  const ids = [addCase(session), addCase(session), addCase(session)];
  const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...colours), days), { maxLength: 6 }), (changes) => {
      for (const [id, colour, day] of changes) addColour(session, id, colour, day);
      const all = coloursNow(session.read, 'all');
      expect(coloursNow(session.read, ids)).toEqual(all);
      for (const id of ids) expect(colourNow(session.read, id)).toEqual(all.get(id) ?? null);
    }),
    { numRuns: 10 },
  );
});
