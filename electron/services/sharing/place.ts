import { z } from 'zod';
import { readLocalSetting, writeLocalSetting } from '../../../db/local-settings';
import { deviceSetting, storedDevice } from '../open-session';
import type { Session } from '../session';

const setting = 'sharing';
const stored = z.object({ folder: z.string().nullable().default(null) });
type SharingPlace = z.infer<typeof stored>;

function readPlace(session: Session): SharingPlace {
  return stored.parse(JSON.parse(readLocalSetting(session.read, setting) ?? '{}'));
}

export function writePlace(session: Session, changed: Partial<SharingPlace>): void {
  writeLocalSetting(session.connection.local, setting, JSON.stringify({ ...readPlace(session), ...changed }));
}

export const sharedFolder = (session: Session) => readPlace(session).folder;

/** The identity by which this workstation opens what is sealed to it. */
export function ageIdentityOf(session: Session): string {
  return storedDevice.parse(JSON.parse(readLocalSetting(session.read, deviceSetting) ?? '{}')).ageIdentity;
}
