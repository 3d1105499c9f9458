import { useState } from 'react';
import type { HeldRow, RetentionView } from '../../../shared/views/retention';
import { Segmented } from '../../components/fields/Segmented';
import { Fetched } from '../../components/Loading';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { HeldTable } from './HeldTable';
import { Tombstones } from './Tombstones';
import './retention.css';

const views = { due: 'Due for a decision', later: 'Not due yet', kept: 'Kept on purpose', erased: 'Erased' } as const;
type View = keyof typeof views;

function rowsOf(rows: readonly HeldRow[], view: Exclude<View, 'erased'>, today: string): readonly HeldRow[] {
  const isDue = ({ due }: HeldRow) => due === null || due <= today;
  if (view === 'due') return rows.filter(isDue);
  return rows.filter((row) => !isDue(row) && (view === 'kept') === (row.kept !== null && row.kept.until === row.due));
}

const emptyWords: Readonly<Record<Exclude<View, 'erased'>, readonly [title: string, says: string]>> = {
  due: [
    'Nothing is due',
    'What is held of people who have left comes up here when its time is over. A person decides; nothing goes by itself.',
  ],
  later: ['Nobody is waiting', 'Whoever leaves, or is put forward and not adopted, stands here until their time is over.'],
  kept: ['Nothing is kept on purpose', 'Where a decision was made to keep what is held for longer, it stands here with its reason.'],
};

/** What is held of people whose place has ended: what is due, what was decided, and what was erased. */
export function Held() {
  const found = useVerb('retention', 'view');
  return (
    <Fetched query={found} what="what is held">
      {(retention) => <Shown retention={retention} />}
    </Fetched>
  );
}

function Shown({ retention }: { readonly retention: RetentionView }) {
  const { today } = useScheme();
  const [view, setView] = useState<View>('due');
  const counted = (id: View) => (id === 'erased' ? retention.erased.length : rowsOf(retention.rows, id, today).length);
  return (
    <div>
      <Segmented
        label="Which of what is held"
        isBoxed
        value={view}
        onChange={setView}
        choices={(Object.keys(views) as View[]).map((id) => ({
          id,
          name: (
            <>
              {views[id]} <span className="count-beside">{counted(id).toLocaleString('en-GB')}</span>
            </>
          ),
        }))}
      />
      {view === 'erased' ? (
        <Tombstones rows={retention.erased} work={retention.work} />
      ) : (
        <HeldTable key={view} rows={rowsOf(retention.rows, view, today)} rules={retention.rules} empty={emptyWords[view]} />
      )}
    </div>
  );
}
