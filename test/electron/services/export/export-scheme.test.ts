import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, Zip, ZipPassThrough, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintTables } from '../../../../db/log/rebuild';
import { type SyncedTable, shapes } from '../../../../db/log/synced-tables';
import { verifyLog } from '../../../../db/log/verify';
import { agencies, caseAccess, cases, devices, documentFiles, documents, people, schemes } from '../../../../db/schema';
import { openInMemory, openWithPassphrase } from '../../../../db/scheme-file';
import { sha256 } from '../../../../electron/exchange/scheme-archive/manifest';
import { readArchive, restoreArchive } from '../../../../electron/exchange/scheme-archive/read-archive';
import { setPhotograph } from '../../../../electron/services/cases/photographs';
import { exportScheme } from '../../../../electron/services/export/export-scheme';
import { restoreScheme } from '../../../../electron/services/export/restore-scheme';
import { openSession } from '../../../../electron/services/open-session';
import { createSharingDesk } from '../../../../electron/services/sharing/desk';
import { addCase, as } from '../../../support/builders';
import { jpegOf } from '../../../support/jpeg';
import { type TestSession, testNow } from '../../../support/session';
import { noTimers } from '../../../support/shared-scheme';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const cost = 10;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const place = () => ({ folder, computer: 'HARROW-LT-0400', clock: () => testNow + 60_000, cost });

function filled(): TestSession {
  const session = openScheme();
  addCase(session, { surname: '=HYPERLINK("x")', forenames: ' Dean,\n"Dee" ', knownAs: "'=1", area: '' });
  addCase(session, { surname: 'Oakenfell', forenames: 'Zoë 🦉', doAdvice: 'One line\r\nanother' });
  const bytes = Buffer.from('%PDF-1.7 as issued');
  session.record('minutes issued', (operation) =>
    operation.put(documents, 'document-1', { number: 'CW-2026-001', title: 'Minutes', sha256: sha256(bytes), size: bytes.length }),
  );
  session.connection.local.insert(documentFiles).values({ documentId: 'document-1', bytes }).run();
  return session;
}
async function exported(session: TestSession): Promise<Uint8Array> {
  return (await exportScheme(session, { passphrase: null })).bytes;
}
const parts = (bytes: Uint8Array) => unzipSync(bytes) as Record<string, Uint8Array>;

