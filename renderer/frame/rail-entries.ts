import type { Role } from '../../shared/language/role';
import { isScreenFor } from '../role-screens';
import { paths, patterns } from '../routes';

export interface RailEntry {
  readonly id: 'meeting' | 'register' | 'actions' | 'documents' | 'insight' | 'scheme';
  readonly name: string;
  readonly to: string;
  readonly key: string;
}
export type RailId = RailEntry['id'];

/** What stands in the rail for someone in a role. The keys are the same for all, so that people can help each other. */
export function railEntriesFor(role: Role): readonly RailEntry[] {
  const isPartner = role === 'partner';
  const all: readonly (RailEntry & { readonly pattern: string })[] = [
    isPartner
      ? { id: 'meeting', name: 'Your day', to: paths.today(), key: 'Alt+1', pattern: patterns.today }
      : { id: 'meeting', name: 'Meeting', to: paths.meeting(), key: 'Alt+1', pattern: patterns.meeting },
    { id: 'register', name: 'Register', to: paths.register(), key: 'Alt+2', pattern: patterns.register },
    { id: 'actions', name: 'Actions', to: paths.actions(), key: 'Alt+3', pattern: patterns.actions },
    { id: 'documents', name: 'Documents', to: paths.documents(), key: 'Alt+4', pattern: patterns.documents },
    { id: 'insight', name: 'Insight', to: paths.insight(), key: 'Alt+5', pattern: patterns.insight },
    { id: 'scheme', name: 'Scheme', to: paths.scheme(), key: 'Alt+6', pattern: patterns.scheme },
  ];
  return all.filter(({ pattern }) => isScreenFor(role, pattern)).map(({ pattern: _, ...entry }) => entry);
}

export interface RegisterView {
  readonly id: 'selection' | 'reviews' | 'releases' | 'services';
  readonly name: string;
  readonly to: string;
  readonly at: readonly string[];
}

/** What belongs to the register and is not a list of cases. It stands under it while one is there, so that the rail stays short. */
export function registerViewsFor(role: Role): readonly RegisterView[] {
  const all: readonly (RegisterView & { readonly pattern: string })[] = [
    { id: 'selection', name: 'Selection', to: paths.selection(), at: [paths.selection(), paths.panel('')], pattern: patterns.selection },
    { id: 'reviews', name: 'Reviews', to: paths.reviews(), at: [paths.reviews()], pattern: patterns.reviews },
    { id: 'releases', name: 'Releases', to: paths.releases(), at: [paths.releases()], pattern: patterns.releases },
    { id: 'services', name: 'Services', to: paths.services(), at: [paths.services()], pattern: patterns.services },
  ];
  return all.filter(({ pattern }) => isScreenFor(role, pattern)).map(({ pattern: _, ...view }) => view);
}
