import { type ComponentType, lazy } from 'react';
import type { RouteComponentProps } from 'wouter';
import type { KnownScheme } from '../shared/views/scheme';
import { patterns } from './routes';

type Loaded<Props> = () => Promise<{ readonly default: ComponentType<Props> }>;

/** Each screen is its own file, read when it is first opened. The file's default export is the screen. */
const files = import.meta.glob<{ readonly default: ComponentType<never> }>([
  './screens/setup/FirstRun.tsx',
  './screens/setup/Unlock.tsx',
  './screens/meeting/Meetings.tsx',
  './screens/meeting/agenda/Agenda.tsx',
  './screens/meeting/chair/Chairing.tsx',
  './screens/meeting/projector/Projector.tsx',
  './screens/register/Register.tsx',
  './screens/case/Case.tsx',
  './screens/import/Import.tsx',
  './screens/actions/Actions.tsx',
  './screens/documents/Documents.tsx',
  './screens/scheme/Scheme.tsx',
]);

function screenAt<Props = RouteComponentProps>(path: string): ComponentType<Props> {
  const load = files[`./screens/${path}.tsx`];
  if (!load) return () => null;
  return lazy(load as unknown as Loaded<Props>) as unknown as ComponentType<Props>;
}

export interface FirstRunProps {
  readonly onOpened: () => void;
}
export interface UnlockProps {
  readonly schemes: readonly KnownScheme[];
  readonly onOpened: () => void;
}

export const FirstRun = screenAt<FirstRunProps>('setup/FirstRun');
export const Unlock = screenAt<UnlockProps>('setup/Unlock');

export const projector = screenAt('meeting/projector/Projector');

/** The screens inside the frame. A component gets `params` from its address. */
export const screens: readonly { readonly pattern: string; readonly component: ComponentType<RouteComponentProps> }[] = [
  { pattern: patterns.meeting, component: screenAt('meeting/Meetings') },
  { pattern: patterns.agenda, component: screenAt('meeting/agenda/Agenda') },
  { pattern: patterns.chairing, component: screenAt('meeting/chair/Chairing') },
  { pattern: patterns.register, component: screenAt('register/Register') },
  { pattern: patterns.case, component: screenAt('case/Case') },
  { pattern: patterns.import, component: screenAt('import/Import') },
  { pattern: patterns.actions, component: screenAt('actions/Actions') },
  { pattern: patterns.documents, component: screenAt('documents/Documents') },
  { pattern: patterns.scheme, component: screenAt('scheme/Scheme') },
];
