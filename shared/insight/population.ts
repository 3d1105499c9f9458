import { type Characteristic, type EqualityGroup, equalityGroups } from './equality-groups';

/** A whole, and what rounding four or five shares to a tenth may add to it. Tenths of a per cent. */
export const mostPerThousand = 1003;

type PerThousand = Readonly<Partial<Record<EqualityGroup, number | null>>>;

/** What the shares of one characteristic come to, in tenths of a per cent. */
export function sumOf(of: Characteristic, perThousand: PerThousand): number {
  return equalityGroups.filter((group) => group.of === of).reduce((sum, { id }) => sum + (perThousand[id] ?? 0), 0);
}

/** `50.6`, `50.6%` or `50,6` as tenths of a per cent; null for nothing, undefined for what is no share. */
export function readShare(typed: string): number | null | undefined {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.');
  if (text === '') return null;
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) return undefined;
  const tenths = Math.round(Number(text) * 10);
  return tenths <= 1000 ? tenths : undefined;
}
