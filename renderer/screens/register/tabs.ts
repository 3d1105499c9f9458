import { addDays } from '../../../shared/language/dates';
import { isInCustody } from '../../../shared/language/statutory-position';
import type { RegisterRow } from '../../../shared/views/register';

export const tabs = ['all', 'community', 'review', 'release', 'mine'] as const;
export type Tab = (typeof tabs)[number];

export const tabName: Readonly<Record<Tab, string>> = {
  all: 'All',
  community: 'In the community',
  review: 'Review due',
  release: 'Out in 30 days',
  mine: 'Mine',
};

/** Said where a tab holds nothing, so that an empty list is not taken for a fault. */
export const tabEmpty: Readonly<Record<Tab, string>> = {
  all: 'Nobody is on the scheme.',
  community: 'Everyone on the scheme is in custody.',
  review: 'No review is due by next week, and none is late.',
  release: 'Nobody is due for release in the next 30 days.',
  mine: 'You are not the case manager of anyone. Name a case manager on a case’s page.',
};

export interface TabContext {
  readonly today: string;
  /** Worked out once, and not for each of 5,000 rows. */
  readonly inAWeek: string;
  readonly inAMonth: string;
  readonly myPersonId: string;
}

export function tabContext(today: string, myPersonId: string): TabContext {
  return { today, myPersonId, inAWeek: addDays(today, 7), inAMonth: addDays(today, 30) };
}

/** How many of those on the scheme each view holds. */
export function countTabs(rows: readonly RegisterRow[], context: TabContext): Readonly<Record<Tab, number>> {
  const counts = Object.fromEntries(tabs.map((tab) => [tab, 0])) as Record<Tab, number>;
  for (const row of rows) if (row.state === 'adopted') for (const tab of tabs) if (isInTab(tab, row, context)) counts[tab] += 1;
  return counts;
}

/** The saved views every scheme needs. A review counts as due a week ahead, so that it can go on the next agenda. */
export function isInTab(tab: Tab, row: RegisterRow, { today, inAWeek, inAMonth, myPersonId }: TabContext): boolean {
  switch (tab) {
    case 'all':
      return true;
    case 'community':
      return !isInCustody(row.statutoryPosition);
    case 'review':
      return row.reviewDue !== null && row.reviewDue <= inAWeek;
    case 'release':
      return isInCustody(row.statutoryPosition) && row.releaseOn !== null && row.releaseOn >= today && row.releaseOn <= inAMonth;
    case 'mine':
      return row.leadPersonId === myPersonId;
  }
}
