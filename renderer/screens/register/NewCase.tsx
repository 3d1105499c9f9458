import { type FormEvent, useState } from 'react';
import { type Colour, colours, colourWord } from '../../../shared/language/colour';
import { type StatutoryPosition, statutoryPositionName, statutoryPositions } from '../../../shared/language/statutory-position';
import { Button } from '../../components/Button';
import { ColourBadge } from '../../components/colour/ColourBadge';
import { DateField } from '../../components/fields/DateField';
import { Segmented } from '../../components/fields/Segmented';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { showDone } from '../../components/overlays/toasts';
import { useKeptForm } from '../../data/kept-text';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { useKeys } from '../../keys/keys';

interface NewCaseProps {
  readonly onClose: () => void;
  readonly onAdded: (caseId: string) => void;
}

const positionChoices = statutoryPositions.map((id) => ({ id, name: statutoryPositionName[id] }));

const emptyCase = {
  surname: '',
  forenames: '',
  pnc: '',
  crn: '',
  area: '',
  born: null as string | null,
  position: null as StatutoryPosition | null,
  lead: null as string | null,
  colour: null as Colour | null,
};

/** A new case, added beside the list: the name and the few fields by which others find it. The rest is filled in on its page. */
export function NewCase({ onClose, onAdded }: NewCaseProps) {
  const { scheme, today } = useScheme();
  const create = useAction('cases', 'create', 'inline');
  const { fields, change, forget } = useKeptForm('new case', emptyCase);
  const { born, position, lead, colour, ...text } = fields;
  const [isAsked, setAsked] = useState(false);
  const isNameless = text.surname.trim() === '';
  useKeys('New case', [{ keys: 'Esc', says: 'Close without adding', run: onClose, inFields: true }]);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isNameless) return;
    const done = await create.run({
      fields: { ...text, dateOfBirth: born, statutoryPosition: position, leadAgencyId: lead, adoptedOn: today },
      colour,
    });
    if (!done.ok) return;
    forget();
    showDone('The case is on the register');
    onAdded(done.value);
  };
  const field = (
    name: keyof typeof text,
    label: string,
    extra: { readonly autoFocus?: boolean; readonly problem?: string | null } = {},
  ) => <TextField label={label} value={text[name]} onChange={(value) => change({ [name]: value })} maxLength={500} {...extra} />;
  return (
    <aside className="preview" aria-label="New case">
      <form className="preview-body" id="new-case" onSubmit={(event) => void add(event)} noValidate>
        <h2 className="preview-title">New case</h2>
        {field('surname', 'Surname', { autoFocus: true, problem: isAsked && isNameless ? 'A case needs a surname' : null })}
        {field('forenames', 'Forenames')}
        <DateField label="Date of birth" value={born} onChange={(day) => change({ born: day })} />
        <div className="preview-pair">
          {field('pnc', 'PNC')}
          {field('crn', 'CRN')}
        </div>
        {field('area', 'Area')}
        <Select
          label="Statutory position"
          choices={positionChoices}
          value={position}
          onChange={(id) => change({ position: id as StatutoryPosition })}
          placeholder="Not recorded"
        />
        <Select
          label="Lead agency"
          choices={scheme.agencies.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id, name, code }) => ({ id, name, detail: code }))}
          value={lead}
          onChange={(id) => change({ lead: id })}
          placeholder="None yet"
        />
        <div className="field">
          <span className="label">Colour, if one has been decided</span>
          <Segmented
            label="Colour, if one has been decided"
            isBoxed
            value={colour}
            onChange={(id) => change({ colour: id })}
            choices={colours.map((id) => ({
              id,
              name: (
                <>
                  <ColourBadge colour={id} /> <span className="visually-hidden">{colourWord[id]}</span>
                </>
              ),
            }))}
          />
        </div>
        {create.problem ? (
          <p className="field-problem" role="alert">
            {create.problem} What you typed is still here.
          </p>
        ) : null}
      </form>
      <div className="preview-go">
        <Button look="primary" grow type="submit" form="new-case" isDisabled={create.isBusy}>
          Add to the register
        </Button>
        <Button
          onPress={() => {
            forget();
            onClose();
          }}
        >
          Cancel
        </Button>
      </div>
    </aside>
  );
}
