import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { searchAgenda } from '../electron/services/agenda/agenda-search';
import type { OrderResult } from '../shared/agenda/order-problem';
import { costOf, type OrderProblem } from '../shared/agenda/order-problem';
import { film, meeting } from './bench/agenda-instances';
import { askGecode, type GecodeResult, gecodeVersion } from './bench/gecode';

/**
 * `npm run bench:agenda [-- --seconds S] [--runs N]`: orders published and made-up agendas, each in a worker as the app
 * does, and sets Gecode beside it with the same time. A row gives the median run by its milliseconds.
 */
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '2' }, runs: { type: 'string', default: '5' } } });
const seconds = Number(values.seconds);
const runs = Number(values.runs);
if (!(seconds > 0) || !(runs >= 1)) {
  console.error('Usage: npm run bench:agenda [-- --seconds S] [--runs N]');
  process.exit(1);
}

const fixtures = join(import.meta.dirname, '../../test/fixtures/agenda-instances');
const published = readdirSync(fixtures)
  .filter((name) => name.endsWith('.json'))
  .map((name): readonly [string, OrderProblem] => [name.slice(0, -5), JSON.parse(readFileSync(join(fixtures, name), 'utf8'))]);
const made: readonly (readonly [string, OrderProblem])[] = [
  ...[1, 2, 3].map((seed) => [`meeting of 30, ${seed}`, meeting(30, 12, seed)] as const),
  ...[1, 2, 3].map((seed) => [`meeting of 45, ${seed}`, meeting(45, 13, seed)] as const),
  ...[1, 2, 3].map((seed) => [`meeting of 60, ${seed}`, meeting(60, 14, seed)] as const),
  ['meeting of 120, 1', meeting(120, 16, 1)],
  ['film of 28, own shares', film(28, 20, 1)],
  ['film of 28, sparse', film(28, 20, 2, 0.3)],
  ['film of 28, dense', film(28, 20, 3, 0.7)],
];

interface Run {
  readonly found: OrderResult;
  readonly milliseconds: number;
}

async function order(problem: OrderProblem): Promise<Run> {
  const all: Run[] = [];
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now();
    const found = await searchAgenda(new URL('./agenda-worker.js', import.meta.url), problem, { seconds });
    all.push({ found, milliseconds: performance.now() - startedAt });
  }
  const middle = all.sort((one, other) => one.milliseconds - other.milliseconds)[Math.floor(runs / 2)];
  if (!middle) throw new Error('Nothing was run.');
  if (costOf(problem, middle.found.order) !== middle.found.cost) throw new Error('An order does not cost what was said of it.');
  return middle;
}

const time = (milliseconds: number) => `${Math.round(milliseconds)}`.padStart(6);
const ours = ({ found, milliseconds }: Run) =>
  `${String(found.cost).padStart(7)} ${(found.proven ? 'proven' : `from ${found.lowerBound}`).padEnd(11)}${time(milliseconds)}`;
const theirs = ({ cost, isProven, milliseconds }: GecodeResult) =>
  `${String(cost ?? 'none').padStart(7)} ${(isProven ? 'proven' : '').padEnd(7)}${time(milliseconds)}`;

const version = gecodeVersion();
console.log(`${cpus()[0]?.model ?? 'Unknown processor'}, Node ${process.versions.node}; ${seconds} s each, median of ${runs}`);
console.log(version ?? 'Gecode is left out: there is no minizinc here (Debian: apt-get install minizinc).');
console.log(
  `\n${'agenda'.padEnd(26)}${'size'.padStart(9)}  ${'Roundtable: waiting, ms'.padEnd(26)}${version === null ? '' : '  Gecode: waiting, ms'}`,
);
for (const [name, problem] of [...published, ...made]) {
  const size = `${problem.durations.length} × ${problem.agencies.length}`;
  const line = `${name.padEnd(26)}${size.padStart(9)}  ${ours(await order(problem))}`;
  console.log(version === null ? line : `${line}  ${theirs(askGecode(problem, seconds))}`);
}
