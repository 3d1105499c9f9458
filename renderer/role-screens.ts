import type { Role } from '../shared/language/role';
import { paths, patterns } from './routes';

/**
 * What shows the whole scheme. A partner's copy holds its own cases only, so an agenda, a figure or a list of reviews made
 * of it would look whole and be wrong; and what is done there is not a partner's to do.
 */
const ofWholeScheme: ReadonlySet<string> = new Set([
  patterns.meeting,
  patterns.agenda,
  patterns.chairing,
  patterns.projector,
  patterns.selection,
  patterns.panel,
  patterns.reviews,
  patterns.import,
  patterns.insight,
]);

/** Whether a screen is there for someone in a role. */
export const isScreenFor = (role: Role, pattern: string) => role !== 'partner' || !ofWholeScheme.has(pattern);

/** Where someone begins. */
export const firstScreenOf = (role: Role) => (role === 'coordinator' ? paths.register() : paths.today());
