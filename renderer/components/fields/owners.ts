import type { SchemeView } from '../../../shared/views/scheme';
import type { Choice } from './choice';

/** Agencies to choose from, and nobody. */
export function agencyChoices({ agencies }: SchemeView): readonly Choice[] {
  return agencies.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id, name }) => ({ id, name }));
}
