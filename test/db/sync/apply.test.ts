import { describe, expect, test } from 'vitest';
import { fingerprintTables, rebuild } from '../../../db/log/rebuild';
import { verifyLog } from '../../../db/log/verify';
import { listConflicts } from '../../../db/queries/conflicts';
import { questionsOn } from '../../../db/queries/questions';
import {
  actions,
  agendaItems,
  aliases,
  caseQuestions,
  cases,
  conflicts,
  contributions,
  devices,
  meetings,
  people,
} from '../../../db/schema';
import { retireDevice } from '../../../db/sync/membership';
import { settleConflict } from '../../../electron/services/sharing/conflicts';
import { addCase, asideOf, openCase, openNetwork, ownCommits, receive, type Workstation } from '../../support/sync/network';

const two = [{ role: 'coordinator', agency: 'probation' }] as const;
const withPartner = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'partner', agency: 'housing' },
  { role: 'partner', agency: 'drugs' },
] as const;

const surnameOf = (station: Workstation) => station.session.read.select({ surname: cases.surname }).from(cases).get()?.surname;
const conflictsOf = (station: Workstation) => station.session.read.select().from(conflicts).all();

function expectSame(...stations: readonly Workstation[]): void {
  const prints = stations.map(({ connection }) => fingerprintTables(connection));
  expect(new Set(prints).size).toBe(1);
  for (const { connection } of stations) {
    const before = fingerprintTables(connection);
    rebuild(connection);
    expect(fingerprintTables(connection)).toBe(before);
    expect(verifyLog(connection).problems).toEqual([]);
  }
}

