import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeText } from '../../../shared/merge/merge-text';
import { leastCpuMilliseconds } from '../../support/cpu';

const words = fc.array(fc.constantFrom('room', 'script', 'calls', 'fine.', 'Housing:'), { maxLength: 12 });
const text = words.map((each) => each.join(' '));

test('What nobody changed stays, and what one person changed alone is taken over whole.', () => {
  fc.assert(
    fc.property(text, text, (original, changed) => {
      expect(mergeText(original, original, changed)).toEqual({ text: changed, overlaps: false });
      expect(mergeText(original, changed, original)).toEqual({ text: changed, overlaps: false });
      expect(mergeText(original, changed, changed)).toEqual({ text: changed, overlaps: false });
    }),
  );
});

test('No word that either of two people added is lost.', () => {
  const cut = fc.array(fc.nat(20), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(words, cut, cut, (original, one, other) => {
      const adding = (places: readonly number[], mark: string) => {
        const out: string[] = [...original];
        for (const [index, place] of places.entries()) out.splice(place % (out.length + 1), 0, `${mark}${index}`);
        return out.join(' ');
      };
      const { text: joined } = mergeText(original.join(' '), adding(one, 'ours'), adding(other, 'theirs'));
      for (const index of one.keys()) expect(joined).toContain(`ours${index}`);
      for (const index of other.keys()) expect(joined).toContain(`theirs${index}`);
    }),
    { numRuns: 400 },
  );
});

test('Words that one person took out and the other left alone go.', () => {
  expect(mergeText('On script. Has a room. No calls.', 'On script. No calls.', 'On script. Has a room. No calls. Fine.').text).toBe(
    'On script. No calls. Fine.',
  );
});

test('Where both replaced the same words both versions stay, and it is said.', () => {
  const { text: joined, overlaps } = mergeText('The room is lost.', 'The room is found.', 'The room is taken.');
  expect(joined).toContain('found.');
  expect(joined).toContain('taken.');
  expect(overlaps).toBe(true);
});

test('Two rewritings of a long discussion are joined at once, not word against word.', () => {
  const long = (mark: string) => Array.from({ length: 15_000 }, (_, index) => `${mark}${index}`).join(' ');
  const { text: joined } = mergeText(long('a'), long('b'), long('c'));
  expect(leastCpuMilliseconds(() => mergeText(long('a'), long('b'), long('c')))).toBeLessThan(2000);
  expect(joined).toContain('b14999');
  expect(joined).toContain('c14999');
});
