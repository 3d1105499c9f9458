import { useState } from 'react';
import { Link } from 'wouter';
import { formatDayWithYear } from '../../../shared/language/dates';
import { retentionKindName, retentionRunsFrom } from '../../../shared/language/retention';
import { monthsInWords } from '../../../shared/rules/retention';
import type { RetentionView } from '../../../shared/views/retention';
import { Button } from '../../components/Button';
import { FormButtons } from '../../components/fields/FormButtons';
import { TextArea, TextField } from '../../components/fields/TextField';
import { Fetched } from '../../components/Loading';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';
import '../retention/retention.css';

type Rule = RetentionView['rules'][number];

/** How long is kept what is held of people whose place has ended, for each way in which it can end, with reason and source. */
export function Retention() {
  const found = useVerb('retention', 'view');
  const { may } = useScheme();
  const [edited, setEdited] = useState<Rule['kind'] | null>(null);
  return (
    <>
      <h2>Retention</h2>
      <p className="soft">
        When the time is over, <Link href={paths.reviews()}>Reviews, What is held</Link>, lists who is due. A person decides whether it is
        kept for longer or erased; nothing goes by itself. The law names no number: it asks for a limit and a reason.
      </p>
      <Fetched query={found} what="the rules for keeping">
        {({ rules }) => (
          <div className="retention-rules">
            {rules.map((rule) => (
              <section key={rule.kind} className="rule" aria-label={retentionKindName[rule.kind]}>
                <h3>{retentionKindName[rule.kind]}</h3>
                {edited === rule.kind ? (
                  <EditRule rule={rule} onClose={() => setEdited(null)} />
                ) : (
                  <>
                    {may('edit-scheme') ? (
                      <Button
                        size="small"
                        look="quiet"
                        aria-label={`Change: ${retentionKindName[rule.kind]}`}
                        onPress={() => setEdited(rule.kind)}
                      >
                        Change
                      </Button>
                    ) : null}
                    <p>
                      <b>{monthsInWords(rule.months)}</b> {retentionRunsFrom[rule.kind]}. <span dir="auto">{rule.reason}</span>
                    </p>
                    <p className="soft small" dir="auto">
                      {rule.source}
                      {rule.changedOn === null
                        ? ' (holds until the scheme sets its own)'
                        : ` (set on ${formatDayWithYear(rule.changedOn)} by ${rule.changedBy})`}
                    </p>
                  </>
                )}
              </section>
            ))}
          </div>
        )}
      </Fetched>
    </>
  );
}

function EditRule({ rule, onClose }: { readonly rule: Rule; readonly onClose: () => void }) {
  const set = useAction('retention', 'setRule', 'inline');
  const [months, setMonths] = useState(String(rule.months));
  const [reason, setReason] = useState(rule.reason);
  const [source, setSource] = useState(rule.source);
  const isNumber = /^\d{1,4}$/.test(months.trim()) && Number(months) >= 1 && Number(months) <= 1200;
  const isReady = isNumber && reason.trim() !== '' && !set.isBusy;
  async function save() {
    if (!isReady) return;
    if ((await set.run({ kind: rule.kind, months: Number(months), reason, source })).ok) onClose();
  }
  return (
    <div className="scheme-fields">
      <TextField
        label="Months"
        value={months}
        onChange={setMonths}
        inputMode="numeric"
        hint={isNumber ? monthsInWords(Number(months)) : 'A whole number from 1 to 1200.'}
        onEscape={onClose}
        autoFocus
      />
      <TextField
        label="Source"
        value={source}
        onChange={setSource}
        onEscape={onClose}
        hint="The paragraph, policy or minute it stands on."
      />
      <div className="scheme-wide">
        <TextArea label="Why so long" value={reason} onChange={setReason} rows={2} problem={set.problem} />
      </div>
      <div className="scheme-wide">
        <FormButtons save="Save the rule" onSave={() => void save()} isDisabled={!isReady} onCancel={onClose} />
      </div>
    </div>
  );
}
