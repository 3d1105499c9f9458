import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Characteristic, characteristics, type EqualityFact, equalityGroups } from '../../../shared/insight/equality-groups';
import { blocksOf, leastInBlock, quarterEnds, type Release, releasesOf, type Stay } from '../../../shared/insight/equality-releases';
import { leastShown } from '../../../shared/insight/suppression';
import { addDays } from '../../../shared/language/dates';

const start = '2022-01-01';
const to = '2026-03-03';
const pick = (...words: string[]) => fc.constantFrom(...words);

/** People who come and go at random, many of a few groups and few of others. */
const histories = fc.array(
  fc.record({
    comes: fc.oneof(fc.constant(null), fc.nat(1500)),
    stays: fc.oneof(fc.constant(null), fc.nat(700)),
    sex: pick('Male', 'Male', 'Male', 'Female', ''),
    ethnicity: pick('White', 'White', 'White', 'Black British', 'Mixed', 'Chinese', 'Not stated'),
    disability: pick('None', 'None', 'Mobility'),
    born: fc.integer({ min: 5000, max: 20_000 }),
  }),
  { minLength: 8, maxLength: 120 },
);
type History = (typeof histories extends fc.Arbitrary<infer T> ? T : never)[number];

function built(people: readonly History[]): { readonly facts: readonly EqualityFact[]; readonly stays: readonly Stay[] } {
  const id = (at: number) => `case-${at}`;
  return {
    facts: people.map(({ sex, ethnicity, disability, born }, at) => ({
      caseId: id(at),
      sex,
      ethnicity,
      disability,
      dateOfBirth: addDays(to, -born),
    })),
    stays: people.map(({ comes, stays }, at) => ({
      caseId: id(at),
      from: comes === null ? null : addDays(start, comes),
      until: stays === null ? null : addDays(start, (comes ?? 0) + stays),
    })),
  };
}

/** Whom one of two sets holds and the other does not. */
function apart(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [new Set(one), new Set(other)];
  return one.filter((id) => !b.has(id)).length + other.filter((id) => !a.has(id)).length;
}
const isSafe = (people: number) => people === 0 || people >= leastShown;

