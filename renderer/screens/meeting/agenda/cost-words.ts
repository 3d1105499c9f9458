import type { AgendaView } from '../../../../shared/views/agenda';
import { waitingWords } from './hints';
import type { SearchNews } from './use-search';

export interface KnownLeast {
  /** The least known for any order that holds the rules. */
  readonly minutes: number;
  /** `Least possible` only where no order can be better. */
  readonly label: string;
  /** How far the search has come, in a few words; null where there is nothing to say. */
  readonly note: string | null;
  /** What taking the better order would save; 0 where there is none. */
  readonly saves: number;
}

/**
 * The third figure: what was last worked out, bettered by what the search has found since. A search that was for other
 * rules or cases says nothing here: it ends where its result is further from the rules.
 */
export function knownLeast({ cost, leastViolation }: Pick<AgendaView, 'cost' | 'leastViolation'>, news: SearchNews | null): KnownLeast {
  const fits = news !== null && news.violation <= leastViolation;
  const least = Math.min(cost.least, fits ? news.cost : cost.least);
  const isProven = cost.isLeastProven || (fits && news.isProven && news.cost <= least);
  const bound = fits ? Math.min(Math.ceil(news.lowerBound), least) : 0;
  const note = isProven ? null : news !== null && fits ? `at least ${waitingWords(bound)}${news.isDone ? '' : ', searching on'}` : null;
  return {
    minutes: least,
    label: isProven ? 'Least possible' : 'Best found',
    note,
    saves: Math.max(0, cost.now - least),
  };
}
