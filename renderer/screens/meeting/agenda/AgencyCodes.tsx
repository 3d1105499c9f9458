import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { AgendaItemView } from '../../../../shared/views/agenda';
import { AgencyCode } from '../../../components/AgencyCode';
import { Button } from '../../../components/Button';
import { Select } from '../../../components/fields/Select';
import { TextField } from '../../../components/fields/TextField';
import { Popover } from '../../../components/overlays/Popover';
import { useAction } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';

/** Pixels that a case's name and its codes share, in a usual and in a narrow window (`case-list.css`). */
const room = { wide: 243, narrow: 207 };
/** So wide is a capital of a name, one of the wide ones, another letter, a code, and the number of those left out. */
const pixels = { capital: 8, wideCapital: 11, letter: 6.2, code: 33, count: 22, pin: 22 };
/** A selected line is bold, and has a button that takes the case off. */
const selected = { stretch: 1.04, button: 14 };

interface Line {
  readonly name: string;
  readonly isSelected: boolean;
  readonly isPinned: boolean;
}

/** How many codes stand beside the whole name of a case: the rest are counted, and all are named when it is opened. */
export function codesBeside({ name, isSelected, isPinned }: Line, codes: number, wide: number): number {
  const named = [...name].reduce((sum, letter) => sum + widthOf(letter), 0);
  const left = wide - (isPinned ? pixels.pin : 0) - (isSelected ? named * selected.stretch + selected.button : named);
  if (codes * pixels.code <= left) return codes;
  return Math.max(1, Math.min(codes, Math.floor((left - pixels.count) / pixels.code)));
}

const widthOf = (letter: string) => {
  if (letter === letter.toLowerCase()) return pixels.letter;
  return letter === 'M' || letter === 'W' ? pixels.wideCapital : pixels.capital;
};

interface AgencyCodesProps {
  readonly item: AgendaItemView;
  readonly isSelected: boolean;
  readonly isLocked: boolean;
}

/** Which partners a case concerns. Opened: why each, and a way to change it with a reason. */
export function AgencyCodes({ item, isSelected, isLocked }: AgencyCodesProps) {
  const { agencyOf } = useScheme();
  const line = { name: item.caseName, isSelected, isPinned: item.isPinned };
  const partners = item.agencies.filter((each) => each.isRelevant && !agencyOf(each.agencyId)?.isCore);
  const most = codesBeside(line, partners.length, room.wide);
  const mostNarrow = codesBeside(line, partners.length, room.narrow);
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
