import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsAsLastTime, type KeptColumns, nearestKept } from '../../../shared/import/as-last-time';
import { plainWords } from '../../../shared/import/cell-text';
import type { AnyTarget, ImportColumn } from '../../../shared/views/importing';

const kept: KeptColumns = {
  name: 'Police list',
  headings: ['surname', 'forename', 'dob', 'patch', 'flag', 'flag'],
  targets: ['surname', 'forenames', 'dateOfBirth', 'area', 'riskWarnings', 'ignore'],
};
/** Columns as the headings alone would be guessed: here nothing is known but the names and birth. */
const guessed: Readonly<Record<string, AnyTarget>> = { Surname: 'surname', Forename: 'forenames', DOB: 'dateOfBirth', Area: 'area' };
const columns = (...headings: readonly string[]): readonly ImportColumn[] =>
  headings.map((heading, index) => ({ index, heading, samples: [], guess: guessed[heading] ?? 'ignore', because: 'its heading' }));
const readAs = (...headings: readonly string[]) => {
  const read = columnsAsLastTime(columns(...headings), kept);
  return { targets: read.columns.map(({ guess }) => guess), remark: read.remark };
};

describe('a sheet that was imported before', () => {
  it('is read as it was then, and nothing is said where it is quite the same', () => {
    expect(readAs('Surname', 'Forename', 'DOB', 'Patch', 'Flag', 'Flag')).toEqual({ targets: kept.targets, remark: null });
  });

  it('is read by its headings where its columns have moved, the first of two alike as the first of then', () => {
    const { targets, remark } = readAs('Flag', 'DOB', 'Surname', 'Flag', 'Patch', 'Forename');
    expect(targets).toEqual(['riskWarnings', 'dateOfBirth', 'surname', 'ignore', 'area', 'forenames']);
    expect(remark).toBe(
      'This is read like Police list, imported before, though the columns stand in another order. Look whether each column is right.',
    );
  });

  it('takes the one new heading for the one that is gone, unless it says itself what it is', () => {
    const { columns: read, remark } = columnsAsLastTime(columns('Surname', 'Forename', 'DOB', 'Beat code', 'Flag', 'Flag'), kept);
    expect(read[3]).toMatchObject({ guess: 'area', because: 'was “patch” in Police list, it seems' });
    expect(remark).toContain('though column D is new, and 1 column of then is missing');
    expect(readAs('Surname', 'Forename', 'DOB', 'Area', 'Flag', 'Flag').targets[3]).toBe('area');
    expect(readAs('Surname', 'Forename', 'Remarks', 'More remarks', 'Flag', 'Flag').targets).toEqual([
      'surname',
      'forenames',
      'ignore',
      'ignore',
      'riskWarnings',
      'ignore',
    ]);
  });

  it('lets a new column become nothing that another is already', () => {
    const { columns: read } = columnsAsLastTime(columns('Surname', 'Forename', 'DOB', 'Patch', 'Flag', 'Flag', 'Area'), kept);
    expect(read[6]).toMatchObject({ guess: 'ignore', because: 'another column is this, as in Police list' });
  });

  it('is found by three headings in five, the nearest first, and not by two that every list has', () => {
    const other: KeptColumns = {
      ...kept,
      name: 'Other',
      headings: [...kept.headings, 'index offence'],
      targets: [...kept.targets, 'ignore'],
    };
    expect(nearestKept(kept.headings, [other, kept])).toBe(kept);
    expect(nearestKept(['surname', 'forename', 'dob', 'beat', 'flag', 'x'], [kept])).toBe(kept);
    expect(nearestKept(['surname', 'forename', 'action', 'owner', 'due', 'status'], [kept])).toBeNull();
    expect(nearestKept(['surname'], [{ ...kept, headings: ['surname'] }])).toBeNull();
    expect(nearestKept([], [kept])).toBeNull();
  });

  it('however its columns stand, gives each heading the target it had, and none but the gathering ones twice', () => {
    const pool = ['Surname', 'Forename', 'DOB', 'Patch', 'Flag', 'Area', 'Notes', ''];
    fc.assert(
      fc.property(fc.shuffledSubarray(pool), (headings) => {
        const { targets } = readAs(...headings);
        const single = targets.filter((target) => target !== 'ignore' && target !== 'riskWarnings');
        expect(new Set(single).size).toBe(single.length);
        headings.forEach((heading, at) => {
          const was = heading === '' ? -1 : kept.headings.indexOf(plainWords(heading));
          if (was >= 0) expect(targets[at]).toBe(kept.targets[was]);
        });
      }),
    );
  });
});
