import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { searchAgenda } from '../electron/services/agenda/agenda-search';

/**
 * `npm run agenda -- FILE.json [--seconds S]`: orders the cases of a file so that agencies wait least. The file holds
 * `durations`, `weights` and `agencies` (lists of cases from 0), and `pins` where cases keep a position. It ends once the
 * order is proven, when it is interrupted or, unless told otherwise, after ten seconds. The last line
 * is one JSON object, `{"order":[…],"cost":n,"lowerBound":n,"proven":bool,"ms":n}`; progress goes to standard error.
 */
const problemFile = z.object({
  durations: z.array(z.number().min(0)),
  weights: z.array(z.number().min(0)),
  agencies: z.array(z.array(z.int().min(0))),
  pins: z.array(z.int().min(0).nullable()).optional(),
});

/** Most agendas are proven within one or two. */
const usualSeconds = 10;
const usage = `Usage: npm run agenda -- FILE.json [--seconds S], S more than 0, ${usualSeconds} where it is left out.`;

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

/** What each part of the file must be, in words that fit behind its name. */
const expected: Readonly<Record<string, string>> = {
  durations: 'must be a list of minutes, numbers of 0 or more',
  weights: 'must be a list of numbers of 0 or more, one an agency',
  agencies: 'must be a list with, for each agency, the list of its cases, counted from 0',
  pins: 'must be a list with, for each case, its position from 0 or null',
};

function readProblem(path: string) {
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return fail(`${path} could not be read: there is no such file, or it may not be opened.`);
  }
  let value: unknown;
  try {
    // Some editors begin a file with a mark that is no part of it.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail(`${path} is not JSON, so there is no agenda in it to order.`);
  }
  const parsed = problemFile.safeParse(value);
  if (parsed.success) return parsed.data;
  const part = String(parsed.error.issues[0]?.path[0] ?? '');
  return fail(
    `${path} holds no agenda to order: ${expected[part] ? `${part} ${expected[part]}` : 'it must be an object with durations, weights and agencies'}.`,
  );
}

const startedAt = performance.now();
const { positionals, values } = readArguments();
const [path] = positionals;
const seconds = Number(values.seconds ?? usualSeconds);
if (path === undefined || positionals.length > 1 || !(seconds > 0)) fail(usage);
const { pins, ...rest } = readProblem(path);
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
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
