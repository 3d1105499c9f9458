import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ogrsBands, roshLevels } from '../../../shared/language/cohort';
import { offenceGroups } from '../../../shared/language/selection';
import { firstWeights, offenceGroupOf, type ScoringFacts, scoreBy } from '../../../shared/rules/scoring';

const anyFacts = fc.record<ScoringFacts>({
  offenceGroup: fc.option(fc.constantFrom(...offenceGroups)),
  ogrsScore: fc.option(fc.nat(100)),
  ogrsBand: fc.option(fc.constantFrom(...ogrsBands)),
  offencesInYear: fc.option(fc.nat(60)),
  rosh: fc.constantFrom(...roshLevels),
  isPrisonLeaver: fc.boolean(),
  isYoungAdult: fc.boolean(),
  judgement: fc.integer({ min: -50, max: 50 }),
  judgementReason: fc.string(),
});
const facts: ScoringFacts = {
  offenceGroup: 'burglary',
  ogrsScore: 78,
  ogrsBand: 'high',
  offencesInYear: 7,
  rosh: 'medium',
  isPrisonLeaver: true,
  isYoungAdult: false,
  judgement: 4,
  judgementReason: 'Moves in with co-accused',
};

describe('a score by the matrix (STRAT 12.2)', () => {
  test('adds up to its parts, each with its reason', () => {
    const score = scoreBy(firstWeights, facts);
    expect(score.parts.map(({ what, points }) => [what, points])).toEqual([
      ['Index offence', 20],
      ['OGRS', 20],
      ['Frequency', 12],
      ['Risk of Serious Harm', 5],
      ['Leaving prison', 5],
      ['Professional judgement', 4],
    ]);
    expect(score.points).toBe(66);
    fc.assert(
      fc.property(anyFacts, (one) => {
        const { points, parts } = scoreBy(firstWeights, one);
        expect(points).toBe(parts.reduce((sum, part) => sum + part.points, 0));
        expect(parts.every(({ why }) => why !== '')).toBe(true);
      }),
    );
  });

  test('lets judgement weigh no more than the scheme allows, either way (STRAT 26)', () => {
    const judged = (judgement: number) =>
      scoreBy(firstWeights, { ...facts, judgement }).points - scoreBy(firstWeights, { ...facts, judgement: 0 }).points;
    expect(judged(50)).toBe(firstWeights.judgementMost);
    expect(judged(-50)).toBe(-firstWeights.judgementMost);
  });

  test('never falls when offending is more frequent', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(20), (one, more) => {
        const before = scoreBy(firstWeights, { ...one, offencesInYear: one.offencesInYear ?? 0 }).points;
        expect(scoreBy(firstWeights, { ...one, offencesInYear: (one.offencesInYear ?? 0) + more }).points).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

test.each([
  ['Burglary, dwelling', 'burglary'],
  ['Robbery', 'robbery'],
  ['Assault with intent to rob', 'robbery'],
  ['Theft from shops', 'shop-theft'],
  ['Vehicle taking', 'vehicle-crime'],
  ['Assault, actual bodily harm', 'violence'],
  ['Theft from a motor vehicle', 'vehicle-crime'],
  ['Aggravated vehicle taking', 'other-theft'],
  ['Interfering with a motor vehicle', 'other-theft'],
  ['Handling a stolen vehicle', 'other-theft'],
  ['Criminal damage to a vehicle', 'criminal-damage'],
  ['Driving a motor vehicle while disqualified', 'other'],
  ['Theft from the person of another', 'theft-from-person'],
  ['Possession with intent to supply class A', 'drugs'],
  ['Going equipped', 'other'],
  ['Going equipped for burglary', 'other'],
  ['Stealing from the person of another', 'theft-from-person'],
  ['Burglary in a dwelling with intent to rape – indictable only', 'burglary'],
  ['Aggravated burglary in a building other than a dwelling', 'burglary'],
  ['Theft from a vehicle – other than a motor vehicle', 'vehicle-crime'],
  ['Theft of a motor vehicle', 'vehicle-crime'],
  ['Motor vehicle theft', 'vehicle-crime'],
  ['Stole a moped', 'vehicle-crime'],
  ['TWOC', 'vehicle-crime'],
  ['Vehicle crime', 'vehicle-crime'],
  ['Drunk in charge of a motor vehicle', 'other'],
  ['Using a vehicle without insurance', 'other'],
  ['Theft of motor fuel', 'other-theft'],
  ['Theft of a pedal cycle', 'other-theft'],
  [' ', null],
] as const)('The index offence “%s” is of the group %s (STRAT endnote i).', (words, group) => {
  expect(offenceGroupOf(words)).toBe(group);
});
