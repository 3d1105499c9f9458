import { formatDayNear } from '../../../shared/language/dates';

/**
 * Before a question, over its answer.
 *
 * @param missed the day of the conference that the answer came too late for, if it did.
 */
export const askedWords = (missed: string | null, today: string): string =>
  missed === null ? 'Asked:' : `Asked for ${formatDayNear(missed, today)}, answered too late for it:`;