describe('Two coordinators', () => {
  const start = () => {
    const network = openNetwork(two);
    const [first, second] = network.stations as [Workstation, Workstation];
    const exchange = () => {
      const from = ownCommits(first);
      receive(network, first, ownCommits(second));
      return receive(network, second, from);
    };
    return { network, first, second, exchange };
  };

  test('see each other’s entries, and have the same tables.', () => {
    const { first, second, exchange } = start();
    addCase(first);
    addCase(second, 'OAKENFELL');
    const report = exchange();
    expect(report).toMatchObject({ applied: 1, aside: [], forks: [], suspicions: [] });
    expect(report.changes.sentence).toBe('While you were away: 1 case added by Police.');
    expectSame(first, second);
  });

  test('who change one field without knowing of each other keep both values, show the later one, and have a conflict until one of them settles it.', () => {
    const { first, second, exchange } = start();
    const id = addCase(first);
    exchange();
    first.session.record('name corrected', (operation) => operation.put(cases, id, { surname: 'CARTERWYCK' }));
    second.setClock(second.clock() + 5000);
    second.session.record('name corrected', (operation) => operation.put(cases, id, { surname: 'KARTERWICK' }));
    expect(exchange().changes.conflicts).toBe(1);
    expectSame(first, second);
    expect(surnameOf(first)).toBe('KARTERWICK');
    expect(conflictsOf(first)).toMatchObject([{ relation: 'cases', row: id, field: 'surname', kind: 'two-values', caseId: id }]);
    first.session.record('phone added', (operation) => operation.put(cases, id, { reference: 'CW-1' }));
    expect(conflictsOf(first)).toHaveLength(1);
    first.session.record('conflict settled', (operation) => operation.settle(cases, id, { surname: 'KARTERWICK' }));
    exchange();
    expect(conflictsOf(first)).toEqual([]);
    expect(conflictsOf(second)).toEqual([]);
    expectSame(first, second);
  });

  test('who write into one discussion lose not a word, and have no conflict.', () => {
    const { first, second, exchange } = start();
    const caseId = addCase(first);
    const item = first.session.record('on the agenda', (operation) => {
      const meetingId = operation.newId();
      operation.put(meetings, meetingId, { title: 'Weekly' });
      const id = operation.newId();
      operation.put(agendaItems, id, { meetingId, caseId, discussion: 'Housing said the room is lost.' });
      return id;
    });
    exchange();
    first.session.record('discussion recorded', (o) =>
      o.put(agendaItems, item, { discussion: 'Housing said the room is lost. Probation will visit.' }),
    );
    second.session.record('discussion recorded', (o) =>
      o.put(agendaItems, item, { discussion: 'Housing said the room is lost. Drugs: two tests clear.' }),
    );
    exchange();
    expectSame(first, second);
    const text = () => first.session.read.select({ text: agendaItems.discussion }).from(agendaItems).get()?.text ?? '';
    expect(text()).toContain('Probation will visit.');
    expect(text()).toContain('Drugs: two tests clear.');
    expect(conflictsOf(first)).toEqual([]);
    second.session.record('discussion recorded', (o) => o.put(agendaItems, item, { discussion: `${text()} Agreed.` }));
    exchange();
    expectSame(first, second);
    expect(text()).toMatch(/Agreed\.$/);
  });

  test('of whom one withdraws a row that the other edits keep the row, flagged, until one settles it.', () => {
    const { first, second, exchange } = start();
    const caseId = addCase(first);
    const alias = first.session.record('alias added', (operation) => {
      const id = operation.newId();
      operation.put(aliases, id, { caseId, name: 'Deano' });
      return id;
    });
    exchange();
    first.session.record('alias withdrawn', (o) => o.put(aliases, alias, { withdrawnOn: '2026-03-03', withdrawnReason: 'wrong person' }));
    second.session.record('alias corrected', (o) => o.put(aliases, alias, { name: 'Dino' }));
    exchange();
    expectSame(first, second);
    expect(first.session.read.select().from(aliases).all()).toMatchObject([{ name: 'Dino', withdrawnOn: null }]);
    expect(conflictsOf(first)).toMatchObject([{ kind: 'edit-over-withdrawal', field: 'withdrawn_on' }]);
    const [listed] = listConflicts(first.session.read, caseId);
    expect(listed?.choices.map(({ value }) => value)).toEqual(['2026-03-03', null]);
    expect(listed?.choices.map(({ personName }) => personName).every((name) => name !== '')).toBe(true);
    second.session.record('withdrawal settled', (o) => o.settle(aliases, alias, { withdrawnOn: '2026-03-04' }));
    exchange();
    expectSame(first, second);
    expect(first.session.read.select().from(aliases).all()).toMatchObject([{ withdrawnOn: '2026-03-04' }]);
    expect(conflictsOf(first)).toEqual([]);
  });

  test('keep a row that one withdrew and the other edited where a person chooses the edit.', () => {
    const { first, second, exchange } = start();
    addCase(first);
    exchange();
    first.session.record('person withdrawn', (o) => o.put(people, 'person-housing', { withdrawnOn: '2026-03-03' }));
    second.session.record('phone corrected', (o) => o.put(people, 'person-housing', { phone: '0' }));
    exchange();
    const [conflict] = listConflicts(first.session.read, null);
    const stays = conflict?.choices.find(({ value }) => value === null);
    settleConflict(first.session, { relation: 'people', row: 'person-housing', field: 'withdrawn_on', stamp: stays?.stamp ?? '' });
    exchange();
    expectSame(first, second);
    const kept = second.session.read.select().from(people).all();
    expect(kept.find(({ id }) => id === 'person-housing')).toMatchObject({ phone: '0', withdrawnOn: null });
    expect(conflictsOf(second)).toEqual([]);
  });

  test('of whom one knowingly edits a withdrawn row leave it withdrawn.', () => {
    const { first, second, exchange } = start();
    addCase(first);
    first.session.record('person withdrawn', (o) => o.put(people, 'person-housing', { withdrawnOn: '2026-03-03' }));
    exchange();
    second.session.record('phone corrected', (o) => o.put(people, 'person-housing', { phone: '0' }));
    exchange();
    expectSame(first, second);
    expect(conflictsOf(first)).toEqual([]);
  });

  test('of whom one’s clock is ten years ahead work on: its stamps are told of, not refused, and carry nobody along.', () => {
    const { first, second, exchange } = start();
    const id = addCase(first);
    exchange();
    second.setClock(second.clock() + 10 * 365 * 86_400_000);
    second.session.record('name corrected', (o) => o.put(cases, id, { surname: 'OAKENFELL' }));
    exchange();
    first.setClock(first.clock() + 1000);
    first.session.record('name corrected', (o) => o.put(cases, id, { surname: 'THISTLEMOOR' }));
    exchange();
    expectSame(first, second);
    expect(surnameOf(second)).toBe('THISTLEMOOR');
    const last = ownCommits(first).at(-1)?.body ?? '';
    expect(JSON.parse(last)[5].slice(0, 15)).toBe(String(first.clock()).padStart(15, '0'));
  });

  test('of whom one’s clock is ten years behind are both heard.', () => {
    const { first, second, exchange } = start();
    const id = addCase(first);
    exchange();
    second.setClock(second.clock() - 10 * 365 * 86_400_000);
    second.session.record('name corrected', (o) => o.put(cases, id, { surname: 'OAKENFELL' }));
    exchange();
    expectSame(first, second);
    expect(surnameOf(first)).toBe('OAKENFELL');
  });
});

