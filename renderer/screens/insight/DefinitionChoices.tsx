import { useState } from 'react';
import {
  type DefinitionId,
  type Definitions,
  definitionIds,
  definitionName,
  definitionWords,
  mostNumber,
} from '../../../shared/insight/definitions';
import { TextField } from '../../components/fields/TextField';
import { Tick } from '../../components/fields/Tick';

interface DefinitionChoicesProps {
  /** The numbers that each definition begins with. */
  readonly usual: Readonly<Record<DefinitionId, number>>;
  readonly choice: Definitions;
  readonly onChange: (choice: Definitions) => void;
}

/** Which definitions are compared, and the number of each. */
export function DefinitionChoices({ usual, choice, onChange }: DefinitionChoicesProps) {
  const [typed, setTyped] = useState<Readonly<Record<DefinitionId, string>>>(
    () => Object.fromEntries(definitionIds.map((id) => [id, String(choice[id] ?? usual[id])])) as Record<DefinitionId, string>,
  );
  const numberOf = (id: DefinitionId, text: string) => {
    const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
    return number >= 1 && number <= mostNumber[id] ? number : null;
  };
  const type = (id: DefinitionId, text: string) => {
    setTyped((before) => ({ ...before, [id]: text }));
    const number = numberOf(id, text);
    if (number !== null && choice[id] !== null) onChange({ ...choice, [id]: number });
  };
  return (
    <fieldset className="definition-choices">
      <legend className="small mute">Definitions compared, each with its number</legend>
      {definitionIds.map((id) => {
        const number = numberOf(id, typed[id]);
        return (
          <div key={id} className="row">
            <Tick isOn={choice[id] !== null} onChange={(isOn) => onChange({ ...choice, [id]: isOn ? (number ?? usual[id]) : null })}>
              {definitionName[id]}: {definitionWords[id](choice[id] ?? number ?? usual[id])}
            </Tick>
            <TextField
              label={`Number: ${definitionWords[id](choice[id] ?? usual[id])}`}
              isLabelHidden
              value={typed[id]}
              onChange={(text) => type(id, text)}
              isDisabled={choice[id] === null}
              inputMode="numeric"
              maxLength={3}
              problem={number === null ? `From 1 to ${mostNumber[id]}` : null}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
