import { describe, expect, it } from 'vitest';
import { caseFields, fieldWords, readField } from '../../../../renderer/screens/case/case-fields';
import { caseFieldInputs } from '../../../../shared/ipc/subjects/cases';

const names = { agencyName: (id: string) => `agency ${id}`, personName: (id: string) => `person ${id}` };

describe('the fields of a case', () => {
  it('can edit every field that the contract takes, and no other', () => {
    expect(Object.keys(caseFields).toSorted()).toEqual(Object.keys(caseFieldInputs).toSorted());
  });

  it('says values in words', () => {
    expect(fieldWords('releaseOn', '2026-03-27', names)).toBe('Fri 27 Mar 2026');
    expect(fieldWords('dateOfBirth', '1997-09-02', names)).toBe('2 Sep 1997');
    expect(fieldWords('rosh', 'very-high', names)).toBe('Very high');
    expect(fieldWords('leadAgencyId', 'pol', names)).toBe('agency pol');
    expect(fieldWords('isAtLarge', false, names)).toBe('No');
    expect(fieldWords('pnc', '', names)).toBe('');
  });

  it('refuses a score that is none, in words, and takes an empty one as not recorded', () => {
    expect(readField('ogrsScore', '101')).toEqual({ ok: false, problem: 'A score is a whole number from 0 to 100' });
    expect(readField('ogrsScore', '-1')).toMatchObject({ ok: false });
    expect(readField('ogrsScore', '78')).toEqual({ ok: true, value: 78 });
    expect(readField('ogrsScore', ' ')).toEqual({ ok: true, value: null });
  });

  it('does not let a case lose its surname', () => {
    expect(readField('surname', '  ')).toMatchObject({ ok: false });
    expect(readField('forenames', '')).toEqual({ ok: true, value: '' });
  });

  it('offers only choices that the contract takes', () => {
    for (const [name, { input }] of Object.entries(caseFields)) {
      if (input.kind !== 'choice') continue;
      const schema = caseFieldInputs[name as keyof typeof caseFieldInputs];
      for (const { id } of input.choices) expect(schema.safeParse(id).success, `${name} ${id}`).toBe(true);
      expect(schema.safeParse(null).success).toBe(input.mayBeEmpty);
    }
  });
});
