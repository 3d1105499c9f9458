import { Plus } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../../shared/language/counted';
import { daysBetween, formatDayWithYear } from '../../../shared/language/dates';
import { type CustodyKind, custodyKindName, custodyKinds } from '../../../shared/language/outcome-event';
import type { CustodyPeriodView } from '../../../shared/views/outcomes';
import { Button } from '../../components/Button';
import { DateField } from '../../components/fields/DateField';
import { FormButtons } from '../../components/fields/FormButtons';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { Withdraw } from './Withdraw';

interface CustodyStaysProps {
  readonly caseId: string;
  /** The latest first. */
  readonly stays: readonly CustodyPeriodView[];
}

/** The stays in custody, whose days are taken out of the time at liberty. Each can be put right. */
export function CustodyStays({ caseId, stays }: CustodyStaysProps) {
  const { may } = useScheme();
  const [open, setOpen] = useState<string | null>(null);
  const isAdding = open === 'new';
  return (
    <section aria-label="Stays in custody">
      <h3 className="part-head">
        Stays in custody
        {may('edit-cases') ? (
          <span className="at-right">
            <Button
              size="small"
              look="quiet"
              onPress={() => setOpen(isAdding ? null : 'new')}
              aria-expanded={isAdding}
              aria-label="Add a stay in custody"
            >
              <Plus aria-hidden />
            </Button>
          </span>
        ) : null}
      </h3>
      {isAdding ? <EditStay caseId={caseId} stay={null} onClose={() => setOpen(null)} /> : null}
      {stays.length === 0 && !isAdding ? <p className="small mute">None recorded.</p> : null}
      <ul className="case-lines small">
        {stays.map((stay) =>
          open === stay.id ? (
            <li key={stay.id}>
              <EditStay caseId={caseId} stay={stay} onClose={() => setOpen(null)} />
            </li>
          ) : (
            <Stay key={stay.id} stay={stay} onEdit={() => setOpen(stay.id)} />
          ),
        )}
      </ul>
    </section>
  );
}

function Stay({ stay, onEdit }: { readonly stay: CustodyPeriodView; readonly onEdit: () => void }) {
  const { today, may } = useScheme();
  const withdraw = useAction('outcomes', 'withdrawCustody', 'inline');
  const { id, kind, startsOn, endsOn, place } = stay;
  const name = `${kind ? custodyKindName[kind] : 'Custody'}${startsOn ? ` from ${formatDayWithYear(startsOn)}` : ''}`;
  const words = (
    <span dir="auto">
      <b>{kind ? custodyKindName[kind] : 'Custody'}</b>
      {place ? `, ${place}` : ''}: {startsOn ? formatDayWithYear(startsOn) : 'unknown'} to {endsOn ? formatDayWithYear(endsOn) : 'now'}
      {startsOn ? <span className="soft">, {counted(daysBetween(startsOn, endsOn ?? today) + 1, 'day')}</span> : null}
    </span>
  );
  if (!may('edit-cases')) return <li>{words}</li>;
  return (
    <Withdraw label={name} problem={withdraw.problem} onWithdraw={async (reason) => (await withdraw.run({ id, reason })).ok}>
      {words}{' '}
      <Button size="small" look="quiet" onPress={onEdit} aria-label={`Put right: ${name}`}>
        Put right
      </Button>
    </Withdraw>
  );
}

interface EditStayProps {
  readonly caseId: string;
  readonly stay: CustodyPeriodView | null;
  readonly onClose: () => void;
}

function EditStay({ caseId, stay, onClose }: EditStayProps) {
  const save = useAction('outcomes', 'saveCustody', 'inline');
  const [kind, setKind] = useState<CustodyKind>(stay?.kind ?? 'sentence');
  const [startsOn, setStartsOn] = useState(stay?.startsOn ?? null);
  const [endsOn, setEndsOn] = useState(stay?.endsOn ?? null);
  const [place, setPlace] = useState(stay?.place ?? '');
  const [isAsked, setAsked] = useState(false);
  const onSave = async () => {
    setAsked(true);
    if (startsOn === null) return;
    const done = await save.run({ caseId, id: stay?.id ?? null, kind, startsOn, endsOn, place });
    if (done.ok) onClose();
  };
  return (
    <div className="in-place">
      <Select
        label="Kind"
        value={kind}
        onChange={(id) => setKind(id as CustodyKind)}
        choices={custodyKinds.map((id) => ({ id, name: custodyKindName[id] }))}
        autoFocus
      />
      <DateField
        label="First day inside"
        value={startsOn}
        onChange={setStartsOn}
        onEnter={() => void onSave()}
        onEscape={onClose}
        problem={isAsked && startsOn === null ? 'Give the day' : null}
      />
      <DateField
        label="Last day, empty while it lasts"
        value={endsOn}
        onChange={setEndsOn}
        onEnter={() => void onSave()}
        onEscape={onClose}
        problem={save.problem}
      />
      <TextField label="Prison" value={place} onChange={setPlace} onEnter={() => void onSave()} onEscape={onClose} />
      <FormButtons save={stay === null ? 'Record' : 'Save'} onSave={() => void onSave()} isDisabled={save.isBusy} onCancel={onClose} />
    </div>
  );
}
