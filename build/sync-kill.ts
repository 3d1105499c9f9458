import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { killOften } from '../test/sync/kill';

/** `npm run sync:kill -- --times N [--seed S]`: kill -9 of real processes at named points. A failure names the seed. */
const { values } = parseArgs({ options: { times: { type: 'string', default: '50' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const started = performance.now();
const program = fileURLToPath(new URL('./sync-kill-process.js', import.meta.url));
const { kills, byPoint, failure } = await killOften(Number(values.times), seed, program);
for (const [name, count] of [...byPoint].sort()) console.log(`${String(count).padStart(5)}  ${name}`);
if (failure) console.error(failure);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `${kills} kills at ${byPoint.size} points, seed ${seed}, ${seconds} s: ${failure ? 'not in order' : 'nothing lost, nothing broken'}.`,
);
process.exitCode = failure ? 1 : 0;
