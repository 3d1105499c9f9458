import { type Commit, decodeCommit, encodeCommit } from './commit';

/** A body that somebody else sent, read with nothing taken on trust: what it is, or why it is not a commit. */
export type ReadCommit =
  | { readonly ok: true; readonly commit: Commit }
  | { readonly ok: false; readonly problem: 'not-a-commit' | 'newer-version' };

const latestForm = 3;
const stampForm = /^\d{15}-[0-9a-f]{4}-[\w-]{1,64}$/;
const saltForm = /^[\w-]{22}$/;
const name = /^[a-z][a-z0-9_]{0,62}$/;

/** Reads a foreign body. Its text must be exactly what writing it again gives, so that one commit has one hash. */
export function readForeignCommit(body: string): ReadCommit {
  try {
    const parts: unknown = JSON.parse(body);
    if (Array.isArray(parts) && typeof parts[0] === 'number' && parts[0] > latestForm) return { ok: false, problem: 'newer-version' };
    const commit = decodeCommit(body);
    return isCommit(commit) && encodeCommit(commit) === body ? { ok: true, commit } : { ok: false, problem: 'not-a-commit' };
  } catch {
    return { ok: false, problem: 'not-a-commit' };
  }
}

function isCommit(commit: Commit): boolean {
  const { space, device, number, previous, stamp, person, meeting, operation, intent, puts, salt } = commit;
  if (salt !== undefined && !saltForm.test(salt)) return false;
  const texts: readonly unknown[] = [space, device, previous, stamp, person, operation, intent];
  if (!texts.every((text) => typeof text === 'string') || !(meeting === null || typeof meeting === 'string')) return false;
  if (!Number.isSafeInteger(number) || number < 1 || (number === 1) !== (previous === '')) return false;
  if (!stampForm.test(stamp) || !stamp.endsWith(`-${device}`) || puts.length === 0) return false;
  const cells = new Set(puts.map(({ relation, row, field }) => JSON.stringify([relation, row, field])));
  return (
    cells.size === puts.length &&
    puts.every(
      ({ relation, row, field, value, base }) =>
        typeof relation === 'string' &&
        name.test(relation) &&
        typeof field === 'string' &&
        name.test(field) &&
        field !== 'id' &&
        typeof row === 'string' &&
        row !== '' &&
        (value === null || typeof value === 'string' || Number.isSafeInteger(value)) &&
        typeof base === 'string' &&
        base.split(' ').every((stamp) => stamp === '' || stampForm.test(stamp)),
    )
  );
}

/** What the beginning of a body says, without reading the rest; null where it does not begin like one. Nothing is proven by it. */
export function headOfBody(
  body: string,
): { readonly space: string; readonly device: string; readonly number: number; readonly stamp: string } | null {
  const [, space = '', device = '', number = '', stamp = ''] = headForm.exec(body) ?? [];
  return number === '' ? null : { space, device, number: Number(number), stamp };
}

const headForm = /^\[\d+,"([^"]*)","([^"]*)",(\d+),"[^"]*","([^"]*)"/;
