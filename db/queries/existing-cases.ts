import { sql } from 'drizzle-orm';
import type { ExistingCase } from '../../shared/import/planned-import';
import type { Reader } from '../connection';
import { cases, needs } from '../schema';
import { caseFields } from './case-fields';
import { coloursNow } from './cases';
import { importUndoneReason } from './imports';
import { textsByCase } from './texts-by-case';

/** The kind of event that an imported note becomes. */
export const noteKind = 'note';

/** Every case as far as an import can change it. */
export function existingCases(read: Reader): readonly ExistingCase[] {
  const colours = coloursNow(read, 'all');
  const aliases = textsByCase(read, sql`select case_id as caseId, name as text from aliases where withdrawn_on is null order by name, id`);
  const warnings = textsByCase(
    read,
    sql`select case_id as caseId, warning as text from risk_warnings where withdrawn_on is null order by raised_on, id`,
  );
  const notes = textsByCase(
    read,
    sql`select case_id as caseId, detail as text from case_events where withdrawn_on is null and kind = ${noteKind} order by id`,
  );
  const needsOf = Map.groupBy(
    read.select().from(needs).where(sql`${needs.withdrawnOn} is null`).orderBy(needs.id).all(),
    ({ caseId }) => caseId ?? '',
  );
  return (
    read
      .select()
      .from(cases)
      // Whom an import brought that was taken back is not there for the next: it would be updated and never come back.
      .where(sql`not (${cases.state} = 'left' and ${cases.leftReason} = ${importUndoneReason})`)
      .orderBy(cases.id)
      .all()
      .map((row) => ({
        id: row.id,
        fields: caseFields(row),
        colour: colours.get(row.id)?.colour ?? null,
        aliases: aliases.get(row.id) ?? [],
        riskWarnings: warnings.get(row.id) ?? [],
        needs: (needsOf.get(row.id) ?? []).flatMap(({ id, pathway, priority }) => (pathway === null ? [] : [{ id, pathway, priority }])),
        notes: notes.get(row.id) ?? [],
      }))
  );
}
