import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/**
 * The small file beside a scheme that keeps its key wrapped: `NAME.roundtable` has `NAME.roundtable.keys`. Nothing in
 * it is secret without the passphrase, and nothing in it says what the scheme is about.
 */
const formatVersion = 1;
const base64 = z.string().regex(/^[A-Za-z0-9_-]*$/);
const wrappedKey = z.strictObject({ nonce: base64, sealed: base64 });
const keyFile = z.strictObject({
  format: z.literal('roundtable keys'),
  version: z.literal(formatVersion),
  passphrase: wrappedKey.extend({ salt: base64, cost: z.int().min(10).max(22) }),
  /** The key as the operating system's keychain sealed it, where the person asked for that. */
  keychain: base64.nullable(),
});
export type KeyFile = z.infer<typeof keyFile>;

export type ReadKeyFile =
  | { readonly ok: true; readonly keys: KeyFile }
  | { readonly ok: false; readonly problem: 'newer-version' | 'not-ours' | 'damaged' };

/** 2^17 blocks of 1 KiB × 8: 128 MiB and some 0.4 s a guess (RFC 7914; OWASP's setting for scrypt). */
export const usualCost = 17;

export function readKeyFile(text: string): ReadKeyFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { ok: false, problem: text.includes('roundtable keys') ? 'damaged' : 'not-ours' };
  }
  const header = z.looseObject({ format: z.literal('roundtable keys'), version: z.int() }).safeParse(content);
  if (!header.success) return { ok: false, problem: 'not-ours' };
  if (header.data.version > formatVersion) return { ok: false, problem: 'newer-version' };
  const parsed = keyFile.safeParse(content);
  return parsed.success ? { ok: true, keys: parsed.data } : { ok: false, problem: 'damaged' };
}

export function writeKeyFile(keys: KeyFile): string {
  return `${JSON.stringify(keys, null, 2)}\n`;
}

function stretch(passphrase: string, salt: Uint8Array, cost: number): Promise<Buffer> {
  const N = 2 ** cost;
  return new Promise((resolve, reject) => {
    // Typed on another keyboard, the same passphrase may come composed differently: NFKC makes them one.
    scrypt(passphrase.normalize('NFKC'), salt, 32, { N, r: 8, p: 1, maxmem: 128 * N * 8 + 2 ** 25 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

const associated = Buffer.from(`roundtable keys ${formatVersion}`);

/** Wraps a scheme's key with a passphrase: scrypt, then AES-256-GCM, whose tag tells a wrong passphrase from a right one. */
export async function wrapKey(key: Uint8Array, passphrase: string, cost = usualCost): Promise<KeyFile> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await stretch(passphrase, salt, cost), nonce).setAAD(associated);
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return {
    format: 'roundtable keys',
    version: formatVersion,
    passphrase: { salt: salt.toString('base64url'), cost, nonce: nonce.toString('base64url'), sealed: sealed.toString('base64url') },
    keychain: null,
  };
}

/** The scheme's key, or null where the passphrase is not the one it was wrapped with. */
export async function unwrapKey(keys: KeyFile, passphrase: string): Promise<Uint8Array | null> {
  const { salt, cost, nonce, sealed } = keys.passphrase;
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    await stretch(passphrase, Buffer.from(salt, 'base64url'), cost),
    Buffer.from(nonce, 'base64url'),
  );
  decipher.setAAD(associated);
  try {
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
  } catch {
    return null;
  }
}
