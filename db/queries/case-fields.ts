import type { CaseFields } from '../../shared/views/case';
import type { CaseRow } from './cases';

/** The fields that are edited in place, without what the scheme decides of a case: its state, and how it left. */
export function caseFields({ id: _, state: __, leftOn: ___, leftReason: ____, ...fields }: CaseRow): CaseFields {
  return fields;
}
