import { dropDraft } from '../../../db/queries/drafts';
import { itemsOf } from '../../../db/queries/meetings';
import type { Session } from '../session';

interface Typed {
  readonly meetingId: string | null;
  /** Null for what is about no case: that is kept with the first case of the agenda. */
  readonly caseId: string | null;
}

/**
 * Drops what was typed at a conference, within the operation that records it: were the two apart, a crash between them
 * would bring back as typing what is recorded already, to be recorded twice.
 */
export function dropDraftsOf(session: Session, { meetingId, caseId }: Typed, fields: readonly string[]): void {
  if (meetingId === null) return;
  const items = itemsOf(session.read, meetingId);
  const item = caseId === null ? items[0] : items.find((each) => each.caseId === caseId);
  if (item) for (const field of fields) dropDraft(session.connection.local, item.id, field);
}
