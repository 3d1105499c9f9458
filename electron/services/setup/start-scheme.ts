import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Connection } from '../../../db/connection';
import { writeLocalSetting } from '../../../db/local-settings';
import { createDeviceIdentity, type DeviceIdentity, exportDeviceIdentity } from '../../../db/log/identity';
import { createRowIds, type RowIdOptions } from '../../../db/log/row-ids';
import { agencies, colourMeanings, devices, people, schemes } from '../../../db/schema';
import { agencyKinds } from '../../../shared/language/agency-kind';
import { colours, defaultColourMeaning } from '../../../shared/language/colour';
import { defaultConfidentialityStatement, defaultLegalBasis, defaultPurpose } from '../../../shared/language/meeting';
import { deviceSetting, type StoredDevice } from '../open-session';
import { type Session, startSession } from '../session';

export interface NewAgency {
  readonly kind: string;
  readonly name: string;
  readonly code: string;
  readonly isCore: boolean;
}

export interface NewScheme {
  readonly brand: string;
  readonly area: string;
  readonly marking: string;
  readonly agencies: readonly NewAgency[];
  readonly yourName: string;
  /** Index into `agencies`. */
  readonly yourAgency: number;
  readonly isDemonstration: boolean;
  readonly computer: string;
}

export interface StartOptions extends RowIdOptions {
  readonly path: string;
  /** The device's identity; a fresh one where absent. */
  readonly device?: DeviceIdentity;
}

/**
 * Writes the first commits of a new scheme into an empty file: its wording and agencies, and its first member, a
 * coordinator on this device, whose key signs all that follows.
 */
export async function startScheme(connection: Connection, scheme: NewScheme, options: StartOptions): Promise<Session> {
  const device = options.device ?? createDeviceIdentity();
  const ageIdentity = await generateX25519Identity();
  const recipient = await identityToRecipient(ageIdentity);
  const newId = createRowIds(options);
  const me = newId();
  const agencyIds = scheme.agencies.map(() => newId());
  const myAgency = agencyIds[scheme.yourAgency];
  if (myAgency === undefined) throw new Error('The agency of the first member is not among the scheme’s agencies.');
  const stored: StoredDevice = { personId: me, signingKey: exportDeviceIdentity(device), ageIdentity };
  writeLocalSetting(connection.local, deviceSetting, JSON.stringify(stored));
  const session = startSession({
    path: options.path,
    connection,
    device,
    me: { personId: me, name: scheme.yourName, role: 'coordinator', agencyId: myAgency },
    clock: options.clock,
    ...(options.random ? { random: options.random } : {}),
  });
  session.record('scheme started', (operation) => {
    operation.put(schemes, 'scheme', {
      brand: scheme.brand,
      area: scheme.area,
      marking: scheme.marking,
      purpose: defaultPurpose,
      legalBasis: defaultLegalBasis,
      confidentiality: defaultConfidentialityStatement,
      isDemonstration: scheme.isDemonstration,
      documentPrefix: documentPrefixOf(scheme.brand),
    });
    for (const colour of colours) operation.put(colourMeanings, colour, { meaning: defaultColourMeaning[colour] });
    for (const [index, agency] of scheme.agencies.entries()) {
      const kind = agencyKinds.find(({ kind }) => kind === agency.kind);
      operation.put(agencies, agencyIds[index] as string, {
        kind: agency.kind,
        name: agency.name,
        code: agency.code,
        isCore: agency.isCore,
        family: kind?.family ?? 'third',
        pathways: JSON.stringify(kind?.pathways ?? []),
        attends: true,
      });
    }
    operation.put(people, me, { agencyId: myAgency, name: scheme.yourName, role: 'coordinator' });
    operation.put(devices, device.id, {
      personId: me,
      name: scheme.computer,
      signingKey: device.publicKey,
      recipient,
      joinedAt: operation.at,
    });
  });
  return session;
}

/** "Changing Tracks" gives CT; a name of one word gives its first two letters. */
export function documentPrefixOf(brand: string): string {
  const words = brand.normalize('NFKD').match(/[A-Za-z]+/g) ?? [];
  const letters = words.length > 1 ? words.map((word) => word.charAt(0)).join('') : (words[0] ?? 'RT').slice(0, 2);
  return letters.slice(0, 4).toUpperCase();
}
