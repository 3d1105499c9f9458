import { createHash, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { type DeviceIdentity, publicKeyObject } from '../log/identity';
import type { Cipher } from './cipher';

/** The bytes of one issued document, on their way to exactly those who may read its line of the ledger. */
export interface Paper {
  readonly space: string;
  /** Id of its line in the ledger. */
  readonly document: string;
  /** Of the bytes, hex: what the ledger says too, and that is what counts. */
  readonly sha256: string;
  /** Ids of the devices that it is sealed to. */
  readonly readers: readonly string[];
  readonly bytes: Uint8Array;
}

const form = z.strictObject({
  form: z.literal(1),
  scheme: z.string(),
  device: z.string(),
  space: z.string(),
  document: z.string(),
  sha256: z.string(),
  readers: z.array(z.string()),
});
const domain = 'roundtable paper 1\n';
const newLine = 0x0a;

/** Signature, a newline, what it is as JSON, a newline, the bytes as they are: a PDF is packed in itself. */
export async function sealPaper(
  { bytes, ...paper }: Paper,
  { scheme, device, cipher, recipients }: { scheme: string; device: DeviceIdentity; cipher: Cipher; recipients: readonly string[] },
): Promise<Uint8Array> {
  const text = JSON.stringify({ form: 1, scheme, device: device.id, ...paper, readers: [...paper.readers].sort() });
  const signature = sign(null, Buffer.from(domain + text, 'utf8'), device.privateKey).toString('base64url');
  return cipher.seal(Buffer.concat([Buffer.from(`${signature}\n${text}\n`, 'utf8'), bytes]), recipients);
}

export interface OpenedPaper extends Paper {
  readonly scheme: string;
  readonly device: string;
}

/** Null where it is sealed to others or is no paper; `forged` where it is not what its sender signed. */
export async function openPaper(sealed: Uint8Array, cipher: Cipher, senderKey: string): Promise<OpenedPaper | 'forged' | null> {
  const plain = await cipher.open(sealed);
  if (!plain) return null;
  const buffer = Buffer.from(plain.buffer, plain.byteOffset, plain.length);
  const first = buffer.indexOf(newLine);
  const second = buffer.indexOf(newLine, first + 1);
  if (first < 0 || second < 0) return null;
  const text = buffer.toString('utf8', first + 1, second);
  const read = parsed(text);
  const key = publicKeyObject(senderKey);
  if (!read || key === null) return null;
  const bytes = buffer.subarray(second + 1);
  const isSigned = verify(null, Buffer.from(domain + text, 'utf8'), key, Buffer.from(buffer.toString('latin1', 0, first), 'base64url'));
  return isSigned && sha256Of(bytes) === read.sha256 ? { ...read, bytes } : 'forged';
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function parsed(text: string): z.infer<typeof form> | null {
  try {
    return form.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
