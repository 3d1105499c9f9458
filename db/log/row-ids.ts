import { randomFillSync } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Clock } from './stamp';

export interface RowIdOptions {
  readonly clock: Clock;
  /** 16 random bytes for a new row id; the system's own where absent. */
  readonly random?: (() => Uint8Array) | undefined;
}

/**
 * Makes row ids: UUIDs of version 7 (RFC 9562), by this clock. Those of one millisecond count up (6.2, method 1), so that
 * what is made in one go lies together in every table and index: at random places, the pages to be encrypted and written
 * are many times as many.
 */
export function createRowIds({ clock, random = pooledRandom() }: RowIdOptions): () => string {
  let last = Number.NaN;
  let seq = 0;
  return () => {
    const msecs = clock();
    const bytes = random();
    seq = msecs === last ? seq + 1 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(6) >>> 1;
    last = msecs;
    return uuid({ msecs, seq, random: bytes });
  };
}

const idBytes = 16;

/** The system's random bytes, fetched for many ids at once: to ask for each takes longer than to make the id. */
export function pooledRandom(): () => Uint8Array {
  const pool = new Uint8Array(idBytes * 512);
  let at = pool.length;
  return () => {
    if (at >= pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    at += idBytes;
    return pool.slice(at - idBytes, at);
  };
}
