import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { clearFile } from '../../../db/clear-file';
import { applyCommits } from '../../../db/sync/apply';
import type { ForeignCommit } from '../../../db/sync/foreign-commit';
import { anchorOf } from '../../../db/sync/membership';
import type { Session } from '../session';
import { noteErasedCopies } from './erased-copies';

/** Beside the scheme file, and of no key's business: random ids, days and reasons of erasures, nobody's name. */
const listOf = (path: string) => `${path}.erased`;
const listForm = z.array(z.tuple([z.string(), z.string()]));

/**
 * As a file is opened: carries out every erasure that was recorded here or is known beside the file, after the program was
 * cut short in between, and before a file shows anything that was restored from a backup of an earlier day. Gives the tables
 * that changed.
 */
export const finishErasures = (session: Session): readonly string[] => carryOut(session, readList(session.path));

/** While it is open: what was recorded or came in since. The list beside the file says nothing then that the file does not. */
export const carryOutErasures = (session: Session): readonly string[] => carryOut(session, []);

function carryOut(session: Session, known: readonly ForeignCommit[]): readonly string[] {
  const { connection } = session;
  const isDue = connection.raw.prepare(
    'select 1 from case_erasures e where not exists (select 1 from erasure_work w where w.case_id = e.erased_case) limit 1',
  );
  const { tables } =
    known.length > 0 || isDue.get()
      ? applyCommits(connection, known, { anchor: anchorOf(connection), now: session.clock() })
      : { tables: [] };
  noteErasedCopies(session);
  if (clearFile(connection, session.now())) writeList(session);
  return tables;
}

function readList(path: string): readonly ForeignCommit[] {
  if (path === ':memory:') return [];
  try {
    const read = listForm.safeParse(JSON.parse(readFileSync(listOf(path), 'utf8')));
    return read.success ? read.data.map(([body, signature]) => ({ body, signature })) : [];
  } catch {
    return [];
  }
}

/** The entries themselves, signed: whoever reads the list believes it no more than a file of the shared folder. */
function writeList({ path, connection: { raw } }: Session): void {
  if (raw.memory) return;
  const entries = raw
    .prepare<[], { body: string; signature: string }>(
      `select body, signature from commits where stamp in (select stamp from puts where relation = 'case_erasures') order by stamp`,
    )
    .all();
  const partial = `${listOf(path)}.partial`;
  writeFileSync(partial, JSON.stringify(entries.map(({ body, signature }) => [body, signature])), { mode: 0o600 });
  renameSync(partial, listOf(path));
}
