import { inflateRawSync } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { readSegmentFile } from '../../../db/sync/segment';

/** All that an identity opens in files of the shared folder, as one text. */
export async function everythingOpenTo(identity: string, files: readonly Uint8Array[]): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  let all = '';
  for (const bytes of files) {
    const file = readSegmentFile(bytes);
    for (const sealed of file ? [file.note, ...file.parts] : []) {
      const plain = await decrypter.decrypt(sealed).catch(() => null);
      if (plain) all += unpacked(plain);
    }
  }
  return all;
}

/** Entries are deflated, papers lie as they are. */
function unpacked(plain: Uint8Array): string {
  try {
    return inflateRawSync(plain).toString('utf8');
  } catch {
    return Buffer.from(plain).toString('utf8');
  }
}
