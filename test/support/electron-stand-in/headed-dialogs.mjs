// Dialogs where a person looks on: the system's own are out of reach of a browser, so a small page asks instead.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { app } from './app.mjs';
import { newPage } from './new-page.mjs';

const usualFolder = () => (existsSync(join(homedir(), 'Documents')) ? join(homedir(), 'Documents') : homedir());

export async function showOpen(options) {
  const isFolder = options.properties?.includes('openDirectory') ?? false;
  const path = await askForPath({ ...options, isFolder, isSave: false });
  return { canceled: path === null, filePaths: path === null ? [] : [path] };
}

export async function showSave(options) {
  const path = await askForPath({ ...options, isFolder: false, isSave: true });
  return { canceled: path === null, filePath: path ?? '' };
}

export async function showMessage(options) {
  const buttons = options.buttons?.length ? options.buttons : ['OK'];
  const answer = await ask({ kind: 'message', title: options.message ?? '', detail: options.detail ?? '', buttons });
  return { response: answer ?? options.cancelId ?? buttons.length - 1, checkboxChecked: false };
}

function askForPath({ title, buttonLabel, defaultPath, filters, isFolder, isSave }) {
  const suggested = defaultPath ?? '';
  const folder = isAbsolute(suggested) ? dirname(suggested) : usualFolder();
  const endings = (filters ?? []).flatMap((filter) => filter.extensions).filter((one) => one !== '*');
  const button = buttonLabel ?? (isSave ? 'Save' : isFolder ? 'Choose this folder' : 'Open');
  return ask({
    kind: 'path',
    title: title ?? app.name,
    button,
    folder,
    name: isSave ? basename(suggested) : '',
    endings,
    isFolder,
    isSave,
  });
}

/** The folder's entries as the page shows them: folders first, then the files that fit. */
function list(folder, endings, isFolder) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'));
    const names = (wanted) =>
      entries
        .filter(wanted)
        .map((entry) => entry.name)
        .sort((a, b) => a.localeCompare(b));
    const fits = (name) => endings.length === 0 || endings.some((ending) => name.toLowerCase().endsWith(`.${ending.toLowerCase()}`));
    return {
      folder: resolve(folder),
      parent: dirname(resolve(folder)),
      folders: names((entry) => entry.isDirectory()),
      files: isFolder ? [] : names((entry) => entry.isFile() && fits(entry.name)),
      problem: '',
    };
  } catch {
    return { folder, parent: dirname(folder), folders: [], files: [], problem: 'This folder cannot be read.' };
  }
}

/** Opens the page and waits for its answer; null where it was closed. */
async function ask(question) {
  const page = await newPage();
  let answered = null;
  await page.exposeBinding('__list', (_source, folder) => list(folder, question.endings, question.isFolder));
  await page.exposeBinding('__answer', async (_source, value) => {
    const problem = question.kind === 'path' && value !== null ? problemWith(value, question) : '';
    if (problem) return problem;
    answered = value;
    setImmediate(() => void page.close());
    return '';
  });
  const closed = new Promise((done) => page.once('close', done));
  await page.setContent('<!doctype html><meta charset="utf-8"><title>Choose</title><body></body>');
  await page.evaluate(draw, question);
  await page.bringToFront();
  await closed;
  return answered;
}

function problemWith(path, { isFolder, isSave }) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (isSave) {
    if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) return 'There is no such folder.';
    if (found?.isDirectory()) return 'This is a folder. Give a name for the file.';
    return found ? 'There is a file of this name already. Choose another name.' : '';
  }
  if (!found) return isFolder ? 'There is no such folder.' : 'There is no such file.';
  return found.isDirectory() === isFolder ? '' : isFolder ? 'This is a file, not a folder.' : 'This is a folder, not a file.';
}

/** Runs in the page. */
function draw(question) {
  const make = (tag, more = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), more);
    element.append(...children);
    return element;
  };
  document.title = question.title;
  document.head.append(
    make('style', {
      textContent:
        'body{font:15px system-ui,sans-serif;margin:24px;max-width:720px}h1{font-size:18px}input{font:inherit;width:100%;box-sizing:border-box;padding:8px}' +
        'ul{list-style:none;padding:0;height:320px;overflow:auto;border:1px solid #bbb}li button{all:unset;padding:5px 10px;display:block;width:100%;box-sizing:border-box;cursor:pointer}' +
        'li button:hover,li button:focus{background:#e8ecf2}.row{display:flex;gap:8px;margin-top:12px}.row button{font:inherit;padding:8px 16px}p{color:#a01515;min-height:1.4em}',
    }),
  );
  const heading = make('h1', { textContent: question.title });
  if (question.kind === 'message') {
    const buttons = question.buttons.map((label, at) => make('button', { textContent: label, onclick: () => globalThis.__answer(at) }));
    document.body.append(heading, make('div', { textContent: question.detail }), make('div', { className: 'row' }, ...buttons));
    buttons[0].focus();
    return;
  }
  const path = make('input', { ariaLabel: 'Path' });
  const entries = make('ul');
  const problem = make('p', { role: 'alert' });
  const slash = question.folder.includes('\\') ? '\\' : '/';
  const within = (folder, name) => (folder.endsWith(slash) ? folder : folder + slash) + name;
  const open = async (folder) => {
    const listed = await globalThis.__list(folder);
    problem.textContent = listed.problem;
    path.value = question.isSave ? within(listed.folder, question.name) : listed.folder;
    const entry = (label, onclick) => make('li', {}, make('button', { textContent: label, onclick }));
    entries.replaceChildren(
      entry('↑ ..', () => open(listed.parent)),
      ...listed.folders.map((name) => entry(`${name}${slash}`, () => open(within(listed.folder, name)))),
      ...listed.files.map((name) =>
        entry(name, () => {
          path.value = within(listed.folder, name);
        }),
      ),
    );
  };
  const answer = async (value) => {
    problem.textContent = await globalThis.__answer(value);
  };
  path.onkeydown = (event) => event.key === 'Enter' && answer(path.value);
  const agree = make('button', { textContent: question.button, onclick: () => answer(path.value) });
  const cancel = make('button', { textContent: 'Cancel', onclick: () => answer(null) });
  document.body.append(heading, path, entries, problem, make('div', { className: 'row' }, agree, cancel));
  void open(question.folder).then(() => path.focus());
}
