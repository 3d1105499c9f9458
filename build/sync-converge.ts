import { parseArgs } from 'node:util';
import { converge } from '../test/sync/converge';

/** `npm run sync:converge -- --runs N [--seed S]`: any-order convergence at any size. A failure names the seed. */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '500' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const started = performance.now();
const { runs, failure } = await converge(Number(values.runs), seed);
if (failure) console.error(failure);
console.log(
  `${runs} runs, seed ${seed}, ${((performance.now() - started) / 1000).toFixed(1)} s: ${failure ? 'not in order' : 'all came to the same tables'}.`,
);
process.exitCode = failure ? 1 : 0;
