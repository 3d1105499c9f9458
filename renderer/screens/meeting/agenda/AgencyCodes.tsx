import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { AgendaItemView } from '../../../../shared/views/agenda';
import { AgencyCode } from '../../../components/AgencyCode';
import { Button } from '../../../components/Button';
import { Popover } from '../../../components/Popover';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useAction } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';

/** At most so many codes stand in a line, fewer in a narrow window; the rest are counted, and all are named when it is opened. */
const most = 5;
const mostNarrow = 3;

/** Which partners a case concerns. Opened: why each, and a way to change it with a reason. */
export function AgencyCodes({ item, isLocked }: { readonly item: AgendaItemView; readonly isLocked: boolean }) {
  const { agencyOf } = useScheme();
  const partners = item.agencies.filter((each) => each.isRelevant && !agencyOf(each.agencyId)?.isCore);
  return (
    <Popover
      label={`Whom ${item.caseName} concerns`}
      placement="bottom end"
      trigger={
        <AriaButton className="agenda-codes" data-agencies excludeFromTabOrder>
          {partners.slice(0, most).map(({ agencyId }, index) => (
            <span key={agencyId} className={index < mostNarrow ? undefined : 'agenda-codes-wide'}>
              <AgencyCode agency={agencyOf(agencyId)} />
            </span>
          ))}
          {partners.length > mostNarrow ? <span className="small agenda-codes-narrow">+{partners.length - mostNarrow}</span> : null}
          {partners.length > most ? <span className="small agenda-codes-wide">+{partners.length - most}</span> : null}
          {partners.length === 0 ? <span className="small mute">core only</span> : null}
        </AriaButton>
      }
    >
      {(close) => <Relevance item={item} isLocked={isLocked} onDone={close} />}
    </Popover>
  );
}

function Relevance({ item, isLocked, onDone }: { readonly item: AgendaItemView; readonly isLocked: boolean; readonly onDone: () => void }) {
  const { scheme, agencyOf } = useScheme();
  const [change, setChange] = useState<{ readonly agencyId: string; readonly isRelevant: boolean } | null>(null);
  const [reason, setReason] = useState('');
  const override = useAction('cases', 'overrideRelevance', 'inline');
  const relevant = item.agencies.filter((each) => each.isRelevant);
  const others = scheme.agencies.filter((agency) => !agency.isWithdrawn && !relevant.some((each) => each.agencyId === agency.id));
  const save = async () => {
    if (change === null || reason.trim() === '') return;
    const { ok } = await override.run({ caseId: item.caseId, reason, ...change });
    if (ok) onDone();
  };
  return (
    <div className="agenda-relevance">
      <h3 className="strong">
        Whom <bdi>{item.caseName}</bdi> concerns
      </h3>
      <ul>
        {relevant.map((each) => (
          <li key={each.agencyId}>
            <AgencyCode agency={agencyOf(each.agencyId)} />
            <span className="grow">
              <b>{agencyOf(each.agencyId)?.name}</b>
              <small>{each.reason}</small>
            </span>
            {isLocked || agencyOf(each.agencyId)?.isCore ? null : (
              <Button look="quiet" size="small" onPress={() => setChange({ agencyId: each.agencyId, isRelevant: false })}>
                Take off
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isLocked ? null : change === null ? (
        <Select
          label="Add an agency"
          value={null}
          placeholder="Which agency?"
          choices={others.map(({ id, name, code }) => ({ id, name, detail: code }))}
          onChange={(agencyId) => setChange({ agencyId, isRelevant: true })}
        />
      ) : (
        <>
          <TextField
            label={`Why ${change.isRelevant ? 'does it concern' : 'does it no longer concern'} ${agencyOf(change.agencyId)?.name}?`}
            value={reason}
            onChange={setReason}
            autoFocus
            problem={override.problem}
            onEnter={() => void save()}
            onEscape={() => setChange(null)}
          />
          <Button onPress={() => void save()} isDisabled={reason.trim() === '' || override.isBusy}>
            {change.isRelevant ? 'Add' : 'Take off'} {agencyOf(change.agencyId)?.code}
          </Button>
        </>
      )}
    </div>
  );
}
