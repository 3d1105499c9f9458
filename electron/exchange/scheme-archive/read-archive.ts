import { type UnzipFileFilter, unzipSync } from 'fflate';
import { z } from 'zod';
import type { Connection } from '../../../db/connection';
import { fingerprintTables, rebuild } from '../../../db/log/rebuild';
import { type KeptEntry, restoreLog } from '../../../db/log/restore-log';
import { shapes } from '../../../db/log/synced-tables';
import { verifyLog } from '../../../db/log/verify';
import { schemaVersion } from '../../../db/migrate';
import { documentFiles } from '../../../db/schema';
import { type ArchiveEntry, inspectArchive } from '../inspect-archive';
import { archiveForm, formOf, isManifestSignedBy, type Manifest, paths, readManifest, sha256 } from './manifest';
import { tableText } from './table-text';

/** Why an archive is not taken. Whole sentences; nothing of what it holds. */
export interface RefusedArchive {
  readonly problem: 'not-an-archive' | 'newer-version' | 'damaged' | 'tampered';
  readonly message: string;
}
export interface Archive {
  readonly manifest: Manifest;
  readonly manifestText: string;
  readonly signature: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const refused = (problem: RefusedArchive['problem'], message: string): RefusedArchive => ({ problem, message });
const mostUnpackedBytes = 4 * 1024 ** 3 - 1;
/** Text shrinks to a tenth or so: what is large and shrank to a hundredth was made to fill the memory. */
const largeBytes = 1024 ** 3;
const mostShrunk = 100;
const mostManifestBytes = 64 * 1024 ** 2;

/** Unpacks an archive and holds every file to the manifest. Nothing is written. */
export function readArchive(bytes: Uint8Array): Archive | RefusedArchive {
  const entries = inspectArchive(bytes);
  if (!entries) {
    return refused(
      'not-an-archive',
      'This is not a whole ZIP archive. Choose the file that “Export the whole scheme” made, or fetch it again.',
    );
  }
  const unpackedBytes = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpackedBytes > mostUnpackedBytes || (unpackedBytes > largeBytes && unpackedBytes > bytes.length * mostShrunk)) {
    return refused('damaged', 'This archive would unpack to more than any scheme holds, so it was not opened.');
  }
  const onlyManifest = unpack(bytes, ({ name, originalSize }) => name === paths.manifest && originalSize < mostManifestBytes);
  const manifestText = text(onlyManifest, paths.manifest);
  const form = formOf(manifestText);
  const manifest = readManifest(manifestText);
  if (form === null && !manifest) {
    return refused('not-an-archive', 'This ZIP archive is not an exported scheme. Choose the file that “Export the whole scheme” made.');
  }
  if ((form ?? 0) > archiveForm || (manifest && manifest.schemaVersion > schemaVersion)) {
    return refused(
      'newer-version',
      'This scheme was exported by a newer version of Roundtable. Update Roundtable on this computer, then try again.',
    );
  }
  if (!manifest) return refused('damaged', 'This archive is damaged: its list of contents cannot be read. Fetch the export again.');
  const odd = oddEntry(manifest, entries);
  if (odd) return refused('tampered', odd);
  const unpacked = unpack(bytes);
  if (!unpacked) return refused('damaged', 'This archive is damaged: it cannot be unpacked. Fetch the export again.');
  const wrong = differenceFrom(manifest, unpacked);
  if (wrong) return refused('tampered', wrong);
  return { manifest, manifestText, signature: text(unpacked, paths.signature).trim(), files: unpacked };
}

function unpack(bytes: Uint8Array, filter?: UnzipFileFilter): ReadonlyMap<string, Uint8Array> | null {
  try {
    return new Map(Object.entries(unzipSync(bytes, filter ? { filter } : {})));
  } catch {
    return null;
  }
}

const text = (files: ReadonlyMap<string, Uint8Array> | null, path: string) =>
  Buffer.from(files?.get(path) ?? new Uint8Array(0)).toString('utf8');

const changedSince = 'The archive was damaged or changed after it was made, and nothing of it was taken. Fetch the export again.';
/** A name that somebody else chose, as it can stand in a sentence. */
const plainly = (path: string) => path.slice(0, 80).replace(/[^\x20-\x7e]/g, '?');

