import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dissentsIn, withDissenter } from '../../../shared/rules/dissent';

const agencies = ['Police', 'Housing', 'Housing Options'];

it('Each line that begins with the name of an agency is its dissent, and further lines go on with it.', () => {
  expect(dissentsIn('Housing Options: Too early.\nHe has no address.\n\npolice: No', agencies)).toEqual([
    { agency: 'Housing Options', text: 'Too early.\nHe has no address.' },
    { agency: 'Police', text: 'No' },
  ]);
});

it('Words before any name belong to nobody, and a sentence with a colon is no name.', () => {
  expect(dissentsIn('He said: not yet', agencies)).toEqual([{ agency: '', text: 'He said: not yet' }]);
  expect(dissentsIn(' \n ', agencies)).toEqual([]);
  expect(dissentsIn('Police: No')).toEqual([{ agency: '', text: 'Police: No' }]);
});

it('Another agency gets a line of its own, once.', () => {
  const one = withDissenter('', 'Housing Options', agencies);
  expect(one).toBe('Housing Options: ');
  const both = withDissenter(`${one}Too early.`, 'Police', agencies);
  expect(both).toBe('Housing Options: Too early.\nPolice: ');
  expect(withDissenter(both, 'Police', agencies)).toBe(both);
});

it('No word is lost, whatever was written.', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (text) => {
      const letters = (words: string) => words.replace(/\s+/g, '').toLowerCase();
      const said = dissentsIn(text, agencies).map((each) => (each.agency === '' ? each.text : `${each.agency}:${each.text}`));
      expect(letters(said.join(''))).toBe(letters(text));
    }),
  );
});
