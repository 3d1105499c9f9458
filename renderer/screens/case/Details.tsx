import type { CaseView } from '../../../shared/views/case';
import { CaseField } from './CaseField';
import { type CaseFieldName, caseFields } from './case-fields';

const groups: readonly { readonly title: string; readonly names: readonly CaseFieldName[] }[] = [
  { title: 'Names and references', names: ['surname', 'forenames', 'knownAs', 'reference', 'prisonNumber', 'area', 'beat'] },
  { title: 'Position and offence', names: ['statutoryPosition', 'isAtLarge', 'custodyPlace', 'indexOffence', 'ogrsBand'] },
  { title: 'Equality monitoring', names: ['sex', 'ethnicity', 'disability'] },
];

/** Everything else that is recorded about the person, each edited where it stands. */
export function Details({ found }: { readonly found: CaseView }) {
  return groups.map(({ title, names }) => (
    <section key={title}>
      <h3 className="part-head">{title}</h3>
      <ul className="fact-list">
        {names.map((name) => (
          <li key={name}>
            <span>{caseFields[name].title}</span>
            <b>
              <CaseField caseId={found.id} fields={found.fields} name={name} />
            </b>
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** What to do and what not to do, for whoever meets the person. Printed on every tasking pack. */
export function Advice({ found }: { readonly found: CaseView }) {
  return (
    <section className="advice">
      <h3 className="part-head">For whoever meets them</h3>
      <dl>
        <dt>Do</dt>
        <dd>
          <CaseField caseId={found.id} fields={found.fields} name="doAdvice" />
        </dd>
        <dt>Do not</dt>
        <dd>
          <CaseField caseId={found.id} fields={found.fields} name="doNotAdvice" />
        </dd>
      </dl>
    </section>
  );
}
