import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedWords } from '../../../electron/documents/words';

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

test('A correction sets apart the words that it changed, with a little of what stands around them.', () => {
  expect(changedWords('He comes on Tuesday at ten.', 'He comes on Thursday at ten.')).toEqual([
    { before: 'He comes on', changed: ' Tuesday', after: ' at ten.' },
    { before: 'He comes on', changed: ' Thursday', after: ' at ten.' },
  ]);
  expect(changedWords('', 'Seen once.')).toEqual([
    { before: '', changed: '', after: '' },
    { before: '', changed: 'Seen once.', after: '' },
  ]);
  const long = 'He was seen and the plan stands. '.repeat(2000);
  const [said, says] = changedWords(`${long}On Tuesday. ${long}`, `${long}On Thursday. ${long}`);
  expect([said.changed, says.changed]).toEqual([' Tuesday.', ' Thursday.']);
  expect(said.before).toMatch(/^… .{100,160} On$/);
  expect(said.after).toMatch(/^ .{100,160}…$/);
});

test('However two texts differ, no word in which they do is left out.', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'Tuesday', 'x'.repeat(90), '\n'), { maxLength: 12 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(words, words, words, words, (start, said, says, end) => {
      const both = [`${start} ${said} ${end}`, `${start} ${says} ${end}`] as const;
      for (const [index, { before, changed, after }] of changedWords(...both).entries()) {
        const whole = plain(both[index] ?? '');
        const [first, last] = [plain(before.replace(/^…/, '')), plain(after.replace(/…$/, ''))];
        expect(plain(whole)).toContain(plain(`${first} ${changed} ${last}`));
        if (!before.startsWith('…') && !after.endsWith('…')) expect(plain(`${before} ${changed} ${after}`)).toBe(whole);
      }
      const [one, other] = changedWords(...both);
      if (plain(both[0]) !== plain(both[1])) expect(plain(one.changed)).not.toBe(plain(other.changed));
    }),
  );
});
