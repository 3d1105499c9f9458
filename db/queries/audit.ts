import { sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import type { AuditEntry } from '../../shared/views/scheme';
import type { Reader } from '../connection';
import { instantOf } from '../log/stamp';
import { caseSpace } from '../log/synced-tables';

interface StoredEntry {
  readonly sequence: number;
  readonly stamp: string;
  readonly space: string;
  readonly intent: string;
  readonly hash: string;
  readonly fieldCount: number;
  readonly personName: string | null;
  readonly deviceName: string | null;
  readonly surname: string | null;
  readonly forenames: string | null;
  readonly isErased: number;
}

export interface AuditPage {
  /** Only entries that arrived before this one; null for the newest. */
  readonly before: number | null;
  readonly limit: number;
  readonly caseId: string | null;
}

/** In form 3 of a commit the fields stand under their rows, after its table and its id; of an erased one only a hash is left. */
const fieldCount = sql`case
  when coalesce(json_type(c.body, '$[10]'), '') <> 'array' then 0
  when json_extract(c.body, '$[0]') < 3 then json_array_length(c.body, '$[10]')
  else (select sum(json_array_length(r.value) - 2) from json_each(c.body, '$[10]') r)
end`;

/** The audit trail, newest first: the log itself, with names. */
export function listAudit(read: Reader, { before, limit, caseId }: AuditPage): readonly AuditEntry[] {
  const entries = read.all<StoredEntry>(
    // The puts are counted in the signed text: an index on stamps for this alone would make every write slower.
    sql`select c.sequence, c.stamp, c.space, c.intent, c.hash, ${fieldCount} as fieldCount,
          exists (select 1 from erasure_work w where c.space = 'case:' || w.case_id) as isErased,
          p.name as personName, d.name as deviceName, k.surname, k.forenames
        from commits c left join people p on p.id = c.person left join devices d on d.id = c.device
          left join cases k on c.space like 'case:%' and k.id = substr(c.space, 6)
        where ${before === null ? sql`true` : sql`c.sequence < ${before}`} and ${caseId === null ? sql`true` : sql`c.space = ${caseSpace(caseId)}`}
        order by c.sequence desc limit ${limit}`,
  );
  return entries.map(({ sequence, stamp, intent, hash, fieldCount, personName, deviceName, surname, forenames, isErased }) => ({
    sequence,
    at: instantOf(stamp),
    personName: personName ?? '',
    deviceName: deviceName ?? '',
    intent,
    caseName: surname === null ? null : caseName(surname, forenames ?? ''),
    isErased: isErased === 1,
    fieldCount,
    hash,
  }));
}

export interface LogFacts {
  readonly commits: number;
  readonly lastCommitAt: string | null;
}

export function logFacts(read: Reader): LogFacts {
  const facts = read.get<{ commits: number; stamp: string | null }>(sql`select count(*) as commits, max(stamp) as stamp from commits`);
  return { commits: facts?.commits ?? 0, lastCommitAt: facts?.stamp ? instantOf(facts.stamp) : null };
}
