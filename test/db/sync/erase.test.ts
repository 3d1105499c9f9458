import { describe, expect, test } from 'vitest';
import { fingerprintTables, rebuild } from '../../../db/log/rebuild';
import { verifyLog } from '../../../db/log/verify';
import { actions, aliases, caseErasures, cases, contributions, meetings, people } from '../../../db/schema';
import { retireDevice } from '../../../db/sync/membership';
import { inForm } from '../../support/earlier-form';
import { eraseCase } from '../../support/sync/erasing';
import {
  addCase,
  asideOf,
  openCase,
  openNetwork,
  ownCommits,
  receive,
  type StoredCommit,
  type Workstation,
} from '../../support/sync/network';

const members = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'partner', agency: 'housing' },
  { role: 'manager', agency: 'police' },
] as const;

const canaries = ['CARTERWICK', 'Dean-Oswald', 'THE OLD MILL', 'sleeps in a van'];

function start() {
  const network = openNetwork(members);
  const [first, second, partner, manager] = network.stations as [Workstation, Workstation, Workstation, Workstation];
  const known = new Map<string, StoredCommit>();
  /** Everything that anyone ever wrote, also what has been erased since: as files that lay about for months hold it. */
  const gather = () => {
    for (const station of network.stations) {
      for (const commit of ownCommits(station)) if (commit.body.includes('[[') && !known.has(commit.hash)) known.set(commit.hash, commit);
    }
    return [...known.values()];
  };
  const exchange = (...stations: readonly Workstation[]) => {
    const all = gather();
    return (stations.length > 0 ? stations : network.stations).map((station) => receive(network, station, all));
  };
  return { network, first, second, partner, manager, gather, exchange };
}

function fill(station: Workstation): { readonly erased: string; readonly other: string; readonly action: string } {
  const erased = addCase(station);
  const other = addCase(station, 'OAKENFELL');
  const action = station.session.record('case described', (operation) => {
    operation.put(cases, erased, { forenames: 'Dean-Oswald', custodyPlace: 'THE OLD MILL' });
    operation.put(aliases, operation.newId(), { caseId: erased, name: 'CARTERWICK THE LESS' });
    const id = operation.newId();
    operation.put(actions, id, { caseId: erased, text: 'Ask where he sleeps in a van', agencyId: 'agency-housing' });
    operation.put(actions, operation.newId(), { caseId: other, text: 'Ask at the library', agencyId: 'agency-housing' });
    operation.put(meetings, 'meeting-1', { title: 'Weekly conference' });
    return id;
  });
  openCase(station, erased, 'agency-housing');
  return { erased, other, action };
}

/** Every text in the whole database, page by page, free pages among them. */
const rawText = ({ connection }: Workstation) => connection.raw.serialize().toString('latin1');
const cleared = (station: Workstation) => {
  station.connection.raw.exec('vacuum');
  return rawText(station);
};

function expectSame(stations: readonly Workstation[]): void {
  expect(new Set(stations.map(({ connection }) => fingerprintTables(connection))).size).toBe(1);
  expect(new Set(stations.map((station) => asideOf(station).join('\n'))).size).toBe(1);
  for (const { connection } of stations) {
    const before = fingerprintTables(connection);
    rebuild(connection);
    expect(fingerprintTables(connection)).toBe(before);
    expect(verifyLog(connection).problems).toEqual([]);
  }
}

