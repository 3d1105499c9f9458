import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differingWords } from '../../../shared/merge/differing-words';

/** The texts with what differs in brackets. */
const marked = (...texts: readonly string[]) =>
  differingWords(texts).map((stretches) => stretches.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''));

test('Words that only one of two texts has are marked in it, and neighbours are marked together.', () => {
  expect(marked('Meet him with two officers.', 'Meet him at the hostel with two officers.')).toEqual([
    'Meet him with two officers.',
    'Meet him [at the hostel] with two officers.',
  ]);
  expect(marked('Visit in pairs on Tuesday', 'Visit alone on Friday')).toEqual([
    'Visit [in pairs] on [Tuesday]',
    'Visit [alone] on [Friday]',
  ]);
});

test('Of three texts a word is marked unless both others have it.', () => {
  expect(marked('No calls today', 'No calls', 'No calls today please')).toEqual([
    'No calls [today]',
    'No calls',
    'No calls [today please]',
  ]);
});

test('Texts with no word in common, and an empty one, are left unmarked: all of it would be.', () => {
  expect(marked('Refused', 'Moved to Alder House')).toEqual(['Refused', 'Moved to Alder House']);
  expect(marked('', 'Moved')).toEqual(['', 'Moved']);
});

test('Another line break alone is nothing to mark.', () => {
  expect(marked('Room lost.\nNo calls.', 'Room lost. No calls.')).toEqual(['Room lost.\nNo calls.', 'Room lost. No calls.']);
});

test('The pieces of a text are the text, what is left of two texts without the marked words is the same, and equal texts have no mark.', () => {
  const text = fc
    .array(fc.constantFrom('room', 'script', ' ', '\n', '\u202eמַר', 'calls', '  ', '🙂'), { maxLength: 14 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [first = [], second = []] = differingWords([one, other]);
      const whole = (stretches: typeof first) => stretches.map((stretch) => stretch.text).join('');
      expect(whole(first)).toBe(one);
      expect(whole(second)).toBe(other);
      const common = (stretches: typeof first) =>
        stretches.flatMap((stretch) => (stretch.differs ? [] : (stretch.text.match(/\S+/gu) ?? [])));
      const hasMark = (stretches: typeof first) => stretches.some(({ differs }) => differs);
      if (hasMark(first) && hasMark(second)) expect(common(first)).toEqual(common(second));
      if (one === other) expect(hasMark(first) || hasMark(second)).toBe(false);
    }),
    { numRuns: 500 },
  );
});
