import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import type { Connection } from '../connection';
import { readLocalSetting, writeLocalSetting } from '../local-settings';
import { createDeviceIdentity, type DeviceIdentity, exportDeviceIdentity, importDeviceIdentity } from '../log/identity';
import { prepareOnce } from '../prepared';
import { forgetExchange } from './exchange-desk';
import { createExchangeStore } from './exchange-store';

/** The identity that a device is about to go on under, after a copy of it was noticed. */
export interface Successor {
  readonly device: DeviceIdentity;
  /** `AGE-SECRET-KEY-1…` */
  readonly ageIdentity: string;
  /** `age1…` */
  readonly recipient: string;
}

const setting = 'successor';
const form = z.strictObject({ signingKey: z.string(), ageIdentity: z.string() });

/** Drawn once and kept in the file until it has taken over: what is cut short goes on with the one that the others may know already. */
export async function successorOf(connection: Connection): Promise<Successor> {
  const kept = readSuccessor(connection) ?? (await drawSuccessor(connection));
  return {
    device: importDeviceIdentity(kept.signingKey),
    ageIdentity: kept.ageIdentity,
    recipient: await identityToRecipient(kept.ageIdentity),
  };
}

function readSuccessor({ read }: Connection): z.infer<typeof form> | null {
  const kept = readLocalSetting(read, setting);
  return kept === null || kept === '' ? null : form.parse(JSON.parse(kept));
}

async function drawSuccessor({ local }: Connection): Promise<z.infer<typeof form>> {
  const drawn = { signingKey: exportDeviceIdentity(createDeviceIdentity()), ageIdentity: await generateX25519Identity() };
  writeLocalSetting(local, setting, JSON.stringify(drawn));
  return drawn;
}

/**
 * From here on the file is the successor's. To be called once everything of the device before it lies in the shared folder:
 * under another name nothing of it could be handed over.
 *
 * @param become keeps the new keys, in the same transaction.
 */
export function succeed(connection: Connection, before: string, { device }: Successor, become: () => void): void {
  const { raw, local } = connection;
  const store = createExchangeStore(raw);
  store.transaction(() => {
    // What was sealed to the one before is here, and need not be sealed to this one by itself.
    prepareOnce(
      raw,
      'insert or ignore into sync_cover (space, reader, author, up_to) select space, ?, author, up_to from sync_cover where reader = ?',
    ).run(device.id, before);
    // The files of the one before are another's from now on, and have all been read.
    store.advance(before);
    forgetExchange(connection);
    writeLocalSetting(local, setting, '');
    become();
  });
}

/** Whether the other copy of a device has gone on under an identity of its own since an instant, so that this one is alone with the old one. */
export function hasCopyMovedOn(connection: Connection, device: string, since: string): boolean {
  const own = readSuccessor(connection);
  return (
    prepareOnce<[string, string, string], { found: number }>(
      connection.raw,
      `select 1 as found from devices where succeeds = ? and sheet_proof = '' and joined_at > ? and id <> ? limit 1`,
    ).get(device, since, own === null ? '' : importDeviceIdentity(own.signingKey).id) !== undefined
  );
}
