import { Check, CircleSlash, Clock } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { type ActionOutcome, actionOutcomeName, actionOutcomes } from '../../../../../shared/language/action';
import { dueWords, formatDayNear, isLate } from '../../../../../shared/language/dates';
import type { ActionRow } from '../../../../../shared/views/actions';
import { AgencyCode } from '../../../../components/AgencyCode';
import { Button } from '../../../../components/Button';
import { LateFlag } from '../../../../components/DueDate';
import { TextField } from '../../../../components/fields/TextField';
import { KeyHint } from '../../../../components/KeyHint';
import { useScheme } from '../../../../data/scheme';
import { leaveField } from '../fields';

interface LastActionsProps {
  readonly actions: readonly ActionRow[];
  readonly lastDiscussedOn: string | null;
  /** The action that `1` to `4` settle: chosen, or the first that is open. */
  readonly facing: ActionRow | null;
  readonly note: string;
  readonly onNote: (note: string) => void;
  readonly onFace: (id: string) => void;
  readonly onSettle: (action: ActionRow, outcome: ActionOutcome) => void;
  readonly isLocked: boolean;
}

/** What was set before and still stands open, one by one, each ending in one of four ways. */
export function LastActions({ actions, lastDiscussedOn, facing, ...rest }: LastActionsProps) {
  const { today } = useScheme();
  const open = actions.filter((action) => action.outcome === null);
  const settled = actions.length - open.length;
  return (
    <section aria-labelledby="chair-last">
      <h3 className="part-head" id="chair-last">
        Last time{lastDiscussedOn === null ? '' : `, ${formatDayNear(lastDiscussedOn, today)}`}
        <span className="at-right">{actions.length === 0 ? '' : `${settled} settled, ${open.length} to settle`}</span>
      </h3>
      {actions.length === 0 ? (
        <p className="soft small">
          {lastDiscussedOn === null ? 'First time at a conference: nothing was set before.' : 'Nothing was left open.'}
        </p>
      ) : null}
      <ul className="chair-last">
        {[...actions]
          .sort((one, other) => Number(one.outcome === null) - Number(other.outcome === null))
          .map((action) =>
            action.outcome === null ? (
              <Unsettled key={action.id} action={action} isFacing={facing?.id === action.id} {...rest} />
            ) : (
              <Settled key={action.id} action={action} />
            ),
          )}
      </ul>
    </section>
  );
}

function Settled({ action }: { readonly action: ActionRow }) {
  const { today, agencyOf, personOf } = useScheme();
  return (
    <li className="settled">
      {action.outcome === 'done' ? <Check aria-hidden /> : <CircleSlash aria-hidden />}
      <div>
        {action.text}
        <div className="chair-meta">
          <AgencyCode agency={agencyOf(action.agencyId)} isHollow />
          {personOf(action.personId)?.name}
          <span>
            <b>{action.outcome ? actionOutcomeName[action.outcome] : ''}</b> {action.closedOn ? formatDayNear(action.closedOn, today) : ''}
          </span>
        </div>
        {action.closingNote === '' ? null : <p className="small soft">{action.closingNote}</p>}
      </div>
    </li>
  );
}

interface UnsettledProps extends Omit<LastActionsProps, 'actions' | 'lastDiscussedOn' | 'facing'> {
  readonly action: ActionRow;
  readonly isFacing: boolean;
}

function Unsettled({ action, isFacing, note, onNote, onFace, onSettle, isLocked }: UnsettledProps) {
  const { today, agencyOf, personOf } = useScheme();
  const [isNoting, setNoting] = useState(false);
  const person = personOf(action.personId)?.name;
  return (
    <li aria-current={isFacing ? 'true' : undefined}>
      <Clock aria-hidden />
      <div>
        {isFacing || isLocked ? (
          <span className="strong">{action.text}</span>
        ) : (
          <AriaButton className="chair-face" onPress={() => onFace(action.id)}>
            {action.text}
          </AriaButton>
        )}
        <div className="chair-meta">
          <AgencyCode agency={agencyOf(action.agencyId)} />
          <span>{[person, action.dueOn ? formatDayNear(action.dueOn, today) : 'no date'].filter(Boolean).join(' · ')}</span>
          {isLate(action.dueOn, today) && action.dueOn ? <LateFlag>{dueWords(action.dueOn, today)}</LateFlag> : null}
          {action.carried > 1 ? <span className="mute">carried {action.carried}×</span> : null}
          {isFacing && !isLocked && !isNoting && note === '' ? (
            <Button look="quiet" size="small" onPress={() => setNoting(true)}>
              Add a note
            </Button>
          ) : null}
        </div>
      </div>
      {isFacing && !isLocked ? (
        <div className="chair-settle">
          <fieldset aria-label={`Settle: ${action.text}`}>
            {actionOutcomes.map((outcome, index) => (
              <AriaButton key={outcome} className="button" onPress={() => onSettle(action, outcome)}>
                <KeyHint>{String(index + 1)}</KeyHint>
                {actionOutcomeName[outcome]}
              </AriaButton>
            ))}
          </fieldset>
          {isNoting || note !== '' ? (
            <TextField
              label="Note to the outcome"
              isLabelHidden
              placeholder="Note to the outcome, then Esc and 1–4"
              value={note}
              onChange={onNote}
              autoFocus={isNoting}
              onEscape={leaveField}
            />
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
