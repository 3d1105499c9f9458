import type { Colour } from '../language/colour';

/** What can be chosen on Insight, and the period it begins with. */
export interface InsightChoices {
  readonly areas: readonly string[];
  /** The first day of which anything is known, or null in an empty scheme. */
  readonly firstDay: string | null;
  /** Points from which the scheme's own matrix says that someone is worth the panel's time. */
  readonly matrixThreshold: number;
}

/** A case behind a figure. */
export interface CaseBehind {
  readonly id: string;
  readonly name: string;
  readonly colour: Colour | null;
}
