import type { ImportFieldChange, ImportProblem, ImportRowChange } from '../../../shared/views/importing';

interface RowChangesProps {
  readonly change: ImportRowChange;
  /** All that a new row says. */
  readonly whole: readonly ImportFieldChange[];
  readonly problems: readonly ImportProblem[];
}

const says: Readonly<Record<ImportRowChange['kind'], string>> = {
  new: 'is added',
  update: 'is there already and is updated',
  unchanged: 'is there already and stays as it is',
  duplicate: 'is in the file more than once; this row is left out',
  'left-out': 'is left out',
};

/** One row of the file: what it would change, field by field, and what was wrong in it. */
export function RowChanges({ change, whole, problems }: RowChangesProps) {
  const fields = change.kind === 'new' ? whole : change.changes;
  return (
    <aside className="row-changes" aria-label={`Row ${change.row}`}>
      <h2>{change.name || `Row ${change.row}`}</h2>
      <p className="small soft">
        Row {change.row} {says[change.kind]}
        {change.matchedBy ? `, recognised by ${change.matchedBy}` : ''}.
      </p>
      {fields.length > 0 ? (
        <dl>
          {fields.map(({ field, from, to }) => (
            <div key={`${field} ${to}`}>
              <dt>{field}</dt>
              <dd>
                {from ? (
                  <>
                    <s className="soft">{from}</s>{' '}
                  </>
                ) : null}
                <b>{to || 'emptied'}</b>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {problems.map(({ cell, reason }) => (
        <p key={`${cell} ${reason}`} className="small">
          <b>{cell}</b> {reason}
        </p>
      ))}
    </aside>
  );
}