/** The first entry of the directory that the list does not have, or that stands there twice, so that programs differ over which is meant. */
function oddEntry(manifest: Manifest, entries: readonly ArchiveEntry[]): string | null {
  const listed = new Set([...manifest.files.map(({ path }) => path), paths.manifest, paths.signature]);
  const seen = new Set<string>();
  for (const { name, unpackedBytes } of entries) {
    const isFolder = name.endsWith('/') && unpackedBytes === 0;
    if (!listed.has(name) && !isFolder) return `The file ${plainly(name)} was put into the archive later. ${changedSince}`;
    if (seen.has(name)) return `The file ${plainly(name)} is in the archive twice. ${changedSince}`;
    seen.add(name);
  }
  return null;
}

/** The first file that is not what the list says, in a sentence. */
function differenceFrom(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): string | null {
  for (const { path, bytes, sha256: hash } of manifest.files) {
    const file = files.get(path);
    if (!file) return `The file ${plainly(path)} is missing from the archive. ${changedSince}`;
    if (file.length !== bytes || sha256(file) !== hash) return `The file ${plainly(path)} is not what was exported. ${changedSince}`;
  }
  return files.has(paths.log) ? null : `The log is missing from the archive. ${changedSince}`;
}

const lineShape = z.strictObject({ sequence: z.int().min(1), hash: z.string(), body: z.string(), signature: z.string() });

function* entriesOf(files: Archive['files']): Generator<KeptEntry> {
  for (const line of text(files, paths.log).split('\n')) if (line !== '') yield lineShape.parse(JSON.parse(line));
}

/**
 * Puts an archive into an empty scheme file: the log, its tables made again from it, and the issued documents. Null where
 * all of it holds: every hash, signature and chain, the signature of the archive, and tables equal to the exported ones
 * byte for byte. Otherwise the file is to be thrown away.
 */
export function restoreArchive(connection: Connection, { manifest, manifestText, signature, files }: Archive): RefusedArchive | null {
  const end = 'Nothing of it was taken. Fetch the export again, or ask whoever sent it.';
  try {
    restoreLog(connection, entriesOf(files));
    rebuild(connection);
  } catch {
    return refused('tampered', `An entry of the log in this archive cannot be read. ${end}`);
  }
  const [problem] = verifyLog(connection).problems;
  if (problem) return refused('tampered', `${problem} ${end}`);
  const key = connection.raw
    .prepare<[string], { key: string }>('select signing_key as key from devices where id = ?')
    .get(manifest.device)?.key;
  if (!key || !isManifestSignedBy(key, manifestText, signature)) {
    return refused('tampered', `This archive does not carry the signature of the computer that made it: someone has changed it. ${end}`);
  }
  // An older version had other columns, so that only the log, which is whole, can be held to what it was.
  if (manifest.schemaVersion === schemaVersion) {
    for (const shape of shapes) {
      const present = Buffer.concat([...tableText(connection, shape)].map((part) => Buffer.from(part.text, 'utf8')));
      if (sha256(present) !== sha256(files.get(paths.table(shape.relation)) ?? new Uint8Array(0))) {
        return refused('tampered', `The table ${shape.relation} in this archive is not what its log says. ${end}`);
      }
    }
    if (fingerprintTables(connection) !== manifest.tables)
      return refused('tampered', `The tables of this archive are not what its log says. ${end}`);
  }
  return keepFiles(connection, files)
    ? null
    : refused('tampered', `An issued document in this archive is not the one that was issued. ${end}`);
}

function keepFiles(connection: Connection, files: ReadonlyMap<string, Uint8Array>): boolean {
  const hashOf = connection.raw.prepare<[string], { sha256: string }>('select sha256 from documents where id = ?');
  for (const [path, bytes] of files) {
    const id = /^files\/(.+)$/.exec(path)?.[1];
    if (id === undefined) continue;
    if (hashOf.get(id)?.sha256 !== sha256(bytes)) return false;
    connection.local
      .insert(documentFiles)
      .values({ documentId: id, bytes: Buffer.from(bytes) })
      .run();
  }
  return true;
}
