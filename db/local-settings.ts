import { eq, sql } from 'drizzle-orm';
import type { LocalWriter, Reader } from './connection';
import { localSettings } from './schema';

type Lookup = ReturnType<typeof makeLookup>;
const lookups = new WeakMap<Reader, Lookup>();
const makeLookup = (read: Reader) =>
  read
    .select({ value: localSettings.value })
    .from(localSettings)
    .where(eq(localSettings.key, sql.placeholder('key')))
    .prepare();

/** Settings that stay on this device, inside the encrypted file. Values are text. Made ready once for a connection: each poll asks several times. */
export function readLocalSetting(read: Reader, key: string): string | null {
  const lookup = lookups.get(read) ?? makeLookup(read);
  lookups.set(read, lookup);
  return lookup.get({ key })?.value ?? null;
}

export function writeLocalSetting(local: LocalWriter, key: string, value: string): void {
  local.insert(localSettings).values({ key, value }).onConflictDoUpdate({ target: localSettings.key, set: { value } }).run();
}
