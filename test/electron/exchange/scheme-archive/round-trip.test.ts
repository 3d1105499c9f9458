import { getTableConfig } from 'drizzle-orm/sqlite-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Connection } from '../../../../db/connection';
import { fingerprintTables } from '../../../../db/log/rebuild';
import { type SyncedTable, shapes } from '../../../../db/log/synced-tables';
import { verifyLog } from '../../../../db/log/verify';
import {
  agencies,
  caseAccess,
  caseErasures,
  casePartings,
  cases,
  devices,
  documents,
  meetings,
  people,
  schemes,
} from '../../../../db/schema';
import { openInMemory } from '../../../../db/scheme-file';
import { readArchive, restoreArchive } from '../../../../electron/exchange/scheme-archive/read-archive';
import { writeArchive } from '../../../../electron/exchange/scheme-archive/write-archive';
import { exportScheme } from '../../../../electron/services/export/export-scheme';
import { createImportDesk } from '../../../../electron/services/import/importing';
import { undoImport } from '../../../../electron/services/import/undo-import';
import { eraseCases } from '../../../../electron/services/retention/retention';
import { addCase } from '../../../support/builders';
import { openTestScheme, type TestSession } from '../../../support/session';
import { sealedWhole } from '../../../support/sync/attacked-folder';
import { craftCommit, putFile } from '../../../support/sync/crafted';
import { exchangeAll, meetInMemory } from '../../../support/sync/exchanging';
import { addCase as addCaseOn, openCase } from '../../../support/sync/network';

/** Out and back into an empty file: every row of every table, and every entry of the log, is what it was. */
function expectRoundTrip(bytes: Uint8Array, from: Connection): void {
  const archive = readArchive(bytes);
  if ('problem' in archive) throw new Error(archive.message);
  const back = openInMemory();
  try {
    expect(restoreArchive(back, archive)).toBeNull();
    const all = (connection: Connection, table: string, by: string) =>
      connection.raw.prepare(`select * from "${table}" order by ${by}`).all();
    for (const { relation } of shapes) expect(all(back, relation, 'id')).toEqual(all(from, relation, 'id'));
    expect(all(back, 'commits', 'sequence')).toEqual(all(from, 'commits', 'sequence'));
    expect(fingerprintTables(back)).toBe(fingerprintTables(from));
    expect(verifyLog(back).problems).toEqual([]);
  } finally {
    back.close();
  }
}
const exported = async (session: TestSession) => (await exportScheme(session, { passphrase: null })).bytes;

const piece = fc.constantFrom(
  ...[
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udc00',
    '\r\n',
    '\r',
    '\n',
    '\t=1',
    '"',
    '""',
    ',',
    '=1+1',
    "'=1",
    "''@x",
    '+',
    '-',
    '＝1',
    '\u200b=1',
  ],
  ...[
    ' ',
    '\ufeff',
    '\u2028',
    '\u0085',
    'null',
    '\\u0000',
    '__proto__',
    '0123',
    '1e5',
    '\u202e',
    '👩‍👧',
    '\ufffe',
    '_x0041_',
    'Carterwick',
  ],
);
const text = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''));
const figure = fc.constantFrom(0, -1, 1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER);
/** These decide over who may write and read what, so nothing is written into them at random. */
const deciding = new Set<SyncedTable>([people, devices, agencies, caseAccess, schemes, caseErasures, casePartings, cases]);

