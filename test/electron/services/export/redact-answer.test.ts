import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { people } from '../../../../db/schema';
import { addAlias } from '../../../../electron/services/cases/case-entries';
import { namesInAnswer } from '../../../../electron/services/export/redact-answer';
import { addCase } from '../../../support/builders';
import { openTestScheme } from '../../../support/session';

/** What is held on Dean Carterwick, known as Deano. */
function answer(leaveOut: readonly string[] = []) {
  const session = openTestScheme();
  const subject = addCase(session, { surname: 'Carterwick', forenames: 'Dean', knownAs: 'Deano', crn: 'X300001', area: 'Lowgate' });
  addCase(session, { surname: 'Oakenfell', forenames: 'Jade Philomena', knownAs: 'Jinny', crn: 'X400002', pnc: '97/0000112X' });
  addCase(session, { surname: 'Carterwick', forenames: 'Lee' });
  addCase(session, { surname: 'Young', forenames: 'Asha' });
  addCase(session, { surname: 'Price', forenames: 'Tobias' });
  const green = addCase(session, { surname: 'Green', forenames: 'Isla' });
  addAlias(session, { caseId: green, name: 'Smudger' });
  addAlias(session, { caseId: green, name: 'Ivy Larkmere' });
  session.record('workers added', (operation) => {
    const worker = (name: string, email = '', phone = '') =>
      operation.put(people, operation.newId(), { agencyId: 'agency-police', name, email, phone, role: 'partner' });
    worker('Sarah Merrowby', 's.merrowby@example.invalid', '01632 960 118');
    worker('T. Ng');
    worker('B. Carterwick');
    worker('K. Lowgate');
  });
  return namesInAnswer(session.read, subject, leaveOut);
}

describe('An answer to a person leaves another out', () => {
  test.each([
    [
      'by both names, what they are known as, and either order',
      'Jade Oakenfell, OAKENFELL Jade, Jinny Oakenfell',
      '[another person], [another person], [another person]',
    ],
    ['by the surname alone', 'Seen with Oakenfell’s lot and OAKENFELL', 'Seen with [another person]’s lot and [another person]'],
    ['by an alias of one word or two', 'Ivy Larkmere, called Smudger', '[another person], called [another person]'],
    ['by a number', 'See X400002 and 97/0000112X', 'See [another person] and [another person]'],
    ['by a surname that is a word too, beside a forename', 'Asha Young and Young, Asha', '[another person] and [another person]'],
    ['by such a surname behind a title', 'Ms Young told Mrs. Green', '[another person] told [another person]'],
    [
      'by such a surname beside an initial',
      'A. Young, T Price, Price T. and Price, T',
      '[another person], [another person], [another person] and [another person]',
    ],
    [
      'as a worker by the whole name, an initial, a rank',
      'Sarah Merrowby, S Merrowby, PC Merrowby, Merrowby’s',
      '[a worker], [a worker], [a worker], [a worker]’s',
    ],
    ['as a worker with a short name', 'Ask T. Ng', 'Ask [a worker]'],
    ['as a worker who bears the person’s surname', 'B. Carterwick came', '[a worker] came'],
    ['as a worker by address and telephone', 'S.Merrowby@example.invalid or 01632 960118', '[a worker] or [a worker]'],
    ['who bears the person’s surname, by both names', 'Lee Carterwick', '[another person]'],
  ])('%s', (_, text, left) => {
    expect(answer().redact(text)).toBe(left);
  });
});

test.each([
  'Dean Carterwick, Deano, CARTERWICK, Mr Carterwick, D. Carterwick, X300001',
  'The young man paid a high price on the green.',
  'Lowgate station at noon',
  'Turned Green; A Green case is stable',
])('It keeps the person’s own names, words that are only words, places and colours: %s', (text) => {
  expect(answer().redact(text)).toBe(text);
});

test.each([
  ['Seen with Young in town', 'Young'],
  ['Young was there', 'Young'],
  ['GREEN was there', 'GREEN'],
  ['Jade said so', 'Jade'],
  ['Sarah will call', 'Sarah'],
  ['Asked J.O. about it', 'J.O.'],
  ['Write to mum@example.invalid', 'mum@example.invalid'],
  ['Ring 07700 900 123 first', '07700 900 123'],
  ['His cousin Bramwell Larchmere', 'Bramwell Larchmere'],
  ['Lives with Marsh, whom the scheme does not know', 'Marsh'],
])('Where only a reader can tell, it is put before one: %s', (text, word) => {
  const { redact, doubtful } = answer();
  expect(doubtful(redact(text))).toContain(word);
  expect(answer([word]).redact(text)).toBe(text.replace(word, '[another person]'));
});

test.each([
  'Deano was polite. Dean paid the price.',
  'Will attend on Monday at court.',
  'The young man is Amber.',
  '[a worker] met [another person].',
])('Nothing is asked about what names nobody: %s', (text) => {
  expect(answer().doubtful(text)).toEqual([]);
});

test('What was chosen is left out as whole words and never out of what stands for somebody already.', () => {
  const { redact } = answer(['Ann', 'person', 'Ann Thornapple']);
  expect(redact('Ann Thornapple and Ann, but not Anna, with Jade Oakenfell')).toBe(
    '[another person] and [another person], but not Anna, with [another person]',
  );
});

test('Whatever stands around it, a name that is sure is left out, and a surname that is a word is left out or asked about.', () => {
  const { redact, doubtful } = answer();
  const around = fc.string({ unit: fc.constantFrom(' ', ',', '.', '(', '“', '\n', '/', ':', ' a ', ' of '), maxLength: 6 });
  fc.assert(
    fc.property(around, fc.constantFrom('Oakenfell', 'Jade Oakenfell', 'Merrowby', 'Smudger', 'X400002'), around, (before, name, after) => {
      expect(redact(`${before} ${name} ${after}`)).not.toMatch(/oakenfell|merrowby|smudger|x400002/i);
    }),
  );
  fc.assert(
    fc.property(around, fc.constantFrom('Young', 'GREEN', 'Price'), around, (before, name, after) => {
      const left = redact(`${before} ${name} ${after}`);
      expect(!left.includes(name) || doubtful(left).includes(name)).toBe(true);
    }),
  );
});
