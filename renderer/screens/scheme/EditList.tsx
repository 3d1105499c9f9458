import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ExportableList } from '../../../shared/views/exporting';
import { Button } from '../../components/Button';
import { ExportMenu } from '../../components/lists/ExportMenu';
import { useScheme } from '../../data/scheme';

interface EditListProps<T> {
  readonly title: string;
  /** What one entry is called, on the button that adds one. */
  readonly one: string;
  readonly entries: readonly T[];
  readonly nameOf: (entry: T) => string;
  /** What stands before its button in a line. */
  readonly lineOf: (entry: T) => ReactNode;
  /** Form for an entry, or for a new one where it is null. */
  readonly formOf: (entry: T | null, close: () => void) => ReactNode;
  readonly empty?: ReactNode;
  /** The list as it is exported. */
  readonly list: ExportableList;
}

/** A list of which one entry at a time is open in a form, in its own place; a new one at the head. */
export function EditList<T extends { readonly id: string }>({
  title,
  one,
  entries,
  nameOf,
  lineOf,
  formOf,
  empty,
  list,
}: EditListProps<T>) {
  const { may } = useScheme();
  const mayEdit = may('edit-scheme');
  const [edited, setEdited] = useState<string | null>(null);
  const close = () => setEdited(null);
  return (
    <>
      <div className="row">
        <h2 className="grow">{title}</h2>
        {may('export-register') ? (
          <ExportMenu
            list={list}
            noun={title.toLowerCase()}
            isOff={entries.length === 0}
            shown={() => ({ ids: entries.map(({ id }) => id), columns: null, seenAs: '' })}
          />
        ) : null}
        {mayEdit ? (
          <Button onPress={() => setEdited('new')}>
            <Plus aria-hidden /> {one}
          </Button>
        ) : null}
      </div>
      {edited === 'new' ? formOf(null, close) : null}
      {entries.length === 0 ? empty : null}
      <ul className="scheme-list">
        {entries.map((entry) => (
          <li key={entry.id}>
            {edited === entry.id ? (
              formOf(entry, close)
            ) : (
              <div className="scheme-line">
                {lineOf(entry)}
                {mayEdit ? (
                  <Button size="small" look="quiet" onPress={() => setEdited(entry.id)} aria-label={`Change ${nameOf(entry)}`}>
                    Change
                  </Button>
                ) : null}
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
