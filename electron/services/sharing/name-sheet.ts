import { anchorOf } from '../../../db/sync/membership';
import { type SheetOwner, sheetFrom, sheetPut } from '../../../db/sync/sheet';
import type { Session } from '../session';

/** Names the recovery sheet of this workstation in the scheme, while its words are at hand. */
export async function nameSheet(session: Session, words: readonly string[]): Promise<void> {
  const sheet = sheetFrom(words);
  if (!sheet) throw new Error('The recovery words made for a new scheme do not hold together.');
  const owner: SheetOwner = { personId: session.me.personId, device: session.device.id, anchor: anchorOf(session.connection) };
  const put = await sheetPut(sheet, owner);
  session.record('recovery sheet named', put);
}
