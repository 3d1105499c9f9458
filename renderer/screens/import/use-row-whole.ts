import { useEffect, useState } from 'react';
import type { ImportFieldChange, ImportPlan, ImportRowChange } from '../../../shared/views/importing';
import { callVerb } from '../../data/queries';

const none: readonly ImportFieldChange[] = [];

/** All that a new row says, field by field; empty for any other and until it is there. A plan of 20,000 rows does not carry it. */
export function useRowWhole(plan: ImportPlan, change: ImportRowChange | null): readonly ImportFieldChange[] {
  const [read, setRead] = useState<{ readonly of: ImportRowChange; readonly fields: readonly ImportFieldChange[] } | null>(null);
  useEffect(() => {
    if (change?.kind !== 'new') return;
    let isWanted = true;
    const at = plan.rows.filter(({ kind }) => kind === 'new' || kind === 'update').indexOf(change);
    callVerb('importing', 'rowWhole', { token: plan.token, at }).then(
      (fields) => isWanted && setRead({ of: change, fields }),
      // The row is shown without: a file that is no longer open says so at the next step.
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [plan, change]);
  return read !== null && read.of === change ? read.fields : none;
}
