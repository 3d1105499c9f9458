import { counted } from '../../../shared/language/counted';
import { formatDayWithYear } from '../../../shared/language/dates';
import { dayOf } from '../../../shared/language/scheme-place';
import { EmptyState } from '../../components/EmptyState';
import { Fetched } from '../../components/Loading';
import { PlainTable } from '../../components/lists/PlainTable';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { ExportScheme } from './ExportScheme';
import { RestoreScheme } from './RestoreScheme';
import { SubjectAccess } from './SubjectAccess';

/** What leaves the scheme as data, what has left, and how an exported scheme comes back. */
export function Data() {
  const { may } = useScheme();
  const done = useVerb('exporting', 'done');
  return (
    <>
      <h2>Data</h2>
      <p className="soft">
        Every list is exported from its own screen, as it is seen there: the register, actions, documents, conferences, releases, reviews,
        referrals, services, gaps, people and agencies, the pictures of Insight and the audit trail. Whatever is exported leaves the
        encrypted file and is as safe as the place it is put.
      </p>
      {may('answer-subject-access') ? <SubjectAccess onSaved={() => void done.refetch()} /> : null}
      {may('export-scheme') ? <ExportScheme onSaved={() => void done.refetch()} /> : null}
      {may('export-scheme') ? <RestoreScheme /> : null}
      <h3>What was exported</h3>
      <Fetched query={done} what="the exports">
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title="Nothing has been exported">
              Each list, each picture of Insight and each export of the scheme is noted here and in the audit trail.
            </EmptyState>
          ) : (
            <PlainTable heads={['When', 'Who', 'What', 'File', 'Protected']}>
              {rows.map(({ id, exportedAt, exportedByName, title, fileName, rows: count, isEncrypted }) => (
                <tr key={id}>
                  <td className="nowrap">{exportedAt === '' ? '' : formatDayWithYear(dayOf(exportedAt))}</td>
                  <td>{exportedByName}</td>
                  <td>
                    {title}
                    {count > 0 ? <span className="mute"> · {counted(count, 'row')}</span> : null}
                  </td>
                  <td>{fileName}</td>
                  <td>{isEncrypted ? 'Passphrase' : 'No'}</td>
                </tr>
              ))}
            </PlainTable>
          )
        }
      </Fetched>
    </>
  );
}
