import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { costOf, type OrderProblem } from '../../shared/agenda/order-problem';

/** The same problem as a constraint model. Reversing an order costs the same, so the first case comes before the last. */
const model = `
include "inverse.mzn";
int: cases;
int: agencies;
array[1..cases] of int: duration;
array[1..agencies] of int: weight;
array[1..agencies] of set of int: own;
array[1..cases] of var 1..cases: at;
array[1..cases] of var 1..cases: place;
constraint inverse(at, place);
constraint cases < 2 \\/ place[1] < place[cases];
array[1..agencies] of var 1..cases: first;
array[1..agencies] of var 1..cases: last;
constraint forall(a in 1..agencies)(first[a] = min([place[c] | c in own[a]]) /\\ last[a] = max([place[c] | c in own[a]]));
var 0..sum(a in 1..agencies)(weight[a]) * sum(duration): waiting =
  sum(a in 1..agencies, c in 1..cases where not (c in own[a]))
    (weight[a] * duration[c] * bool2int(first[a] < place[c] /\\ place[c] < last[a]));
solve :: int_search(at, input_order, indomain_min) minimize waiting;
output ["order ", show([fix(at[p]) - 1 | p in 1..cases]), "\\n"];
`;

export interface GecodeResult {
  /** Null where it found no order in its time. */
  readonly cost: number | null;
  readonly isProven: boolean;
  readonly milliseconds: number;
}

/** The version line of MiniZinc's Gecode, or null where there is none. */
export function gecodeVersion(): string | null {
  const { status, stdout } = spawnSync('minizinc', ['--solver', 'gecode', '--version'], { encoding: 'utf8' });
  return status === 0 ? (stdout.split('\n')[0] ?? '') : null;
}

/** Lets Gecode order the cases through MiniZinc. Whole minutes and weights only. The time includes MiniZinc's own. */
export function askGecode(problem: OrderProblem, seconds: number): GecodeResult {
  const waiting = problem.agencies.map((_, agency) => agency).filter((agency) => (problem.weights[agency] ?? 0) > 0);
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-gecode-'));
  try {
    const concerned = waiting.filter((agency) => (problem.agencies[agency]?.length ?? 0) > 1);
    writeFileSync(join(folder, 'agenda.mzn'), model);
    writeFileSync(
      join(folder, 'agenda.dzn'),
      `cases = ${problem.durations.length};\nagencies = ${concerned.length};\nduration = [${problem.durations.join()}];\n` +
        `weight = [${concerned.map((agency) => problem.weights[agency]).join()}];\n` +
        `own = [${concerned.map((agency) => `{${problem.agencies[agency]?.map((index) => index + 1).join()}}`).join()}];\n`,
    );
    const startedAt = performance.now();
    const { stdout } = spawnSync(
      'minizinc',
      [
        '--solver',
        'gecode',
        '--time-limit',
        String(Math.round(seconds * 1000)),
        '-a',
        join(folder, 'agenda.mzn'),
        join(folder, 'agenda.dzn'),
      ],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    const milliseconds = performance.now() - startedAt;
    const last = stdout.split('\n').findLast((line) => line.startsWith('order '));
    return {
      cost: last === undefined ? null : costOf(problem, JSON.parse(last.slice('order '.length)) as number[]),
      isProven: stdout.includes('=========='),
      milliseconds,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
