import { useState } from 'react';
import { Link } from 'wouter';
import { formatDayNear } from '../../../shared/language/dates';
import { pathwayName } from '../../../shared/language/pathway';
import { isOpenReferral, referralStateName } from '../../../shared/language/referral';
import { mayForAgency } from '../../../shared/rules/permissions';
import type { ReferralRow } from '../../../shared/views/services';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Segmented } from '../../components/fields/Segmented';
import { Fetched } from '../../components/Loading';
import { ExportMenu } from '../../components/lists/ExportMenu';
import { PlainTable } from '../../components/lists/PlainTable';
import { useOneOpen } from '../../components/overlays/one-open';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';
import { UpdateReferral } from './UpdateReferral';

const mostShown = 300;

/** Who was referred to what, and how it stands. */
export function ReferralList() {
  const { may } = useScheme();
  const list = useVerb('services', 'referrals');
  const [which, setWhich] = useState<'open' | 'over'>('open');
  const { open, toggle, close } = useOneOpen();
  return (
    <Fetched query={list} what="the referrals">
      {(rows) => {
        const over = rows.filter(({ state }) => !isOpenReferral(state)).length;
        const shown = rows.filter(({ state }) => isOpenReferral(state) === (which === 'open'));
        return (
          <>
            <div className="pane-tools">
              <Segmented
                label="Which referrals"
                isBoxed
                value={which}
                onChange={setWhich}
                choices={[
                  { id: 'open', name: named('Open', rows.length - over) },
                  { id: 'over', name: named('Over', over) },
                ]}
              />
              {may('export-register') ? (
                <ExportMenu
                  list="referrals"
                  noun="referrals"
                  isOff={shown.length === 0}
                  shown={() => ({ ids: shown.map(({ id }) => id), columns: null, seenAs: which === 'open' ? 'Open' : 'Over' })}
                />
              ) : null}
              {shown.length > mostShown ? <span className="soft small">The first {mostShown} are shown.</span> : null}
            </div>
            {shown.length === 0 ? (
              <EmptyState title={which === 'open' ? 'No referral is open' : 'No referral is over yet'}>
                {may('edit-cases')
                  ? 'Refer someone from their case page: it finds the services that fit their needs.'
                  : 'Coordinators refer people from their case pages. What concerns your services appears here.'}
              </EmptyState>
            ) : (
              <PlainTable heads={['Name', 'Service', 'For', 'Referred', 'Stands', { name: 'Update', isHidden: true }]}>
                {shown.slice(0, mostShown).map((row) => (
                  <Row key={row.id} row={row} isOpen={open === row.id} onToggle={() => toggle(row.id)} onClose={() => close(row.id)} />
                ))}
              </PlainTable>
            )}
          </>
        );
      }}
    </Fetched>
  );
}

const named = (name: string, count: number) => (
  <>
    {name} <span className="count-beside">{count.toLocaleString('en-GB')}</span>
  </>
);

interface RowProps {
  readonly row: ReferralRow;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onClose: () => void;
}

function Row({ row, isOpen, onToggle, onClose }: RowProps) {
  const { scheme, today } = useScheme();
  return (
    <>
      <tr>
        <td dir="auto">
          <Link href={paths.case(row.caseId)}>{row.caseName}</Link>
        </td>
        <td dir="auto">{row.serviceName}</td>
        <td>{row.pathway ? pathwayName[row.pathway] : ''}</td>
        <td className="nowrap">{row.referredOn ? formatDayNear(row.referredOn, today) : ''}</td>
        <td>
          <b>{referralStateName[row.state]}</b>
          {row.changedOn ? `, ${formatDayNear(row.changedOn, today)}` : ''} <span className="soft">{row.outcome}</span>
        </td>
        <td className="figure">
          {mayForAgency(scheme.me, row.agencyId, 'edit-cases', 'change-own-referrals') ? (
            <Button
              size="small"
              look="quiet"
              onPress={onToggle}
              aria-expanded={isOpen}
              aria-label={`Update: ${row.caseName}, ${row.serviceName}`}
            >
              Update…
            </Button>
          ) : null}
        </td>
      </tr>
      {isOpen ? (
        <tr className="opened">
          <td colSpan={6}>
            <UpdateReferral id={row.id} state={row.state} onClose={onClose} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
