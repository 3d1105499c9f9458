import { eq } from 'drizzle-orm';
import type { LocalWriter, Reader } from './connection';
import { localSettings } from './schema';

/** Settings that stay on this device, inside the encrypted file. Values are text. */
export function readLocalSetting(read: Reader, key: string): string | null {
  return read.select({ value: localSettings.value }).from(localSettings).where(eq(localSettings.key, key)).get()?.value ?? null;
}

export function writeLocalSetting(local: LocalWriter, key: string, value: string): void {
  local.insert(localSettings).values({ key, value }).onConflictDoUpdate({ target: localSettings.key, set: { value } }).run();
}
