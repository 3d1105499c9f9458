import { z } from 'zod';
import { manifestName } from './file-names';
import type { Transport, Transported } from './transport';

/** What a shared folder says of itself. Holds nothing of the scheme's content. */
export interface Manifest {
  /** Hash of the scheme's founding commit. */
  readonly scheme: string;
  /** Drawn when the folder was set up: the same scheme in another folder has another. */
  readonly folder: string;
}

const form = z.object({ form: z.literal(1), scheme: z.string(), folder: z.string() });

/** What a later version may make of it: to be left as it is. */
const newerForm = z.object({ form: z.number().int().min(2) });

/** Null where there is none. One that is cut short or empty is not none: a folder that may be somebody's is not taken. */
export async function readManifest(transport: Transport): Promise<Transported<Manifest | null>> {
  const read = await transport.read('', manifestName);
  if (!read.ok) return read.problem === 'missing' ? { ok: true, value: null } : read;
  try {
    const value: unknown = JSON.parse(Buffer.from(read.value).toString('utf8'));
    if (newerForm.safeParse(value).success) return { ok: false, problem: 'newer-version', code: 'NEWER-VERSION' };
    const { scheme, folder } = form.parse(value);
    return { ok: true, value: { scheme, folder } };
  } catch {
    return { ok: false, problem: 'not-whole', code: 'NOT-WHOLE' };
  }
}

export function writeManifest(transport: Transport, { scheme, folder }: Manifest): Promise<Transported<null>> {
  return transport.writeOnce('', manifestName, Buffer.from(`${JSON.stringify({ form: 1, scheme, folder })}\n`, 'utf8'));
}