describe('What a partner wrote', () => {
  const start = () => {
    const network = openNetwork(withPartner);
    const [first, second, housing, drugs] = network.stations as [Workstation, Workstation, Workstation, Workstation];
    const caseId = addCase(first);
    const action = first.session.record('action set', (operation) => {
      const id = operation.newId();
      operation.put(actions, id, { caseId, agencyId: 'agency-housing', text: 'Find a room' });
      return id;
    });
    openCase(first, caseId, 'agency-housing');
    for (const station of [second, housing, drugs]) receive(network, station, ownCommits(first));
    return { network, first, second, housing, drugs, caseId, action };
  };

  test('counts where it is an update, or its own action, on a case that is open to it.', () => {
    const { network, first, second, housing, caseId, action } = start();
    housing.session.record('update written', (o) =>
      o.put(contributions, o.newId(), { caseId, agencyId: 'agency-housing', personId: housing.personId, text: 'He has a room.' }),
    );
    housing.session.record('action settled', (o) => o.put(actions, action, { outcome: 'done', closedOn: '2026-03-03' }));
    const report = receive(network, first, ownCommits(housing));
    expect(report).toMatchObject({ applied: 2, aside: [] });
    expect(report.changes.sentence).toContain('1 action done by Housing Options');
    receive(network, second, ownCommits(housing).toReversed());
    expectSame(first, second, housing);
  });

  test('counts where it answers what a coordinator asked its agency, and answers nothing that another was asked.', () => {
    const { network, first, second, housing, caseId } = start();
    const ask = (id: string, agencyId: string) =>
      first.session.record('question asked', (o) => o.put(caseQuestions, id, { caseId, agencyId, text: 'Where?', wantedOn: '2026-03-10' }));
    ask('to-housing', 'agency-housing');
    ask('to-drugs', 'agency-drugs');
    receive(network, housing, ownCommits(first));
    for (const questionId of ['to-housing', 'to-drugs'])
      housing.session.record('question answered', (o) =>
        o.put(contributions, o.newId(), { caseId, agencyId: 'agency-housing', questionId, text: 'He has a room.' }),
      );
    for (const reader of [first, second]) {
      receive(network, reader, ownCommits(first));
      expect(receive(network, reader, ownCommits(housing))).toMatchObject({ aside: [] });
      expect(questionsOn(reader.session.read, caseId).map(({ id, answers }) => [id, answers.length])).toEqual([
        ['to-drugs', 0],
        ['to-housing', 1],
      ]);
    }
    expectSame(first, second);
  });

  test.each<[string, string, (s: ReturnType<typeof start>) => Workstation]>([
    [
      'another agency’s action',
      'not-yet-opened-case',
      ({ drugs, action }) => {
        drugs.session.record('action settled', (o) => o.put(actions, action, { outcome: 'done' }));
        return drugs;
      },
    ],
    [
      'the case itself',
      'role-may-not-write',
      ({ housing, caseId }) => {
        housing.session.record('name changed', (o) => o.put(cases, caseId, { surname: 'NOBODY' }));
        return housing;
      },
    ],
    [
      'an update in another agency’s name',
      'another-agency',
      ({ housing, caseId }) => {
        housing.session.record('update', (o) => o.put(contributions, o.newId(), { caseId, agencyId: 'agency-police', text: 'x' }));
        return housing;
      },
    ],
    [
      'an answer in the name of another agency that was asked',
      'another-agency',
      ({ network, first, second, housing, caseId }) => {
        first.session.record('question asked', (o) => o.put(caseQuestions, 'asked', { caseId, agencyId: 'agency-police', text: 'Where?' }));
        for (const reader of [second, housing]) receive(network, reader, ownCommits(first));
        housing.session.record('question answered', (o) =>
          o.put(contributions, o.newId(), { caseId, agencyId: 'agency-police', questionId: 'asked', text: 'At home.' }),
        );
        return housing;
      },
    ],
    [
      'a question to another agency',
      'role-may-not-write',
      ({ housing, caseId }) => {
        housing.session.record('question asked', (o) =>
          o.put(caseQuestions, 'forged', { caseId, agencyId: 'agency-police', text: 'Where?' }),
        );
        return housing;
      },
    ],
    [
      'the taking back of a question',
      'role-may-not-write',
      ({ network, first, second, housing, caseId }) => {
        first.session.record('question asked', (o) =>
          o.put(caseQuestions, 'asked', { caseId, agencyId: 'agency-housing', text: 'Where?' }),
        );
        for (const reader of [second, housing]) receive(network, reader, ownCommits(first));
        housing.session.record('question taken back', (o) => o.put(caseQuestions, 'asked', { withdrawnOn: '2026-03-03' }));
        return housing;
      },
    ],
    [
      'its own role',
      'role-may-not-write',
      ({ housing }) => {
        housing.session.record('promoted', (o) => o.put(people, housing.personId, { role: 'coordinator' }));
        return housing;
      },
    ],
    [
      'a new member’s device',
      'role-may-not-write',
      ({ housing }) => {
        housing.session.record('device', (o) =>
          o.put(devices, 'forged', { personId: 'person-coordinator', signingKey: housing.device.publicKey }),
        );
        return housing;
      },
    ],
    [
      'when its action is due',
      'role-may-not-write',
      ({ housing, action }) => {
        housing.session.record('due', (o) => o.put(actions, action, { dueOn: '2027-01-01' }));
        return housing;
      },
    ],
    [
      'a case of its own making',
      'role-may-not-write',
      ({ housing }) => {
        addCase(housing, 'FORGED');
        return housing;
      },
    ],
    [
      'the opening of a case to itself',
      'role-may-not-write',
      ({ drugs, caseId }) => {
        openCase(drugs, caseId, 'agency-drugs');
        return drugs;
      },
    ],
  ])('does not count where it is %s, and is kept aside by everyone.', (_what, reason, write) => {
    const scene = start();
    const forged = ownCommits(write(scene));
    for (const reader of [scene.first, scene.second]) {
      const before = fingerprintTables(reader.connection);
      const report = receive(scene.network, reader, forged);
      expect(report.applied).toBe(0);
      expect(report.aside.map((each) => each.reason)).toEqual([reason]);
      expect(fingerprintTables(reader.connection)).toBe(before);
    }
  });

  test('does not count after the case was closed to it, whichever of the two arrives first.', () => {
    const { network, first, second, housing, caseId } = start();
    first.setClock(first.clock() + 1000);
    openCase(first, caseId, 'agency-housing', false);
    housing.setClock(housing.clock() + 60_000);
    housing.session.record('update', (o) => o.put(contributions, o.newId(), { caseId, agencyId: 'agency-housing', text: 'late' }));
    receive(network, first, ownCommits(housing));
    receive(network, second, ownCommits(housing));
    receive(network, second, ownCommits(first));
    expectSame(first, second);
    expect(second.session.read.select().from(contributions).all()).toEqual([]);
  });

  test('waits where it arrives before what it stands on, and counts then.', () => {
    const { network, first, housing, caseId } = start();
    housing.session.record('update', (o) => o.put(contributions, o.newId(), { caseId, agencyId: 'agency-housing', text: 'early' }));
    const late = openNetwork(withPartner).stations[1] as Workstation;
    receive(network, first, ownCommits(housing));
    expect(receive(network, late, ownCommits(housing)).aside).toMatchObject([{ reason: 'not-yet-opened-case' }]);
    expect(receive(network, late, ownCommits(first)).applied).toBeGreaterThan(1);
    expectSame(first, late);
  });
});

