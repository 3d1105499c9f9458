import type { Operation } from '../../../db/log/recorder';
import type { CaseRow } from '../../../db/queries/cases';
import { isInCustody } from '../../../shared/language/statutory-position';
import type { Session } from '../session';
import type { CaseEdit } from './case-fields';
import { enterCustody, leaveCustody } from './custody';
import { putReleaseDate } from './release-dates';

type Before = Pick<CaseRow, 'releaseOn' | 'statutoryPosition' | 'custodyPlace'>;

/** What an edit of a case means for its time in custody and its release, both kept as rows of their own. */
export function followCustody(session: Session, operation: Operation, caseId: string, before: Before, edit: CaseEdit): void {
  if (edit.releaseOn !== undefined && edit.releaseOn !== before.releaseOn) {
    putReleaseDate(session, operation, caseId, { before: before.releaseOn, after: edit.releaseOn }, null);
  }
  if (edit.statutoryPosition === undefined) return;
  const was = isInCustody(before.statutoryPosition);
  const is = isInCustody(edit.statutoryPosition);
  if (is && !was) {
    const kind = before.statutoryPosition === 'licence' ? 'recall' : edit.statutoryPosition === 'remand' ? 'remand' : 'sentence';
    enterCustody(operation, caseId, { kind, on: session.today(), place: edit.custodyPlace ?? before.custodyPlace });
  } else if (was && !is) {
    leaveCustody(operation, caseId, session.today());
  }
}
