import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createImportEngine, type ImportEngine } from '../../../electron/exchange/import-engine';
import { createImportWorker } from '../../../electron/exchange/import-worker-client';
import type { importTargets } from '../../../shared/views/importing';
import { agencies, people, today } from '../../fixtures/case-builders';

/** The worker as it is shipped: bundled, in a thread of its own. */
const folder = mkdtempSync(join(tmpdir(), 'roundtable-import-'));
const location = pathToFileURL(join(folder, 'import-worker.js'));
const facts = { existing: [], agencies, people, today, records: [] };

beforeAll(async () => {
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction');
  await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: { 'import-worker': 'electron/exchange/import-worker.ts' },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const started: ImportEngine[] = [];
function worker(): ImportEngine {
  const engine = createImportWorker(location);
  started.push(engine);
  return engine;
}
afterEach(() => {
  for (const engine of started.splice(0)) engine.stop();
});

function file(rows: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_, at) => `Brambleford${at},Dean,Y${String(at).padStart(6, '0')},Amber`);
  return new TextEncoder().encode(['Surname,Forenames,CRN,RAG', ...lines].join('\n'));
}
const columns = ['surname', 'forenames', 'crn', 'colour'] as const satisfies readonly (typeof importTargets)[number][];

it('reads and plans as in place, and tells how far down the sheet it is', async () => {
  const engine = worker();
  const here = createImportEngine();
  const bytes = file(1_200);
  expect(await engine.open('t', bytes, 'cohort.csv')).toEqual(await here.open('t', bytes, 'cohort.csv'));
  const heard: number[] = [];
  const planned = await engine.plan('t', columns, facts, (done) => heard.push(done));
  expect(planned).toEqual(await here.plan('t', columns, facts));
  expect(heard).toEqual([500, 1_000]);
  const written = await engine.rows('t', 0, 500);
  expect(written).toEqual(await here.rows('t', 0, 500));
  expect(await engine.rows('t', 119, 5)).toEqual(written.slice(119));
  expect(written).toHaveLength(planned.total / 10);
});

it('says in a sentence that a file cannot be read, and forgets what it is told to', async () => {
  const engine = worker();
  expect(await engine.open('t', new Uint8Array(0), 'empty.csv')).toEqual({ problem: expect.stringContaining('This file is empty') });
  await engine.open('u', file(1), 'cohort.csv');
  engine.forget('u');
  await expect(engine.plan('u', columns, facts)).rejects.toThrow('no longer held');
});

it('stopped at its work, it gives up in plain words, and begins anew with the next file', async () => {
  const engine = worker();
  await engine.open('t', file(20_000), 'cohort.csv');
  const planned = engine.plan('t', columns, facts);
  engine.stop();
  await expect(planned).rejects.toThrow('Reading the file was stopped. Nothing was imported.');
  expect(await engine.open('u', file(2), 'cohort.csv')).toMatchObject({ rows: 2 });
});