test('A retired device’s later entries are kept aside by everyone, those until then stay, whichever came first.', () => {
  const network = openNetwork(two);
  const [first, second] = network.stations as [Workstation, Workstation];
  const third = openNetwork(two).stations[0] as Workstation;
  const kept = addCase(second);
  receive(network, first, ownCommits(second));
  const until = first.session.connection.raw
    .prepare('select max(stamp) from commits where device = ?')
    .pluck()
    .get(second.device.id) as string;
  first.session.record('device retired', (o) => o.put(devices, second.device.id, { retiredAt: o.at, acceptedUntil: until }));
  addCase(second, 'OAKENFELL');
  receive(network, third, ownCommits(second));
  receive(network, third, ownCommits(first));
  expect(receive(network, first, ownCommits(second)).aside).toMatchObject([{ reason: 'retired-device' }]);
  expectSame(first, third);
  expect(first.session.read.select({ id: cases.id }).from(cases).all()).toEqual([{ id: kept }]);
});

test('A promotion, and a retirement by whom it promotes that reaches back behind it, are both kept aside, by whoever promoted too.', () => {
  const network = openNetwork(withPartner);
  const [first, second, housing] = network.stations as [Workstation, Workstation, Workstation];
  second.session.record('member promoted', (o) => o.put(people, housing.personId, { role: 'coordinator' }));
  housing.setClock(second.clock() + 1);
  housing.session.record('device retired', (o) => retireDevice(o, housing.connection, second.device.id));
  const [promotion, retirement] = [ownCommits(second), ownCommits(housing)];
  receive(network, second, retirement);
  receive(network, first, [...retirement, ...promotion]);
  expect(asideOf(first)).toHaveLength(2);
  expect(asideOf(second)).toEqual(asideOf(first));
  expectSame(first, second);
});

