/** More cases than this have too many orders to look at each of them: nine have 362,880. */
export const mostForEveryOrder = 9;

/** Every order of so many cases, one after another, from 0, 1, 2…; written over by the next. By Heap's algorithm. */
export function everyOrder(count: number): { readonly order: Int32Array; readonly next: () => boolean } {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  const counters = new Int32Array(count);
  let at = 1;
  return {
    order,
    next: () => {
      while (at < count) {
        const counter = counters[at] as number;
        if (counter < at) {
          const other = at % 2 === 0 ? 0 : counter;
          const swapped = order[at] as number;
          order[at] = order[other] as number;
          order[other] = swapped;
          counters[at] = counter + 1;
          at = 1;
          return true;
        }
        counters[at] = 0;
        at += 1;
      }
      return false;
    },
  };
}
