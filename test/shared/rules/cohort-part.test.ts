import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mappaLevels, ogrsBands } from '../../../shared/language/cohort';
import { offenceGroups } from '../../../shared/language/selection';
import { type CohortPartFacts, neighbourhoodCrimes, proposeCohortPart } from '../../../shared/rules/cohort-part';

const facts = (fields: Partial<CohortPartFacts>): CohortPartFacts => ({
  offenceGroup: 'vehicle-crime',
  ogrsBand: 'high',
  mappa: 'none',
  points: 30,
  threshold: 40,
  judgement: 0,
  ...fields,
});
const part = (fields: Partial<CohortPartFacts>) => proposeCohortPart(facts(fields)).part;

const anyFacts = fc.record({
  offenceGroup: fc.option(fc.constantFrom(...offenceGroups)),
  ogrsBand: fc.option(fc.constantFrom(...ogrsBands)),
  mappa: fc.constantFrom(...mappaLevels),
  points: fc.integer({ min: -20, max: 100 }),
  threshold: fc.constant(40),
  judgement: fc.integer({ min: -10, max: 10 }),
});

describe('the part of the cohort that is proposed', () => {
  test('is fixed for neighbourhood crime with high, very high or prolific OGRS (STRAT 12.1)', () => {
    for (const offenceGroup of neighbourhoodCrimes)
      for (const ogrsBand of ['high', 'very-high', 'prolific'] as const) expect(part({ offenceGroup, ogrsBand })).toBe('fixed');
  });

  test('is fixed for robbery and burglary from medium OGRS on, and not for other theft (STRAT 12.1)', () => {
    expect(part({ offenceGroup: 'robbery', ogrsBand: 'medium' })).toBe('fixed');
    expect(part({ offenceGroup: 'burglary', ogrsBand: 'medium' })).toBe('fixed');
    expect(part({ offenceGroup: 'vehicle-crime', ogrsBand: 'medium' })).toBeNull();
    expect(part({ offenceGroup: 'burglary', ogrsBand: 'low' })).toBeNull();
  });

  test('is never fixed for a MAPPA nominal (STRAT 14)', () => {
    fc.assert(
      fc.property(anyFacts, (one) => {
        if (one.mappa !== 'none') expect(proposeCohortPart(one).part).not.toBe('fixed');
      }),
    );
    expect(proposeCohortPart(facts({ offenceGroup: 'robbery', mappa: '1' }))).toMatchObject({
      part: 'flex',
      reason: expect.stringContaining('STRAT 14'),
    });
  });

  test('is flex where police and probation judge the risk greater, or the points are enough (STRAT 12.2)', () => {
    expect(part({ ogrsBand: 'low', judgement: 5 })).toBe('flex');
    expect(part({ offenceGroup: 'shop-theft', ogrsBand: 'high', points: 41 })).toBe('flex');
    expect(part({ offenceGroup: 'drugs', points: 40 })).toBe('flex');
    expect(part({ offenceGroup: 'drugs', points: 39 })).toBeNull();
  });

  test('is free for what other schemes are run for (STRAT 12.3)', () => {
    for (const offenceGroup of ['violence', 'domestic-abuse', 'sexual'] as const) expect(part({ offenceGroup, points: 99 })).toBe('free');
  });

  test('is none where the offence, or the OGRS of a neighbourhood crime, is not known', () => {
    expect(part({ offenceGroup: null, points: 99 })).toBeNull();
    expect(part({ ogrsBand: null })).toBeNull();
  });

  test('always comes with a reason that names its paragraph, or says what is missing', () => {
    fc.assert(
      fc.property(anyFacts, (one) => {
        expect(proposeCohortPart(one).reason).toMatch(/STRAT 1[24]|not known/);
      }),
    );
  });

  test('is fixed only for neighbourhood crimes', () => {
    fc.assert(
      fc.property(anyFacts, (one) => {
        if (proposeCohortPart(one).part === 'fixed') expect(neighbourhoodCrimes).toContain(one.offenceGroup);
      }),
    );
  });
});
