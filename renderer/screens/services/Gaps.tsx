import { Link } from 'wouter';
import { pathwayName } from '../../../shared/language/pathway';
import type { GapCase, GapRow } from '../../../shared/views/services';
import { EmptyState } from '../../components/EmptyState';
import { Fetched } from '../../components/Loading';
import { ExportMenu } from '../../components/lists/ExportMenu';
import { PlainTable } from '../../components/lists/PlainTable';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';

/** Needs that nobody works on: who could be referred today, and for whom nothing in the directory fits. */
export function Gaps() {
  const { may } = useScheme();
  const gaps = useVerb('services', 'gaps');
  return (
    <Fetched query={gaps} what="the gaps">
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title="No needs are recorded">
            Gaps are needs without a referral. Record needs on the cases, and they are counted here.
          </EmptyState>
        ) : (
          <>
            <div className="pane-tools gap-tools">
              <p className="soft small">
                Needs of everyone on the scheme. Referred: an open or completed referral for that need. “Nothing fits” means that each
                service of the pathway leaves the person out, or that there is none.
              </p>
              {may('export-register') ? (
                <>
                  <ExportMenu list="gaps" noun="needs" label="Export figures…" shown={wholeList} />
                  <ExportMenu list="unmet-needs" noun="needs" label="Export names…" shown={wholeList} />
                </>
              ) : null}
            </div>
            <PlainTable
              heads={[
                'Need',
                { name: 'People', isFigure: true },
                { name: 'Referred', isFigure: true },
                { name: 'Could be', isFigure: true },
                { name: 'Nothing fits', isFigure: true },
                'Who',
              ]}
            >
              {rows.map((row) => (
                <Row key={row.pathway} row={row} />
              ))}
            </PlainTable>
          </>
        )
      }
    </Fetched>
  );
}

const wholeList = () => ({ ids: null, columns: null, seenAs: '' });

function Row({ row }: { readonly row: GapRow }) {
  return (
    <tr>
      <th scope="row">{pathwayName[row.pathway]}</th>
      <td className="figure">{row.needs}</td>
      <td className="figure">{row.referred}</td>
      <td className="figure">{row.couldBeReferred.length}</td>
      <td className={row.withoutService.length > 0 ? 'figure late' : 'figure'}>{row.withoutService.length}</td>
      <td>
        {row.couldBeReferred.length + row.withoutService.length > 0 ? (
          <details>
            <summary>Names</summary>
            <People title="Could be referred" cases={row.couldBeReferred} />
            <People title="Nothing fits" cases={row.withoutService} />
          </details>
        ) : null}
      </td>
    </tr>
  );
}

function People({ title, cases }: { readonly title: string; readonly cases: readonly GapCase[] }) {
  if (cases.length === 0) return null;
  return (
    <>
      <p className="label">{title}</p>
      <ul>
        {cases.map(({ caseId, caseName, priority, why }) => (
          <li key={caseId}>
            <Link href={paths.case(caseId)}>{caseName}</Link>, {priority}
            {why.length > 0 ? <span className="soft"> {why.join(' ')}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
