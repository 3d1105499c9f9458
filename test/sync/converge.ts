import fc from 'fast-check';
import { fingerprintTables, rebuild } from '../../db/log/rebuild';
import { shapeOfRelation } from '../../db/log/synced-tables';
import { actions, agendaItems, aliases, cases, conflicts, contributions, meetings, needs, people } from '../../db/schema';
import { reinstateDevice, retireDevice } from '../../db/sync/membership';
import { eraseCase } from '../support/sync/erasing';
import { asideOf, type Network, openCase, ownCommits, receive, type StoredCommit, type Workstation } from '../support/sync/network';
import { letGo, reuseNetwork } from '../support/sync/reused-network';

/**
 * Any-order convergence: several workstations do anything to each other, among it what they may not, exchange in part and
 * in any order, twice and late, with clocks years off. At the end everyone who may read the same has the same tables, the
 * same conflicts and the same entries kept aside, and a rebuild gives what is there.
 */
export const members = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'partner', agency: 'housing' },
  { role: 'manager', agency: 'drugs' },
] as const;

export type Step =
  | {
      readonly do: 'name' | 'alias' | 'withdraw' | 'discuss' | 'need' | 'settle' | 'update' | 'close-action' | 'reopen' | 'shut' | 'forge';
      readonly by: number;
      readonly which: number;
      readonly text: string;
    }
  | { readonly do: 'erase'; readonly by: number; readonly which: number }
  | { readonly do: 'retire' | 'reinstate' | 'promote' | 'demote'; readonly by: number; readonly which: number }
  | { readonly do: 'clock'; readonly by: number; readonly days: number }
  | { readonly do: 'deliver'; readonly by: number; readonly to: number; readonly share: number };

const who = fc.nat(3);
const text = fc.constantFrom('one', 'two', 'three four', 'five six seven', '');
const edits = fc.constantFrom(
  'name',
  'alias',
  'withdraw',
  'discuss',
  'need',
  'settle',
  'update',
  'close-action',
  'reopen',
  'shut',
  'forge',
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: edits, by: who, which: fc.nat(1), text }) as fc.Arbitrary<Step> },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('retire', 'reinstate', 'promote', 'demote'),
      by: who,
      which: fc.integer({ min: 1, max: 3 }),
    }) as fc.Arbitrary<Step>,
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('clock'), by: who, days: fc.constantFrom(-3650, -2, 1, 3650) }) as fc.Arbitrary<Step>,
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase'), by: who, which: fc.nat(1) }) as fc.Arbitrary<Step> },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('deliver'), by: who, to: who, share: fc.nat(3) }) as fc.Arbitrary<Step> },
);
const casts = 4;
export const scenario = fc.record({
  steps: fc.array(step, { minLength: 4, maxLength: 24 }),
  order: fc.array(fc.nat(1_000_000), { minLength: 8, maxLength: 8 }),
  /** Whose keys: who comes first among devices of one moment follows from them. */
  cast: fc.nat(casts - 1),
});
export type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

const caseIds = ['case-0', 'case-1'];

/** Plays a scenario; throws a sentence where something does not hold. */
export function play(scenario: Scenario): void {
  const { network, openFresh, giveBack } = reuseNetwork(members, scenario.cast);
  playOn(network, scenario, openFresh);
  giveBack();
}

/** Lets the workstations do and exchange what the scenario says; gives every commit that was ever in the shared folder. */
export function tell(network: Network, { steps, order }: Pick<Scenario, 'steps' | 'order'>): readonly StoredCommit[] {
  const stations = network.stations as readonly Workstation[];
  begin(network);
  // What was once in the shared folder may turn up again at any time, also what has been erased since.
  const archive = new Map<string, StoredCommit>();
  const keep = (station: Workstation) => {
    for (const commit of ownCommits(station)) if (!archive.has(commit.hash)) archive.set(commit.hash, commit);
  };
  for (const station of stations) keep(station);
  for (const [index, each] of steps.entries()) {
    const station = stations[each.by % stations.length] as Workstation;
    station.setClock(station.clock() + 1000);
    take(each, station, stations, network, order[index % order.length] ?? 0);
    keep(station);
  }
  return [...archive.values()];
}

