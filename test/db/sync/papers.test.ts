import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { documentBytes, keepDocumentBytes } from '../../../db/queries/documents';
import { documents } from '../../../db/schema';
import { readFileName } from '../../../db/sync/file-names';
import { exchangeAll, exchangeOf, type Seat } from '../../support/sync/exchanging';
import { type NewMember, openNetwork } from '../../support/sync/network';
import { createSharedFolder, type SharedFolder } from '../../support/sync/shared-folder';

const members = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'manager', agency: 'police' },
  { role: 'partner', agency: 'housing' },
  { role: 'partner', agency: 'drugs' },
] as const;

async function start(of: readonly NewMember[] = members) {
  const network = openNetwork(of);
  const shared = createSharedFolder();
  const all = network.stations.map((station) => ({ station, exchange: exchangeOf(network, station, shared) }));
  for (const { exchange } of all) await exchange.setUp();
  const [first, second, manager, housing, drugs] = all as unknown as [Seat, Seat, Seat, Seat, Seat];
  return { network, shared, all, first, second, manager, housing, drugs };
}

const pages = (text: string) => new TextEncoder().encode(`%PDF ${text}`);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Enters a document in the ledger with its bytes, as issuing one does. */
function issue({ station: { session } }: Seat, agencyId: string | null, text: string, fields: Partial<typeof documents.$inferInsert> = {}) {
  const bytes = pages(text);
  return session.record('tasking pack issued', (operation) => {
    const id = operation.newId();
    operation.put(documents, id, {
      ...{ kind: 'tasking-pack', agencyId, number: text, sha256: sha256(bytes), size: bytes.length, issuedAt: operation.at },
      ...fields,
    });
    keepDocumentBytes(session.connection.local, id, bytes, '');
    return id;
  });
}

const bytesAt = ({ station }: Seat, id: string) => {
  const bytes = documentBytes(station.session.read, id);
  return bytes ? new TextDecoder().decode(bytes) : null;
};
const papersIn = (shared: SharedFolder) =>
  [...shared.files.keys()].filter((path) => readFileName(path.split('/').at(-1) ?? '')?.kind === 'paper');

