import { X } from 'lucide-react';
import { useState } from 'react';
import type { AgendaView } from '../../../../shared/views/agenda';
import { Button } from '../../../components/Button';
import { Select } from '../../../components/fields/Select';
import { NewRule } from './NewRule';
import { type RuleKind, ruleKinds, ruleLines } from './rules';
import { useRuleNames } from './use-rule-names';
import { useRuleChanges } from './use-rules';
import '../../../components/lists/plain-rows.css';
import './rules.css';

interface RulesPanelProps {
  readonly view: AgendaView;
  readonly selectedId: string | null;
  readonly isLocked: boolean;
  readonly onClose: () => void;
}

/** What this meeting asks of its order: each rule as one sentence that can be taken back, and a way to set another. */
export function RulesPanel({ view, selectedId, isLocked, onClose }: RulesPanelProps) {
  const names = useRuleNames(view);
  const changes = useRuleChanges();
  const [kind, setKind] = useState<RuleKind | null>(null);
  const lines = ruleLines(view, names);
  return (
    <section className="rules" aria-labelledby="rules-head">
      <header className="row">
        <h2 id="rules-head" className="grow">
          Rules of this meeting
        </h2>
        <Button look="quiet" size="small" aria-label="Close the rules" onPress={onClose}>
          <X aria-hidden />
        </Button>
      </header>
      {lines.length === 0 ? <p className="soft">None yet: cases may come in any order, and every agency can come at any time.</p> : null}
      <ul className="thin-rows">
        {lines.map((line) => (
          <li key={line.key}>
            <bdi className="grow">{line.words}</bdi>
            {isLocked ? null : (
              <Button
                look="quiet"
                size="small"
                aria-label={`Take back: ${line.words}`}
                isDisabled={changes.isBusy}
                onPress={() => changes.remove(view.meeting.id, line.removal)}
              >
                <X aria-hidden />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isLocked ? null : (
        <div className="rules-new">
          <Select
            label="Add a rule"
            value={kind}
            placeholder="Which?"
            choices={ruleKinds.map(({ id, name }) => ({ id, name }))}
            onChange={(id) => setKind(id as RuleKind)}
            autoFocus
          />
          {kind === null ? null : (
            <NewRule key={kind} kind={kind} view={view} selectedId={selectedId} changes={changes} onDone={() => setKind(null)} />
          )}
        </div>
      )}
      {changes.problem ? (
        <p className="late" role="alert">
          {changes.problem}
        </p>
      ) : null}
    </section>
  );
}
