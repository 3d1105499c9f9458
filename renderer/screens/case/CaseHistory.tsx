import { useState } from 'react';
import { formatDayNear } from '../../../shared/language/dates';
import type { CaseHistoryEntry } from '../../../shared/views/case';
import { Button } from '../../components/Button';
import { useScheme } from '../../data/scheme';

const atFirst = 6;

/** What happened and was decided, newest first. */
export function CaseHistory({ history }: { readonly history: readonly CaseHistoryEntry[] }) {
  const { today } = useScheme();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? history : history.slice(0, atFirst);
  return (
    <section>
      <h3 className="part-head">
        History
        {history.length > atFirst ? (
          <span className="at-right">
            <Button size="small" look="quiet" onPress={() => setWhole(!isWhole)}>
              {isWhole ? 'Latest only' : `All ${history.length} entries`}
            </Button>
          </span>
        ) : null}
      </h3>
      {history.length === 0 ? <p className="small mute">Nothing has been recorded yet.</p> : null}
      <ol className="history-list">
        {shown.map(({ id, on, title, text }) => (
          <li key={id}>
            <time dateTime={on}>{formatDayNear(on, today)}</time>
            <div>
              <b>{title}</b>
              <p className="prose">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
