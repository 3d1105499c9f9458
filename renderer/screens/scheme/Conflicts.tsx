import { Link } from 'wouter';
import type { ConflictView } from '../../../shared/views/sharing';
import { Button } from '../../components/Button';
import { showDone } from '../../components/toasts';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';
import { issuedWords } from '../documents/documents-view';
import './conflicts.css';
import { conflictKindWords, fieldWords } from './conflict-words';

/** Both values of what two people changed without knowing of each other, until a person says which holds. */
export function Conflicts({ caseId = null }: { readonly caseId?: string | null }) {
  const list = useVerb('sharing', 'conflicts', { caseId });
  if (!list.data || list.data.length === 0)
    return caseId === null ? <p className="mute">None: nothing was changed in two places at once.</p> : null;
  return (
    <ul className="conflicts" aria-label="Conflicts to settle">
      {list.data.map((conflict) => (
        <li key={`${conflict.relation}/${conflict.row}/${conflict.field}`}>
          <Conflict conflict={conflict} isOnCase={caseId !== null} />
        </li>
      ))}
    </ul>
  );
}

function Conflict({ conflict, isOnCase }: { readonly conflict: ConflictView; readonly isOnCase: boolean }) {
  const { may } = useScheme();
  const settle = useAction('sharing', 'settle', 'inline');
  const { relation, row, field, kind, caseName, caseId, choices } = conflict;
  async function choose(stamp: string) {
    const settled = await settle.run({ relation, row, field, stamp });
    if (settled.ok) showDone('Settled, and recorded as your choice');
  }
  return (
    <div className="conflict">
      <p>
        <b>{fieldWords(field)}</b> {caseName && caseId && !isOnCase ? <Link href={paths.case(caseId)}>{caseName}</Link> : null}{' '}
        <span className="mute">{conflictKindWords[kind]}</span>
      </p>
      {settle.problem ? <p className="late">{settle.problem}</p> : null}
      <ul>
        {choices.map(({ stamp, value, personName, at }, index) => (
          <li key={stamp} className="row">
            <span className="grow conflict-value">
              {value === null || value === '' ? <i>empty</i> : String(value)}
              <small className="mute">
                {' '}
                {personName}, {issuedWords(at)}
                {index === choices.length - 1 ? ', shown now' : ''}
              </small>
            </span>
            {may('edit-cases') ? (
              <Button
                size="small"
                onPress={() => void choose(stamp)}
                isDisabled={settle.isBusy}
                aria-label={`Keep “${String(value ?? 'empty').slice(0, 60)}”`}
              >
                Keep this
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
