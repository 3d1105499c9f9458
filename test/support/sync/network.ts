import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { type Connection, connect, type GuardedDatabase, writing } from '../../../db/connection';
import { type DeviceIdentity, deviceIdentityFrom } from '../../../db/log/identity';
import { prepareOnce } from '../../../db/prepared';
import { caseAccess, cases, devices, people } from '../../../db/schema';
import { openInMemory } from '../../../db/scheme-file';
import { applyCommits, type MergeReport } from '../../../db/sync/apply';
import type { ForeignCommit } from '../../../db/sync/foreign-commit';
import { accessRow } from '../../../db/sync/writing-facts';
import { type Session, startSession } from '../../../electron/services/session';
import type { Role } from '../../../shared/language/role';
import { openTestScheme, type TestSession, testNow } from '../session';

/** One workstation of a scheme that several share, in memory. */
export interface Workstation {
  readonly session: Session;
  readonly connection: Connection;
  readonly device: DeviceIdentity;
  readonly personId: string;
  readonly role: Role;
  readonly agencyId: string;
  /** Sets its clock, milliseconds since 1970. */
  setClock(now: number): void;
  clock(): number;
}

export interface Network {
  readonly anchor: string;
  /** `M. Larkspur`, who founded the scheme. */
  readonly founder: Workstation;
  readonly stations: readonly Workstation[];
}

/** A copy of an in-memory database, which is a hundred times faster than making one. */
export function copyOf(connection: Connection): Connection {
  const raw: GuardedDatabase = new Database(connection.raw.serialize());
  raw.pragma('foreign_keys = ON');
  raw.function('roundtable_writing', { deterministic: false }, () => raw.roundtableWriting ?? writing.nothing);
  return connect(raw);
}

export function stationOn(
  connection: Connection,
  { device, personId, role, agencyId }: Pick<Workstation, 'device' | 'personId' | 'role' | 'agencyId'>,
  at = testNow,
  random?: () => Uint8Array,
): Workstation {
  let now = at;
  const session = startSession({
    path: ':memory:',
    connection,
    device,
    me: { personId, name: personId, role, agencyId },
    clock: () => now,
    ...(random ? { random } : {}),
  });
  return {
    session,
    connection,
    device,
    personId,
    role,
    agencyId,
    clock: () => now,
    setClock(to) {
      now = to;
    },
  };
}

export interface NewMember {
  readonly role: Role;
  /** Kind of the agency, as in the list of agency kinds. */
  readonly agency: string;
}

interface Template {
  readonly anchor: string;
  readonly connection: Connection;
  readonly members: readonly Pick<Workstation, 'device' | 'personId' | 'role' | 'agencyId'>[];
}

/** Bytes that look random and are the same at every run. */
export function drawnFrom(name: string): () => Uint8Array {
  let count = 0;
  return () => createHash('sha256').update(`${name} ${++count}`).digest().subarray(0, 16);
}
const deviceFrom = (name: string) => deviceIdentityFrom(createHash('sha256').update(name).digest());

/** A scheme of which every member has the first entries, as after everyone joined. Made once for each list of members. */
const templates = new Map<string, Template>();

/** @param cast with another one the same people have other keys, and so other ids and another order. The same one gives the same bytes. */
export function templateOf(members: readonly NewMember[], cast = 0): Template {
  const key = `${cast} ${JSON.stringify(members)}`;
  const known = templates.get(key);
  if (known) return known;
  const founder: TestSession = openTestScheme(testNow, openInMemory(), { device: deviceFrom(`founder ${key}`), random: drawnFrom(key) });
  const joined = members.map(({ role, agency }, index) => ({
    device: deviceFrom(`member ${index} ${key}`),
    personId: `member-${index}`,
    role,
    agencyId: `agency-${agency}`,
  }));
  founder.advance(60_000);
  founder.record('members admitted', (operation) => {
    operation.put(devices, founder.device.id, { recipient: `fake-${founder.device.id}` });
    for (const { device, personId, role, agencyId } of joined) {
      operation.put(people, personId, { agencyId, name: `Member ${personId}`, role });
      operation.put(devices, device.id, {
        personId,
        name: personId,
        signingKey: device.publicKey,
        joinedAt: operation.at,
        recipient: `fake-${device.id}`,
      });
    }
  });
  const anchor = founder.connection.raw.prepare<[], string>('select hash from commits order by sequence limit 1').pluck().get() as string;
  const first = { device: founder.device, personId: founder.me.personId, role: 'coordinator' as const, agencyId: 'agency-police' };
  const template = { anchor, connection: founder.connection, members: [first, ...joined] };
  templates.set(key, template);
  return template;
}

export function openNetwork(members: readonly NewMember[]): Network {
  const { anchor, connection, members: all } = templateOf(members);
  const stations = all.map((member) => stationOn(copyOf(connection), member, testNow + 120_000));
  return { anchor, founder: stations[0] as Workstation, stations };
}

/** One more copy of what every member begins with. */
export function openStart(members: readonly NewMember[]): Pick<Workstation, 'connection' | 'device' | 'personId' | 'role' | 'agencyId'> {
  const { connection, members: all } = templateOf(members);
  return { ...(all[0] as Template['members'][number]), connection: copyOf(connection) };
}

export interface StoredCommit extends ForeignCommit {
  readonly hash: string;
  readonly space: string;
  readonly device: string;
}

/** Every commit that a workstation made itself, those among them that it keeps aside as everyone does; of one on an erased case nothing is left to be sent. */
export function ownCommits({ connection, device }: Pick<Workstation, 'connection' | 'device'>): readonly StoredCommit[] {
  const columns = 'hash, space, device, body, signature, stamp';
  return prepareOnce<[string, string], StoredCommit>(
    connection.raw,
    `select ${columns} from commits where device = ? union all select ${columns} from commits_aside where device = ? and body <> '' order by stamp`,
  ).all(device.id, device.id);
}

export function receive(network: Network, station: Workstation, commits: readonly ForeignCommit[]): MergeReport {
  return applyCommits(station.connection, commits, { anchor: network.anchor, now: station.clock() });
}

/** What is kept aside and why, in a fixed order. */
export function asideOf({ connection }: Pick<Workstation, 'connection'>): readonly string[] {
  return prepareOnce<[], string>(connection.raw, `select reason || ' ' || hash from commits_aside order by 1`).pluck().all();
}

/** Opens a case to an agency, as a coordinator's workstation does when relevance begins. */
export function openCase(station: Workstation, caseId: string, agencyId: string, isOpen = true): void {
  station.session.record(isOpen ? 'case opened to an agency' : 'case closed to an agency', (operation) =>
    operation.put(caseAccess, accessRow(caseId, agencyId), { caseId, agencyId, isOpen, changedAt: operation.at }),
  );
}

/** Puts a case on a workstation's register, and gives its id. */
export function addCase(station: Workstation, surname = 'CARTERWICK'): string {
  return station.session.record('case added', (operation) => {
    const id = operation.newId();
    operation.put(cases, id, { surname });
    return id;
  });
}

/** The surnames on a workstation's register. */
export const surnames = ({ station }: { readonly station: Workstation }) =>
  station.session.read
    .select({ surname: cases.surname })
    .from(cases)
    .orderBy(cases.surname)
    .all()
    .map(({ surname }) => surname);
