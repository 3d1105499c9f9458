import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { contentHash, writeFileName } from '../../db/sync/file-names';
import { type AttackedFolder, filesIn, openAttackedFolder } from '../support/sync/attacked-folder';
import { surnames } from '../support/sync/network';

/** Numbers that are the same at every run. */
function drawn(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state % below;
  };
}

const each = (root: string, change: (path: string, bytes: Buffer, folder: string, name: string) => void) => {
  for (const [folder, name] of filesIn(root)) change(join(root, folder, name), readFileSync(join(root, folder, name)), folder, name);
};
const draw = drawn(7);
const plausible = (bytes: Uint8Array, number: number) => writeFileName({ kind: 'segment', number, hash: contentHash(bytes) });
const magic = Buffer.from('roundtable segment 1\n', 'latin1');

/** What somebody with the folder does to it: to what is there, and to what is not. */
const attacks: Readonly<Record<string, (folder: AttackedFolder) => void>> = {
  'a byte of each file changed': ({ root }) =>
    each(root, (path, bytes) => {
      const at = draw(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 + draw(255));
      writeFileSync(path, bytes);
    }),
  'each file cut short': ({ root }) => each(root, (path, bytes) => truncateSync(path, draw(bytes.length))),
  'each file emptied': ({ root }) => each(root, (path) => truncateSync(path, 0)),
  'bytes behind the end of each file': ({ root }) =>
    each(root, (path, bytes) => writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(9)]))),
  'the contents of the files of a folder swapped': ({ root, all }) => {
    const of = filesIn(root).filter(([folder]) => folder === all[0].folder);
    const contents = of.map(([folder, name]) => readFileSync(join(root, folder, name)));
    for (const [index, [folder, name]] of of.entries())
      writeFileSync(join(root, folder, name), contents[(index + 1) % of.length] as Buffer);
  },
  'every file of one device in all the other folders': ({ root, all }) => {
    for (const [folder, name] of filesIn(root)) {
      for (const other of all) if (other.folder !== folder) copyFileSync(join(root, folder, name), join(root, other.folder, name));
    }
  },
  'two folders under each other’s names': ({ root, all: [one, other] }) => {
    renameSync(join(root, one.folder), join(root, 'held'));
    renameSync(join(root, other.folder), join(root, one.folder));
    renameSync(join(root, 'held'), join(root, other.folder));
  },
  'every segment again under another number': ({ root }) =>
    each(root, (path, _, folder, name) => copyFileSync(path, join(root, folder, name.replace(/^\d{8}/, '00000900')))),
  'every other file gone': ({ root }) => {
    for (const [index, [folder, name]] of filesIn(root).entries()) if (index % 2 === 0) rmSync(join(root, folder, name));
  },
  'one folder gone': ({ root, all }) => rmSync(join(root, all[0].folder), { recursive: true }),
  'everything gone': ({ root }) => {
    rmSync(root, { recursive: true });
    mkdirSync(root);
  },
  'its note gone': ({ root }) => rmSync(join(root, 'roundtable.scheme')),
  'its note a folder': ({ root }) => {
    rmSync(join(root, 'roundtable.scheme'));
    mkdirSync(join(root, 'roundtable.scheme'));
  },
  'another scheme’s note': ({ root }) => writeFileSync(join(root, 'roundtable.scheme'), '{"form":1,"scheme":"another","folder":"x"}\n'),
  'files that are folders': ({ root }) =>
    each(root, (path) => {
      rmSync(path);
      mkdirSync(path);
    }),
  'a folder that is a file': ({ root, all }) => {
    rmSync(join(root, all[1].folder), { recursive: true });
    writeFileSync(join(root, all[1].folder), 'not a folder');
  },
  'links to nowhere, to themselves, to what never ends, and pipes': ({ root, all: [{ folder }] }) => {
    symlinkSync('nowhere', join(root, folder, plausible(Buffer.from('a'), 901)));
    symlinkSync(plausible(Buffer.from('b'), 902), join(root, folder, plausible(Buffer.from('b'), 902)));
    symlinkSync('/dev/zero', join(root, folder, plausible(Buffer.from('c'), 903)));
    symlinkSync('/', join(root, 'a'.repeat(24)));
    symlinkSync('b'.repeat(24), join(root, 'b'.repeat(24)));
    symlinkSync('round', join(root, 'round'));
    execFileSync('mkfifo', [join(root, folder, plausible(Buffer.from('d'), 904))]);
  },
  'files of a gigabyte that hold nothing': ({ root, all: [{ folder }] }) => {
    const path = join(root, folder, plausible(Buffer.from('large'), 905));
    writeFileSync(path, magic);
    truncateSync(path, 1024 ** 3);
    writeFileSync(join(root, folder, plausible(Buffer.from('large'), 906)), '');
    truncateSync(join(root, folder, plausible(Buffer.from('large'), 906)), 5 * 1024 ** 3);
  },
  'a file of nothing but empty pieces, under a name that fits it': ({ root, all: [{ folder }] }) => {
    const bytes = Buffer.concat([magic, Buffer.alloc(20_000_000)]);
    writeFileSync(join(root, folder, plausible(bytes, 907)), bytes);
    const tiny = Buffer.concat([magic, Buffer.from('000000017a'.repeat(1_000_000), 'hex')]);
    writeFileSync(join(root, folder, plausible(tiny, 908)), tiny);
  },
  'two thousand files of other programs': ({ root, all: [{ folder }] }) => {
    for (let count = 0; count < 2000; count += 1) {
      const place = count % 3 === 0 ? root : join(root, folder);
      const name = ['~$notes', 'desktop.ini', 'Copy of 00000003', '.DS_Store', '00000003-abcdef (1).seg', 'x.tmp'][count % 6] ?? '';
      writeFileSync(join(place, `${name} ${count}`), 'foreign');
    }
  },
  'names in odd letters, and as long as can be': ({ root, all: [{ folder }] }) => {
    for (const name of ['é'.normalize('NFC'), 'é'.normalize('NFD'), '‮gnp.seg', 'a\nb', ' ', '😀'.repeat(63), 'x'.repeat(255)]) {
      writeFileSync(join(root, name), 'foreign');
      writeFileSync(join(root, folder, name), 'foreign');
    }
    writeFileSync(join(root, folder, `00000001-${'a'.repeat(40)}${' '.repeat(190)}.seg`), 'foreign');
    for (const name of ['__proto__', 'constructor', 'joining']) mkdirSync(join(root, name));
    mkdirSync(join(root, 'joining', `${'a'.repeat(40)}.request`));
  },
  'a copy of the folder within itself': ({ root }) => {
    cpSync(root, `${root}-copy`, { recursive: true });
    renameSync(`${root}-copy`, join(root, 'copy-of-share'));
    for (const name of ['Old', 'old', 'OLD']) mkdirSync(join(root, name), { recursive: true });
  },
  'the right to read each file taken away': ({ root }) => each(root, (path) => chmodSync(path, 0)),
};

