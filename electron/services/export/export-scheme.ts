import { Refusal } from '../../../shared/language/refusal';
import { encryptWithPassphrase } from '../../exchange/age-file';
import { ChangedMeanwhile, writeArchive } from '../../exchange/scheme-archive/write-archive';
import { demand } from '../permission';
import { getScheme } from '../scheme';
import type { Session } from '../session';
import type { ExportedFile } from './record-export';

export interface ExportSchemeOptions {
  /** Null leaves the archive unencrypted. */
  readonly passphrase: string | null;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** Logarithm of the work of the passphrase; the usual one where absent. */
  readonly cost?: number;
}

/** The whole scheme, its log and its issued documents in an open form; with a passphrase, encrypted by age. */
export async function exportScheme(session: Session, { passphrase, onProgress, signal, cost }: ExportSchemeOptions): Promise<ExportedFile> {
  demand(session, 'export-scheme');
  const { brand, area } = getScheme(session);
  const order = {
    connection: session.connection,
    device: session.device,
    by: { id: session.me.personId, name: session.me.name },
    scheme: { brand, area },
    at: session.now(),
    ...(onProgress ? { onProgress } : {}),
    ...(signal ? { signal } : {}),
  };
  try {
    const bytes = await writeArchive(order);
    return {
      kind: 'scheme',
      title: 'The whole scheme',
      bytes: passphrase === null ? bytes : await encryptWithPassphrase(bytes, passphrase, cost),
      rows: 0,
      isEncrypted: passphrase !== null,
    };
  } catch (error) {
    if (error instanceof ChangedMeanwhile) {
      throw new Refusal(
        'Something was recorded while the scheme was being exported, so nothing was saved. Export it again in a quiet moment.',
      );
    }
    if (signal?.aborted) throw new Refusal('The export was stopped. Nothing was saved.');
    throw error;
  }
}
