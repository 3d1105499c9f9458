import type { Handlers } from '../../../shared/ipc/verbs';
import { find, listRegister } from '../../services/cases/register';
import type { Dependencies } from './dependencies';

export function registerHandlers({ session }: Pick<Dependencies, 'session'>): Handlers['register'] {
  return {
    list: () => listRegister(session()),
    find: (input) => find(session(), input),
  };
}