describe('Erasing a case', () => {
  test('takes everything of it off every device, leaves the tombstone, and every other row as it was.', () => {
    const { network, first, second, partner, manager, exchange } = start();
    const { erased, other } = fill(first);
    exchange();
    const rowsOf = ({ connection }: Workstation) => connection.raw.prepare('select * from actions where case_id = ?').all(other);
    const before = rowsOf(second);
    expect(rawText(second)).toContain('sleeps in a van');
    eraseCase(network, first, erased);
    exchange();
    for (const station of [first, second, partner, manager]) {
      const text = cleared(station);
      for (const canary of canaries) expect(text).not.toContain(canary);
      expect(station.session.read.select().from(caseErasures).all()).toMatchObject([{ erasedCase: erased, erasedBy: first.personId }]);
      expect(rowsOf(station)).toEqual(before);
      expect(station.session.read.select({ id: cases.id }).from(cases).all()).toEqual([{ id: other }]);
      expect(asideOf(station)).toEqual([]);
    }
    expectSame([first, second, manager]);
  });

  test('comes to the same whether the case or its erasure arrives first.', () => {
    const { network, first, second, manager, gather } = start();
    const { erased } = fill(first);
    const content = gather();
    eraseCase(network, first, erased);
    const tombstone = ownCommits(first).filter(({ hash }) => content.every((known) => known.hash !== hash));
    receive(network, second, tombstone);
    receive(network, second, content);
    receive(network, manager, content);
    receive(network, manager, tombstone);
    expectSame([first, second, manager]);
    expect(cleared(second)).not.toContain('CARTERWICK');
  });

  test('drops what others wrote on it meanwhile, counts it, and keeps not a word of it.', () => {
    const { network, first, second, partner, manager, exchange } = start();
    const { erased, action } = fill(first);
    exchange();
    second.session.record('name corrected', (operation) => operation.put(cases, erased, { knownAs: 'Late-Nickname' }));
    partner.session.record('update sent', (operation) => {
      const fields = { caseId: erased, agencyId: 'agency-housing', personId: partner.personId, meetingId: 'meeting-1' };
      operation.put(contributions, operation.newId(), { ...fields, text: 'Late-Update' });
      operation.put(actions, action, { closingNote: 'Late-Note' });
    });
    eraseCase(network, first, erased);
    const reports = exchange();
    expect(reports[0]?.aside.map(({ reason, person }) => `${reason} ${person}`).sort()).toEqual([
      `erased-case ${second.personId}`,
      `erased-case ${partner.personId}`,
    ]);
    for (const station of [first, second, partner, manager]) {
      expect(asideOf(station)).toHaveLength(2);
      const text = cleared(station);
      for (const canary of [...canaries, 'Late-']) expect(text).not.toContain(canary);
    }
    expectSame([first, second, manager]);
    expect(exchange().flatMap(({ aside }) => aside)).toEqual([]);
  });

  test('holds where two coordinators erase it, each not knowing of the other.', () => {
    const { network, first, second, manager, exchange } = start();
    const { erased } = fill(first);
    exchange();
    second.session.record('name corrected', (operation) => operation.put(cases, erased, { knownAs: 'Late-Nickname' }));
    eraseCase(network, first, erased);
    eraseCase(network, second, erased);
    exchange();
    exchange();
    expect(asideOf(manager)).toHaveLength(0);
    expectSame([first, manager]);
  });

  test('counts what is late by what all erasures of the case knew of, whichever of them came first.', () => {
    const { network, first, second, manager, gather, exchange } = start();
    const { erased } = fill(first);
    exchange();
    second.session.record('name corrected', (operation) => operation.put(cases, erased, { knownAs: 'Late-Nickname' }));
    gather();
    eraseCase(network, first, erased);
    receive(network, manager, gather());
    expect(asideOf(manager)).toHaveLength(1);
    eraseCase(network, second, erased);
    exchange();
    expect(asideOf(manager)).toEqual([]);
    expectSame([first, second, manager]);
  });

  test('that counts no more while another stands leaves late what only it knew of, whichever order they came in.', () => {
    const { network, first, second, manager, gather, exchange } = start();
    const { erased } = fill(first);
    exchange();
    first.session.record('workstation retired', (operation) => retireDevice(operation, first.connection, second.device.id));
    const retired = ownCommits(first);
    second.session.record('name corrected', (operation) => operation.put(cases, erased, { knownAs: 'Late-Nickname' }));
    gather();
    eraseCase(network, second, erased);
    // The manager learns of the erasure together with all that it knew of, and only then that its author was retired.
    receive(network, manager, ownCommits(second));
    expect(asideOf(manager)).toEqual([]);
    eraseCase(network, first, erased);
    receive(
      network,
      manager,
      ownCommits(first).filter(({ hash }) => !retired.some((known) => known.hash === hash)),
    );
    receive(network, manager, retired);
    exchange();
    expect(asideOf(manager).filter((line) => line.startsWith('erased-case'))).toHaveLength(1);
    expectSame([first, second, manager]);
  });

  test('that turns out to be nobody’s right is undone where the entries still are, and they come back from there.', () => {
    const { network, first, second, manager, gather, exchange } = start();
    const { erased } = fill(first);
    exchange();
    first.session.record('workstation retired', (operation) => retireDevice(operation, first.connection, second.device.id));
    eraseCase(network, second, erased);
    const [tombstone] = ownCommits(second).slice(-1) as [StoredCommit];
    receive(network, manager, [tombstone]);
    expect(manager.session.read.select().from(caseErasures).all()).toHaveLength(1);
    expect(cleared(manager)).not.toContain('CARTERWICK');
    gather();
    exchange();
    for (const station of [first, second, manager]) {
      expect(station.session.read.select().from(caseErasures).all()).toEqual([]);
      expect(station.session.read.select({ forenames: cases.forenames }).from(cases).all()).toContainEqual({ forenames: 'Dean-Oswald' });
    }
    expectSame([first, second, manager]);
  });

  test('that comes to nothing leaves no shell in the way of an entry, which is judged by what it says.', () => {
    const { network, first, second, manager, gather, exchange } = start();
    const { erased } = fill(first);
    exchange();
    first.session.record('member demoted', (operation) => operation.put(people, second.personId, { role: 'partner' }));
    const demotion = ownCommits(first);
    second.session.record('name corrected', (operation) => operation.put(cases, erased, { knownAs: 'Late-Nickname' }));
    gather();
    eraseCase(network, second, erased);
    // The manager has shells of everything on the case before it learns that there was no right to erase it.
    receive(network, manager, ownCommits(second));
    receive(network, manager, demotion);
    exchange();
    exchange();
    expect(asideOf(manager).map((line) => line.split(' ')[0])).toEqual(['role-may-not-write', 'role-may-not-write']);
    expectSame([first, second, manager]);
  });

  test('counts for nothing where it is the word of a partner or a manager.', () => {
    const { network, first, second, partner, manager, exchange } = start();
    const { erased } = fill(first);
    exchange();
    for (const station of [partner, manager]) eraseCase(network, station, erased);
    exchange();
    for (const station of [first, second]) {
      expect(asideOf(station).filter((line) => line.startsWith('role-may-not-write'))).toHaveLength(2);
      expect(
        station.session.read
          .select({ surname: cases.surname })
          .from(cases)
          .all()
          .map(({ surname }) => surname)
          .sort(),
      ).toEqual(['CARTERWICK', 'OAKENFELL']);
    }
    expectSame([first, second]);
  });

  test('works on entries of the first form too, of which only the word of whoever erased is left.', () => {
    const { network, first, second, manager, exchange } = start();
    const erased = addCase(first);
    inForm(1, first.connection.raw, first.device);
    first.session.record('name corrected', (operation) => operation.put(cases, erased, { forenames: 'Dean-Oswald' }));
    inForm(1, first.connection.raw, first.device);
    first.session.record('name corrected', (operation) => operation.put(cases, erased, { custodyPlace: 'THE OLD MILL' }));
    exchange();
    eraseCase(network, first, erased);
    exchange();
    for (const station of [first, second, manager]) for (const canary of canaries) expect(cleared(station)).not.toContain(canary);
    expectSame([first, second, manager]);
    const { raw } = second.connection;
    raw.exec('drop trigger guard_commits_update');
    raw.exec(
      "update commits set hash = 'another', intent = 'name made up' where substr(body, 1, 3) = '[1,' and space like 'case:%' and number = 1",
    );
    expect(verifyLog(second.connection).problems.join()).toContain('something else than its signed text');
  });

  test('leaves a case on which nothing can be recorded any more.', () => {
    const { network, first, exchange } = start();
    const { erased } = fill(first);
    exchange();
    eraseCase(network, first, erased);
    expect(() => first.session.record('name corrected', (operation) => operation.put(cases, erased, { surname: 'CARTERWICK' }))).toThrow(
      'has been erased',
    );
  });
});
