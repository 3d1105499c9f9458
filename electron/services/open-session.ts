import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Connection } from '../../db/connection';
import { readLocalSetting } from '../../db/local-settings';
import { importDeviceIdentity } from '../../db/log/identity';
import type { Clock } from '../../db/log/stamp';
import { people } from '../../db/schema';
import { finishErasures } from './retention/finish-erasures';
import { type Session, startSession } from './session';

/** Under this name the encrypted file keeps what this device is, signs with and decrypts with. */
export const deviceSetting = 'device';
export const storedDevice = z.strictObject({ personId: z.string(), signingKey: z.string(), ageIdentity: z.string() });
export type StoredDevice = z.infer<typeof storedDevice>;

/** Goes on as the member and device that the file belongs to. Throws where the file holds none. */
export function openSession(connection: Connection, path: string, clock: Clock): Session {
  const stored = readLocalSetting(connection.read, deviceSetting);
  if (stored === null) throw new Error('The scheme file does not say whose it is.');
  const { personId, signingKey } = storedDevice.parse(JSON.parse(stored));
  const person = connection.read.select().from(people).where(eq(people.id, personId)).get();
  if (!person) throw new Error('The member that the scheme file belongs to is not in the scheme.');
  const session = startSession({
    path,
    connection,
    device: importDeviceIdentity(signingKey),
    me: { personId, name: person.name, role: person.role, agencyId: person.agencyId },
    clock,
  });
  finishErasures(session);
  return session;
}
