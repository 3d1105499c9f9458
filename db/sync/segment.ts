import { sign, verify } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { type DeviceIdentity, publicKeyObject } from '../log/identity';
import type { Cipher } from './cipher';
import { contentHash, type FileKind, fileKinds } from './file-names';
import type { ForeignCommit } from './foreign-commit';

/** Commits of one space, on their way to exactly those who may read it. */
export interface Part {
  readonly space: string;
  /** Hash of the part before it that this device sent in this space; empty for the first. */
  readonly previous: string;
  /** Ids of the devices that it is sealed to. */
  readonly readers: readonly string[];
  readonly commits: readonly ForeignCommit[];
}

/** What a file says of itself, sealed to every member. */
export interface Note {
  readonly kind: FileKind;
  /** Hash of the scheme's founding commit. */
  readonly scheme: string;
  readonly device: string;
  readonly number: number;
  /** Content hash of this device's segment before it; empty for the first. */
  readonly previous: string;
  /** Runs of segments that this file stands in for: device, first, last. */
  readonly covers: readonly (readonly [device: string, from: number, to: number])[];
  /** For each device up to which segment all of them were read. */
  readonly heads: Readonly<Record<string, number>>;
  /** The device's clock, milliseconds since 1970. */
  readonly clock: number;
  /** Content hashes of the sealed parts, in order. */
  readonly parts: readonly string[];
}

/** What an instant can be at all: one beyond it could not be written down by anybody who reads it. */
const furthestClock = 8.64e15;
const whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const noteForm = z.strictObject({
  form: z.literal(1),
  kind: z.enum(fileKinds),
  scheme: z.string(),
  device: z.string(),
  number: whole,
  previous: z.string(),
  covers: z.array(z.tuple([z.string(), whole, whole])),
  heads: z.record(z.string(), whole),
  clock: z.number().min(-furthestClock).max(furthestClock),
  parts: z.array(z.string()),
});
const partForm = z.strictObject({
  form: z.literal(1),
  scheme: z.string(),
  device: z.string(),
  space: z.string(),
  previous: z.string(),
  readers: z.array(z.string()),
  commits: z.array(z.tuple([z.string(), z.string()])),
});

const magic = Buffer.from('roundtable segment 1\n', 'latin1');
const domain = 'roundtable segment 1\n';
const mostPlain = 512 * 1024 * 1024;
const mostChunks = 200_000;

/** Signs, then seals: whoever opens it knows who sent it, and nobody can take the seal off and send it on as theirs. */
async function sealSigned(text: string, device: DeviceIdentity, cipher: Cipher, recipients: readonly string[]): Promise<Uint8Array> {
  const signature = sign(null, Buffer.from(domain + text, 'utf8'), device.privateKey).toString('base64url');
  return cipher.seal(deflateRawSync(Buffer.from(`${signature}\n${text}`, 'utf8')), recipients);
}

/** What was sealed and by whom it says; the caller checks the signature, once it knows the sender's key. */
export interface Unsealed<T> {
  readonly value: T;
  readonly isSignedBy: (publicKey: string) => boolean;
}

async function unseal(sealed: Uint8Array, cipher: Cipher): Promise<Unsealed<string> | 'sealed' | 'damaged'> {
  const plain = await cipher.open(sealed);
  if (!plain) return 'sealed';
  try {
    const all = inflateRawSync(plain, { maxOutputLength: mostPlain }).toString('utf8');
    const end = all.indexOf('\n');
    const text = all.slice(end + 1);
    const signature = Buffer.from(all.slice(0, end), 'base64url');
    return {
      value: text,
      isSignedBy(publicKey) {
        const key = publicKeyObject(publicKey);
        return key !== null && verify(null, Buffer.from(domain + text, 'utf8'), key, signature);
      },
    };
  } catch {
    return 'damaged';
  }
}

export async function sealPart(
  part: Part,
  { scheme, device, cipher, recipients }: { scheme: string; device: DeviceIdentity; cipher: Cipher; recipients: readonly string[] },
): Promise<Uint8Array> {
  const { space, previous, readers, commits } = part;
  const text = JSON.stringify({
    form: 1,
    scheme,
    device: device.id,
    space,
    previous,
    readers: [...readers].sort(),
    commits: commits.map(({ body, signature }) => [body, signature]),
  });
  return sealSigned(text, device, cipher, recipients);
}

