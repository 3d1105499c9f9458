import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withoutNetwork } from '../../build/without-network';

const source = join(import.meta.dirname, '../../electron/exchange/mail-draft.ts');
let folder = '';

/** The modules that are left to be found at run time. */
const imported = () =>
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .flatMap((text) => [...text.matchAll(/(?:from|import|require\()\s*["'](?:node:)?([\w/]+)["']/g)].map(([, name]) => name));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-mail-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [withoutNetwork()],
    ssr: { noExternal: true },
    build: { ssr: source, outDir: folder, emptyOutDir: true, minify: false, rolldownOptions: { output: { entryFileNames: 'draft.mjs' } } },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('What is bundled to write drafts reaches no module of the network.', () => {
  expect(imported()).toContain('crypto');
  expect(imported().filter((name) => /^(net|tls|dns|https?|http2|dgram|child_process)$/.test(name ?? ''))).toEqual([]);
});

test('Drafts are written by the bundle as by its sources.', async () => {
  const { writeMailDraft } = (await import(
    pathToFileURL(join(folder, 'draft.mjs')).href
  )) as typeof import('../../electron/exchange/mail-draft');
  const bytes = await writeMailDraft({
    to: [{ name: 'Łucja', address: 'lucja@łódź.example' }],
    subject: 'Case conference',
    text: 'Come at 10:35.',
    attachments: [{ fileName: 'a.txt', contentType: 'text/plain', bytes: new Uint8Array([65, 66]) }],
    writtenAt: '2026-03-02T09:30:00.000Z',
    id: 'one',
  });
  expect(Buffer.from(bytes).toString('latin1')).toContain('QUI=');
});