describe('an exported scheme', () => {
  it('comes back with tables that are equal byte for byte, its log whole and its documents as issued', async () => {
    const session = filled();
    const archive = readArchive(await exported(session));
    if ('problem' in archive) throw new Error(archive.message);
    const back = openInMemory();
    expect(restoreArchive(back, archive)).toBeNull();
    expect(fingerprintTables(back)).toBe(fingerprintTables(session.connection));
    const logOf = (connection: typeof back) => connection.raw.prepare('select * from commits order by sequence').all();
    expect(logOf(back)).toEqual(logOf(session.connection));
    expect(verifyLog(back).problems).toEqual([]);
    expect(back.read.select().from(documentFiles).all()).toEqual(session.read.select().from(documentFiles).all());
    back.close();
  });

  it('comes back with every table that a scheme has, whatever was written in it, and with the photograph of a case', async () => {
    const session = filled();
    const caseId = addCase(session, { surname: 'Thistlemoor' });
    setPhotograph(session, { caseId, bytes: jpegOf({ width: 480, height: 640 }), takenOn: null, source: 'Police' });
    const hostile = [
      'مرحبا \u202eשלום',
      '👩‍👩‍👧‍👦\u200d',
      'Z̸a̡l̪g̯o',
      '=1+1',
      '"quoted", "twice"',
      'a\r\nb\rc\td',
      "'",
      '\ufeff',
      ' '.repeat(9),
      '\\N',
    ];
    // These decide over who may write what, so a test cannot write anything into them.
    const deciding = new Set<SyncedTable>([people, devices, agencies, caseAccess, schemes, cases]);
    let next = 0;
    session.record('every table written', (operation) => {
      for (const { table, fields } of shapes) {
        if (deciding.has(table)) continue;
        const written = [...fields.values()].flatMap(({ key, column }) =>
          column.name === 'case_id'
            ? [[key, caseId]]
            : column.notNull && column.getSQLType() === 'text'
              ? [[key, hostile[next++ % hostile.length]]]
              : [],
        );
        const figure = [...fields.values()].find(({ column }) => column.getSQLType() === 'integer');
        const row = written.length > 0 ? written : [[figure?.key ?? '', 7]];
        operation.put(table, operation.newId(), Object.fromEntries(row));
      }
    });
    const archive = readArchive(await exported(session));
    if ('problem' in archive) throw new Error(archive.message);
    const back = openInMemory();
    expect(restoreArchive(back, archive)).toBeNull();
    expect(fingerprintTables(back)).toBe(fingerprintTables(session.connection));
    const count = (relation: string) => back.raw.prepare(`select count(*) from "${relation}"`).pluck().get();
    for (const { relation, table } of shapes) if (!deciding.has(table)) expect([relation, count(relation)]).not.toEqual([relation, 0]);
    back.close();
  });

  it('opens as a scheme of its own, in which the member who exported it goes on', async () => {
    const session = filled();
    const restored = await restoreScheme(
      { bytes: await exported(session), exportPassphrase: null, passphrase: 'a new passphrase' },
      place(),
    );
    expect(restored).toMatchObject({ brand: 'Crossways', exportedBy: 'M. Larkspur' });
    expect(restored.sheet.words).toHaveLength(18);
    const opened = await openWithPassphrase(restored.path, 'a new passphrase');
    if (!opened.ok) throw new Error(opened.problem);
    const again = openSession(opened.connection, restored.path, () => testNow + 120_000);
    expect(again.me).toMatchObject({ name: 'M. Larkspur', role: 'coordinator' });
    addCase(again as TestSession, { surname: 'Thistlemoor' });
    expect(verifyLog(opened.connection).problems).toEqual([]);
    opened.connection.close();
  });

  it('is not shared from where it was brought back: nobody has vouched for that computer, and what it records would be put aside', async () => {
    const session = filled();
    const choices = { bytes: await exported(session), exportPassphrase: null, passphrase: 'a new passphrase' };
    const { path } = await restoreScheme(choices, place());
    const opened = await openWithPassphrase(path, 'a new passphrase');
    if (!opened.ok) throw new Error(opened.problem);
    const again = openSession(opened.connection, path, () => testNow + 120_000);
    const desk = createSharingDesk({ session: again, timers: noTimers, tell: () => {} });
    const shared = mkdtempSync(join(folder, 'share-'));
    await expect(desk.use(shared)).rejects.toThrow('brought back from an export');
    // Said before a folder is tried, with what to do where the export is all that is left.
    await expect(desk.check(shared)).rejects.toThrow('If the export is all that is left');
    expect(readdirSync(shared)).toEqual([]);
    expect(desk.view().state).toBe('none');
    desk.stop();
    opened.connection.close();
  });

  it('is documented in itself, and holds neither the key of the computer nor anything unlisted', async () => {
    const session = filled();
    const files = parts(await exported(session));
    expect(strFromU8(files['README.md'] ?? new Uint8Array())).toContain('The archive itself is not encrypted');
    const schema = JSON.parse(strFromU8(files['schema.json'] ?? new Uint8Array()));
    const cases = strFromU8(files['tables/cases.csv'] ?? new Uint8Array());
    expect(cases.split('\r\n')[0]?.split(',')).toEqual(Object.keys(schema.$defs.cases.properties));
    expect(cases).toContain(`"'=HYPERLINK(""x"")"`);
    expect(Object.keys(files).filter((path) => /local|draft|settings/.test(path))).toEqual([]);
    expect(Object.values(files).some((bytes) => strFromU8(bytes).includes('AGE-SECRET-KEY'))).toBe(false);
  });

  it('opens with its passphrase alone where it was encrypted', async () => {
    const session = filled();
    const file = await exportScheme(session, { passphrase: 'carried on a stick', cost });
    expect(file.isEncrypted).toBe(true);
    const choices = { bytes: file.bytes, passphrase: 'a new passphrase' };
    await expect(restoreScheme({ ...choices, exportPassphrase: null }, place())).rejects.toThrow('This export is encrypted.');
    await expect(restoreScheme({ ...choices, exportPassphrase: 'another' }, place())).rejects.toThrow('passphrase of this export is wrong');
    expect(readdirSync(folder)).toEqual([]);
    expect(await restoreScheme({ ...choices, exportPassphrase: 'carried on a stick' }, place())).toMatchObject({ brand: 'Crossways' });
  });

  it('is a coordinator’s to make, and refused where something is recorded meanwhile', async () => {
    const session = filled();
    await expect(exportScheme(as(session, 'manager'), { passphrase: null })).rejects.toThrow('cannot export the whole scheme');
    const under = exportScheme(session, { passphrase: null });
    addCase(session, { surname: 'Late' });
    await expect(under).rejects.toThrow('Something was recorded while the scheme was being exported');
    const controller = new AbortController();
    const stopped = exportScheme(session, { passphrase: null, signal: controller.signal });
    controller.abort();
    await expect(stopped).rejects.toThrow('The export was stopped.');
  });
});

