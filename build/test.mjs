// `npm test`: everything, on a fresh machine. Each part runs even where an earlier one failed, so that one run tells all.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { chosenRuntime } from '../test/support/runtime.ts';
import { ensureBuilt } from './ensure-built.ts';
import { setUpTests } from './test-setup.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const reports = join(root, 'out/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** Runs to its end, shows what it writes as it comes, and keeps it. */
function run(title, file, args) {
  console.log(`\n── ${title}`);
  return new Promise((done) => {
    const child = spawn(process.execPath, [resolve(root, 'node_modules', file), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      text += chunk;
    });
    child.once('close', (code) => done({ title, hasPassed: code === 0, text }));
  });
}

function step(title, work) {
  console.log(`\n── ${title}`);
  try {
    const problem = work();
    if (problem) console.error(problem);
    return { title, hasPassed: !problem, text: '' };
  } catch (error) {
    console.error(error.message);
    return { title, hasPassed: false, text: '' };
  }
}

const results = [];
results.push(await run('Types, style, arrows, unused code', process.env.npm_execpath, ['run', 'check']));
results.push(step('What the tests need', () => setUpTests(() => chosenRuntime().kind)));
results.push(step('Build', () => void ensureBuilt(root)));
const unit = await run('Unit and integration tests', 'vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(reports, 'vitest.json')}`,
]);
const endToEnd = await run('End-to-end tests', '@playwright/test/cli.js', ['test']);
results.push(unit, endToEnd);

const report = (file) => {
  try {
    return JSON.parse(readFileSync(join(reports, file), 'utf8'));
  } catch {
    return null;
  }
};
const ofVitest = report('vitest.json');
const ofPlaywright = report('playwright.json');
const passed = (ofVitest?.numPassedTests ?? 0) + (ofPlaywright?.stats.expected ?? 0);
const failed = (ofVitest?.numFailedTests ?? 0) + (ofPlaywright?.stats.unexpected ?? 0) + (ofPlaywright?.stats.flaky ?? 0);

const closingLines = (text) => stripVTControlCharacters(text).trimEnd().split('\n').slice(-6).join('\n').trim();
for (const { title, text } of [unit, endToEnd]) console.log(`\n── ${title}, closing lines\n${closingLines(text)}`);
const wrong = results.filter((result) => !result.hasPassed).map((result) => result.title);
if (!ofVitest || !ofPlaywright) wrong.push('a report is missing');
console.log(wrong.length === 0 ? '\nAll is in order.' : `\nNot in order: ${wrong.join(', ')}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = wrong.length === 0 && failed === 0 ? 0 : 1;
