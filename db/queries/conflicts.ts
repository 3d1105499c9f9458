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
    choices:
      conflict.kind === 'edit-over-withdrawal'
        ? stayOrGo(read, conflict, stamps.split(' '))
        : stamps.split(' ').flatMap((stamp) => choiceOf(read, conflict, stamp)),
  }));
}

type Field = Pick<StoredConflict, 'relation' | 'row' | 'field'>;
type Choice = ConflictView['choices'][number];

function choiceOf(read: Reader, { relation, row, field }: Field, stamp: string): readonly Choice[] {
  const put = read.get<{ value: string; personName: string | null }>(
    sql`select u.value, p.name as personName from puts u join commits c on c.stamp = u.stamp left join people p on p.id = c.person
        where u.relation = ${relation} and u.row = ${row} and u.field = ${field} and u.stamp = ${stamp}`,
  );
  return put
    ? [{ stamp, value: JSON.parse(put.value) as string | number | null, personName: put.personName ?? '', at: instantOf(stamp) }]
    : [];
}

/**
 * The withdrawal, and the last change that was made without knowledge of it: that one says nothing of the withdrawal
 * itself, and to keep it is to let the row stay.
 */
function stayOrGo(read: Reader, conflict: Field, stamps: readonly string[]): readonly Choice[] {
  const withdrawals = stamps.flatMap((stamp) => choiceOf(read, conflict, stamp)).filter(({ value }) => value !== null);
  const edit = stamps.findLast((stamp) => !withdrawals.some((withdrawal) => withdrawal.stamp === stamp));
  if (edit === undefined) return withdrawals;
  const by = read.get<{ personName: string | null }>(
    sql`select p.name as personName from commits c left join people p on p.id = c.person where c.stamp = ${edit}`,
  );
  return [...withdrawals, { stamp: edit, value: null, personName: by?.personName ?? '', at: instantOf(edit) }];
}
