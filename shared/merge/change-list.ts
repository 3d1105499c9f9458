import { type ActionOutcome, actionOutcomeName } from '../language/action';
import { byName } from '../language/in-order';

/** One applied operation, as far as a sentence about it needs. */
export interface AppliedCommit {
  readonly intent: string;
  readonly agencyName: string;
  readonly personName: string;
  readonly caseId: string | null;
  readonly operation: string;
  readonly puts: readonly {
    readonly relation: string;
    readonly row: string;
    readonly field: string;
    readonly value: unknown;
    readonly base: string;
  }[];
}

/** What a merge brought, in words: for the bar that greets someone who comes back. */
export interface ChangeList {
  /** "While you were away: 3 actions done by Housing, 1 conflict." Empty where nothing came. */
  readonly sentence: string;
  readonly lines: readonly ChangeLine[];
  readonly conflicts: number;
  readonly setAside: number;
}

export interface ChangeLine {
  readonly what: string;
  /** What it is called of one and of several; `what` is the one that goes with `count`. */
  readonly words: readonly [string, string];
  readonly by: string;
  readonly count: number;
  readonly caseIds: readonly string[];
}

const isAdded = new Set(['cases', 'contributions', 'case_questions', 'colour_changes', 'actions', 'documents']);
const nouns: Readonly<Record<string, readonly [string, string]>> = {
  cases: ['case added', 'cases added'],
  contributions: ['update written', 'updates written'],
  case_questions: ['question asked', 'questions asked'],
  colour_changes: ['colour changed', 'colours changed'],
  actions: ['action set', 'actions set'],
  documents: ['document issued', 'documents issued'],
};

interface Beside {
  readonly conflicts: number;
  readonly setAside: number;
}

/** Sums up applied commits by what was done and by which agency, what is most first. They are given one after the other. */
export function sumOfChanges(): { add(commit: AppliedCommit): void; total(beside: Beside): ChangeList } {
  const lines = new Map<string, { words: readonly [string, string]; by: string; rows: Set<string>; cases: Set<string> }>();
  const add = (words: readonly [string, string], by: string, row: string, caseId: string | null) => {
    const key = `${words[0]}/${by}`;
    const line = lines.get(key) ?? { words, by, rows: new Set<string>(), cases: new Set<string>() };
    lines.set(key, line);
    line.rows.add(row);
    if (caseId !== null) line.cases.add(caseId);
  };
  const addCommit = (commit: AppliedCommit) => {
    const by = commit.agencyName || commit.personName || 'someone not known here yet';
    let isTold = false;
    for (const { relation, row, field, value, base } of commit.puts) {
      if (relation === 'actions' && field === 'outcome' && typeof value === 'string') {
        const outcome = (actionOutcomeName[value as ActionOutcome] ?? value).toLowerCase();
        add([`action ${outcome}`, `actions ${outcome}`], by, row, commit.caseId);
        isTold = true;
      } else if (isAdded.has(relation) && base === '' && (field === firstFieldOf[relation] || field === 'case_id')) {
        add(nouns[relation] as readonly [string, string], by, row, commit.caseId);
        isTold = true;
      }
    }
    if (!isTold) add(['other change', 'other changes'], by, commit.operation, commit.caseId);
  };
  return {
    add: addCommit,
    total({ conflicts, setAside }) {
      const told = [...lines.values()].map(({ words, by, rows, cases }) => lineOf(words, by, rows.size, [...cases])).sort(mostFirst);
      return { sentence: sentenceOf(told, conflicts, setAside), lines: told, conflicts, setAside };
    },
  };
}

const lineOf = (words: ChangeLine['words'], by: string, count: number, caseIds: readonly string[]): ChangeLine => ({
  what: count === 1 ? words[0] : words[1],
  words,
  by,
  count,
  caseIds,
});

const mostFirst = (one: ChangeLine, other: ChangeLine) =>
  Number(one.what.startsWith('other')) - Number(other.what.startsWith('other')) || other.count - one.count || byName(one.by, other.by);

/** What two merges brought as one list, where nobody has put the first away yet. */
export function joinChanges(before: ChangeList | null, next: ChangeList): ChangeList {
  if (!before) return next;
  const keyOf = ({ words, by }: ChangeLine) => `${words[0]}/${by}`;
  const lines = new Map(before.lines.map((line) => [keyOf(line), line]));
  for (const line of next.lines) {
    const same = lines.get(keyOf(line));
    const { words, by, count, caseIds } = line;
    lines.set(keyOf(line), same ? lineOf(words, by, same.count + count, [...new Set([...same.caseIds, ...caseIds])]) : line);
  }
  return {
    sentence: next.sentence,
    lines: [...lines.values()].sort(mostFirst),
    conflicts: before.conflicts + next.conflicts,
    setAside: before.setAside + next.setAside,
  };
}

const firstFieldOf: Readonly<Record<string, string>> = { cases: 'surname', documents: 'number' };
const mostTold = 3;

function sentenceOf(lines: readonly ChangeLine[], conflicts: number, setAside: number): string {
  const parts = lines.slice(0, mostTold).map(({ what, by, count }) => `${count} ${what} by ${by}`);
  const more = lines.slice(mostTold).reduce((sum, { count }) => sum + count, 0);
  if (more > 0) parts.push(`${more} more ${more === 1 ? 'change' : 'changes'}`);
  if (conflicts > 0) parts.push(`${conflicts} ${conflicts === 1 ? 'conflict' : 'conflicts'}`);
  if (setAside > 0) parts.push(`${setAside} ${setAside === 1 ? 'entry' : 'entries'} not accepted`);
  return parts.length === 0 ? '' : `While you were away: ${parts.join(', ')}.`;
}