// Whoever may do anything is not kept out by a file's rights.
const isRoot = process.getuid?.() === 0;

/** By their names, in two halves: each of them takes half a second. */
export const halves = [0, 1].map((half) =>
  Object.keys(attacks).filter((what, index) => index % 2 === half && !(isRoot && what.startsWith('the right'))),
);

/** Does it, lets everybody look several times, puts it right again, and expects that somebody was told and nothing is lost. */
export async function withstands(what: string): Promise<void> {
  const folder = await openAttackedFolder();
  try {
    attacks[what]?.(folder);
    folder.record('DURING');
    expect(await folder.poll()).toEqual([]);
    if (!folder.isSame()) {
      const told = folder.all.map((one) => folder.alarmsOf(one));
      expect(told[0]?.length, JSON.stringify(told)).toBeGreaterThan(0);
    }
    folder.heal();
    await folder.settle();
    folder.record('AFTER');
    await folder.settle();
    const [first] = folder.all;
    expect([...new Set(first.exchange.status().alarms.map(({ kind }) => kind))].filter((kind) => kind !== 'unread-file')).toEqual([]);
    expect(folder.isSame()).toBe(true);
    expect(surnames(first)).toEqual(['AFTER', 'CARTERWICK', 'DURING', 'OAKENFELL'].flatMap((name) => [`${name}-1`, `${name}-2`]));
  } finally {
    folder.end();
  }
}
