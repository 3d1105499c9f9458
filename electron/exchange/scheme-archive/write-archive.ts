import { createHash } from 'node:crypto';
import { Zip, ZipDeflate } from 'fflate';
import type { Connection } from '../../../db/connection';
import type { DeviceIdentity } from '../../../db/log/identity';
import { fingerprintTables } from '../../../db/log/rebuild';
import { shapes } from '../../../db/log/synced-tables';
import { schemaVersion } from '../../../db/migrate';
import { archiveReadme, archiveSchema } from './describe';
import { type ArchiveFile, archiveForm, type Manifest, paths, signManifest } from './manifest';
import { logText, type TextPart, tableText } from './table-text';

export interface ArchiveOrder {
  readonly connection: Connection;
  readonly device: DeviceIdentity;
  readonly by: { readonly id: string; readonly name: string };
  readonly scheme: { readonly brand: string; readonly area: string };
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export class ChangedMeanwhile extends Error {}

/**
 * The whole scheme as a ZIP archive. It is made in small steps between which the app goes on answering; where something
 * was recorded meanwhile it throws `ChangedMeanwhile`, for tables and log would be of different moments.
 */
export async function writeArchive({ connection, device, by, scheme, at, onProgress, signal }: ArchiveOrder): Promise<Uint8Array> {
  const { raw } = connection;
  const standsAt = () => raw.prepare<[], { last: number | null }>('select max(sequence) as last from commits').get()?.last ?? 0;
  const begun = standsAt();
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const files: ArchiveFile[] = [];
  const total = shapes.length + 2;
  let done = 0;

  async function add(path: string, parts: Iterable<TextPart | Uint8Array>, isListed = true): Promise<void> {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = new Date(at);
    zip.add(entry);
    const hash = createHash('sha256');
    let bytes = 0;
    let rows: number | null = null;
    for (const part of parts) {
      const chunk = part instanceof Uint8Array ? part : Buffer.from(part.text, 'utf8');
      if (!(part instanceof Uint8Array)) rows = (rows ?? 0) + part.rows;
      hash.update(chunk);
      bytes += chunk.length;
      entry.push(chunk);
      await pause(signal);
    }
    entry.push(new Uint8Array(0), true);
    if (isListed) files.push({ path, bytes, rows, sha256: hash.digest('hex') });
  }
  const step = () => {
    done += 1;
    onProgress?.(done, total);
  };

  await add(paths.readme, [Buffer.from(archiveReadme(scheme.brand, at), 'utf8')]);
  await add(paths.schema, [Buffer.from(archiveSchema(), 'utf8')]);
  for (const shape of shapes) {
    await add(paths.table(shape.relation), tableText(connection, shape));
    step();
  }
  await add(paths.log, logText(connection));
  step();
  const kept = raw.prepare<[], { id: string }>('select document_id as id from document_files order by document_id').all();
  const bytesOf = raw.prepare<[string], { bytes: Buffer }>('select bytes from document_files where document_id = ?');
  for (const { id } of kept) await add(paths.file(id), [bytesOf.get(id)?.bytes ?? new Uint8Array(0)]);
  step();
  const commits = files.find(({ path }) => path === paths.log)?.rows ?? 0;
  const tables = fingerprintTables(connection);
  const exportedBy = { id: by.id, name: by.name };
  const manifest: Manifest = {
    form: archiveForm,
    product: 'Roundtable',
    schemaVersion,
    exportedAt: at,
    exportedBy,
    device: device.id,
    scheme,
    commits,
    tables,
    files,
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await add(paths.manifest, [Buffer.from(text, 'utf8')], false);
  await add(paths.signature, [Buffer.from(signManifest(device, text), 'utf8')], false);
  if (standsAt() !== begun) throw new ChangedMeanwhile('The scheme changed while it was being exported.');
  zip.end();
  return Buffer.concat(chunks);
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}
