import type { OrderProblem } from './order-problem';
import type { OrderRules } from './rules';

export type RuledProblem = OrderProblem & { readonly rules: OrderRules };

export interface Proof {
  /** A better order was found on the way. */
  readonly isBetter: boolean;
  /** No order that is as near to the rules as the best waits less. */
  readonly lowerBound: number;
  /** No order is nearer to the rules than this. */
  readonly violationBound: number;
  /** No order is better than the best by now. */
  readonly isProven: boolean;
}

/** One round of proving, a few milliseconds of work. */
export type Prove = () => Proof;

/** Several that take turns; what one of them proves is proven. */
export function inTurn(provers: readonly Prove[]): Prove {
  return () => {
    const told: Proof[] = [];
    for (const prove of provers) {
      told.push(prove());
      if (told.at(-1)?.isProven) break;
    }
    return {
      isBetter: told.some(({ isBetter }) => isBetter),
      lowerBound: Math.max(0, ...told.map(({ lowerBound }) => lowerBound)),
      violationBound: Math.max(0, ...told.map(({ violationBound }) => violationBound)),
      isProven: told.some(({ isProven }) => isProven),
    };
  };
}
