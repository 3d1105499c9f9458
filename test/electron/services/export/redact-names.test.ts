import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documents } from '../../../../db/schema';
import { editCase } from '../../../../electron/services/cases/cases';
import { namesInAnswer } from '../../../../electron/services/export/redact-answer';
import { foreignCasesOut } from '../../../../electron/services/export/redact-names';
import { registerNames } from '../../../../electron/services/export/register-names';
import { addCase } from '../../../support/builders';
import { openTestScheme, type TestSession } from '../../../support/session';

/** One case of the reader's, and others. */
function register(session: TestSession) {
  const own = addCase(session, { surname: 'Carterwick', forenames: 'Dean', crn: 'X300001' });
  for (const [surname, forenames] of [
    ['Oakenfell', 'Jade Philomena'],
    ['O’Thistle', 'Kit'],
    ['Carterwick', 'Lee'],
    ['Green', 'Asha'],
    ['Lane', 'Bo'],
    ['Thornaby-Wells', 'Ro'],
    ['McHarrow', 'Ola'],
    ['van Larkmere', 'Tove'],
  ] as const) {
    addCase(session, { surname, forenames, crn: `X4-${surname}`, pnc: '' });
  }
  return foreignCasesOut(session.read, (id) => id === own);
}

test.each([
  ['Chase OAKENFELL’s tag', 'Chase [another person]’s tag'],
  ['Ring Oakenfell, then the landlord', 'Ring [another person], then the landlord'],
  ['OAKENFELL, Jade was named', '[another person] was named'],
  ['jade oakenfell was named', '[another person] was named'],
  ['Jade P. Oakenfell-related costs', '[another person]-related costs'],
  ["Kit O'Thistle's mother", "[another person]'s mother"],
  ['Ring McHarrow, Mcharrow or MCHARROW', 'Ring [another person], [another person] or [another person]'],
  ['Seen with van Larkmere’s brother', 'Seen with [another person]’s brother'],
  ['See X4-Oakenfell', 'See [another person]'],
  ['GREEN and LANE', 'GREEN and [another person]'],
  ['Mr Green and Mrs. Lane rang', '[another person] and [another person] rang'],
  ['A. Green, B Lane and Lane, B', '[another person], [another person] and [another person]'],
])('What all agencies read does not name a foreign case: %s', (text, shown) => {
  expect(register(openTestScheme())(text)).toBe(shown);
});

test.each([
  'CARTERWICK is ours',
  'Dean Carterwick X300001',
  'The Green cases of Harrow Lane',
  'A Green case, and Green I think',
  'R. Thornaby-Wells, Police, brings the rota',
  'Oakenfellow Road',
  'Left by the mcharrow gate',
  'Ask HARTOAKENFELL',
])('It keeps the reader’s own cases, workers, colours, places and words that only hold a name: %s', (text) => {
  expect(register(openTestScheme())(text)).toBe(text);
});

test('A house keeps its name, though somebody on the register bears it, unless it stands in capitals.', () => {
  const clean = register(openTestScheme());
  expect(clean('Oakenfell House, Harrow Lane', true)).toBe('Oakenfell House, Harrow Lane');
  expect(clean('The flat of OAKENFELL or Jade Oakenfell', true)).toBe('The flat of [another person] or [another person]');
});

test('Whatever stands around it, a foreign name in capitals or with its forename is never left.', () => {
  const clean = register(openTestScheme());
  const around = fc.string({ unit: fc.constantFrom(' ', ',', '.', '(', '“', '’', '\n', '/', ':', '1 ', ' a '), maxLength: 6 });
  fc.assert(
    fc.property(
      around,
      fc.constantFrom('OAKENFELL', 'Jade Oakenfell', 'Oakenfell, Jade', 'oakenfell jade'),
      around,
      (before, name, after) => {
        expect(clean(`${before} ${name} ${after}`)).not.toMatch(/oakenfell/i);
      },
    ),
  );
});

test('An answer to a person leaves out another’s name with an apostrophe or a hyphen after it too.', () => {
  const session = openTestScheme();
  const subject = addCase(session, { surname: 'Carterwick', forenames: 'Dean' });
  addCase(session, { surname: 'Oakenfell', forenames: 'Jade' });
  const { redact } = namesInAnswer(session.read, subject);
  expect(redact('Seen with Jade Oakenfell’s brother')).toBe('Seen with [another person]’s brother');
  expect(redact("Merrowin's note on a Jade Oakenfell-type plan")).toBe("[a worker]'s note on a [another person]-type plan");
});

test('The register is looked through once for all the papers of a conference, and anew once a name on it has changed.', () => {
  const session = openTestScheme();
  const other = addCase(session, { surname: 'Oakenfell', forenames: 'Jade' });
  const names = registerNames(session.read);
  session.record('agenda issued', (operation) => operation.put(documents, operation.newId(), { number: 'CW-2026-001', kind: 'agenda' }));
  session.record('agenda issued', (operation) =>
    operation.put(documents, operation.newId(), { number: 'CW-2026-002', kind: 'agenda', agencyId: 'agency-housing' }),
  );
  expect(registerNames(session.read)).toBe(names);
  editCase(session, { id: other, fields: { surname: 'Thistlemoor' } });
  expect(foreignCasesOut(session.read, () => false)('Ring OAKENFELL or THISTLEMOOR')).toBe('Ring OAKENFELL or [another person]');
  expect(foreignCasesOut(openTestScheme().read, () => false)('Ring THISTLEMOOR')).toBe('Ring THISTLEMOOR');
});
