import { encodeCommit, hashOf, type Put } from '../../../db/log/commit';
import { signBody } from '../../../db/log/identity';
import { makeStamp } from '../../../db/log/stamp';
import { contentHash, deviceFolder, writeFileName } from '../../../db/sync/file-names';
import type { ForeignCommit } from '../../../db/sync/foreign-commit';
import { type Note, sealPart, writeSegmentFile } from '../../../db/sync/segment';
import { sealedWhole } from './attacked-folder';
import type { Network, Workstation } from './network';
import type { SharedFolder } from './shared-folder';

interface CraftedCommit {
  readonly space: string;
  readonly puts: readonly (Pick<Put, 'relation' | 'row' | 'field' | 'value'> & Partial<Put>)[];
  readonly number?: number;
  readonly person?: string;
  /** Milliseconds since 1970. */
  readonly at?: number;
  /** Changes the text before it is signed. */
  readonly change?: (body: string) => string;
}

let counter = 0;

/** A commit that nobody's recorder made, properly signed by a workstation. */
export function craftCommit(by: Workstation, { space, puts, number = 1, person = by.personId, at, change }: CraftedCommit): ForeignCommit {
  counter += 1;
  const text = encodeCommit({
    ...{ space, device: by.device.id, number, previous: number === 1 ? '' : hashOf('some commit') },
    ...{ stamp: makeStamp(at ?? by.clock(), counter % 0xffff, by.device.id), person, meeting: null },
    ...{ operation: `operation-${counter}`, intent: 'something written by hand', puts: puts.map((put) => ({ base: '', ...put })) },
  });
  const body = change ? change(text) : text;
  return { body, signature: signBody(by.device, body) };
}

interface CraftedFile {
  readonly note?: Partial<Note> & Readonly<Record<string, unknown>>;
  readonly parts?: readonly { readonly space: string; readonly commits: readonly ForeignCommit[]; readonly readers?: readonly string[] }[];
  /** Whom all of it is really sealed to. */
  readonly to: readonly Workstation[];
  readonly sealed?: readonly Uint8Array[];
}

/** Puts a file into a workstation's own folder that its program never made, signed with its own key and sealed as the program does. */
export async function putFile(
  network: Network,
  shared: SharedFolder,
  by: Workstation,
  { note, parts = [], to, sealed = [] }: CraftedFile,
): Promise<string> {
  const cipher = sealedWhole(by.device.id);
  const recipients = to.map(({ device }) => `fake-${device.id}`);
  const made: Uint8Array[] = [...sealed];
  for (const { readers, ...part } of parts) {
    const named = { ...part, previous: '', readers: readers ?? to.map(({ device }) => device.id) };
    made.push(await sealPart(named, { scheme: network.anchor, device: by.device, cipher, recipients }));
  }
  const usual: Omit<Note, 'parts'> = {
    ...({ kind: 'segment', scheme: network.anchor, device: by.device.id, number: 50, previous: '' } as const),
    ...{ covers: [], heads: {}, clock: by.clock() },
  };
  const whole = { ...usual, ...note } as Omit<Note, 'parts'>;
  const bytes = await writeSegmentFile(whole, made, { device: by.device, cipher, recipients });
  const folder = `/share/${deviceFolder(by.device.id)}`;
  const path = `${folder}/${writeFileName({ kind: whole.kind, number: whole.number, hash: contentHash(bytes) })}`;
  shared.folders.add(folder);
  shared.files.set(path, bytes);
  return path;
}
