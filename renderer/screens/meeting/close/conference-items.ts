import { useQueries } from '@tanstack/react-query';
import type { ChairItemView, ChairView } from '../../../../shared/views/chairing';
import { callVerb } from '../../../data/queries';

/** Every case of a conference in full, by item id, as far as it has arrived. Read once each, from this computer. */
export function useConferenceItems(view: Pick<ChairView, 'items'>): ReadonlyMap<string, ChairItemView> {
  return useQueries({
    // The same keys as `useVerb` makes, so that what was looked at in the meeting is not read again.
    queries: view.items.map(({ id }) => ({
      queryKey: ['chairing', 'item', { itemId: id }],
      queryFn: () => callVerb('chairing', 'item', { itemId: id }),
    })),
    combine: (results) => new Map(results.flatMap(({ data }) => (data ? [[data.id, data] as const] : []))),
  });
}
