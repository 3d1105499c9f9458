import { type ComponentType, lazy } from 'react';
import type { RouteComponentProps } from 'wouter';
import { patterns } from './routes';

/** A screen in its own file, read when it is first opened. It gets as `params` what its address holds. */
function routed<Props>(load: () => Promise<{ readonly default: ComponentType<Props> }>): ComponentType<RouteComponentProps> {
  // Which params there are follows from the pattern beside it, which the router's types cannot tell.
  return lazy(load) as unknown as ComponentType<RouteComponentProps>;
}

export const FirstRun = lazy(() => import('./screens/setup/FirstRun'));
export const Unlock = lazy(() => import('./screens/setup/Unlock'));

/** In a window of its own, without the frame. */
export const projector = routed(() => import('./screens/meeting/projector/Projector'));

/** The screens inside the frame. */
export const screens: readonly { readonly pattern: string; readonly component: ComponentType<RouteComponentProps> }[] = [
  { pattern: patterns.meeting, component: routed(() => import('./screens/meeting/Meetings')) },
  { pattern: patterns.today, component: routed(() => import('./screens/meeting/today/Today')) },
  { pattern: patterns.agenda, component: routed(() => import('./screens/meeting/agenda/Agenda')) },
  { pattern: patterns.chairing, component: routed(() => import('./screens/meeting/chair/Chairing')) },
  { pattern: patterns.register, component: routed(() => import('./screens/register/Register')) },
  { pattern: patterns.selection, component: routed(() => import('./screens/cohort/Selection')) },
  { pattern: patterns.panel, component: routed(() => import('./screens/cohort/Panel')) },
  { pattern: patterns.reviews, component: routed(() => import('./screens/cohort/Reviews')) },
  { pattern: patterns.releases, component: routed(() => import('./screens/releases/Releases')) },
  { pattern: patterns.services, component: routed(() => import('./screens/services/Services')) },
  { pattern: patterns.case, component: routed(() => import('./screens/case/Case')) },
  { pattern: patterns.import, component: routed(() => import('./screens/import/Import')) },
  { pattern: patterns.actions, component: routed(() => import('./screens/actions/Actions')) },
  { pattern: patterns.documents, component: routed(() => import('./screens/documents/Documents')) },
  { pattern: patterns.insight, component: routed(() => import('./screens/insight/Insight')) },
  { pattern: patterns.scheme, component: routed(() => import('./screens/scheme/Scheme')) },
];
