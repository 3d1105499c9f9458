import { Split } from 'lucide-react';
import { useId, useMemo } from 'react';
import { Link } from 'wouter';
import { counted } from '../../../shared/language/counted';
import { differingWords } from '../../../shared/merge/differing-words';
import type { ConflictView } from '../../../shared/views/sharing';
import { Button } from '../../components/Button';
import { DifferingText } from '../../components/DifferingText';
import { Fetched } from '../../components/Loading';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';
import { issuedWords } from '../documents/documents-view';
import './conflicts.css';
import { conflictFieldWords, conflictKindWords, conflictValueWords } from './conflict-words';

/** Both values of what two people changed without knowing of each other, until a person says which holds. */
export function Conflicts({ caseId = null }: { readonly caseId?: string | null }) {
  const list = useVerb('sharing', 'conflicts', { caseId });
  return (
    <Fetched query={list} what="what is to be settled">
      {(conflicts) =>
        conflicts.length === 0 ? (
          caseId === null ? (
            <p className="mute">None: nothing was changed in two places at once.</p>
          ) : null
        ) : caseId === null ? (
          <ConflictList conflicts={conflicts} isOnCase={false} />
        ) : (
          <section className="conflicts-on-case" aria-label="To be settled">
            <p className="conflicts-head">
              <Split aria-hidden /> <b>{counted(conflicts.length, 'conflict')} to settle.</b>{' '}
              <span className="soft">Two people changed the same thing without knowing of each other. Both values are kept.</span>
            </p>
            <ConflictList conflicts={conflicts} isOnCase />
          </section>
        )
      }
    </Fetched>
  );
}

function ConflictList({ conflicts, isOnCase }: { readonly conflicts: readonly ConflictView[]; readonly isOnCase: boolean }) {
  return (
    <ul className="conflicts" aria-label="Conflicts to settle">
      {conflicts.map((conflict) => (
        <li key={`${conflict.relation}/${conflict.row}/${conflict.field}`}>
          <Conflict conflict={conflict} isOnCase={isOnCase} />
        </li>
      ))}
    </ul>
  );
}

function Conflict({ conflict, isOnCase }: { readonly conflict: ConflictView; readonly isOnCase: boolean }) {
  const { may, agencyOf, personOf } = useScheme();
  const settle = useAction('sharing', 'settle', 'inline');
  const heading = useId();
  const { relation, row, field, kind, caseName, caseId, choices } = conflict;
  const names = {
    agencyName: (id: string) => agencyOf(id)?.name ?? 'Unknown agency',
    personName: (id: string) => personOf(id)?.name ?? 'Unknown person',
  };
  const versions = choices.map(({ value }) => conflictValueWords(conflict, value, names));
  const compared = versions.join('\0');
  const stretches = useMemo(() => differingWords(compared.split('\0')), [compared]);
  async function choose(stamp: string) {
    const settled = await settle.run({ relation, row, field, stamp });
    if (settled.ok) showDone('Settled, and recorded as your choice');
  }
  return (
    <section className="conflict" aria-labelledby={heading}>
      <p id={heading}>
        {caseName && caseId && !isOnCase ? (
          <>
            <Link href={paths.case(caseId)}>
              <bdi>{caseName}</bdi>
            </Link>
            {', '}
          </>
        ) : null}
        <b>{conflictFieldWords(conflict)}</b> <span className="mute">{conflictKindWords[kind]}</span>
      </p>
      {settle.problem ? (
        <p className="late" role="alert">
          {settle.problem}
        </p>
      ) : null}
      <ul className="conflict-choices">
        {choices.map(({ stamp, personName, at }, index) => {
          const words = versions[index] ?? '';
          return (
            <li key={stamp}>
              <p className="conflict-by">
                <b>
                  <bdi>{personName || 'Somebody'}</bdi>
                </b>{' '}
                {issuedWords(at)}
                {index === choices.length - 1 ? <span className="conflict-shown">shown now</span> : null}
              </p>
              <p className="conflict-value" dir="auto">
                {words === '' ? <i className="mute">empty</i> : <DifferingText stretches={stretches[index] ?? []} />}
              </p>
              {may('edit-cases') ? (
                <Button
                  size="small"
                  onPress={() => void choose(stamp)}
                  isDisabled={settle.isBusy}
                  aria-label={`Keep this: ${(words || 'empty').slice(0, 60)}`}
                >
                  Keep this
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
