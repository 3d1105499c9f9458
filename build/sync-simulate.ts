import { parseArgs } from 'node:util';
import { simulateSeeds } from '../test/sync/simulate';

/** `npm run sync:simulate -- --seeds A-B`: five workstations on a faulty share, a story a seed. A failure names its seed. */
const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1-200' } } });
const [from = 1, to = from] = values.seeds.split('-').map(Number);
const started = performance.now();
const failed = await simulateSeeds(from, to);
for (const problem of failed) console.error(problem);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `${to - from + 1} seeds, ${seconds} s: ${failed.length === 0 ? 'all came to the same state' : `${failed.length} not in order, named above`}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
