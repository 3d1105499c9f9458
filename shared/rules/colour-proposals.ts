import type { Colour } from '../language/colour';
import { isInCustody, type StatutoryPosition } from '../language/statutory-position';
import type { ColourProposal } from '../views/case';

export interface ColourFacts {
  readonly colour: Colour | null;
  readonly statutoryPosition: StatutoryPosition | null;
  readonly isAtLarge: boolean;
}

/**
 * What the facts of a case say about its colour, or null where they agree with it. Shown with its reason and never
 * applied by itself (PRODUCT, Colour): custody proposes Blue, leaving it demands a new colour, at large proposes Red.
 */
export function proposeColour({ colour, statutoryPosition, isAtLarge }: ColourFacts): ColourProposal | null {
  // Someone who has absconded is still serving by law: where they are comes first.
  if (isAtLarge) return colour === 'R' ? null : { colour: 'R', reason: 'Illegally at large' };
  if (isInCustody(statutoryPosition)) {
    if (colour === 'B') return null;
    return { colour: 'B', reason: statutoryPosition === 'remand' ? 'In custody, on remand' : 'In custody' };
  }
  if (colour === 'B') return { colour: null, reason: 'No longer in custody: Blue does not hold, choose a colour' };
  return colour === null ? { colour: null, reason: 'No colour has been set yet' } : null;
}
