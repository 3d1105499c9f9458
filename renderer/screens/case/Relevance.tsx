import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { CaseView } from '../../../shared/views/case';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { ComboBox } from '../../components/fields/ComboBox';
import { TextField } from '../../components/fields/TextField';
import { useOneOpen } from '../../components/overlays/one-open';
import { useKeptText } from '../../data/kept-text';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

/** Which agencies the case concerns, and why, in a line each. Added or taken off by hand only with a reason. */
export function Relevance({ found }: { readonly found: CaseView }) {
  const { agencyOf, may } = useScheme();
  const mayEdit = may('edit-cases');
  const { open, toggle, close } = useOneOpen();
  const shown = found.relevance.filter(({ isRelevant, isByHand }) => isRelevant || isByHand);
  return (
    <section>
      <h3 className="part-head">
        Why each agency is here
        {mayEdit ? (
          <span className="at-right">
            <Button size="small" look="quiet" onPress={() => toggle('new')} aria-label="Add an agency">
              <Plus aria-hidden />
            </Button>
          </span>
        ) : null}
      </h3>
      {open === 'new' ? <Override found={found} agencyId={null} isRelevant onClose={() => close('new')} /> : null}
      <ul className="relevance-list">
        {shown.map(({ agencyId, reason, isRelevant }) => (
          <li key={agencyId}>
            <div className="row">
              <AgencyCode agency={agencyOf(agencyId)} isHollow={!isRelevant} />
              <span className="grow">{reason}</span>
              {agencyOf(agencyId)?.isCore || !mayEdit ? null : (
                <Button
                  size="small"
                  look="quiet"
                  aria-label={`${isRelevant ? 'Take off' : 'Put back'}: ${agencyOf(agencyId)?.name ?? 'agency'}`}
                  onPress={() => toggle(agencyId)}
                >
                  {isRelevant ? 'Take off' : 'Put back'}
                </Button>
              )}
            </div>
            {open === agencyId ? (
              <Override found={found} agencyId={agencyId} isRelevant={!isRelevant} onClose={() => close(agencyId)} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OverrideProps {
  readonly found: CaseView;
  /** Null where the agency is still to be chosen. */
  readonly agencyId: string | null;
  readonly isRelevant: boolean;
  readonly onClose: () => void;
}

function Override({ found, agencyId, onClose, ...asked }: OverrideProps) {
  const { scheme } = useScheme();
  // As it was asked for: what a colleague records meanwhile must not turn taking off into putting back, under the same reason.
  const [isRelevant] = useState(asked.isRelevant);
  const override = useAction('cases', 'overrideRelevance', 'inline');
  const [chosen, setChosen] = useState(agencyId);
  const reason = useKeptText(`${found.id} relevance ${agencyId ?? ''}`);
  const [wrong, setWrong] = useState<string | null>(null);
  const here = new Set(found.relevance.filter((each) => each.isRelevant).map((each) => each.agencyId));
  const save = async () => {
    if (chosen === null) return setWrong('Choose the agency');
    if (reason.text.trim() === '') return setWrong('A reason is needed; it is shown to everyone concerned');
    setWrong(null);
    const done = await override.run({ caseId: found.id, agencyId: chosen, isRelevant, reason: reason.text });
    if (!done.ok) return;
    reason.forget();
    onClose();
  };
  return (
    <div className="in-place">
      {agencyId === null ? (
        <ComboBox
          label="Agency"
          value={chosen}
          onChange={setChosen}
          autoFocus
          choices={scheme.agencies
            .filter(({ id, isWithdrawn }) => !isWithdrawn && !here.has(id))
            .map(({ id, name, code }) => ({ id, name, detail: code }))}
        />
      ) : null}
      <TextField
        label={isRelevant ? 'Why does the case concern it?' : 'Why does the case no longer concern it?'}
        value={reason.text}
        onChange={reason.setText}
        autoFocus={agencyId !== null}
        onEnter={() => void save()}
        onEscape={onClose}
        hint="Enter records it"
        problem={wrong ?? override.problem}
      />
    </div>
  );
}
