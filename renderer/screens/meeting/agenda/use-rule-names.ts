import { useMemo } from 'react';
import type { ViolationNames } from '../../../../shared/agenda/violations';
import type { AgendaView } from '../../../../shared/views/agenda';
import { useScheme } from '../../../data/scheme';

/** Cases and agencies of an agenda as they stand in a sentence. */
export function useRuleNames({ items }: Pick<AgendaView, 'items'>): ViolationNames {
  const { agencyOf } = useScheme();
  return useMemo(() => {
    const cases = new Map(items.map((item) => [item.id, item.caseName]));
    return { caseName: (id) => cases.get(id) ?? 'A case', agencyName: (id) => agencyOf(id)?.name ?? 'An agency' };
  }, [items, agencyOf]);
}
