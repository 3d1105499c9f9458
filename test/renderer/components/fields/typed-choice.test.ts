import { describe, expect, test } from 'vitest';
import { meantBy, takenByKey } from '../../../../renderer/components/fields/typed-choice';

const choices = ['Police', 'Drugs service', 'Housing', 'Probation', 'Probation youth', 'Jürgen’s hostel'].map((name) => ({
  id: name,
  name,
}));

describe('What was typed means', () => {
  test.each([
    ['Hous', 'Housing'],
    ['  hOUs ', 'Housing'],
    ['youth prob', 'Probation youth'],
    ['jurgen', 'Jürgen’s hostel'],
    ['Probation', 'Probation'],
  ])('the only choice that goes by “%s”, or of which it is the whole name.', (typed, id) => {
    expect(meantBy(typed, choices)).toEqual({ is: 'one', id });
  });

  test.each([
    ['Prob', 'several'],
    ['zzz', 'none'],
    ['', 'none'],
    [' , ', 'none'],
  ])('no choice where “%s” goes by %s of them.', (typed, is) => {
    expect(meantBy(typed, choices)).toEqual({ is });
  });

  test('no choice of two that have the same name.', () => {
    expect(meantBy('Same', [...choices, { id: '1', name: 'Same' }, { id: '2', name: 'Same' }])).toEqual({ is: 'several' });
  });
});

describe('Enter and Tab take', () => {
  test('what the arrow keys went to among several.', () => {
    expect(takenByKey('Prob', choices, 'Probation youth')).toBe('Probation youth');
  });

  test('nothing where the arrow keys stand in the list of the letter before, even if another is the only one that goes by it.', () => {
    expect(takenByKey('Prob', choices, 'Police')).toBeNull();
    expect(takenByKey('Hous', choices, 'Police')).toBeNull();
  });

  test('the only one that is meant where no arrow key was used, and nothing of several.', () => {
    expect(takenByKey('Hous', choices, null)).toBe('Housing');
    expect(takenByKey('Prob', choices, null)).toBeNull();
  });
});
