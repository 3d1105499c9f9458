import { Tick } from '../../components/fields/Tick';

interface CheckListProps<Id extends string> {
  readonly legend: string;
  readonly choices: readonly { readonly id: Id; readonly name: string; readonly detail?: string }[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
}

/** Several of a few, all in sight. */
export function CheckList<Id extends string>({ legend, choices, chosen, onChange }: CheckListProps<Id>) {
  return (
    <fieldset className="check-list">
      <legend className="label">{legend}</legend>
      {choices.map(({ id, name, detail }) => (
        <Tick
          key={id}
          isOn={chosen.includes(id)}
          onChange={(isOn) => onChange(isOn ? [...chosen, id] : chosen.filter((other) => other !== id))}
        >
          <span>
            {name}
            {detail ? <span className="soft"> {detail}</span> : null}
          </span>
        </Tick>
      ))}
    </fieldset>
  );
}
