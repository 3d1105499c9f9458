import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** One line in one file, and whether the arrows between the folders allow it. */
const lines: readonly (readonly [file: string, line: string, isAllowed: boolean])[] = [
  ['shared/a.ts', "import { x } from '../db/schema';", false],
  ['shared/b/a.ts', "import { x } from '../../electron/services/x';", false],
  ['shared/c.ts', "import type { X } from '../renderer/x';", false],
  ['shared/d.ts', "import { join } from 'node:path';", false],
  ['shared/e.ts', "import { join } from 'path';", false],
  ['shared/f.ts', "import { app } from 'electron';", false],
  ['shared/g.ts', "import type { X } from '../db/schema';", false],
  ['shared/h.ts', "import { z } from 'zod';", true],
  ['shared/i.ts', "import { x } from './language/x';", true],
  ['db/a.ts', "import { x } from '../electron/services/x';", false],
  ['db/queries/b.ts', "import { x } from '../../renderer/x';", false],
  ['db/c.ts', "import type { App } from 'electron';", false],
  ['db/d.ts', "import { x } from '../shared/x';", true],
  ['db/e.ts', "import { join } from 'node:path';", true],
  ['renderer/a.ts', "import { x } from '../electron/main/x';", false],
  ['renderer/b/c.tsx', "import type { X } from '../../db/schema';", false],
  ['renderer/d.ts', "import { readFileSync } from 'node:fs';", false],
  ['renderer/e.ts', "import { ipcRenderer } from 'electron';", false],
  ['renderer/f.ts', "import { x } from '../shared/x';", true],
  ['electron/services/a.ts', "import { app } from 'electron';", false],
  ['electron/documents/b.ts', "import type { App } from 'electron';", false],
  ['electron/exchange/c.ts', "import { app } from 'electron/main';", false],
  ['electron/services/d.ts', "import { x } from '../main/x';", false],
  ['electron/services/e.ts', "import { x } from '../../renderer/x';", false],
  ['electron/services/f.ts', "import { x } from '../../test/support/x';", false],
  ['electron/services/g.ts', "import { x } from '../documents/x';", true],
  ['electron/services/h.ts', "import { x } from '../../db/x';", true],
  ['electron/main/a.ts', "import { app } from 'electron';", true],
  ['electron/main/b.ts', "import { x } from '../services/x';", true],
  ['electron/main/c.ts', "import { x } from '../../renderer/x';", false],
  ['electron/main/d.ts', "import { x } from '../../test/support/x';", false],
  ['electron/preload/a.ts', "import { z } from 'zod';", false],
  ['electron/preload/b.ts', "import { x } from '../services/x';", false],
  ['electron/preload/c.ts', "import { ipcRenderer } from 'electron';", true],
];

const rulesOfArrows = ['lint/style/noRestrictedImports', 'lint/correctness/noNodejsModules', 'lint/suspicious/noImportCycles'];

let folder = '';
let refused: readonly { readonly file: string; readonly rule: string }[] = [];

const put = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-arrows-'));
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  cpSync(join(root, '.gitignore'), join(folder, '.gitignore'));
  for (const [file, line] of lines) put(file, `${line}\n`);
  put('shared/cycle/one.ts', "import { two } from './two';\nexport const one = () => two;\n");
  put('shared/cycle/two.ts', "import { one } from './one';\nexport const two = () => one;\n");
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  let report = '';
  try {
    report = execFileSync(process.execPath, [biome, 'check', '--reporter=json', '--max-diagnostics=none', '.'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (failure) {
    report = (failure as { stdout: string }).stdout;
  }
  const found = JSON.parse(report) as { diagnostics: { category: string; location: { path: string | { file: string } } }[] };
  refused = found.diagnostics
    .filter((one) => rulesOfArrows.includes(one.category))
    .map((one) => ({ rule: one.category, file: typeof one.location.path === 'string' ? one.location.path : one.location.path.file }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the arrows between the folders', () => {
  it.each(lines.filter(([, , isAllowed]) => !isAllowed))('refuse in %s the line %s', (file) => {
    expect(refused.map((one) => one.file)).toContain(file);
  });

  it.each(lines.filter(([, , isAllowed]) => isAllowed))('allow in %s the line %s', (file) => {
    expect(refused.map((one) => one.file)).not.toContain(file);
  });

  it('refuse two files that import each other', () => {
    expect(refused).toContainEqual({ rule: 'lint/suspicious/noImportCycles', file: 'shared/cycle/one.ts' });
  });
});
