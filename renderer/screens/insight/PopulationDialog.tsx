import { useState } from 'react';
import type { AreaFigures } from '../../../shared/insight/equality';
import { characteristicName, characteristics, type EqualityGroup, equalityGroups } from '../../../shared/insight/equality-groups';
import { mostPerThousand, readShare, sumOf } from '../../../shared/insight/population';
import { Button } from '../../components/Button';
import { TextField } from '../../components/fields/TextField';
import { Fetched } from '../../components/Loading';
import { Dialog } from '../../components/overlays/Dialog';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';

/** The shares of the area's own population, as the census gives them. */
export function PopulationDialog({ onClose }: { readonly onClose: () => void }) {
  const population = useVerb('insight', 'population');
  return (
    <Fetched query={population} what="the population of the area">
      {(known) => <PopulationForm known={known} onClose={onClose} />}
    </Fetched>
  );
}

interface PopulationFormProps {
  readonly known: AreaFigures;
  readonly onClose: () => void;
}

function PopulationForm({ known, onClose }: PopulationFormProps) {
  const save = useAction('insight', 'savePopulation', 'inline');
  const [source, setSource] = useState(known.source);
  const [typed, setTyped] = useState<Readonly<Partial<Record<EqualityGroup, string>>>>(() => typedFrom(known));
  const read = Object.fromEntries(equalityGroups.map(({ id }) => [id, readShare(typed[id] ?? '')])) as Record<
    EqualityGroup,
    number | null | undefined
  >;
  const perThousand = Object.fromEntries(equalityGroups.map(({ id }) => [id, read[id] ?? null])) as Record<EqualityGroup, number | null>;
  const isTooMuch = characteristics.some((of) => sumOf(of, perThousand) > mostPerThousand);
  const isUnread = equalityGroups.some(({ id }) => read[id] === undefined);
  async function run() {
    const done = await save.run({ source, perThousand });
    if (!done.ok) return;
    showDone('The population of the area was saved.');
    onClose();
  }
  return (
    <Dialog
      title="Population of the area"
      onClose={onClose}
      buttons={
        <>
          {isTooMuch || isUnread ? (
            <span className="small late">{isUnread ? 'One share cannot be read.' : 'One group is more than a whole.'}</span>
          ) : null}
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={isTooMuch || isUnread || save.isBusy} onPress={() => void run()}>
            {save.isBusy ? 'Saving…' : 'Save'}
          </Button>
        </>
      }
    >
      <div className="population-form">
        <p className="soft">Per cent of those who live in the area, best of its adults. What is left empty is not compared.</p>
        <TextField
          label="Where the figures are from"
          value={source}
          onChange={setSource}
          placeholder="Census 2021, adults"
          maxLength={200}
          autoFocus
        />
        {characteristics.map((of) => (
          <fieldset key={of}>
            <legend>{characteristicName[of]}</legend>
            <div className="population-groups">
              {equalityGroups
                .filter((group) => group.of === of)
                .map(({ id, name }) => (
                  <TextField
                    key={id}
                    label={name}
                    value={typed[id] ?? ''}
                    onChange={(value) => setTyped((before) => ({ ...before, [id]: value }))}
                    problem={read[id] === undefined ? 'A share from 0 to 100, such as 50.6' : null}
                    inputMode="numeric"
                    maxLength={8}
                  />
                ))}
            </div>
            <SumLine sum={sumOf(of, perThousand)} />
          </fieldset>
        ))}
        {save.problem ? <p role="alert">{save.problem}</p> : null}
      </div>
    </Dialog>
  );
}

function SumLine({ sum }: { readonly sum: number }) {
  const words = `Together ${(sum / 10).toFixed(1)}%`;
  return (
    <p className={sum > mostPerThousand ? 'small late' : 'small mute'} role="status">
      {sum > mostPerThousand ? `${words}: more than a whole. Check these figures.` : words}
    </p>
  );
}

function typedFrom({ perThousand }: AreaFigures): Readonly<Partial<Record<EqualityGroup, string>>> {
  return Object.fromEntries(
    equalityGroups.flatMap(({ id }) => {
      const known = perThousand[id];
      return known === undefined ? [] : [[id, (known / 10).toFixed(1)]];
    }),
  );
}
