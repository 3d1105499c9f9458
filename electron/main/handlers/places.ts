import { join } from 'node:path';
import { type KnownSchemes, knownSchemesIn } from '../../services/opening/known-schemes';
import type { Shell } from '../shell';

/** Where this computer keeps schemes, and which it knows of. */
export interface SchemePlaces {
  readonly folder: string;
  readonly known: KnownSchemes;
  readonly clock: () => number;
}

export const placesOf = ({ userData, clock }: Shell): SchemePlaces => ({
  folder: join(userData, 'Schemes'),
  known: knownSchemesIn(userData),
  clock,
});
