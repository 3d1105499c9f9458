import { type AttendanceStatus, attendanceName } from '../../../../../shared/language/meeting';
import type { AttendanceView } from '../../../../../shared/views/chairing';
import type { PersonView } from '../../../../../shared/views/scheme';
import { AgencyCode } from '../../../../components/AgencyCode';
import { Button } from '../../../../components/Button';
import { Segmented } from '../../../../components/fields/Segmented';
import { Select } from '../../../../components/fields/Select';
import { useScheme } from '../../../../data/scheme';
import { clockOf } from '../clock';
import type { AttendanceRow } from './attendance-rows';

interface AttendanceLineProps {
  readonly row: AttendanceRow;
  readonly isLocked: boolean;
  readonly onStatus: (status: AttendanceStatus) => void;
  readonly onPerson: (personId: string | null) => void;
  readonly onInOrOut: () => void;
  /** Others of the agency, who could have come as well. */
  readonly others: readonly PersonView[];
  readonly onAnother: (personId: string) => void;
}

const choices: readonly { readonly id: AttendanceStatus; readonly name: string }[] = [
  { id: 'present', name: 'Present' },
  { id: 'apologies-with-update', name: 'Update sent' },
  { id: 'apologies', name: 'Apologies' },
  { id: 'absent', name: 'Absent' },
  { id: 'observer', name: 'Observer' },
];
const nobody = 'nobody';

export function AttendanceLine({ row, isLocked, onStatus, onPerson, onInOrOut, others, onAnother }: AttendanceLineProps) {
  const { scheme } = useScheme();
  const { agency, marked, slot } = row;
  const name = agency?.name ?? marked?.name ?? '';
  const people = scheme.people.filter((person) => person.agencyId === agency?.id && !person.isWithdrawn);
  const hasCome = marked !== null && (marked.status === 'present' || marked.status === 'observer');
  return (
    <fieldset className="chair-attendance-line" data-row={row.key} aria-label={name}>
      <span>{agency ? <AgencyCode agency={agency} isHollow={!hasCome} /> : null}</span>
      <span className="cut">
        <b>{name}</b>
        <small>
          {slot === null ? (agency ? 'no case today' : 'guest') : slot.isThroughout ? 'throughout' : `${slot.arrivesAt}–${slot.leavesAt}`}
        </small>
      </span>
      {agency && people.length > 0 && !isLocked ? (
        <Select
          label={`Person from ${name}`}
          isLabelHidden
          value={marked?.personId ?? nobody}
          onChange={(id) => onPerson(id === nobody ? null : id)}
          choices={[{ id: nobody, name: 'Nobody named' }, ...people.map(({ id, name: who, post }) => ({ id, name: who, detail: post }))]}
        />
      ) : (
        <span className="soft small cut">{marked?.personId ? marked.name : ''}</span>
      )}
      {isLocked ? (
        <span>{marked ? attendanceName[marked.status] : 'Not marked'}</span>
      ) : (
        <div data-statuses>
          <Segmented label={`Attendance of ${name}`} isBoxed choices={choices} value={marked?.status ?? null} onChange={onStatus} />
        </div>
      )}
      <span className="chair-attendance-time">
        {hasCome && !isLocked ? (
          <Button look="quiet" size="small" onPress={onInOrOut}>
            {inOutWords(marked)}
            <span className="visually-hidden">, {name}</span>
          </Button>
        ) : marked?.arrivedAt ? (
          `${clockOf(Date.parse(marked.arrivedAt))}–${marked.leftAt ? clockOf(Date.parse(marked.leftAt)) : ''}`
        ) : null}
      </span>
      {others.length > 0 && !isLocked ? (
        <div className="chair-attendance-another">
          <Select
            label={`Another person from ${name}`}
            isLabelHidden
            placeholder="And with them…"
            value={null}
            choices={others.map(({ id, name: who, post }) => ({ id, name: who, detail: post }))}
            onChange={onAnother}
          />
        </div>
      ) : null}
    </fieldset>
  );
}

function inOutWords({ arrivedAt, leftAt }: AttendanceView): string {
  if (arrivedAt === null) return 'Here now';
  return leftAt === null ? `In ${clockOf(Date.parse(arrivedAt))}` : `Left ${clockOf(Date.parse(leftAt))}`;
}
