import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatDayNear } from '../../../shared/language/dates';
import { outcomeEventName, positiveKindName, severityGroupName } from '../../../shared/language/outcome-event';
import type { OutcomeEventView, OutcomesOfCase } from '../../../shared/views/outcomes';
import { Button } from '../../components/Button';
import { Fetched } from '../../components/Loading';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { AddOutcome } from './AddOutcome';
import { CustodyStays } from './CustodyStays';
import { Withdraw } from './Withdraw';

const mostShown = 6;

/** Arrests, charges, convictions, breaches, recalls and what went well: what before and after are counted from. */
export function Outcomes({ caseId }: { readonly caseId: string }) {
  const { may } = useScheme();
  const outcomes = useVerb('outcomes', 'ofCase', { caseId });
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <section aria-label="Offending and outcomes">
        <h3 className="part-head">
          Offending and outcomes
          {may('edit-cases') ? (
            <span className="at-right">
              <Button
                size="small"
                look="quiet"
                onPress={() => setAdding(!isAdding)}
                aria-expanded={isAdding}
                aria-label="Add to offending and outcomes"
              >
                <Plus aria-hidden />
              </Button>
            </span>
          ) : null}
        </h3>
        {isAdding ? <AddOutcome caseId={caseId} onClose={() => setAdding(false)} /> : null}
        <Fetched query={outcomes} what="the outcomes">
          {(found) => <Listed found={found} />}
        </Fetched>
      </section>
      <CustodyStays caseId={caseId} stays={outcomes.data?.custody ?? []} />
    </>
  );
}

function Listed({ found }: { readonly found: OutcomesOfCase }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? found.events : found.events.slice(0, mostShown);
  return (
    <>
      {found.events.length === 0 ? <p className="small mute">Nothing recorded yet.</p> : null}
      <ul className="case-lines small">
        {shown.map((event) => (
          <Line key={event.id} event={event} />
        ))}
      </ul>
      {found.events.length > mostShown ? (
        <Button size="small" look="quiet" onPress={() => setAll(!isAll)}>
          {isAll ? 'Show the latest' : `Show all ${found.events.length}`}
        </Button>
      ) : null}
    </>
  );
}

function Line({ event }: { readonly event: OutcomeEventView }) {
  const { today, may } = useScheme();
  const withdraw = useAction('outcomes', 'withdrawEvent', 'inline');
  const { id, kind, happenedOn, what, severity, offences, positiveKind } = event;
  const name = positiveKind ? positiveKindName[positiveKind] : outcomeEventName[kind];
  const line = (
    <span dir="auto">
      <span className="mute nowrap">{happenedOn ? formatDayNear(happenedOn, today) : 'Day not known'}</span> <b>{name}</b> {what}
      {offences > 1 ? `, ${offences} offences` : ''}
      {severity ? <span className="soft">, {severityGroupName[severity].toLowerCase()}</span> : null}
    </span>
  );
  if (!may('edit-cases')) return <li>{line}</li>;
  return (
    <Withdraw label={`${name} ${what}`} problem={withdraw.problem} onWithdraw={async (reason) => (await withdraw.run({ id, reason })).ok}>
      {line}
    </Withdraw>
  );
}
