import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { searchAgenda } from '../electron/services/agenda-search';

/**
 * `npm run agenda -- FILE.json [--seconds S]`: orders the cases of a file so that agencies wait least. The file holds
 * `durations`, `weights` and `agencies` (lists of cases from 0), and `pins` where cases keep a position. The last line
 * is one JSON object, `{"order":[…],"cost":n,"lowerBound":n,"proven":bool,"ms":n}`; progress goes to standard error.
 */
const problemFile = z.object({
  durations: z.array(z.number().min(0)),
  weights: z.array(z.number().min(0)),
  agencies: z.array(z.array(z.int().min(0))),
  pins: z.array(z.int().min(0).nullable()).optional(),
});

const usage = 'Usage: npm run agenda -- FILE.json [--seconds S]';
const usualSeconds = 10;

function fail(words: string): never {
  console.error(words);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { seconds: { type: 'string' } } });
  } catch {
    return fail(usage);
  }
}

function readProblem(path: string) {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return fail(`${path} could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = problemFile.safeParse(value);
  return parsed.success ? parsed.data : fail(`${path} holds no agenda to order.\n${z.prettifyError(parsed.error)}`);
}

const { positionals, values } = readArguments();
const [path] = positionals;
const seconds = Number(values.seconds ?? usualSeconds);
if (path === undefined || positionals.length > 1 || !(seconds > 0)) fail(usage);
const { pins, ...rest } = readProblem(path);
const startedAt = performance.now();
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
try {
  const found = await searchAgenda(new URL('./agenda-worker.js', import.meta.url), pins ? { ...rest, pins } : rest, {
    seconds,
    signal: interrupted.signal,
    onImprovement: ({ cost, lowerBound }) =>
      console.error(`${Math.round(performance.now() - startedAt)} ms: ${cost}, at least ${lowerBound}`),
  });
  const { order, cost, lowerBound, proven } = found;
  console.log(JSON.stringify({ order, cost, lowerBound, proven, ms: Math.round(performance.now() - startedAt) }));
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
