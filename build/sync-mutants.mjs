// `npm run sync:mutants`: puts each seeded bug in, one after another, and fails where the tests do not notice it.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { seededBugs } from '../test/sync/seeded-bugs.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const missed = [];
for (const { name, tests } of seededBugs) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--bail=1', ...tests],
    {
      cwd: root,
      env: { ...process.env, SEEDED_BUG: name },
      encoding: 'utf8',
    },
  );
  // A bug that could not be put in proves nothing, nor do tests that did not even begin.
  const said = stripVTControlCharacters(`${stdout}${stderr}`);
  const isCaught = status !== 0 && /^ *Tests .*\d+ failed/m.test(said) && !/is not found exactly once/.test(said);
  console.log(`${isCaught ? 'caught' : 'MISSED'}  ${name}`);
  if (!isCaught) missed.push(name);
}
console.log(`${seededBugs.length} seeded bugs: ${missed.length === 0 ? 'all caught' : `missed: ${missed.join(', ')}`}.`);
process.exitCode = missed.length === 0 ? 0 : 1;
