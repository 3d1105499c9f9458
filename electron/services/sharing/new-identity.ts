import { eq } from 'drizzle-orm';
import { writeLocalSetting } from '../../../db/local-settings';
import { exportDeviceIdentity } from '../../../db/log/identity';
import { devices } from '../../../db/schema';
import type { Exchange } from '../../../db/sync/exchange';
import { succeedDevice } from '../../../db/sync/membership';
import { type Successor, succeed, successorOf } from '../../../db/sync/successor';
import { Refusal } from '../../../shared/language/refusal';
import { deviceSetting, type StoredDevice } from '../open-session';
import type { Session } from '../session';

/**
 * Gives this computer's file an identity of its own, after a copy of it was noticed. All that the old one recorded is handed
 * over first; the last thing that it signs is that the new one takes its place. Refuses, and changes nothing that counts,
 * where the folder does not take it; asked again it goes on where it was. Afterwards the file is to be opened anew.
 *
 * @param computer what the others will call it.
 */
export async function giveNewIdentity(session: Session, exchange: Exchange, computer: string): Promise<void> {
  await handAllOver(exchange);
  const successor = await successorOf(session.connection);
  if (!isNamed(session, successor)) {
    session.record('workstation given a new identity', (operation) =>
      succeedDevice(operation, session.device.id, session.me.personId, successor.device, computer, successor.recipient),
    );
  }
  await handAllOver(exchange);
  if (!isNamed(session, successor)) throw new Refusal(shutOut);
  const stored: StoredDevice = {
    personId: session.me.personId,
    signingKey: exportDeviceIdentity(successor.device),
    ageIdentity: successor.ageIdentity,
  };
  succeed(session.connection, session.device.id, successor, () =>
    writeLocalSetting(session.connection.local, deviceSetting, JSON.stringify(stored)),
  );
}

const shutOut =
  'A coordinator has retired this workstation, so it cannot hand its place on. What it recorded since is on this computer only. Ask a coordinator, and join the shared folder anew. Nothing was changed.';

async function handAllOver(exchange: Exchange): Promise<void> {
  const { state } = await exchange.poll();
  const { waiting, alarms } = exchange.status();
  if (alarms.some(({ kind }) => kind === 'shut-out')) throw new Refusal(shutOut);
  if (state !== 'exchanged' || waiting > 0)
    throw new Refusal(
      'What was recorded here could not all be handed over, and must be before this computer can have a new identity. Everything recorded is safe here. Connect the shared folder and try again.',
    );
}

const isNamed = ({ read }: Session, { device }: Successor) =>
  read.select({ id: devices.id }).from(devices).where(eq(devices.id, device.id)).get() !== undefined;
