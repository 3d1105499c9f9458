import { expect, it } from 'vitest';
import { beforeNext, missingMark } from '../../../../../renderer/screens/meeting/chair/before-next';

const fine = { step: 'discussion', isPending: true, problem: null } as const;
const lacking = { step: 'colour', isPending: true, problem: { field: 'colour-reason', words: 'Amber needs a reason.' } } as const;

it('records what is complete and names what is not, in the order of the screen', () => {
  const { record, missing } = beforeNext([fine, lacking, { step: 'decision', isPending: true, problem: null }]);
  expect(record).toEqual(['discussion', 'decision']);
  expect(missing).toEqual([{ step: 'colour', field: 'colour-reason', words: 'Amber needs a reason.' }]);
});

it('records nothing where nothing was typed', () => {
  expect(beforeNext([{ ...fine, isPending: false }])).toEqual({ record: [], missing: [] });
});

it('waves through only the same list of missing things on the same case', () => {
  const { missing } = beforeNext([lacking]);
  expect(missingMark('item-1', missing)).toBe(missingMark('item-1', [...missing]));
  expect(missingMark('item-1', missing)).not.toBe(missingMark('item-2', missing));
  expect(missingMark('item-1', missing)).not.toBe(missingMark('item-1', []));
});
