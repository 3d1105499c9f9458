import { createHash, sign, verify } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { Decrypter, Encrypter } from 'age-encryption';
import { z } from 'zod';
import { type DeviceIdentity, deviceIdOf, publicKeyObject } from '../log/identity';
import type { ForeignCommit } from './foreign-commit';

/** Where newcomers ask, beside the folders of the devices. */
export const joiningFolder = 'joining';
export const requestEnding = '.request';
export const welcomeEnding = '.welcome';

/** What a new workstation asks with. Only keys and the computer's name: who sits at it is said on the telephone. */
export interface JoinRequest {
  readonly scheme: string;
  readonly device: string;
  readonly signingKey: string;
  /** age recipient. */
  readonly recipient: string;
  readonly computer: string;
  readonly at: string;
}

const requestForm = z.strictObject({
  form: z.literal(1),
  scheme: z.string(),
  signingKey: z.string().regex(/^[\w-]{43}$/),
  recipient: z.string().regex(/^age1[0-9a-z]{20,200}$/),
  computer: z.string().max(200),
  at: z.iso.datetime(),
});
const domain = 'roundtable join 1\n';

/** The request's bytes, signed by the device that asks, so that nobody can ask with another's key. */
export function writeJoinRequest({
  device,
  ...request
}: Omit<JoinRequest, 'device' | 'signingKey'> & { readonly device: DeviceIdentity }): Uint8Array {
  const text = JSON.stringify({ form: 1, ...request, signingKey: device.publicKey });
  return Buffer.from(`${sign(null, Buffer.from(domain + text, 'utf8'), device.privateKey).toString('base64url')}\n${text}`, 'utf8');
}

/** Null where it is none, not whole, not signed by its own key, or for another scheme. */
export function readJoinRequest(bytes: Uint8Array, scheme: string): JoinRequest | null {
  const all = Buffer.from(bytes).toString('utf8');
  const end = all.indexOf('\n');
  const text = all.slice(end + 1);
  try {
    const { form: _, ...request } = requestForm.parse(JSON.parse(text));
    const key = publicKeyObject(request.signingKey);
    const isSigned = key !== null && verify(null, Buffer.from(domain + text, 'utf8'), key, Buffer.from(all.slice(0, end), 'base64url'));
    return isSigned && request.scheme === scheme ? { ...request, device: deviceIdOf(request.signingKey) } : null;
  } catch {
    return null;
  }
}

/** Name of a request by its content: 40 hex digits. The welcome that answers it has the same. */
export const joinName = (request: Uint8Array) => createHash('sha256').update(request).digest('hex').slice(0, 40);

/**
 * Six words that both screens show. They follow from the founding entry of the scheme, which holds the founder's public
 * key, and from the whole request, which holds the newcomer's: 66 bits, so that nobody who writes into the folder can put a
 * request of their own, or a scheme of their own, in place of the real one without the words differing.
 */
export function joinWords(scheme: string, request: Uint8Array): readonly string[] {
  const digest = createHash('sha256').update('roundtable join words 1\n').update(`${scheme}\n`).update(request).digest();
  const bits = BigInt(`0x${digest.subarray(0, 9).toString('hex')}`) >> 6n;
  return Array.from({ length: 6 }, (_, index) => wordlist[Number((bits >> BigInt(11 * (5 - index))) & 2047n)] as string);
}

/** What the newcomer begins with: the entries that say who is who. The founding one is checked by its hash, all others by these. */
export interface Welcome {
  readonly scheme: string;
  readonly personId: string;
  readonly commits: readonly ForeignCommit[];
}
const welcomeForm = z.strictObject({
  form: z.literal(1),
  scheme: z.string(),
  personId: z.string(),
  commits: z.array(z.tuple([z.string(), z.string()])),
});

/** Sealed to the newcomer alone. */
export async function sealWelcome({ scheme, personId, commits }: Welcome, recipient: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const text = JSON.stringify({ form: 1, scheme, personId, commits: commits.map(({ body, signature }) => [body, signature]) });
  return encrypter.encrypt(Buffer.from(text, 'utf8'));
}

/** Null where it is damaged, or sealed to someone else. */
export async function openWelcome(bytes: Uint8Array, identity: string): Promise<Welcome | null> {
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const { scheme, personId, commits } = welcomeForm.parse(JSON.parse(Buffer.from(await decrypter.decrypt(bytes)).toString('utf8')));
    return { scheme, personId, commits: commits.map(([body, signature]) => ({ body, signature })) };
  } catch {
    return null;
  }
}
