import { type ImportKind, listKinds } from '../../../shared/import/lists/kinds';
import type { ImportPlan, ImportRowChange } from '../../../shared/views/importing';

export type PlanTab = 'problems' | ImportRowChange['kind'];

export const planTabs: readonly PlanTab[] = ['problems', 'new', 'update', 'unchanged', 'duplicate', 'left-out'];
export const planTabName: Readonly<Record<PlanTab, string>> = {
  problems: 'Problems',
  new: 'New',
  update: 'Updates',
  unchanged: 'Unchanged',
  duplicate: 'Duplicates',
  'left-out': 'Left out',
};

export function planCount({ counts, problems }: ImportPlan, tab: PlanTab): number {
  if (tab === 'problems') return problems.length;
  if (tab === 'left-out') return counts.leftOut;
  return counts[tab];
}

/** The tab to begin with: what is wrong, else what would change. */
export function firstTab(plan: ImportPlan): PlanTab {
  return planTabs.find((tab) => planCount(plan, tab) > 0) ?? 'new';
}

/** What a tab says that has nothing in it. */
export function nothingThere(tab: PlanTab, kind: ImportKind): string {
  const isCohort = kind === 'cases';
  switch (tab) {
    case 'problems':
      return 'No problem was found.';
    case 'new':
      return isCohort ? 'Nobody new.' : 'Nothing new.';
    case 'update':
      return isCohort ? 'Nobody on the register changes.' : 'Nothing in the scheme changes.';
    case 'unchanged':
      return `No row says what the ${isCohort ? 'register' : 'scheme'} says already.`;
    case 'duplicate':
      return isCohort ? 'Nobody is in the file twice.' : 'Nothing is in the file twice.';
    case 'left-out':
      return 'No row is left out.';
  }
}

const figure = (count: number) => count.toLocaleString('en-GB');

/** "12 people are added, 96 updated; 3 rows are left out." */
export function planWords({ counts }: ImportPlan, kind: ImportKind = 'cases'): string {
  const { one, many } = kind === 'cases' ? listKinds.people : listKinds[kind];
  const people = (count: number, verb: string) => `${figure(count)} ${count === 1 ? `${one} is` : `${many} are`} ${verb}`;
  const parts = [
    counts.new > 0 ? people(counts.new, 'added') : '',
    counts.update > 0 ? (counts.new > 0 ? `${figure(counts.update)} updated` : people(counts.update, 'updated')) : '',
  ];
  const done = parts.filter(Boolean).join(', ');
  const skipped = counts.leftOut + counts.duplicate;
  const rest = skipped > 0 ? `; ${figure(skipped)} ${skipped === 1 ? 'row is' : 'rows are'} left out` : '';
  return done === '' ? `Nothing in the file would change the ${kind === 'cases' ? 'register' : 'scheme'}.` : `${done}${rest}.`;
}

/** On the button that imports: "Import 12 people", "Import 1 action". */
export function importWords({ counts }: ImportPlan, kind: ImportKind): string {
  const { one, many } = kind === 'cases' ? listKinds.people : listKinds[kind];
  const total = counts.new + counts.update;
  return `Import ${figure(total)} ${total === 1 ? one : many}`;
}
