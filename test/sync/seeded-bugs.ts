/**
 * Bugs that someone could write into the exchange, each put in on purpose by `npm run sync:mutants`, which fails where the
 * tests do not notice one of them. `find` stands exactly once in its file.
 */
export interface SeededBug {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** Where it is to be noticed. */
  readonly tests: readonly string[];
}

const apply = ['test/db/sync/apply.test.ts'];
const exchange = ['test/db/sync/exchange.test.ts'];
const faults = ['test/db/sync/faults.test.ts'];
const folder = ['test/db/sync/folder-transport.test.ts'];

const erasing = ['test/db/sync/erase.test.ts'];

export const seededBugs: readonly SeededBug[] = [
  {
    name: 'an erased case stays in the index',
    file: 'db/sync/erase.ts',
    find: 'removePut.run(relation, row, field, commit.stamp);',
    replace: '',
    tests: erasing,
  },
  {
    name: 'what arrives for an erased case is taken in',
    file: 'db/sync/merge-slice.ts',
    find: 'if (eraser.isErased(signed.commit.space)) {',
    replace: 'if (false) {',
    tests: erasing,
  },
  {
    name: 'files are written anew with what was erased',
    file: 'db/sync/sweep.ts',
    find: 'if (!opened || !isErased(opened.value.space)) kept.push(part);',
    replace: 'kept.push(part);',
    tests: ['test/sync/erasure.test.ts'],
  },
  { name: 'no base check', file: 'shared/merge/resolve-row.ts', find: 'if (heads.length === 1 ||', replace: 'if (true ||', tests: apply },
  {
    name: 'the earlier value is shown',
    file: 'shared/merge/resolve-row.ts',
    find: 'const shown = heads.at(-1)',
    replace: 'const shown = heads[0]',
    tests: apply,
  },
  {
    name: 'a withdrawal beats an edit',
    file: 'shared/merge/resolve-row.ts',
    find: '  if (edits) {',
    replace: '  if (false) {',
    tests: apply,
  },
  {
    name: 'a clock ahead is rejected',
    file: 'shared/merge/may-write.ts',
    find: "if (!member) return 'not-yet-known-person';",
    replace: "if (!member || Number(commit.stamp.slice(0, 15)) > 1772700000000) return 'not-yet-known-person';",
    tests: apply,
  },
  {
    name: 'a clock ahead carries everyone along',
    file: 'shared/merge/clocks.ts',
    find: 'voices[1] ?? now',
    replace: 'voices[0] ?? now',
    tests: apply,
  },
  {
    name: 'no look at the role',
    file: 'shared/merge/may-write.ts',
    find: "if (member.role === 'coordinator') return null;",
    replace: 'return null;',
    tests: apply,
  },
  {
    name: 'retirement is not heeded',
    file: 'shared/merge/may-write.ts',
    find: "return 'retired-device';",
    replace: 'void 0;',
    tests: apply,
  },
  {
    name: 'no look at the signature',
    file: 'db/sync/merge-slice.ts',
    find: "if (device && from !== 'applied' &&",
    replace: 'if (false &&',
    tests: apply,
  },
  { name: 'no flush', file: 'db/sync/folder-transport.ts', find: 'await file.flush();', replace: '', tests: folder },
  {
    name: 'no reading back',
    file: 'db/sync/folder-transport.ts',
    find: 'if (!isSame(await files.read(unfinished, mostBytes), bytes))',
    replace: 'if (false)',
    tests: folder,
  },
  {
    name: 'a short write is taken for a whole one',
    file: 'db/sync/folder-transport.ts',
    find: 'at += taken;',
    replace: 'at = bytes.length;',
    tests: folder,
  },
  {
    name: 'a blocked rename is given up',
    file: 'db/sync/folder-transport.ts',
    find: 'attempt === renameTries',
    replace: 'true',
    tests: folder,
  },
  {
    name: 'removed before everyone has read it',
    file: 'db/sync/pack.ts',
    find: 'store.sender(id).heads[device.id] ?? 0',
    replace: 'Number.MAX_SAFE_INTEGER',
    tests: exchange,
  },
  {
    name: 'cases sealed to every member',
    file: 'db/sync/readers.ts',
    find: '    of(space) {',
    replace: '    of(space) {\n      return all;',
    tests: exchange,
  },
  { name: 'history not sent to a new reader', file: 'db/sync/hand-over.ts', find: '`) ?? 0;', replace: '`) ?? end;', tests: exchange },
  {
    name: 'an emptied folder is not noticed',
    file: 'db/sync/folder-watch.ts',
    find: 'if (seen < timesSeen || clock() - seenSince < seenFor) return',
    replace: 'if (true) return',
    tests: exchange,
  },
  {
    name: 'a file that could not be written is forgotten',
    file: 'db/sync/sending.ts',
    find: 'if (!done.ok) return { written, problem: done };',
    replace: 'if (!done.ok) { store.dropFromOutbox(name); return { written, problem: done }; }',
    tests: exchange,
  },
  {
    name: 'the last slice of a merge is left out',
    file: 'db/turns.ts',
    find: 'while (at < items.length && goesOn())',
    replace: 'while (at < items.length - 1 && goesOn())',
    tests: exchange,
  },
  {
    name: 'a folder half in step is taken over',
    file: 'db/sync/manifest.ts',
    find: "return { ok: false, problem: 'not-whole', code: 'NOT-WHOLE' };",
    replace: 'return { ok: true, value: null };',
    tests: faults,
  },
  {
    name: 'a membership that counts no more stays',
    file: 'db/sync/merge-slice.ts',
    find: "{ ...unapply(hash, commit.stamp), from: 'uncounted' }",
    replace: 'unapply(hash, commit.stamp)',
    tests: apply,
  },
  {
    name: 'a snapshot is removed before the newcomer has read it',
    file: 'db/sync/snapshots.ts',
    find: 'heads[markOf(name)] !== undefined',
    replace: 'heads !== undefined',
    tests: exchange,
  },
  {
    name: 'what follows a gap is sealed at every look',
    file: 'db/sync/exchange-desk.ts',
    find: 'sealed.get(space) !== what',
    replace: 'sealed.get(space) !== null',
    tests: ['test/db/sync/gaps.test.ts'],
  },
  {
    name: 'numbers of packed segments are given out again',
    file: 'db/sync/hand-over.ts',
    find: "(['segment', 'pack'] as const)",
    replace: "(['segment'] as const)",
    tests: ['test/db/sync/copied-devices.test.ts'],
  },
  {
    name: 'a partner’s word counts on what others were sent',
    file: 'db/sync/take-in.ts',
    find: "?.role === 'coordinator';",
    replace: '?.role !== undefined;',
    tests: ['test/db/sync/forged-files.test.ts'],
  },
  {
    name: 'what a newer version wrote is remembered as read',
    file: 'db/sync/take-in.ts',
    find: "    if (opened === 'newer-version') return opened;",
    replace: "    if (opened === 'newer-version') continue;",
    tests: ['test/db/sync/two-versions.test.ts'],
  },
  {
    name: 'a pack stands in for what lies in another',
    file: 'db/sync/pack.ts',
    find: 'covers: joinedRuns(covers)',
    replace: 'covers: [[device.id, 1, last]]',
    tests: exchange,
  },
  {
    name: 'a member’s word on workstations goes before a coordinator’s',
    file: 'shared/merge/authority.ts',
    find: 'wordOf(commit, authority, anchor, isSigned, firm, puts) !== word',
    replace: 'wordOf(commit, authority, anchor, isSigned, firm, puts) === null',
    tests: ['test/db/sync/forged-files.test.ts'],
  },
];

/** For Vite: puts one bug into its file. */
export function seededBugPlugin(name: string) {
  const bug = seededBugs.find((each) => each.name === name);
  if (!bug) throw new Error(`There is no seeded bug called ${name}.`);
  return {
    name: 'seeded-bug',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (!id.endsWith(`/${bug.file}`)) return null;
      if (code.split(bug.find).length !== 2)
        throw new Error(`The place of the seeded bug "${name}" is not found exactly once in ${bug.file}.`);
      return code.replace(bug.find, () => bug.replace);
    },
  };
}
