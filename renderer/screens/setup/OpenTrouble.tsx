import type { ReactNode } from 'react';
import type { OpenProblem } from '../../../shared/views/scheme';
import { Trouble } from '../../components/Trouble';
import { openProblemWords } from './open-problems';

/** Why a scheme did not open. */
export function OpenTrouble({ problem, buttons }: { readonly problem: OpenProblem; readonly buttons?: ReactNode }) {
  return <Trouble {...openProblemWords[problem]} buttons={buttons} />;
}
