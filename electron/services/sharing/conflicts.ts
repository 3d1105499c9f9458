import { shapeOfRelation } from '../../../db/log/synced-tables';
import { listConflicts } from '../../../db/queries/conflicts';
import type { Received } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import type { ConflictView } from '../../../shared/views/sharing';
import { demand } from '../permission';
import type { Session } from '../session';

export function conflicts(session: Session, { caseId }: Received<'sharing', 'conflicts'>): readonly ConflictView[] {
  return listConflicts(session.read, caseId);
}

/** Keeps one of the values, by a person’s choice, which is itself recorded. Refused where it was settled meanwhile. */
export function settleConflict(session: Session, { relation, row, field, stamp }: Received<'sharing', 'settle'>): void {
  demand(session, 'edit-cases');
  const conflict = listConflicts(session.read, null).find((each) => each.relation === relation && each.row === row && each.field === field);
  const chosen = conflict?.choices.find((choice) => choice.stamp === stamp);
  const shape = shapeOfRelation(relation);
  const key = shape?.fields.get(field);
  if (!chosen || !shape || !key) throw new Refusal('This was settled meanwhile. Nothing was changed. Look at the list again.');
  const value = chosen.value === null ? null : key.column.mapFromDriverValue(chosen.value);
  session.record('conflict settled', (operation) => operation.settle(shape.table, row, { [key.key]: value }));
}
