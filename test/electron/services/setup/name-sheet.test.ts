import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRecoveryWords } from '../../../../db/keys/recovery-words';
import { knownSchemesIn } from '../../../../electron/services/opening/known-schemes';
import { createSchemeAccess } from '../../../../electron/services/opening/scheme-access';
import { nameSheetByWords } from '../../../../electron/services/setup/name-sheet';
import { createSharingDesk } from '../../../../electron/services/sharing/desk';
import { addCase } from '../../../support/builders';
import { cheap, noKeychain, schemeOnDisk } from '../../../support/scheme-on-disk';
import { noTimers } from '../../../support/shared-scheme';

test('A shared scheme that was made before sheets were named names its own by the words on paper, which then bring the computer back.', async () => {
  const disk = await schemeOnDisk();
  const share = mkdtempSync(join(tmpdir(), 'roundtable-share-'));
  const home = mkdtempSync(join(tmpdir(), 'roundtable-home-'));
  try {
    const desk = createSharingDesk({ session: disk.access.session(), timers: noTimers, tell: () => {} });
    await desk.use(share);
    addCase(disk.access.session(), { surname: 'Oakenfell' });
    await desk.exchangeNow();
    expect(desk.view().sheet).toBe('not-named');
    const name = (words: readonly string[]) => nameSheetByWords(disk.access.open(), words);
    await expect(name([...disk.words.slice(0, -1), 'roundtable'])).rejects.toThrow('not the words of a recovery sheet');
    await expect(name(createRecoveryWords())).rejects.toThrow('the words of another sheet');
    expect(desk.view().sheet).toBe('not-named');
    await name(disk.words.map((word) => word.toUpperCase()));
    expect(desk.view().sheet).toBe('named');
    await expect(name(disk.words)).rejects.toThrow('named already');
    disk.advance(30_000);
    await desk.exchangeNow();

    const computer = createSchemeAccess({
      ...{ folder: home, known: knownSchemesIn(home), keychain: noKeychain, clock: disk.clock, computer: 'LT-NEW', cost: cheap },
      makeDemonstration: async () => {},
    });
    expect(await computer.rebuild({ folder: share, words: disk.words, newPassphrase: 'another long passphrase' })).toEqual({ ok: true });
    const session = computer.session();
    expect(session.read.query.cases.findMany().sync()).toMatchObject([{ surname: 'Oakenfell' }]);
    const theirs = createSharingDesk({ session, timers: noTimers, tell: () => {} });
    expect(theirs.view().sheet).toBe('named');
    const sheet = theirs.view().workstations.find(({ isSheet }) => isSheet)?.id ?? '';
    theirs.retire({ id: sheet });
    expect(theirs.view().sheet).toBe('retired');
    await expect(nameSheetByWords(computer.open(), disk.words)).rejects.toThrow('retired this sheet');
    theirs.stop();
    desk.stop();
    computer.lock();
  } finally {
    disk.end();
    for (const folder of [share, home]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