function playOn(network: Network, scenario: Scenario, openFresh: () => Workstation): void {
  const stations = network.stations as readonly Workstation[];
  const { order } = scenario;
  const all = tell(network, scenario);
  const readers: readonly (readonly [Workstation, readonly StoredCommit[]])[] = [
    [stations[0] as Workstation, all],
    [stations[1] as Workstation, all],
  ];
  for (const [index, [station, commits]] of readers.entries()) deliver(network, station, commits, order[index] ?? 0, index + 1);
  // One entry a transaction: in what portions they come changes nothing either.
  const fresh = openFresh();
  deliver(network, fresh, all, order[2] ?? 0, all.length);
  expectEqual([...readers.map(([station]) => station), fresh], 'coordinators');

  const open = new Set(['scheme', 'agency:agency-housing', 'case:case-0']);
  const visible = all.filter(({ space }) => open.has(space));
  const partners = [3, 4].map((at) => {
    const partner = openFresh();
    deliver(network, partner, visible, order[at] ?? 0, at);
    return partner;
  });
  expectEqual(partners, 'readers of a part');
  expectSameCase(fresh, partners[0] as Workstation);
}

function begin(network: Network): void {
  const [first, ...others] = network.stations as [Workstation, ...Workstation[]];
  first.session.record('cases added', (o) => {
    o.put(meetings, 'meeting', { title: 'Weekly' });
    for (const id of caseIds) {
      o.put(cases, id, { surname: 'CARTERWICK' });
      o.put(aliases, `alias-${id}`, { caseId: id, name: 'Deano' });
      o.put(agendaItems, `item-${id}`, { caseId: id, meetingId: 'meeting', discussion: 'Said before.' });
      o.put(actions, `action-${id}`, { caseId: id, agencyId: 'agency-housing', text: 'Find a room' });
    }
  });
  openCase(first, 'case-0', 'agency-housing');
  for (const other of others) receive(network, other, ownCommits(first));
}

function take(each: Step, station: Workstation, stations: readonly Workstation[], network: Network, seed: number): void {
  const { session } = station;
  if (each.do === 'clock') {
    station.setClock(station.clock() + each.days * 86_400_000);
    return;
  }
  if (each.do === 'deliver') {
    const from = ownCommits(station);
    const to = stations[each.to % stations.length] as Workstation;
    if (to !== station) deliver(network, to, from.slice(0, Math.ceil((from.length * (each.share + 1)) / 4)), seed, 1);
    return;
  }
  if (each.do === 'retire' || each.do === 'reinstate' || each.do === 'promote' || each.do === 'demote') {
    const whom = stations[each.which] as Workstation;
    session.record(`member ${each.do}`, (o) => {
      if (each.do === 'retire') retireDevice(o, station.connection, whom.device.id);
      else if (each.do === 'reinstate') reinstateDevice(o, whom.device.id);
      else o.put(people, whom.personId, { role: each.do === 'promote' ? 'coordinator' : 'partner' });
    });
    return;
  }
  const caseId = caseIds[each.which] as string;
  if (station.connection.raw.prepare('select 1 from erasure_work where case_id = ?').get(caseId)) return;
  if (each.do === 'erase') {
    eraseCase(network, station, caseId);
    return;
  }
  session.record(each.do, (o) => {
    switch (each.do) {
      case 'name':
        return o.put(cases, caseId, { surname: each.text });
      case 'forge':
        return o.put(cases, caseId, { pnc: each.text, surname: 'FORGED' });
      case 'alias':
        return o.put(aliases, `alias-${caseId}`, { name: each.text });
      case 'withdraw':
        return o.put(aliases, `alias-${caseId}`, { withdrawnOn: each.text === '' ? null : '2026-03-03', withdrawnReason: each.text });
      case 'discuss':
        return o.put(agendaItems, `item-${caseId}`, { discussion: `${discussionOf(station, caseId)} ${each.text}` });
      case 'need':
        return o.put(needs, o.newId(), { caseId, note: each.text, pathway: 'drugs' });
      case 'settle':
        return settleFirst(station, o);
      case 'update':
        return o.put(contributions, `update-${caseId}-${each.by}`, { caseId, agencyId: 'agency-housing', text: each.text });
      case 'close-action':
        return o.put(actions, `action-${caseId}`, { outcome: each.text === '' ? null : 'done', closingNote: each.text });
      default:
        return;
    }
  });
  if (each.do === 'reopen' || each.do === 'shut') openCase(station, caseId, 'agency-housing', each.do === 'reopen');
}

