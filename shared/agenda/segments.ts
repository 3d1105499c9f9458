import type { OrderProblem } from './order-problem';
import type { OrderRules } from './rules';

/**
 * What is known of the order beforehand, as segments that follow one another: of each case, the number of its segment, the
 * lowest first. Cases pinned at the beginning or the end, without a gap, are segments of their own; so are the blocks of
 * colours between them. Null where everything may mix. Positions pinned in the middle cannot be told in this way.
 */
export function segmentsOf(
  { durations, pins }: Pick<OrderProblem, 'durations' | 'pins'>,
  blocks: OrderRules['blocks'],
): { readonly segments: readonly number[] | null; readonly pins: readonly (number | null)[] | null } {
  const count = durations.length;
  const placed = new Map((pins ?? []).flatMap((position, index) => (position === null ? [] : [[position, index] as const])));
  let head = 0;
  while (placed.has(head)) head += 1;
  let tail = 0;
  while (tail < count - head && placed.has(count - 1 - tail)) tail += 1;
  const isAtEnds = placed.size === head + tail;
  if (!isAtEnds) return { segments: null, pins: pins ?? null };
  if (placed.size === 0 && !blocks) return { segments: null, pins: null };
  const most = blocks ? Math.max(...blocks) : 0;
  return {
    pins: null,
    segments: durations.map((_, index) => {
      const position = pins?.[index] ?? null;
      if (position === null) return head + (blocks?.[index] ?? 0);
      return position < head ? position : head + most + 1 + position - (count - tail);
    }),
  };
}