test('Whatever is written into whichever table, the scheme comes back with tables that are equal byte for byte.', async () => {
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(text), fc.infiniteStream(figure), fc.infiniteStream(fc.boolean()), async (texts, figures, coins) => {
      const drawn = <T>(stream: fc.Stream<T>) => stream.next().value as T;
      const session = openTestScheme();
      const caseId = addCase(session, { surname: 'Carterwick', forenames: drawn(texts) });
      session.record('every table written', (operation) => {
        for (const { table, fields } of shapes) {
          if (deciding.has(table)) continue;
          const references = getTableConfig(table).foreignKeys.flatMap((key) => key.reference().columns.map(({ name }) => name));
          const written = [...fields.values()].flatMap(({ key, column, initial }): [string, unknown][] => {
            if (column.name === 'case_id') return [[key, caseId]];
            if (references.includes(column.name) || column.name.endsWith('_id') || !drawn(coins)) return [];
            const value = column.getSQLType() === 'integer' ? drawn(figures) : drawn(texts);
            return value === initial ? [] : [[key, column.dataType === 'boolean' ? true : value]];
          });
          if (written.length > 0) operation.put(table, operation.newId(), Object.fromEntries(written));
        }
      });
      expectRoundTrip(await exported(session), session.connection);
      session.connection.close();
    }),
    { numRuns: 5 },
  );
});

test('A text of a megabyte comes back whole.', async () => {
  const session = openTestScheme();
  addCase(session, { surname: 'Carterwick', doAdvice: '=é"\r\n,'.repeat(130_000) });
  expectRoundTrip(await exported(session), session.connection);
  session.connection.close();
});

test('A scheme from which somebody was erased comes back, with what still names the case by its number alone and without the case.', async () => {
  const session = openTestScheme();
  const caseId = addCase(session, { surname: 'Carterwick', state: 'left', leftOn: '2015-03-01' });
  addCase(session, { surname: 'Oakenfell' });
  session.record('summary issued', (operation) => {
    operation.put(meetings, 'meeting', { heldOn: '2026-01-06', state: 'closed' });
    operation.put(documents, 'document', { number: 'CW-2026-001', kind: 'case-summary', aboutCaseId: caseId });
  });
  eraseCases(session, { people: [{ caseId, surname: 'Carterwick' }], reason: 'Nothing speaks for keeping it.' });
  const bytes = await exported(session);
  expect(Buffer.from(bytes).includes('Carterwick')).toBe(false);
  expectRoundTrip(bytes, session.connection);
  session.connection.close();
});

test('A scheme in which an import was taken back comes back as it is, with both in its log.', async () => {
  const session = openTestScheme();
  const desk = createImportDesk();
  const source = await desk.open(new TextEncoder().encode('Surname,Forenames,PNC\nCarterwick,Dean,97/0000112X'), 'cohort.csv');
  if ('problem' in source) throw new Error(source.problem);
  await desk.plan(session, { token: source.token, columns: source.columns.map(({ guess }) => guess) });
  await desk.confirm(session, source);
  const id = session.read.query.imports.findFirst().sync()?.id ?? '';
  await undoImport(session, { id });
  expectRoundTrip(await exported(session), session.connection);
  session.connection.close();
});

test('A scheme that several workstations wrote comes back from each of them, with what a newer version wrote and this one only carries.', async () => {
  const { network, shared, all, first, second } = await meetInMemory([{ role: 'coordinator', agency: 'probation' }], sealedWhole);
  const id = addCaseOn(first.station, 'CARTERWICK');
  await exchangeAll(all);
  openCase(second.station, id, second.station.agencyId);
  for (const { station } of [first, second])
    station.session.record('area corrected', (operation) => operation.put(cases, id, { area: station.device.id }));
  await exchangeAll(all);
  const caseId = addCaseOn(first.station, 'OAKENFELL');
  await exchangeAll(all);
  const unknown = { relation: 'tables_of_tomorrow', row: 'r', field: 'text', value: 'later' };
  const commit = craftCommit(second.station, { space: `case:${caseId}`, puts: [unknown] });
  await putFile(network, shared, second.station, { parts: [{ space: `case:${caseId}`, commits: [commit] }], to: network.stations });
  await exchangeAll(all);
  const { connection, device, personId } = first.station;
  expect(connection.raw.prepare("select 1 from puts where relation = 'tables_of_tomorrow'").get()).toBeDefined();
  const by = { id: personId, name: 'M. Larkspur' };
  const bytes = await writeArchive({ connection, device, by, scheme: { brand: 'Crossways', area: '' }, at: '2026-03-03T10:00:00.000Z' });
  expectRoundTrip(bytes, connection);
});
