import { describe, expect, it } from 'vitest';
import { joinChanges, sumOfChanges } from '../../../shared/merge/change-list';

const none = { conflicts: 0, setAside: 0 };
const put = (relation: string, row: string, field: string, value: unknown) => ({ relation, row, field, value, base: '' });
/** One operation of Housing on a case. */
const merged = (operation: string, puts: readonly ReturnType<typeof put>[], caseId = 'case-1') => {
  const sum = sumOfChanges();
  sum.add({ intent: '', agencyName: 'Housing', personName: 'J. Pellowin', caseId, operation, puts });
  return sum.total(none);
};

describe('what came while somebody was away', () => {
  it('is called by the number of it, also where it came one after the other', () => {
    const first = merged('one', [put('cases', 'case-1', 'review_due', '2026-04-07')]);
    expect(first.lines).toMatchObject([{ count: 1, what: 'other change', by: 'Housing' }]);
    const both = joinChanges(first, merged('two', [put('cases', 'case-1', 'area', 'Priory')]));
    expect(both.lines).toMatchObject([{ count: 2, what: 'other changes', by: 'Housing', caseIds: ['case-1'] }]);
  });

  it('is one line for one kind of thing by one agency, whether one or several came at a time, what is most first', () => {
    const action = (id: string) => put('actions', id, 'case_id', 'case-1');
    const joined = joinChanges(
      joinChanges(merged('one', [put('cases', 'case-1', 'area', 'Priory')]), merged('two', [action('a')])),
      merged('three', [action('b'), action('c')], 'case-2'),
    );
    expect(joined.lines).toMatchObject([
      { count: 3, what: 'actions set', caseIds: ['case-1', 'case-2'] },
      { count: 1, what: 'other change' },
    ]);
  });
});