describe('The bytes of an issued document', () => {
  test('come to its agency and to those who see the whole ledger, verified against it, and to nobody else.', async () => {
    const { shared, all, first, second, manager, housing, drugs } = await start();
    const ours = issue(first, 'agency-housing', 'CW-2026-001');
    const theirs = issue(first, 'agency-drugs', 'CW-2026-002');
    const offices = issue(first, null, 'CW-2026-003', { kind: 'minutes' });
    await exchangeAll(all);
    expect(papersIn(shared)).toHaveLength(1);
    expect([ours, theirs, offices].map((id) => bytesAt(housing, id))).toEqual(['%PDF CW-2026-001', null, null]);
    expect([ours, theirs, offices].map((id) => bytesAt(drugs, id))).toEqual([null, '%PDF CW-2026-002', null]);
    for (const each of [second, manager])
      expect([ours, theirs, offices].map((id) => bytesAt(each, id))).toEqual(['%PDF CW-2026-001', '%PDF CW-2026-002', '%PDF CW-2026-003']);
    expect(first.exchange.status()).toMatchObject({ waiting: 0, alarms: [] });
  });

  test('are never part of the log, and what was recorded goes over before them.', async () => {
    const { all, first, shared } = await start();
    for (const number of ['CW-1', 'CW-2', 'CW-3']) {
      first.station.session.record('document noted', (operation) => operation.put(documents, operation.newId(), { number }));
      await first.exchange.poll();
    }
    issue(first, 'agency-housing', 'CW-2026-001');
    expect(first.station.connection.raw.prepare("select count(*) from commits where body like '%PDF%'").pluck().get()).toBe(0);
    const count = () => [...shared.files.keys()].filter((path) => path.endsWith('.seg')).length;
    const before = count();
    const segmentsWhenThePaperCame: number[] = [];
    shared.fault = () => {
      if (papersIn(shared).length > 0) segmentsWhenThePaperCame.push(count() - before);
      return null;
    };
    await first.exchange.poll();
    expect(segmentsWhenThePaperCame[0]).toBe(1);
    shared.fault = () => null;
    await exchangeAll(all);
    expect(first.exchange.status().waiting).toBe(0);
  });

  test('of an earlier version give way to the later one everywhere but where they were made, and in the folder.', async () => {
    const { shared, all, first, second, housing } = await start();
    const earlier = issue(first, 'agency-housing', 'CW-2026-001');
    const other = issue(first, 'agency-drugs', 'CW-2026-002');
    await exchangeAll(all);
    const [firstFile] = papersIn(shared);
    const later = issue(first, 'agency-housing', 'CW-2026-001', { version: 2 });
    await exchangeAll(all);
    expect([earlier, later].map((id) => bytesAt(housing, id) !== null)).toEqual([false, true]);
    expect([earlier, later].map((id) => bytesAt(second, id) !== null)).toEqual([false, true]);
    expect(bytesAt(first, earlier)).not.toBeNull();
    await exchangeAll(all);
    expect(papersIn(shared)).not.toContain(firstFile);
    expect(bytesAt(second, other)).not.toBeNull();
  });

  test('come to a workstation that joins its agency later, and are gone from the folder after eight weeks.', async () => {
    const { shared, all, first, housing } = await start();
    const id = issue(first, 'agency-housing', 'CW-2026-001');
    await exchangeAll(all.filter((each) => each !== housing));
    await exchangeAll(all);
    expect(bytesAt(housing, id)).toBe('%PDF CW-2026-001');
    for (const { station } of all) station.setClock(station.clock() + 57 * 24 * 3_600_000);
    first.station.session.record('something else', (operation) => operation.put(documents, operation.newId(), { number: 'CW-2026-009' }));
    await exchangeAll(all);
    expect(papersIn(shared)).toEqual([]);
    expect(bytesAt(housing, id)).toBe('%PDF CW-2026-001');
    expect(first.exchange.status().alarms).toEqual([]);
  });

  test('that the folder has lost are put back by whoever made them, and no alarm is raised.', async () => {
    const { shared, all, first, housing } = await start();
    const id = issue(first, 'agency-housing', 'CW-2026-001');
    await first.exchange.poll();
    for (const path of papersIn(shared)) shared.files.delete(path);
    await exchangeAll(all);
    expect(bytesAt(housing, id)).toBe('%PDF CW-2026-001');
    expect(all.flatMap(({ exchange }) => exchange.status().alarms)).toEqual([]);
  });

  test('are kept until the ledger tells of them, and thrown away where it says that they are others.', async () => {
    const { all, first, housing, shared } = await start();
    const id = issue(first, 'agency-housing', 'CW-2026-001');
    await first.exchange.poll();
    const [paper = ''] = papersIn(shared);
    const entries = [...shared.files].filter(([path]) => path.endsWith('.seg') && path.startsWith(paper.slice(0, paper.lastIndexOf('/'))));
    for (const [path] of entries) shared.files.delete(path);
    await housing.exchange.poll();
    expect(bytesAt(housing, id)).toBeNull();
    for (const [path, bytes] of entries) shared.files.set(path, bytes);
    await exchangeAll(all);
    expect(bytesAt(housing, id)).toBe('%PDF CW-2026-001');
    const forged = issue(first, 'agency-housing', 'CW-2026-002', { sha256: sha256(pages('something else')) });
    await exchangeAll(all);
    expect(bytesAt(housing, forged)).toBeNull();
    expect(housing.station.connection.raw.prepare('select count(*) from paper_arrivals').pluck().get()).toBe(0);
  });

  test('go on to the others from another coordinator where the one who issued them does not send, after a while.', async () => {
    const { all, first, second, housing, drugs, manager } = await start();
    const id = issue(first, 'agency-housing', 'CW-2026-001');
    await exchangeAll([first, second]);
    expect(bytesAt(second, id)).not.toBeNull();
    // As where the one who issued them sealed them before this agency had a workstation, and is silent since.
    second.station.connection.raw.exec('delete from sync_paper_readers');
    for (const { station } of all) station.setClock(station.clock() + 3_600_000);
    await exchangeAll([second, manager, housing, drugs], 2);
    for (const { station } of all) station.setClock(station.clock() + 3_600_000);
    await exchangeAll([second, housing, manager, drugs]);
    expect(bytesAt(housing, id)).toBe('%PDF CW-2026-001');
  });

  test('survive a hand-over that fails at any call: they come once the folder works again.', async () => {
    for (let at = 1; at <= 12; at += 1) {
      const { shared, all, first, second: housing } = await start([{ role: 'partner', agency: 'housing' }]);
      const id = issue(first, 'agency-housing', 'CW-2026-001');
      const from = shared.calls;
      shared.fault = (call) => (call === from + at ? 'ENOSPC' : null);
      await first.exchange.poll();
      shared.fault = () => null;
      await exchangeAll(all);
      expect(bytesAt(housing, id)).toBe('%PDF CW-2026-001');
    }
  });
});
