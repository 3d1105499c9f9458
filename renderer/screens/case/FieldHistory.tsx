import { formatDayWithYear } from '../../../shared/language/dates';
import { dayOf } from '../../../shared/language/scheme-place';
import { failureWords } from '../../data/failure';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { type CaseFieldName, fieldWords } from './case-fields';

interface FieldHistoryProps {
  readonly caseId: string;
  readonly name: CaseFieldName;
}

/** Every value that the field has had, who recorded it and when. Never edited. */
export function FieldHistory({ caseId, name }: FieldHistoryProps) {
  const history = useVerb('cases', 'fieldHistory', { id: caseId, field: name });
  const { agencyOf, personOf } = useScheme();
  const names = {
    agencyName: (id: string) => agencyOf(id)?.name ?? 'Unknown agency',
    personName: (id: string) => personOf(id)?.name ?? 'Unknown person',
  };
  if (history.isError) return <p className="field-problem">{failureWords(history.error)}</p>;
  if (!history.data) return null;
  return (
    <section className="field-history">
      <h3 className="label">History</h3>
      {history.data.length === 0 ? <p className="small mute">No value has been recorded.</p> : null}
      <ol>
        {history.data.map(({ value, at, personName }) => (
          <li key={at}>
            <span className="grow">{fieldWords(name, value, names) || <span className="mute">empty</span>}</span>
            <span className="mute">
              {formatDayWithYear(dayOf(at))}, {personName}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