function discussionOf(station: Workstation, caseId: string): string {
  const rows = station.session.read.select({ id: agendaItems.id, text: agendaItems.discussion }).from(agendaItems).all();
  return rows.find(({ id }) => id === `item-${caseId}`)?.text ?? '';
}

type Recording = Parameters<Parameters<Workstation['session']['record']>[1]>[0];
function settleFirst(station: Workstation, operation: Recording): void {
  const conflict = station.session.read.select().from(conflicts).all()[0];
  const shape = conflict && shapeOfRelation(conflict.relation);
  if (!shape) return;
  const key = [...shape.fieldByKey].find(([, name]) => name === conflict.field)?.[0] ?? '';
  const shown = station.connection.raw
    .prepare(`select "${conflict.field}" from "${conflict.relation}" where id = ?`)
    .pluck()
    .get(conflict.row);
  operation.settle(shape.table, conflict.row, { [key]: shown });
}

/** In any order, in so many portions, the first of them twice. */
function deliver(network: Network, station: Workstation, commits: readonly StoredCommit[], seed: number, portions: number): void {
  const hasErased = station.connection.raw.prepare('select 1 from case_erasures').get() !== undefined;
  const shuffled = shuffle(
    commits.filter(({ device }) => hasErased || device !== station.device.id),
    seed,
  );
  const size = Math.max(1, Math.ceil(shuffled.length / portions));
  for (let at = 0; at < shuffled.length; at += size) receive(network, station, shuffled.slice(at, at + size));
  // An erasure that comes to count no more has cost what was here before, the device's own too, which is then fetched again.
  const isErasing = commits.some(({ body }) => body.includes('"case_erasures"'));
  receive(network, station, isErasing ? shuffle(commits, seed) : shuffled.slice(0, size));
}

export function shuffle<T>(list: readonly T[], seed: number): readonly T[] {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const out = [...list];
  for (let at = out.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [out[at], out[other]] = [out[other] as T, out[at] as T];
  }
  return out;
}

function expectEqual(stations: readonly Workstation[], whom: string): void {
  const prints = stations.map(({ connection }) => fingerprintTables(connection));
  if (new Set(prints).size !== 1) throw new Error(`The tables of ${whom} differ.`);
  const asides = stations.map((station) => asideOf(station).join('\n'));
  if (new Set(asides).size !== 1) throw new Error(`What ${whom} keep aside differs:\n${asides.join('\n\n')}`);
  for (const { connection } of stations.slice(0, 1)) {
    rebuild(connection);
    if (fingerprintTables(connection) !== prints[0]) throw new Error(`A rebuild gives ${whom} other tables.`);
  }
}

/** Whoever reads a case has the same rows of it as who reads everything. */
function expectSameCase(whole: Workstation, part: Workstation): void {
  for (const relation of ['cases', 'aliases', 'agenda_items', 'actions', 'contributions', 'needs', 'case_access']) {
    const column = relation === 'cases' ? 'id' : 'case_id';
    const [one, other] = [whole, part].map(({ connection }) =>
      JSON.stringify(connection.raw.prepare(`select * from "${relation}" where "${column}" = 'case-0' order by id`).all()),
    );
    if (one !== other) throw new Error(`A partner’s ${relation} of its case differ.`);
  }
}

export interface ConvergeResult {
  readonly runs: number;
  readonly seed: number;
  readonly failure: string | null;
}

export async function converge(runs: number, seed: number): Promise<ConvergeResult> {
  const property = fc.asyncProperty(scenario, async (story) => {
    play(story);
    await letGo();
  });
  const details = await fc.check(property, { numRuns: runs, seed, endOnFailure: true });
  return {
    runs: details.numRuns,
    seed,
    failure: details.failed
      ? `${String(details.errorInstance)}\nseed ${seed}, path ${details.counterexamplePath}\n${JSON.stringify(details.counterexample)}`
      : null,
  };
}