type OpenedPart = Unsealed<Part & { scheme: string; device: string }>;

/** Null where it cannot be opened, for whatever reason. */
export async function openPart(sealed: Uint8Array, cipher: Cipher): Promise<OpenedPart | null> {
  const opened = await lookIntoPart(sealed, cipher);
  return typeof opened === 'string' ? null : opened;
}

/** Tells what is sealed to others, which is all as it should be, from what this version or nobody can read. */
export async function lookIntoPart(sealed: Uint8Array, cipher: Cipher): Promise<OpenedPart | 'sealed' | 'damaged' | 'newer-version'> {
  const unsealed = await unseal(sealed, cipher);
  if (typeof unsealed === 'string') return unsealed;
  const read = parsed(partForm, unsealed.value);
  if (typeof read === 'string') return read;
  const commits = read.commits.map(([body, signature]) => ({ body, signature }));
  return { value: { ...read, commits }, isSignedBy: unsealed.isSignedBy };
}

/** A whole file: its note and its sealed parts, each with its length before it. */
export async function writeSegmentFile(
  note: Omit<Note, 'parts'>,
  parts: readonly Uint8Array[],
  { device, cipher, recipients }: { device: DeviceIdentity; cipher: Cipher; recipients: readonly string[] },
): Promise<Uint8Array> {
  const text = JSON.stringify({ form: 1, ...note, parts: parts.map(contentHash) });
  const sealedNote = await sealSigned(text, device, cipher, recipients);
  const chunks: Uint8Array[] = [magic];
  for (const chunk of [sealedNote, ...parts]) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    chunks.push(length, chunk);
  }
  return Buffer.concat(chunks);
}

export interface SegmentFile {
  readonly hash: string;
  readonly note: Uint8Array;
  readonly parts: readonly Uint8Array[];
}

/** Takes a file apart; null where it is not one, or not whole. Nothing is opened yet. */
export function readSegmentFile(bytes: Uint8Array): SegmentFile | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (buffer.length < magic.length || buffer.compare(magic, 0, magic.length, 0, magic.length) !== 0) return null;
  const chunks: Uint8Array[] = [];
  for (let at = magic.length; at < buffer.length; ) {
    if (at + 4 > buffer.length) return null;
    const length = buffer.readUInt32BE(at);
    // Nothing sealed is empty: a file of zeros would be millions of chunks.
    if (length === 0 || at + 4 + length > buffer.length || chunks.length > mostChunks) return null;
    chunks.push(buffer.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  const [note, ...parts] = chunks;
  return note ? { hash: contentHash(bytes), note, parts } : null;
}

/** Opens the note; null where it is sealed to others. Whether its parts are those that are there is checked too. */
export async function openNote(file: SegmentFile, cipher: Cipher): Promise<Unsealed<Note> | 'sealed' | 'damaged' | 'newer-version'> {
  const unsealed = await unseal(file.note, cipher);
  if (typeof unsealed === 'string') return unsealed;
  const read = parsed(noteForm, unsealed.value);
  if (read === 'newer-version') return read;
  if (
    read === 'damaged' ||
    read.parts.length !== file.parts.length ||
    file.parts.some((part, index) => contentHash(part) !== read.parts[index])
  )
    return 'damaged';
  return { value: read, isSignedBy: unsealed.isSignedBy };
}

/** What begins like a file of a later version of this program. Nobody can say yet whether it is whole. */
export function isOfNewerVersion(bytes: Uint8Array): boolean {
  const found = /^roundtable segment (\d{1,9})\n/.exec(Buffer.from(bytes.subarray(0, 40)).toString('latin1'));
  return found !== null && Number(found[1]) > 1;
}

/** A higher form, or more than this version knows of, is a later version's, which is to be kept until it can be read. */
function parsed<T>(form: z.ZodType<T>, text: string): T | 'damaged' | 'newer-version' {
  try {
    const value: unknown = JSON.parse(text);
    const read = form.safeParse(value);
    if (read.success) return read.data;
    const isHigher = isNumbered(value) && value.form > 1;
    const hasMore = read.error.issues.every(({ code }) => code === 'unrecognized_keys');
    return isHigher || hasMore ? 'newer-version' : 'damaged';
  } catch {
    return 'damaged';
  }
}

const isNumbered = (value: unknown): value is { readonly form: number } =>
  typeof value === 'object' && value !== null && 'form' in value && typeof value.form === 'number';
