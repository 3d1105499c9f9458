import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** SQLCipher 4: a page ends in 16 bytes of initial vector and the 64 of its HMAC-SHA-512; the first begins with the salt. */
const page = { size: 4096, salt: 16, vector: 16, seal: 64 } as const;

/**
 * Whether this key is the one that the file is encrypted with, by the seal of its first page. Only reads: SQLite itself
 * would play in a write-ahead log, or put files beside it, merely by opening it.
 */
export function opensWith(path: string, key: Uint8Array): boolean {
  const first = Buffer.alloc(page.size);
  try {
    const file = openSync(path, 'r');
    try {
      if (readSync(file, first, 0, page.size, 0) < page.size) return false;
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  const salt = first.subarray(0, page.salt).map((byte) => byte ^ 0x3a);
  const sealKey = pbkdf2Sync(key, salt, 2, 32, 'sha512');
  const sealed = first.subarray(page.salt, page.size - page.seal);
  const number = Buffer.from([1, 0, 0, 0]);
  return timingSafeEqual(createHmac('sha512', sealKey).update(sealed).update(number).digest(), first.subarray(page.size - page.seal));
}
