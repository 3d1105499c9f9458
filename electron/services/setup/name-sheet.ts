import { eq } from 'drizzle-orm';
import { keyFromRecoveryWords } from '../../../db/keys/recovery-words';
import { devices } from '../../../db/schema';
import { anchorOf } from '../../../db/sync/membership';
import { type Sheet, type SheetOwner, sheetFrom, sheetPut } from '../../../db/sync/sheet';
import { Refusal } from '../../../shared/language/refusal';
import type { SheetState } from '../../../shared/views/sharing';
import type { Session } from '../session';

/** Names the recovery sheet of this workstation in the scheme, while its words are at hand. */
export async function nameSheet(session: Session, words: readonly string[]): Promise<void> {
  const sheet = sheetFrom(words);
  if (!sheet) throw new Error('The recovery words made for a new scheme do not hold together.');
  await recordSheet(session, sheet);
}

async function recordSheet(session: Session, sheet: Sheet): Promise<void> {
  const owner: SheetOwner = { personId: session.me.personId, device: session.device.id, anchor: anchorOf(session.connection) };
  const put = await sheetPut(sheet, owner);
  session.record('recovery sheet named', put);
}

/**
 * The same later on, by the words as they stand on paper: for a file that was made before sheets were named. Refuses words
 * that are not those of the sheet that opens this very file, and a sheet that is named already.
 */
export async function nameSheetByWords(
  { session, key }: { readonly session: Session; readonly key: Uint8Array },
  words: readonly string[],
): Promise<void> {
  const sheet = sheetFrom(words);
  const opened = keyFromRecoveryWords(words);
  if (!sheet || !opened)
    throw new Refusal('These are not the words of a recovery sheet. Nothing was changed. Look for a slip in one of them.');
  if (!Buffer.from(opened).equals(key))
    throw new Refusal('These are the words of another sheet, which does not open this file. Nothing was changed.');
  const known = session.read.select().from(devices).where(eq(devices.id, sheet.device.id)).get();
  if (known?.retiredAt) throw new Refusal('A coordinator has retired this sheet, so it brings nothing back. Nothing was changed.');
  if (known) throw new Refusal('This sheet is named already, and brings this workstation back. Nothing was changed.');
  await recordSheet(session, sheet);
}

type Known = Pick<typeof devices.$inferSelect, 'id' | 'succeeds' | 'sheetProof' | 'retiredAt'>;

/** How the sheet of a workstation stands: that of the identity it has now, of one that it had before, or the one it was brought back by. */
export function sheetOf(known: readonly Known[], here: string): SheetState {
  const before = new Map(known.map(({ id, succeeds }) => [id, succeeds]));
  const mine = new Set<string>();
  for (let id = here; id !== '' && !mine.has(id); id = before.get(id) ?? '') mine.add(id);
  const sheets = known.filter(({ id, succeeds, sheetProof }) => sheetProof !== '' && (mine.has(succeeds) || mine.has(id)));
  if (sheets.some(({ retiredAt }) => retiredAt === null)) return 'named';
  return sheets.length > 0 ? 'retired' : 'not-named';
}
