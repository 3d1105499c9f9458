import type { z } from 'zod';
import { Refusal } from '../../shared/language/refusal';
import { showsWholeErrors } from './development';

const diskIsFull = 'The disk is full, so this was not saved. What was saved before is safe. Make room on the disk, then try again.';
const cannotWrite =
  'The file or its folder cannot be written to, so this was not saved. What was saved before is safe. Check that the folder is not read-only, then try again.';
const isGone =
  'The file or its folder is not there any more, so this was not done. What was saved before is safe. Connect the drive, or choose another place, then try again.';
const inUse =
  'Another program is using the file, so this was not saved. What was saved before is safe. Close the other program, then try again.';
const fault =
  'Something went wrong and this was not done. What was saved before is safe. Try again; if it happens again, tell whoever looks after Roundtable.';

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: diskIsFull,
  EDQUOT: diskIsFull,
  SQLITE_FULL: diskIsFull,
  EACCES: cannotWrite,
  EPERM: cannotWrite,
  EROFS: cannotWrite,
  SQLITE_READONLY: cannotWrite,
  SQLITE_CANTOPEN: cannotWrite,
  ENOENT: isGone,
  ENOTDIR: isGone,
  EBUSY: inUse,
  SQLITE_BUSY: inUse,
  SQLITE_LOCKED: inUse,
};

/** What a person is told of a failure. Only a `Refusal` speaks for itself: any other message may hold personal data. */
export function sentenceFor(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const code = codeOf(error);
  return sentences[code] ?? sentences[code.split('_').slice(0, 2).join('_')] ?? fault;
}

/** What is wrong with an input, as "field: reason". The value itself is never repeated. */
export function sentenceForInput(error: z.ZodError): string {
  const reasons = error.issues.map((issue) => {
    const reason = issue.code === 'unrecognized_keys' ? 'This holds a field that is not known' : issue.message;
    return issue.path.length === 0 ? reason : `${issue.path.join('.')}: ${reason}`;
  });
  return `${reasons.slice(0, 5).join('. ')}.`;
}

/** Notes a fault by channel, kind and code. Messages stay out: they may name people. */
export function noteFault(channel: string, error: unknown): void {
  if (error instanceof Refusal) return;
  const code = codeOf(error);
  const name = error instanceof Error ? error.name : typeof error;
  console.error(`${channel} failed: ${name}${code ? ` ${code}` : ''}`);
  if (showsWholeErrors()) console.error(error);
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : '';
}
