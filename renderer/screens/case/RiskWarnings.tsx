import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatDayWithYear } from '../../../shared/language/dates';
import type { CaseView } from '../../../shared/views/case';
import { Button } from '../../components/Button';
import { TextField } from '../../components/fields/TextField';
import { Popover } from '../../components/overlays/Popover';
import { RiskWarning } from '../../components/RiskWarning';
import { useKeptText } from '../../data/kept-text';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { Withdraw } from './Withdraw';

interface RiskWarningsProps {
  readonly caseId: string;
  readonly warnings: CaseView['riskWarnings'];
}

/** What whoever meets the person must know first, and a way to add or take off, with a reason. */
export function RiskWarnings({ caseId, warnings }: RiskWarningsProps) {
  const { may } = useScheme();
  const add = useAction('cases', 'addRiskWarning', 'inline');
  const withdraw = useAction('cases', 'withdrawRiskWarning', 'inline');
  const draft = useKeptText(`${caseId} risk warning`);
  const [isOpen, setOpen] = useState(false);
  const onAdd = async () => {
    if (draft.text.trim() === '') return;
    const done = await add.run({ caseId, warning: draft.text });
    if (done.ok) {
      draft.forget();
      setOpen(false);
    }
  };
  const shown = warnings.map(({ id, warning }) => <RiskWarning key={id}>{warning}</RiskWarning>);
  if (!may('edit-cases')) return shown;
  return (
    <>
      {shown}
      <Popover
        label="Risk warnings"
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button size="small" look="quiet" aria-label="Change the risk warnings">
            <Plus aria-hidden />
            {warnings.length === 0 ? 'Risk warning' : ''}
          </Button>
        }
      >
        <ul className="case-lines">
          {warnings.map(({ id, warning, raisedOn }) => (
            <Withdraw
              key={id}
              label={warning}
              problem={withdraw.problem}
              onWithdraw={async (reason) => (await withdraw.run({ id, reason })).ok}
            >
              {warning} <span className="mute">{raisedOn ? `since ${formatDayWithYear(raisedOn)}` : ''}</span>
            </Withdraw>
          ))}
        </ul>
        <TextField
          label="New risk warning"
          placeholder="In two or three words: Weapons"
          value={draft.text}
          onChange={draft.setText}
          onEnter={() => void onAdd()}
          problem={add.problem}
          hint="Enter adds it. It is shown on every screen and page about the case."
          autoFocus
        />
      </Popover>
    </>
  );
}