describe('Figures about groups', () => {
  const every = (of: Characteristic, people: readonly History[]): readonly Release[] => {
    const { facts, stays } = built(people);
    return releasesOf(of, facts, stays, to);
  };

  test('never differ by one to four people in a group that two of them show, however people come and go', () => {
    fc.assert(
      fc.property(histories, pick(...characteristics), (people, of) => {
        const releases = every(of as Characteristic, people);
        for (const [at, one] of releases.entries())
          for (const other of releases.slice(at + 1))
            for (const [group, ids] of one.shown) {
              const others = other.shown.get(group);
              if (others) expect(isSafe(apart(ids, others)), `${group} ${one.on} ${other.on}`).toBe(true);
            }
      }),
      { numRuns: 300 },
    );
  });

  test('never give away one to four people by what is left of the whole once all that is shown is taken off', () => {
    fc.assert(
      fc.property(histories, pick(...characteristics), (people, of) => {
        const { facts, stays } = built(people);
        const releases = releasesOf(of as Characteristic, facts, stays, to);
        for (const one of releases) {
          const shown = [...one.shown.values()].reduce((sum, ids) => sum + ids.length, 0);
          for (const ids of one.shown.values()) expect(ids.length).toBeGreaterThanOrEqual(leastShown);
          expect(isSafe(one.recorded - shown)).toBe(true);
        }
        // What two releases both keep back can be counted from each as the rest: it moves by nobody, or by enough.
        const groups = equalityGroups.filter((group) => group.of === of).map(({ id }) => id);
        const restOf = (release: Release, kept: ReadonlySet<string>) =>
          release.recorded - groups.filter((id) => !kept.has(id)).reduce((sum, id) => sum + (release.shown.get(id)?.length ?? 0), 0);
        for (const [at, one] of releases.entries())
          for (const other of releases.slice(at + 1)) {
            const kept = new Set<string>(groups.filter((id) => !one.shown.has(id) || !other.shown.has(id)));
            if (kept.size === 0) continue;
            const change = Math.abs(restOf(one, kept) - restOf(other, kept));
            // People who moved may cancel out in the count; that some did is no secret, and they were five or more.
            if (change > 0 && change < leastShown)
              expect(movedWithin(facts, stays, of as Characteristic, one, other, kept)).toBeGreaterThanOrEqual(leastShown);
          }
      }),
      { numRuns: 300 },
    );
  });

  test('stand at ends of quarters, and what was shown of a day is shown of it ever after', () => {
    fc.assert(
      fc.property(histories, pick(...characteristics), fc.nat(1000), (people, of, back) => {
        const { facts, stays } = built(people);
        const early = releasesOf(of as Characteristic, facts, stays, addDays(to, -back));
        const late = releasesOf(of as Characteristic, facts, stays, to);
        expect(late.slice(0, early.length)).toEqual(early);
        for (const { on } of late) expect(quarterEnds(start < on ? '2004-01-01' : on, to)).toContain(on);
      }),
      { numRuns: 60 },
    );
  });

  test('move on as soon as enough people came, and stay where they are while too few did', () => {
    const people = (count: number, prefix: string, from: string): Stay[] =>
      Array.from({ length: count }, (_one, at) => ({ caseId: `${prefix}${at}`, from, until: null }));
    const stays = [
      ...people(30, 'man', '2024-01-10'),
      ...people(10, 'woman', '2024-01-10'),
      ...people(1, 'new-woman', '2024-05-01'),
      ...people(4, 'later-woman', '2024-08-01'),
    ];
    const facts = stays.map(
      ({ caseId }): EqualityFact => ({
        caseId,
        sex: caseId.includes('woman') ? 'F' : 'M',
        dateOfBirth: null,
        ethnicity: '',
        disability: '',
      }),
    );
    const women = releasesOf('sex', facts, stays, '2024-12-31').map(({ on, shown }) => [on, shown.get('sex-female')?.length]);
    expect(women).toEqual([
      ['2024-03-31', 10],
      ['2024-09-30', 15],
      ['2024-12-31', 15],
    ]);
  });
});

/** People who went into or out of the groups that are kept back, between the days of two releases. */
function movedWithin(
  facts: readonly EqualityFact[],
  stays: readonly Stay[],
  of: Characteristic,
  one: Release,
  other: Release,
  kept: ReadonlySet<string>,
): number {
  const inRest = (release: Release) => {
    const there = stays.filter(({ from, until }) => (from === null || from <= release.on) && (until === null || until > release.on));
    const outside = new Set(
      equalityGroups.filter((group) => group.of === of && !kept.has(group.id)).flatMap(({ id }) => release.shown.get(id) ?? []),
    );
    const field = of === 'sex' ? 'sex' : of === 'ethnicity' ? 'ethnicity' : of === 'disability' ? 'disability' : 'dateOfBirth';
    const recorded = new Set(facts.filter((fact) => !['', 'Not stated', null].includes(fact[field])).map(({ caseId }) => caseId));
    return there.map(({ caseId }) => caseId).filter((id) => recorded.has(id) && !outside.has(id));
  };
  return apart(inRest(one), inRest(other));
}

describe('Runs of quarters', () => {
  test('follow one another without overlapping, and each but the last unfinished one has enough people', () => {
    const happened = fc.array(fc.record({ who: fc.nat(60), day: fc.nat(1500) }), { maxLength: 200 });
    fc.assert(
      fc.property(happened, (all) => {
        const events = all.map(({ who, day }) => ({ caseId: `case-${who}`, on: addDays(start, day) }));
        const blocks = blocksOf(events, to);
        for (const [at, { from, to: end, ids }] of blocks.entries()) {
          const then = blocks[at - 1];
          if (then) expect(from).toBe(addDays(then.to, 1));
          expect(ids.length).toBeGreaterThanOrEqual(leastInBlock);
          expect(new Set(ids)).toEqual(new Set(events.filter(({ on }) => on >= from && on <= end).map(({ caseId }) => caseId)));
          expect(end <= to).toBe(true);
        }
      }),
    );
  });
});
