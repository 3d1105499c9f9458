import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';

/** What a device signs with. The private key is kept only inside the encrypted file. */
export interface DeviceIdentity {
  /** First 22 characters of the base64url SHA-256 of the public key: 132 bits, enough that none can be made to match. */
  readonly id: string;
  /** Ed25519 public key, base64url of the raw 32 bytes. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}

/** DER wrapping of a raw Ed25519 public key (RFC 8410). */
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export function deviceIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('base64url').slice(0, 22);
}

export function createDeviceIdentity(): DeviceIdentity {
  return fromPrivateKey(generateKeyPairSync('ed25519').privateKey);
}

function fromPrivateKey(privateKey: KeyObject): DeviceIdentity {
  const raw = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(publicPrefix.length);
  const publicKey = raw.toString('base64url');
  return { id: deviceIdOf(publicKey), publicKey, privateKey };
}

/** PKCS #8, base64url: the form in which the encrypted file keeps it. */
export function exportDeviceIdentity(identity: DeviceIdentity): string {
  return identity.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url');
}

export function importDeviceIdentity(exported: string): DeviceIdentity {
  return fromPrivateKey(createPrivateKey({ key: Buffer.from(exported, 'base64url'), type: 'pkcs8', format: 'der' }));
}

/** DER wrapping of a raw Ed25519 private key (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** @param seed 32 secret bytes, from which the same identity always comes. */
export function deviceIdentityFrom(seed: Uint8Array): DeviceIdentity {
  return fromPrivateKey(createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), type: 'pkcs8', format: 'der' }));
}

/** Signatures of commits can be used for nothing else. */
const domain = 'roundtable commit 1\n';

export function signBody(identity: DeviceIdentity, body: string): string {
  return sign(null, Buffer.from(domain + body, 'utf8'), identity.privateKey).toString('base64url');
}

/** Keys as OpenSSL reads them, which takes longer than checking a signature. A scheme has a few dozen. */
const readKeys = new Map<string, KeyObject>();

export function publicKeyObject(publicKey: string): KeyObject | null {
  const known = readKeys.get(publicKey);
  if (known) return known;
  const raw = Buffer.from(publicKey, 'base64url');
  if (raw.length !== 32) return null;
  const key = createPublicKey({ key: Buffer.concat([publicPrefix, raw]), type: 'spki', format: 'der' });
  if (readKeys.size >= 1000) readKeys.clear();
  readKeys.set(publicKey, key);
  return key;
}

export function isSignedBy(publicKey: string, body: string, signature: string): boolean {
  const key = publicKeyObject(publicKey);
  if (!key) return false;
  return verify(null, Buffer.from(domain + body, 'utf8'), key, Buffer.from(signature, 'base64url'));
}
