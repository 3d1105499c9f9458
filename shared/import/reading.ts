/** What one cell came to: a value (perhaps with a remark), nothing, or a problem in plain words that leaves the cell out. */
export type Reading<Value> =
  | { readonly kind: 'value'; readonly value: Value; readonly remark: string | null }
  | { readonly kind: 'blank' }
  | { readonly kind: 'problem'; readonly reason: string };

export const blank = { kind: 'blank' } as const;

export function readAs<Value>(value: Value, remark: string | null = null): Reading<Value> {
  return { kind: 'value', value, remark };
}

export function problem(reason: string): Reading<never> {
  return { kind: 'problem', reason };
}
