import { formatDayWithYear } from '../../../shared/language/dates';
import type { ErasureWork, TombstoneRow } from '../../../shared/views/retention';
import { EmptyState } from '../../components/EmptyState';
import { PlainTable } from '../../components/lists/PlainTable';

const mostShown = 300;

/** What is left of those who were erased, and where their content may still be. */
export function Tombstones({ rows, work }: { readonly rows: readonly TombstoneRow[]; readonly work: ErasureWork }) {
  if (rows.length === 0)
    return (
      <EmptyState title="Nobody has been erased">
        Of an erased case stays that it was erased, when, by whom, and under which rule. It stands here, and nobody’s name with it.
      </EmptyState>
    );
  return (
    <>
      <p className="note-box">
        {work.inFolder === 0
          ? 'This computer’s files in the shared folder hold nothing of them.'
          : `This computer’s files in the shared folder still hold something of ${work.inFolder}. They are written anew as soon as the folder can be reached.`}{' '}
        {work.backups === null
          ? 'No backup on this computer is from before the last erasure.'
          : `${work.backups.count === 1 ? 'One backup' : `${work.backups.count} backups`} on this computer ${work.backups.count === 1 ? 'is' : 'are'} from before it, the newest of ${formatDayWithYear(work.backups.newest.slice(0, 10))}. If one is made each month, the last of them goes in ${formatDayWithYear(work.backups.goneFrom).split(' ').slice(-2).join(' ')}. Other computers have backups of their own.`}
      </p>
      <PlainTable heads={['Case', 'Erased', 'By', 'Rule', 'Why', { name: 'Late entries dropped', isFigure: true }]}>
        {rows.slice(0, mostShown).map(({ caseId, erasedAt, erasedBy, rule, reason, late }) => (
          <tr key={caseId}>
            <td className="nowrap">Erased case …{caseId.slice(-6)}</td>
            <td className="nowrap">{erasedAt === '' ? '' : formatDayWithYear(erasedAt.slice(0, 10))}</td>
            <td>{erasedBy}</td>
            <td>{rule}</td>
            <td dir="auto">{reason}</td>
            <td className="figure">{late}</td>
          </tr>
        ))}
      </PlainTable>
      {rows.length > mostShown ? (
        <p className="soft small">
          The latest {mostShown} of {rows.length.toLocaleString('en-GB')}.
        </p>
      ) : null}
    </>
  );
}
