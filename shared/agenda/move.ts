/** Puts one of the cases at a position, counted from 1; the others make room. Beyond either end it comes first or last. */
export function moved<T extends { readonly id: string }>(inOrder: readonly T[], id: string, position: number): readonly T[] {
  const found = inOrder.find((each) => each.id === id);
  if (!found) return inOrder;
  const others = inOrder.filter((each) => each !== found);
  const at = Math.min(Math.max(position, 1), inOrder.length) - 1;
  return [...others.slice(0, at), found, ...others.slice(at)];
}
