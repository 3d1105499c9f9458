import { describe, expect, test } from 'vitest';
import { jointDecision, whyNotAgreed } from '../../../shared/rules/joint-decision';

const police = { id: 'p', kind: 'police', name: 'Police' };
const probation = { id: 'n', kind: 'probation', name: 'Probation' };
const housing = { id: 'h', kind: 'housing', name: 'Housing' };
const why = (agencies: readonly (typeof police)[], stances: Readonly<Record<string, 'agrees' | 'disagrees' | 'abstains'>>) =>
  whyNotAgreed(jointDecision(agencies, (id) => stances[id] ?? null));

describe('a joint decision (STRAT 12.2, 17)', () => {
  test('holds where police and probation both agree, whatever others say', () => {
    expect(why([police, probation, housing], { p: 'agrees', n: 'agrees', h: 'disagrees' })).toBeNull();
  });

  test('does not hold where one of them has said nothing, abstains or says no', () => {
    expect(why([police, probation], { p: 'agrees' })).toBe('Probation has not agreed');
    expect(why([police, probation], { p: 'agrees', n: 'abstains' })).toBe('Probation has not agreed');
    expect(why([police, probation], { p: 'agrees', n: 'disagrees' })).toBe('Probation has not agreed (Probation said no)');
    expect(why([police, probation], {})).toBe('Police and Probation have not agreed');
  });

  test('does not hold where the scheme has neither, or only one of them', () => {
    expect(why([housing], { h: 'agrees' })).toBe('the scheme has no police and no probation agency. Add them under Scheme, Agencies');
    expect(why([police], { p: 'agrees' })).toMatch(/no probation agency/);
  });

  test('asks each of them where a scheme has two police forces', () => {
    const other = { id: 'q', kind: 'police', name: 'Other police' };
    expect(why([police, other, probation], { p: 'agrees', n: 'agrees' })).toBe('Other police has not agreed');
  });
});
