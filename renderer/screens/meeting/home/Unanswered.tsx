import { useState } from 'react';
import { Link } from 'wouter';
import { formatDay } from '../../../../shared/language/dates';
import { AgencyCode } from '../../../components/AgencyCode';
import { Button } from '../../../components/Button';
import { DueWords } from '../../../components/DueDate';
import { useVerb } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { paths } from '../../../routes';

const atFirst = 5;

/** What agencies were asked before the conference and have not answered, the soonest wanted first. Nothing where all is answered. */
export function Unanswered() {
  const { today, agencyOf } = useScheme();
  const asked = useVerb('questions', 'unanswered');
  const [isWhole, setWhole] = useState(false);
  const questions = asked.data ?? [];
  if (questions.length === 0) return null;
  const shown = isWhole ? questions : questions.slice(0, atFirst);
  return (
    <section aria-labelledby="home-unanswered">
      <header className="home-head">
        <h2 id="home-unanswered" className="part-head">
          Asked, not answered
        </h2>
        {questions.length > shown.length ? (
          <Button size="small" look="quiet" onPress={() => setWhole(true)}>
            All {questions.length.toLocaleString('en-GB')}
          </Button>
        ) : null}
      </header>
      <table className="home-table home-unanswered">
        <thead>
          <tr>
            <th scope="col">Agency</th>
            <th scope="col">Case</th>
            <th scope="col">Question</th>
            <th scope="col">Wanted by</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, agencyId, caseId, caseName, text, wantedOn }) => (
            <tr key={id}>
              <td>
                <AgencyCode agency={agencyOf(agencyId)} />
              </td>
              <td className="nowrap">
                <Link href={paths.case(caseId)} dir="auto">
                  {caseName}
                </Link>
              </td>
              <td dir="auto">{text}</td>
              <td className="nowrap">
                {formatDay(wantedOn)} <DueWords dueOn={wantedOn} today={today} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
