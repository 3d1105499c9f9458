import { expect, it } from 'vitest';
import { candidateGroups, chosenByReason } from '../../../../../renderer/screens/meeting/agenda/choose';
import type { AgendaReason } from '../../../../../shared/language/meeting';

const candidate = (caseId: string, ...reasons: readonly AgendaReason[]) => ({
  caseId,
  caseName: caseId,
  colour: null,
  reviewDue: null,
  openActions: 0,
  lastDiscussedOn: null,
  answeredOn: null,
  reasons,
});
const list = [candidate('a', 'changed', 'due'), candidate('b', 'open-actions', 'red'), candidate('c', 'changed')];

it('offers each case once, under the weightiest of its reasons', () => {
  expect(candidateGroups(list).map(({ reason, candidates }) => [reason, candidates.map((each) => each.caseId).join()])).toEqual([
    ['red', 'b'],
    ['due', 'a'],
    ['changed', 'c'],
  ]);
});

it('sends chosen cases by their reason, and any found by name as added by hand', () => {
  expect(chosenByReason(list, new Set(['a', 'c', 'elsewhere']))).toEqual([
    { reason: 'due', caseIds: ['a'] },
    { reason: 'changed', caseIds: ['c'] },
    { reason: 'by-hand', caseIds: ['elsewhere'] },
  ]);
});
