import { useState } from 'react';
import type { CaseView } from '../../../shared/views/case';
import { Button } from '../../components/Button';
import { TextField } from '../../components/fields/TextField';
import { Popover } from '../../components/overlays/Popover';
import { useKeptText } from '../../data/kept-text';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { Withdraw } from './Withdraw';

interface AliasesProps {
  readonly caseId: string;
  readonly aliases: CaseView['aliases'];
  readonly knownAs: string;
}

/** The other names of a person, with a way to add one or take one off, always with a reason. */
export function Aliases({ caseId, aliases, knownAs }: AliasesProps) {
  const { may } = useScheme();
  const add = useAction('cases', 'addAlias', 'inline');
  const withdraw = useAction('cases', 'withdrawAlias', 'inline');
  const draft = useKeptText(`${caseId} alias`);
  const [isOpen, setOpen] = useState(false);
  const words = [knownAs ? `“${knownAs}”` : '', aliases.length > 0 ? `also ${aliases.map(({ name }) => name).join(', ')}` : '']
    .filter(Boolean)
    .join(' ');
  const onAdd = async () => {
    if (draft.text.trim() === '') return;
    const done = await add.run({ caseId, name: draft.text });
    if (done.ok) draft.forget();
  };
  if (!may('edit-cases')) return words === '' ? null : <span className="case-aliases">{words}</span>;
  return (
    <Popover
      label="Other names"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="small">
          <span className="case-aliases">{words || 'Add another name'}</span>
        </Button>
      }
    >
      <ul className="case-lines">
        {aliases.map(({ id, name }) => (
          <Withdraw
            key={id}
            label={name}
            problem={withdraw.problem}
            onWithdraw={async (reason) => (await withdraw.run({ id, reason })).ok}
          />
        ))}
      </ul>
      <TextField
        label="Another name"
        value={draft.text}
        onChange={draft.setText}
        onEnter={() => void onAdd()}
        problem={add.problem}
        hint="Enter adds it"
        autoFocus
      />
    </Popover>
  );
}
