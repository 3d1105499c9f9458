import { sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import type { ConflictKind } from '../../shared/merge/resolve-row';
import type { ConflictView } from '../../shared/views/sharing';
import type { Reader } from '../connection';
import { instantOf } from '../log/stamp';

interface StoredConflict {
  readonly relation: string;
  readonly row: string;
  readonly field: string;
  readonly kind: ConflictKind;
  readonly stamps: string;
  readonly caseId: string | null;
  readonly surname: string | null;
  readonly forenames: string | null;
}

/** What a person should settle, with each value, who wrote it and when; the one shown last. Of one case, or all. */
export function listConflicts(read: Reader, caseId: string | null): readonly ConflictView[] {
  const found = read.all<StoredConflict>(
    sql`select f.relation, f.row, f.field, f.kind, f.stamps, f.case_id as caseId, k.surname, k.forenames
        from conflicts f left join cases k on k.id = f.case_id
        where ${caseId === null ? sql`true` : sql`f.case_id = ${caseId}`} order by f.case_id, f.relation, f.row, f.field`,
  );
  return found.map(({ stamps, surname, forenames, ...conflict }) => ({
    ...conflict,
    caseName: surname === null ? null : caseName(surname, forenames ?? ''),
    choices: stamps.split(' ').flatMap((stamp) => {
      const put = read.get<{ value: string; personName: string | null }>(
        sql`select u.value, p.name as personName from puts u join commits c on c.stamp = u.stamp left join people p on p.id = c.person
            where u.relation = ${conflict.relation} and u.row = ${conflict.row} and u.field = ${conflict.field} and u.stamp = ${stamp}`,
      );
      return put
        ? [{ stamp, value: JSON.parse(put.value) as string | number | null, personName: put.personName ?? '', at: instantOf(stamp) }]
        : [];
    }),
  }));
}
