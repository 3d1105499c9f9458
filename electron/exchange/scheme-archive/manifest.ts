import { createHash, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { DeviceIdentity } from '../../../db/log/identity';

/** The form of the archive itself, as its README writes it down. It changes only where an older program would misread it. */
export const archiveForm = 1;

export const paths = {
  readme: 'README.md',
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  schema: 'schema.json',
  log: 'log/commits.jsonl',
  table: (relation: string) => `tables/${relation}.csv`,
  file: (documentId: string) => `files/${documentId}`,
} as const;

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const manifestShape = z.object({
  form: z.int().min(1),
  product: z.literal('Roundtable'),
  schemaVersion: z.int().min(1),
  exportedAt: z.string(),
  exportedBy: z.object({ id: z.string(), name: z.string() }),
  device: z.string(),
  scheme: z.object({ brand: z.string(), area: z.string() }),
  commits: z.int().min(0),
  /** SHA-256 over every row of every table and the index of the log: equal tables give equal text. */
  tables: hex,
  files: z.array(z.object({ path: z.string(), bytes: z.int().min(0), rows: z.int().min(0).nullable(), sha256: hex })),
});
export type Manifest = z.infer<typeof manifestShape>;
export type ArchiveFile = Manifest['files'][number];

/** Null where the text is not a manifest at all. */
export function readManifest(text: string): Manifest | null {
  try {
    const parsed = manifestShape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The form alone, for a manifest that a newer program wrote in a way that this one cannot read. */
export function formOf(text: string): number | null {
  try {
    const parsed = z.object({ form: z.int() }).safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.form : null;
  } catch {
    return null;
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Signatures of archives can be used for nothing else. */
const domain = 'roundtable archive 1\n';

export function signManifest(device: DeviceIdentity, manifest: string): string {
  return sign(null, Buffer.from(domain + manifest, 'utf8'), device.privateKey).toString('base64url');
}

/** @param publicKey Ed25519, base64url of the raw 32 bytes, as `devices.signing_key` holds it. */
export function isManifestSignedBy(publicKey: string, manifest: string, signature: string): boolean {
  if (Buffer.from(publicKey, 'base64url').length !== 32) return false;
  const key = { key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' } as const;
  return verify(null, Buffer.from(domain + manifest, 'utf8'), key, Buffer.from(signature, 'base64url'));
}
