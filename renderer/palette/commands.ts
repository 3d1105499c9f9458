import type { Deed } from '../../shared/rules/permissions';
import { paths, patterns } from '../routes';

/** A screen to go to, or something to do, by name. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** Other words that people may type for it. */
  readonly also: string;
  /** Offered only to who may do it. */
  readonly deed?: Deed;
  /** The screen that it leads to: offered only to those for whom that is there. */
  readonly screen?: string;
  readonly run: (does: CommandContext) => void;
}

export interface CommandContext {
  readonly navigate: (path: string) => void;
  readonly showKeys: () => void;
  readonly lock: () => void;
  readonly setTheme: (theme: 'light' | 'dark' | null) => void;
}

const to =
  (path: string): Command['run'] =>
  ({ navigate }) =>
    navigate(path);

export const commands: readonly Command[] = [
  {
    id: 'meeting',
    title: 'Meeting',
    detail: 'Screen',
    also: 'conference agenda chair minutes',
    screen: patterns.meeting,
    run: to(paths.meeting()),
  },
  { id: 'today', title: 'Today', detail: 'Screen', also: 'overdue due releases packs conflicts manager', run: to(paths.today()) },
  { id: 'register', title: 'Register', detail: 'Screen', also: 'cases list cohort nominals', run: to(paths.register()) },
  {
    id: 'selection',
    title: 'Selection',
    detail: 'Screen',
    also: 'referrals panel matrix score adopt',
    screen: patterns.selection,
    run: to(paths.selection()),
  },
  {
    id: 'reviews',
    title: 'Reviews and leaving',
    detail: 'Screen',
    also: 'review due deselect step down exit',
    screen: patterns.reviews,
    run: to(paths.reviews()),
  },
  { id: 'releases', title: 'Releases', detail: 'Screen', also: 'prison friday gate calendar', run: to(paths.releases()) },
  { id: 'services', title: 'Services', detail: 'Screen', also: 'directory referrals gaps link workers', run: to(paths.services()) },
  { id: 'actions', title: 'Actions', detail: 'Screen', also: 'tasks overdue tracker', run: to(paths.actions()) },
  { id: 'documents', title: 'Documents', detail: 'Screen', also: 'minutes packs pdf issued', run: to(paths.documents()) },
  {
    id: 'insight',
    title: 'Insight',
    detail: 'Screen',
    also: 'charts figures statistics outcomes report',
    screen: patterns.insight,
    run: to(paths.insight()),
  },
  { id: 'scheme', title: 'Scheme', detail: 'Screen', also: 'settings agencies people audit health passphrase', run: to(paths.scheme()) },
  { id: 'import', title: 'Import a spreadsheet', detail: 'Command', also: 'csv excel xlsx', deed: 'import-cases', run: to(paths.import()) },
  { id: 'keys', title: 'All keys', detail: 'Command', also: 'shortcuts keyboard help', run: ({ showKeys }) => showKeys() },
  { id: 'lock', title: 'Lock the scheme', detail: 'Command', also: 'close passphrase', run: ({ lock }) => lock() },
  { id: 'light', title: 'Light', detail: 'Appearance', also: 'theme bright', run: ({ setTheme }) => setTheme('light') },
  { id: 'dark', title: 'Dark', detail: 'Appearance', also: 'theme night', run: ({ setTheme }) => setTheme('dark') },
  {
    id: 'system',
    title: 'As the computer is set',
    detail: 'Appearance',
    also: 'theme light dark system',
    run: ({ setTheme }) => setTheme(null),
  },
];
