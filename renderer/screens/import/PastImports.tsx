import { useState } from 'react';
import { importKindName } from '../../../shared/import/lists/kinds';
import { formatDayWithYear } from '../../../shared/language/dates';
import { dayOf } from '../../../shared/language/scheme-place';
import type { ImportRow } from '../../../shared/views/importing';
import { Button } from '../../components/Button';
import { PlainTable } from '../../components/lists/PlainTable';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { TakeBack } from './TakeBack';

/** What was imported before, each with a way back. Nothing is shown before the first. */
export function PastImports() {
  const { may } = useScheme();
  const done = useVerb('importing', 'done');
  const [undoing, setUndoing] = useState<ImportRow | null>(null);
  const rows = done.data ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="past-imports" aria-labelledby="past-imports">
      <h2 id="past-imports">Imported before</h2>
      <PlainTable
        heads={[
          'When',
          'Who',
          'File',
          'What',
          { name: 'Added', isFigure: true },
          { name: 'Updated', isFigure: true },
          { name: 'Take back', isHidden: true },
        ]}
      >
        {rows.map((row) => (
          <tr key={row.id} className={row.isUndone ? 'left-out' : undefined}>
            <td className="nowrap">{row.importedAt === '' ? '' : formatDayWithYear(dayOf(row.importedAt))}</td>
            <td>{row.importedByName}</td>
            <th scope="row">{row.fileName}</th>
            <td>{importKindName(row.kind)}</td>
            <td className="figure">{row.added.toLocaleString('en-GB')}</td>
            <td className="figure">{row.updated.toLocaleString('en-GB')}</td>
            <td>
              {row.isUndone ? (
                'Taken back'
              ) : row.rowsDue > 0 ? (
                'Not whole yet'
              ) : may('import-cases') ? (
                <Button size="small" onPress={() => setUndoing(row)} aria-label={`Take back ${row.fileName}`}>
                  Take back…
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </PlainTable>
      {undoing ? (
        <TakeBack
          row={undoing}
          onClose={() => {
            setUndoing(null);
            void done.refetch();
          }}
        />
      ) : null}
    </section>
  );
}
