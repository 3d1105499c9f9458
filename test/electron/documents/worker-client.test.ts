import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentRequest } from '../../../electron/documents/request';
import { createDocumentsWorker, type DocumentsWorker } from '../../../electron/documents/worker-client';
import { minutesView, recoverySheetView } from '../../support/document-views';
import { creationDate, render } from '../../support/pdf';

/** The worker as it is shipped: bundled, in a thread of its own. */
const folder = mkdtempSync(join(tmpdir(), 'roundtable-worker-'));
const location = pathToFileURL(join(folder, 'documents-worker.js'));

beforeAll(async () => {
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction');
  await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true, external: ['pdfmake', '@expo-google-fonts/source-sans-3'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: { 'documents-worker': 'electron/documents/worker.ts' },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const started: DocumentsWorker[] = [];
const worker = (at = location) => {
  const client = createDocumentsWorker(at);
  started.push(client);
  return client;
};
afterEach(() => Promise.all(started.splice(0).map((client) => client.close())));

const sheet = (forName: string): DocumentRequest => ({ kind: 'recovery-sheet', view: recoverySheetView({ forName }), creationDate });

describe('the documents worker', () => {
  it('gives the same bytes as making the document in place', async () => {
    const request = { kind: 'minutes', view: minutesView(2), creationDate } as const;
    const made = await worker().render(request);
    const here = await render(request);
    expect(made.pages).toBe(here.pages);
    expect(Buffer.from(made.bytes).equals(Buffer.from(here.bytes))).toBe(true);
  });

  it('answers each of several requests with its own document', async () => {
    const client = worker();
    const names = ['A. Wexcombley', 'B. Hallowmere', 'C. Larkwell'];
    const documents = await Promise.all(names.map((name) => client.render(sheet(name))));
    const here = await Promise.all(names.map((name) => render(sheet(name))));
    expect(documents.map(({ bytes }) => bytes.length)).toEqual(here.map(({ bytes }) => bytes.length));
  });

  it('hands a failure back as an error that names no person, and makes the next document all the same', async () => {
    const client = worker();
    const broken = { ...sheet('B. Hallowmere'), view: { ...recoverySheetView(), words: null } } as unknown as DocumentRequest;
    const failed = await client.render(broken).catch((error: Error) => error.message);
    expect(failed).toBe('The recovery-sheet could not be laid out (TypeError).');
    expect((await client.render(sheet('B. Hallowmere'))).pages).toBe(1);
  });

  it('rejects what is cancelled, running or waiting, and makes the rest', async () => {
    const client = worker();
    const running = new AbortController();
    const waiting = new AbortController();
    const long = client.render({ kind: 'minutes', view: minutesView(60), creationDate }, running.signal);
    const never = client.render(sheet('A. Wexcombley'), waiting.signal);
    const kept = client.render(sheet('B. Hallowmere'));
    waiting.abort(new Error('Not wanted any more.'));
    running.abort(new Error('Stopped by the user.'));
    await expect(long).rejects.toThrow('Stopped by the user.');
    await expect(never).rejects.toThrow('Not wanted any more.');
    expect((await kept).pages).toBe(1);
    await expect(client.render(sheet('C. Larkwell'), running.signal)).rejects.toThrow('Stopped by the user.');
  });

  it('rejects what is unfinished when it is closed, and everything asked after', async () => {
    const client = worker();
    const unfinished = client.render({ kind: 'minutes', view: minutesView(60), creationDate });
    const expected = expect(unfinished).rejects.toThrow('the app is closing');
    await client.close();
    await expected;
    await expect(client.render(sheet('B. Hallowmere'))).rejects.toThrow('the app is closing');
  });

  it('rejects where the worker cannot start', async () => {
    await expect(worker(pathToFileURL(join(folder, 'missing.js'))).render(sheet('B. Hallowmere'))).rejects.toThrow('missing.js');
  });
});
