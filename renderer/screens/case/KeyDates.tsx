import { formatDayWithYear, isLate, lateWords } from '../../../shared/language/dates';
import type { CaseView } from '../../../shared/views/case';
import { LateFlag } from '../../components/DueDate';
import { useScheme } from '../../data/scheme';
import { CaseField } from './CaseField';
import { type CaseFieldName, caseFields } from './case-fields';

const always: readonly CaseFieldName[] = ['reviewDue', 'releaseOn', 'licenceEndsOn', 'orderEndsOn', 'supervisionEndsOn', 'adoptedOn'];

/** The dates that steer a case, each edited where it stands. */
export function KeyDates({ found }: { readonly found: CaseView }) {
  const { today } = useScheme();
  const { fields } = found;
  const isReleaseAbove = fields.releaseOn !== null && fields.releaseOn >= today;
  return (
    <section>
      <h3 className="part-head">Key dates</h3>
      <ul className="fact-list">
        {always
          .filter((name) => !(name === 'releaseOn' && isReleaseAbove))
          .map((name) => (
            <li key={name}>
              <span>{caseFields[name].title}</span>
              <span className="row">
                {name === 'reviewDue' && fields.reviewDue && isLate(fields.reviewDue, today) ? (
                  <LateFlag>{lateWords(fields.reviewDue, today)}</LateFlag>
                ) : null}
                <b>
                  <CaseField caseId={found.id} fields={fields} name={name} />
                </b>
              </span>
            </li>
          ))}
        <li>
          <span>Next on the agenda</span>
          <b>{found.nextAgendaOn ? formatDayWithYear(found.nextAgendaOn) : 'Not on one yet'}</b>
        </li>
      </ul>
    </section>
  );
}
