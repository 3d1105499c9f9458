import type { ServiceView } from '../../../shared/views/services';
import { useScheme } from '../../data/scheme';

/**
 * Whether the referrals to a service can be counted here: a partner's copy holds those to its own services, and of other
 * agencies' only those of the cases that it shares with them.
 */
export function useIsCountWhole({ agencyId }: Pick<ServiceView, 'agencyId'>): boolean {
  const { me } = useScheme().scheme;
  return me.role !== 'partner' || agencyId === me.agencyId;
}