describe('an archive that does not hold together', () => {
  const restore = (bytes: Uint8Array) => restoreScheme({ bytes, exportPassphrase: null, passphrase: 'a new passphrase' }, place());

  /** Changes one file and writes the manifest anew, as someone would who knows the form. */
  function forged(bytes: Uint8Array, path: string, change: (text: string) => string): Uint8Array {
    const files = parts(bytes);
    files[path] = strToU8(change(strFromU8(files[path] ?? new Uint8Array())));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    for (const file of manifest.files) {
      if (file.path !== path) continue;
      file.sha256 = sha256(files[path]);
      file.bytes = files[path].length;
    }
    files['manifest.json'] = strToU8(`${JSON.stringify(manifest, null, 2)}\n`);
    return zipSync(files);
  }

  it('is refused in a sentence and leaves no file behind, wherever it was changed', async () => {
    const bytes = await exported(filled());
    const replaced = parts(bytes);
    replaced['tables/cases.csv'] = strToU8(strFromU8(replaced['tables/cases.csv'] ?? new Uint8Array()).replace('Oakenfell', 'Oakenfall'));
    await expect(restore(zipSync(replaced))).rejects.toThrow('tables/cases.csv is not what was exported');
    const { 'log/commits.jsonl': _, ...without } = parts(bytes);
    await expect(restore(zipSync(without))).rejects.toThrow('log/commits.jsonl is missing');
    await expect(restore(zipSync({ ...parts(bytes), 'more.txt': strToU8('x') }))).rejects.toThrow(
      'more.txt was put into the archive later',
    );
    await expect(restore(forged(bytes, 'log/commits.jsonl', (log) => log.replace('Oakenfell', 'Oakenfall')))).rejects.toThrow('hash');
    await expect(
      restore(forged(bytes, 'log/commits.jsonl', (log) => `${log.trimEnd().split('\n').slice(0, -1).join('\n')}\n`)),
    ).rejects.toThrow('signature of the computer that made it');
    await expect(restore(forged(bytes, 'log/commits.jsonl', () => '{"not":"an entry"}\n'))).rejects.toThrow('cannot be read');
    await expect(restore(forged(bytes, 'tables/cases.csv', (text) => text.replace('Oakenfell', 'Oakenfall')))).rejects.toThrow('signature');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused where it is cut short, is something else, or comes from a newer version', async () => {
    const bytes = await exported(filled());
    await expect(restore(bytes.subarray(0, bytes.length - 400))).rejects.toThrow('not a whole ZIP archive');
    await expect(restore(strToU8('not a zip'))).rejects.toThrow('not a whole ZIP archive');
    await expect(restore(zipSync({ 'a.txt': strToU8('x') }))).rejects.toThrow('not an exported scheme');
    const newer = (change: object) => {
      const files = parts(bytes);
      files['manifest.json'] = strToU8(JSON.stringify({ ...JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())), ...change }));
      return zipSync(files);
    };
    await expect(restore(newer({ schemaVersion: 9_999 }))).rejects.toThrow('newer version of Roundtable');
    await expect(restore(newer({ form: 2, files: 'another form' }))).rejects.toThrow('newer version of Roundtable');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused where a file is in it twice, since two programs could take a different one, or where the directory hides one', async () => {
    const bytes = await exported(filled());
    const packed = (entries: readonly (readonly [string, Uint8Array])[]) => {
      const chunks: Uint8Array[] = [];
      const zip = new Zip((_, chunk) => chunks.push(chunk));
      for (const [name, content] of entries) {
        const entry = new ZipPassThrough(name);
        zip.add(entry);
        entry.push(content, true);
      }
      zip.end();
      return Buffer.concat(chunks);
    };
    const all = Object.entries(parts(bytes));
    const twice = ['tables/cases.csv', strToU8('id\r\n')] as const;
    for (const entries of [
      [...all, twice],
      [twice, ...all],
    ])
      await expect(restore(packed(entries))).rejects.toThrow('tables/cases.csv is in the archive twice');
    for (const name of ['__proto__', '../../escaped.txt', '/etc/escaped', 'C:\\escaped', 'tables/', '\u202etxt.exe'])
      await expect(restore(packed([...all, [name, strToU8('x')]]))).rejects.toThrow('was put into the archive later');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused before it is unpacked where it would fill the memory, or is not on the list', async () => {
    const bytes = await exported(filled());
    // The directory says what each file unpacks to; this one says two gigabytes of a thousandth of that.
    const large = Buffer.from(zipSync({ ...parts(bytes), 'bomb.bin': new Uint8Array(2_000_000) }));
    const end = large.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
    const directory = large.readUInt32LE(end + 16);
    const at = large.indexOf('bomb.bin', directory) - 46;
    large.writeUInt32LE(2_000_000_000, at + 24);
    expect(readArchive(large)).toMatchObject({ problem: 'damaged', message: expect.stringContaining('more than any scheme holds') });
    expect(readArchive(zipSync({ ...parts(bytes), 'bomb.bin': new Uint8Array(2_000_000) }))).toMatchObject({ problem: 'tampered' });
  });
});
