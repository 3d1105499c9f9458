import type { PictureId } from '../insight/picture';
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

/** What the form for a quarterly report begins with. */
export interface ReportDraft {
  /** `2025-Q4`. */
  readonly quarter: string;
  /** Quarters that are over, the latest first, each with the version that was issued last; 0 where none was. */
  readonly quarters: readonly { readonly id: string; readonly name: string; readonly version: number }[];
  readonly introduction: string;
  readonly pictures: readonly PictureId[];
}
