// What the tests need beyond the packages: a browser where Electron's binary is not, and two readers of PDF files.
// Debian and Ubuntu, as root: installed. Anything else: said plainly.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const isOnPath = (command) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));

/** Debian package → the command that it brings; the browser may be another. */
const needed = [
  { debian: 'chromium', isThere: (runtime) => runtime !== 'none', what: 'Chromium, Chrome or Edge (or name one in ROUNDTABLE_BROWSER)' },
  { debian: 'poppler-utils', isThere: () => isOnPath('pdftotext') && isOnPath('pdftoppm'), what: 'pdftotext and pdftoppm (poppler)' },
  { debian: 'qpdf', isThere: () => isOnPath('qpdf'), what: 'qpdf' },
];

/** `runtime` tells what the app would run in: `electron`, `stand-in` or `none`. Returns what is still missing, as a sentence, or null. */
export function setUpTests(runtime) {
  const missing = () => needed.filter((one) => !one.isThere(runtime()));
  if (missing().length === 0) return null;
  installPackages(missing().map((one) => one.debian));
  const still = missing();
  return still.length === 0
    ? null
    : `The tests need ${still.map((one) => one.what).join('; ')}. Please install what is named, then run them again.`;
}

/** On Debian and Ubuntu, as root, installs packages; elsewhere does nothing. */
export function installPackages(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing for the tests: ${packages.join(', ')}`);
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}
