import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchAgenda } from '../../../../electron/services/agenda/agenda-search';
import { costOf, type OrderProblem } from '../../../../shared/agenda/order-problem';

const instance = (name: string): OrderProblem =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/agenda-instances/${name}.json`, import.meta.url), 'utf8'));

let folder = '';
let worker: URL;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'agenda-worker-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: 'electron/services/agenda/agenda-worker.ts',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'worker.mjs' } },
    },
  });
  worker = pathToFileURL(join(folder, 'worker.mjs'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('The worker proves the least order of a meeting, and tells of each better one on the way.', async () => {
  const problem = instance('meeting-024');
  const costs: number[] = [];
  const found = await searchAgenda(worker, problem, { seconds: 60, onImprovement: ({ cost }) => costs.push(cost) });
  expect({ cost: found.cost, proven: found.proven }).toEqual({ cost: 274, proven: true });
  expect(costOf(problem, found.order)).toBe(274);
  expect(costs).toEqual(costs.toSorted((one, other) => other - one));
});

test('A search that is stopped gives the best that it has.', async () => {
  const stopping = new AbortController();
  const problem = instance('meeting-110');
  const found = await searchAgenda(worker, problem, { seconds: 600, signal: stopping.signal, onImprovement: () => stopping.abort() });
  expect(found.order.length).toBe(110);
  expect(costOf(problem, found.order)).toBe(found.cost);
  const early = await searchAgenda(worker, problem, { seconds: 600, signal: AbortSignal.abort() });
  expect([early.order.length, early.proven]).toEqual([110, false]);
});

test('A malformed problem and a worker that is not there are told as failures.', async () => {
  await expect(searchAgenda(worker, { durations: [1], weights: [], agencies: [[0]] }, { seconds: 1 })).rejects.toThrow('0 weights for 1');
  await expect(searchAgenda(new URL('./none.mjs', worker), instance('film105'), { seconds: 1 })).rejects.toThrow();
});
