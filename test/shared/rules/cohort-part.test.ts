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

  test('asks as much of a MAPPA nominal for flex as of anybody else (STRAT 12.2, 14)', () => {
    expect(part({ mappa: '2', ogrsBand: 'low' })).toBeNull();
    expect(part({ mappa: '2', ogrsBand: null })).toBeNull();
    expect(part({ mappa: '2', ogrsBand: 'low', judgement: 5 })).toBe('flex');
    expect(part({ mappa: '2', offenceGroup: 'burglary', ogrsBand: 'medium' })).toBe('flex');
    fc.assert(
      fc.property(anyFacts, (one) => {
        const [nominal, other] = [proposeCohortPart({ ...one, mappa: '2' }).part, proposeCohortPart({ ...one, mappa: 'none' }).part];
        if (other === null && one.ogrsBand !== null) expect(nominal).toBeNull();
      }),
    );
  });

  test('says of someone fixed who is judged to be at less risk that police and probation may leave them out (STRAT 12.2)', () => {
    const judged = proposeCohortPart(facts({ judgement: -5 }));
    expect(judged).toMatchObject({ part: 'fixed', reason: expect.stringContaining('may leave them out (STRAT 12.2)') });
  });

  test('is what the strategy’s own words give, for every offence, OGRS and MAPPA level (STRAT 12.1 to 12.3, 14)', () => {
    const high = ['high', 'very-high', 'prolific'];
    for (const offenceGroup of offenceGroups)
      for (const ogrsBand of [...ogrsBands, null])
        for (const mappa of mappaLevels)
          for (const judgement of [-5, 0, 5])
            for (const points of [39, 40]) {
              const isNeighbourhood = ['burglary', 'robbery', 'theft-from-person', 'vehicle-crime'].includes(offenceGroup);
              const isSerious = ['robbery', 'burglary'].includes(offenceGroup);
              const meetsFixed = isNeighbourhood && (high.includes(ogrsBand ?? '') || (isSerious && ogrsBand === 'medium'));
              const speaksForFlex = judgement > 0 || points === 40;
              const isOthers = ['violence', 'domestic-abuse', 'sexual'].includes(offenceGroup);
              const isUnknown = isNeighbourhood && ogrsBand === null && mappa === 'none';
              const expected = isOthers
                ? 'free'
                : meetsFixed && mappa === 'none'
                  ? 'fixed'
                  : !isUnknown && (meetsFixed || speaksForFlex)
                    ? 'flex'
                    : null;
              const asked = { offenceGroup, ogrsBand, mappa, judgement, points };
              expect(part(asked), JSON.stringify(asked)).toBe(expected);
            }
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
