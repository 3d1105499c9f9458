import { type GuardedDatabase, writing } from '../connection';
import { type Commit, decodeCommit, encodeCommit, withoutContent } from '../log/commit';
import { createErasures, type Erasures } from '../log/erasures';
import { caseOfSpace, caseSpace } from '../log/synced-tables';
import { prepareOnce } from '../prepared';
import { forgetCase, namesIn } from './forget-case';
import { type Touched, touch } from './settle-touched';

interface StoredCommit {
  readonly sequence: number;
  readonly hash: string;
  readonly device: string;
  readonly number: number;
  readonly person: string;
  readonly stamp: string;
  readonly intent: string;
  readonly body: string;
  readonly signature: string;
}

/** Takes the content of erased cases out of the log. Only a merge uses it, inside its transaction. */
export function createEraser(raw: GuardedDatabase, now: string) {
  const erasures: Erasures = createErasures(raw);
  const due = prepareOnce<[], { caseId: string }>(
    raw,
    `select distinct erased_case as caseId from case_erasures e where erased_case <> ''
       and not exists (select 1 from erasure_work w where w.case_id = e.erased_case)`,
  );
  const undone = prepareOnce<[], { caseId: string }>(
    raw,
    'select case_id as caseId from erasure_work w where not exists (select 1 from case_erasures e where e.erased_case = w.case_id)',
  );
  const removeCommit = prepareOnce(raw, 'delete from commits where sequence = ?');
  const entriesIn = prepareOnce<[string], Omit<StoredCommit, 'body' | 'signature'>>(
    raw,
    'select sequence, hash, device, number, person, stamp, intent from commits where space = ?',
  );
  const known = new Set(
    prepareOnce<[], { caseId: string }>(raw, 'select case_id as caseId from erasure_work')
      .all()
      .map(({ caseId }) => caseSpace(caseId)),
  );
  const keepLate = prepareOnce<[string, string, string, number, string, string, string, string], unknown>(
    raw,
    `insert into commits_aside (hash, signature, space, device, number, stamp, person, intent, body, reason, since)
     values (?, '', ?, ?, ?, ?, ?, ?, '', 'erased-case', ?) on conflict (hash, signature) do nothing`,
  );

  function setAsideLate(
    caseId: string,
    { hash, device, number, stamp, person, intent }: Omit<StoredCommit, 'sequence' | 'body' | 'signature'>,
  ) {
    return keepLate.run(hash, caseSpace(caseId), device, number, stamp, person, intent, now).changes > 0;
  }

  return {
    /** Whether a space was a case's that has been erased here. */
    isErased: (space: string) => known.has(space),
    /**
     * An entry that arrives for an erased case: what the erasure knew of is passed over, what was written meanwhile is
     * counted and not kept. Gives true where it is counted for the first time.
     */
    turnAway(hash: string, { space, device, number, stamp, person, intent }: Commit): boolean {
      const caseId = caseOfSpace(space) ?? '';
      return !erasures.isCovered(caseId, device, number) && setAsideLate(caseId, { hash, device, number, stamp, person, intent });
    },
    /** A text that is no commit but names an erased case. */
    namesErased: (body: string) => [...known].some((space) => body.includes(`"${space}"`)),
    /** Carries out every erasure that counts and was not carried out yet, and gives up those that count no more. */
    carryOut(touched: Touched): { readonly erased: readonly string[]; readonly revived: readonly string[] } {
      const revived = undone.all().map(({ caseId }) => caseId);
      for (const caseId of revived) forgetErasure(caseId);
      const cases = due.all().map(({ caseId }) => caseId);
      for (const caseId of cases) erase(caseId, touched);
      return { erased: cases, revived };
    },
    /**
     * After erasures have come or count no more: what one that came knew of is no longer late, and what only one knew of that
     * counts no more is late, wherever another has erased the case.
     *
     * @param rows of `case_erasures` that changed.
     */
    countLateAnew(rows: ReadonlySet<string>): void {
      for (const caseId of casesOf(rows)) {
        for (const shell of entriesIn.all(caseSpace(caseId))) {
          if (erasures.isCovered(caseId, shell.device, shell.number)) continue;
          removeCommit.run(shell.sequence);
          setAsideLate(caseId, shell);
        }
      }
      const late = prepareOnce<[], { hash: string; space: string; device: string; number: number }>(
        raw,
        `select hash, space, device, number from commits_aside where reason = 'erased-case'`,
      );
      const drop = prepareOnce(raw, `delete from commits_aside where hash = ? and reason = 'erased-case'`);
      for (const { hash, space, device, number } of late.all())
        if (erasures.isCovered(caseOfSpace(space) ?? '', device, number)) drop.run(hash);
    },
  };

  /** The erased cases that these rows of `case_erasures` name: all of them where a row is gone, which then names none. */
  function casesOf(rows: ReadonlySet<string>): readonly string[] {
    const named = prepareOnce<[string], string>(raw, 'select erased_case from case_erasures where id = ?').pluck();
    const found = [...rows].map((row) => named.get(row));
    const erased = prepareOnce<[], string>(
      raw,
      'select case_id from erasure_work w where exists (select 1 from case_erasures e where e.erased_case = w.case_id)',
    ).pluck();
    return erased.all().filter((caseId) => found.includes(undefined) || found.includes(caseId));
  }

  function erase(caseId: string, touched: Touched): void {
    const space = caseSpace(caseId);
    const commits = raw.prepare<[string], StoredCommit>('select * from commits where space = ? order by sequence').all(space);
    const decoded = commits.map((stored) => ({ stored, commit: decodeCommit(stored.body) }));
    const puts = decoded.flatMap(({ commit }) => commit.puts);
    forgetCase(raw, caseId, namesIn(puts));
    const removePut = prepareOnce(raw, 'delete from puts where relation = ? and row = ? and field = ? and stamp = ?');
    const putBack = prepareOnce(
      raw,
      `insert into commits (sequence, hash, space, device, number, previous, stamp, person, meeting, operation, intent, body, signature)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    for (const { stored, commit } of decoded) {
      inMode(writing.rebuild, () => {
        for (const { relation, row, field } of commit.puts) {
          removePut.run(relation, row, field, commit.stamp);
          touch(touched, relation, row);
        }
      });
      removeCommit.run(stored.sequence);
      if (!erasures.isCovered(caseId, stored.device, stored.number)) {
        setAsideLate(caseId, stored);
        continue;
      }
      const { previous, stamp, person, meeting, operation, intent } = commit;
      const left = encodeCommit(withoutContent(commit));
      const { sequence, hash, device, number, signature } = stored;
      putBack.run(sequence, hash, space, device, number, previous, stamp, person, meeting, operation, intent, left, signature);
    }
    const aside = raw
      .prepare<[string], Omit<StoredCommit, 'sequence'>>(`select * from commits_aside where space = ? and reason <> 'erased-case'`)
      .all(space);
    raw.prepare(`delete from commits_aside where space = ? and reason <> 'erased-case'`).run(space);
    // What was never readable may name the case all the same.
    raw.prepare(`delete from commits_aside where space = '' and instr(body, ?) > 0`).run(`"${space}"`);
    for (const stored of aside) if (!erasures.isCovered(caseId, stored.device, stored.number)) setAsideLate(caseId, stored);
    raw.prepare('insert into erasure_work (case_id, erased_at) values (?, ?)').run(caseId, now);
    known.add(space);
  }

  /** It turned out that whoever erased had no right to. What is gone here is gone, and is taken in again from those who have it. */
  function forgetErasure(caseId: string): void {
    raw.prepare('delete from erasure_work where case_id = ?').run(caseId);
    raw.prepare(`delete from commits_aside where space = ? and reason = 'erased-case'`).run(caseSpace(caseId));
    known.delete(caseSpace(caseId));
  }

  function inMode(mode: typeof writing.rebuild, work: () => void): void {
    raw.roundtableWriting = mode;
    try {
      work();
    } finally {
      raw.roundtableWriting = writing.merge;
    }
  }
}
