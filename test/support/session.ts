import { createDeviceIdentity, type DeviceIdentity } from '../../db/log/identity';
import { agencies, devices, people, schemes } from '../../db/schema';
import { openInMemory } from '../../db/scheme-file';
import { type Session, startSession } from '../../electron/services/session';
import { agencyKinds } from '../../shared/language/agency-kind';
import { defaultConfidentialityStatement, defaultLegalBasis, defaultPurpose } from '../../shared/language/meeting';

/** Tue 3 Mar 2026, 10:00 in London. */
export const testNow = Date.UTC(2026, 2, 3, 10, 0, 0);

export interface TestSession extends Session {
  /** Moves the clock on. */
  advance(milliseconds: number): void;
  /** Ids of agencies by kind: `agency.housing`. */
  readonly agency: Readonly<Record<string, string>>;
  /** Ids of one invented person an agency, by agency kind. */
  readonly person: Readonly<Record<string, string>>;
}

const names = [
  'R. Thornaby-Wells',
  'S. Merrowin',
  'D. Wrenfold',
  'P. Garrowby',
  'C. Ullathwaite',
  'J. Pellowin',
  'O. Bramwith',
  'L. Quillby',
  'B. Oddlestone',
];

/** What is otherwise made at random. */
export interface Drawn {
  readonly device?: DeviceIdentity;
  readonly random?: () => Uint8Array;
}

/**
 * A new scheme, in memory unless a connection is given, with all eighteen kinds of agencies, a coordinator (`M. Larkspur`,
 * police) and a stopped clock.
 */
export function openTestScheme(at = testNow, connection = openInMemory(), drawn: Drawn = {}): TestSession {
  let now = at;
  const device = drawn.device ?? createDeviceIdentity();
  const agency: Record<string, string> = {};
  const person: Record<string, string> = {};
  const session = startSession({
    path: ':memory:',
    connection,
    device,
    me: { personId: 'person-coordinator', name: 'M. Larkspur', role: 'coordinator', agencyId: 'agency-police' },
    clock: () => now,
    ...(drawn.random ? { random: drawn.random } : {}),
  });
  session.record('scheme started', (operation) => {
    operation.put(schemes, 'scheme', {
      brand: 'Crossways',
      area: 'Harrowmere IOM',
      marking: 'OFFICIAL-SENSITIVE',
      purpose: defaultPurpose,
      legalBasis: defaultLegalBasis,
      confidentiality: defaultConfidentialityStatement,
      documentPrefix: 'CW',
    });
    for (const [index, { kind, name, code, family, pathways, isCore }] of agencyKinds.entries()) {
      agency[kind] = `agency-${kind}`;
      person[kind] = `person-${kind}`;
      operation.put(agencies, `agency-${kind}`, { kind, name, code, family, pathways: JSON.stringify(pathways), isCore, attends: true });
      operation.put(people, `person-${kind}`, { agencyId: `agency-${kind}`, name: names[index % names.length] as string, role: 'partner' });
    }
    operation.put(people, 'person-coordinator', { agencyId: 'agency-police', name: 'M. Larkspur', role: 'coordinator' });
    operation.put(devices, device.id, {
      personId: 'person-coordinator',
      name: 'HARROW-LT-0217',
      signingKey: device.publicKey,
      joinedAt: operation.at,
    });
  });
  return Object.assign(session, {
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
    agency,
    person,
  });
}
