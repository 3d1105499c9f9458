import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { dissentsIn, withDissenter } from '../../../shared/rules/dissent';
import { useScheme } from '../../data/scheme';
import { Button } from '../Button';
import { ChoiceMenu } from '../overlays/ChoiceMenu';
import { TextArea } from './TextField';

interface DissentFieldProps {
  readonly dissent: string;
  readonly onDissent: (dissent: string) => void;
  readonly onEscape?: () => void;
}

/** Who does not agree and why: an agency chosen from the list begins a line with its name, and the reason is typed behind it. */
export function DissentField({ dissent, onDissent, onEscape }: DissentFieldProps) {
  const { scheme } = useScheme();
  const place = useRef<HTMLDivElement>(null);
  const names = scheme.agencies.filter(({ isWithdrawn }) => !isWithdrawn).map(({ name }) => name);
  const said = new Set(dissentsIn(dissent, names).map(({ agency }) => agency));
  const add = (name: string) => {
    onDissent(withDissenter(dissent, name, names));
    // Once the menu has given the focus back to its button.
    requestAnimationFrame(() => requestAnimationFrame(() => place.current?.querySelector('textarea')?.focus()));
  };
  return (
    <div ref={place} className="dissent-field">
      <TextArea
        label="Dissent"
        rows={2}
        hint="A line for each agency, with its reason. It stands in the minutes."
        value={dissent}
        onChange={onDissent}
        {...(onEscape ? { onEscape } : {})}
      />
      <ChoiceMenu
        label="Who dissents"
        choices={names.filter((name) => !said.has(name)).map((name) => ({ id: name, name }))}
        chosen={[]}
        isMany
        onChange={([name]) => name !== undefined && add(name)}
        trigger={
          <Button size="small" look="quiet">
            <Plus aria-hidden /> Who dissents…
          </Button>
        }
      />
    </div>
  );
}
