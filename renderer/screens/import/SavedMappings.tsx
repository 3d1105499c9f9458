import { useState } from 'react';
import { importKindName } from '../../../shared/import/lists/kinds';
import { formatDayWithYear } from '../../../shared/language/dates';
import { dayOf } from '../../../shared/language/scheme-place';
import type { SavedMapping } from '../../../shared/views/importing';
import { Button } from '../../components/Button';
import { PlainTable } from '../../components/lists/PlainTable';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { SavedMappingDialog } from './SavedMappingDialog';

/** How the columns of known sheets are read, each to be looked at, renamed or withdrawn. Nothing is shown before the first. */
export function SavedMappings() {
  const { may } = useScheme();
  const saved = useVerb('importing', 'mappings');
  const [shown, setShown] = useState<SavedMapping | null>(null);
  const rows = saved.data ?? [];
  if (rows.length === 0 || !may('import-cases')) return null;
  return (
    <section className="past-imports" aria-labelledby="saved-mappings">
      <h2 id="saved-mappings">Columns kept for next time</h2>
      <p className="soft">
        A sheet with the same headings is read in the same way again, also where columns moved or a few are new; you can still change each.
      </p>
      <PlainTable heads={['Name', 'What', 'Columns read', 'Last used', 'By', { name: 'Look at the columns', isHidden: true }]}>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            <td>{importKindName(row.kind)}</td>
            <td>
              {row.columns.filter(({ target }) => target !== 'ignore').length} of {row.columns.length}
            </td>
            <td className="nowrap">{row.usedAt === '' ? '' : formatDayWithYear(dayOf(row.usedAt))}</td>
            <td>{row.savedByName}</td>
            <td>
              <Button size="small" onPress={() => setShown(row)} aria-label={`Look at the columns of ${row.name}`}>
                Look…
              </Button>
            </td>
          </tr>
        ))}
      </PlainTable>
      {shown ? (
        <SavedMappingDialog
          mapping={shown}
          onClose={() => {
            setShown(null);
            void saved.refetch();
          }}
        />
      ) : null}
    </section>
  );
}