test('Where a coordinator is no longer one by an entry that comes late, what its entries opened to a partner is shut again, at its own workstation too.', () => {
  const network = openNetwork(withPartner);
  const [first, second, housing] = network.stations as [Workstation, Workstation, Workstation];
  const caseId = addCase(first);
  const action = first.session.record('action set', (o) => {
    const id = o.newId();
    o.put(actions, id, { caseId, text: 'Find a room', agencyId: 'agency-housing' });
    return id;
  });
  for (const other of [second, housing]) receive(network, other, ownCommits(first));
  first.session.record('role taken', (o) => o.put(people, second.personId, { role: 'partner' }));
  second.setClock(first.clock() + 1000);
  openCase(second, caseId, 'agency-housing');
  housing.setClock(first.clock() + 2000);
  housing.session.record('action closed', (o) => o.put(actions, action, { outcome: 'done' }));
  receive(network, second, ownCommits(housing));
  expect(second.session.read.select({ outcome: actions.outcome }).from(actions).all()).toEqual([{ outcome: 'done' }]);
  receive(network, second, ownCommits(first));
  receive(network, first, [...ownCommits(housing), ...ownCommits(second)]);
  expect(asideOf(first)).toHaveLength(2);
  expect(asideOf(second)).toEqual(asideOf(first));
  expectSame(first, second);
});

test('A signature that does not hold is refused, and does not keep the right one out.', () => {
  const network = openNetwork(two);
  const [first, second] = network.stations as [Workstation, Workstation];
  addCase(second);
  const [right] = ownCommits(second).slice(-1);
  if (!right) throw new Error('There is nothing to forge.');
  const forged = { ...right, signature: ownCommits(first)[0]?.signature ?? '' };
  expect(receive(network, first, [forged]).aside).toMatchObject([{ reason: 'forged-signature' }]);
  expect(receive(network, first, [forged, right]).applied).toBe(1);
  expect(asideOf(first)).toEqual([]);
});

test('An entry in a form that an earlier version of the program could only keep aside is taken in once it can be read.', () => {
  const network = openNetwork(two);
  const [first, second] = network.stations as [Workstation, Workstation];
  addCase(first);
  const { body, signature } = ownCommits(first).at(-1) ?? { body: '', signature: '' };
  const asEarlier = second.connection.raw.prepare(
    `insert into commits_aside (hash, signature, space, device, number, stamp, person, intent, body, reason, since)
     values (?, ?, '', '', 0, '', '', '', ?, 'newer-version', '')`,
  );
  asEarlier.run('hash of what could not be read', signature, body);
  expect(receive(network, second, ownCommits(first).slice(0, -1)).applied).toBe(1);
  expect(asideOf(second)).toEqual([]);
  expectSame(first, second);
});
