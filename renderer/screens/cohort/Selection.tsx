import { Plus, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { cohortPartName } from '../../../shared/language/cohort';
import { counted } from '../../../shared/language/counted';
import { formatDayNear } from '../../../shared/language/dates';
import { selectionStateName } from '../../../shared/language/selection';
import type { SelectionRow } from '../../../shared/views/cohort';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Segmented } from '../../components/fields/Segmented';
import { ExportMenu } from '../../components/lists/ExportMenu';
import { PlainRows } from '../../components/lists/PlainRows';
import { useChosen } from '../../components/lists/use-chosen';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { FetchedScreen } from '../../frame/FetchedScreen';
import { Screen } from '../../frame/Screen';
import { paths } from '../../routes';
import { Matrix } from './Matrix';
import { NewReferral } from './NewReferral';
import { Panels } from './Panels';
import { ReferralPane } from './ReferralPane';
import '../case/case.css';
import './cohort.css';

const views = { open: 'Open', decided: 'Decided', panels: 'Panels', matrix: 'Matrix' } as const;
type View = keyof typeof views;
const isOpen = ({ state }: SelectionRow) => state === 'received' || state === 'scored' || state === 'at-panel';

/** Who is put forward for the scheme, how they score, and the panels that decide (STRAT 12, 17). */
export default function Selection() {
  const list = useVerb('cohort', 'selection');
  return (
    <FetchedScreen query={list} what="the referrals" title="Selection" under={{ name: 'Register', path: paths.register() }}>
      {(rows) => <Listed rows={rows} />}
    </FetchedScreen>
  );
}

function Listed({ rows }: { readonly rows: readonly SelectionRow[] }) {
  const { may } = useScheme();
  const [, navigate] = useLocation();
  const [view, setView] = useState<View>('open');
  const [isAdding, setAdding] = useState(false);
  const open = rows.filter(isOpen);
  const shown = view === 'open' ? open : rows.filter((row) => !isOpen(row));
  const [selected, choose] = useChosen(shown, ({ id }) => id);
  const isList = view === 'open' || view === 'decided';
  const add = may('edit-cases') ? (
    <Button size="small" onPress={() => setAdding(true)}>
      <Plus aria-hidden /> Referral
    </Button>
  ) : null;
  return (
    <Screen
      title="Selection"
      under={{ name: 'Register', path: paths.register() }}
      beside={<span role="status">{open.length.toLocaleString('en-GB')} open</span>}
      buttons={
        <>
          {isList && may('export-register') ? (
            <ExportMenu
              list="selection"
              noun="referrals"
              isOff={shown.length === 0}
              shown={() => ({ ids: shown.map(({ id }) => id), columns: null, seenAs: views[view] })}
            />
          ) : null}
          {rows.length === 0 ? null : add}
        </>
      }
    >
      <div className={isList && selected ? 'two-panes' : 'pane-list'}>
        <div className={isList && selected ? 'pane-list' : ''}>
          <div className="pane-tools">
            <Segmented
              label="What to show"
              value={view}
              onChange={setView}
              choices={(Object.keys(views) as View[]).map((id) => ({ id, name: views[id] }))}
            />
          </div>
          {isAdding ? <NewReferral onClose={() => setAdding(false)} /> : null}
          {view === 'panels' ? <Panels onOpen={(id) => navigate(paths.panel(id))} /> : null}
          {view === 'matrix' ? <Matrix /> : null}
          {isList && shown.length === 0 && !isAdding ? (
            <EmptyState
              title={view === 'open' ? 'No referral is open' : 'No referral has been decided yet'}
              icon={<UserRoundPlus aria-hidden />}
              buttons={
                view === 'open' && may('edit-cases') ? (
                  <Button look="primary" onPress={() => setAdding(true)}>
                    Put someone forward
                  </Button>
                ) : null
              }
            >
              Any agency or prison may put someone forward. Each referral is scored by the scheme’s matrix and decided at a selection panel
              by police and probation together.
            </EmptyState>
          ) : null}
          {isList ? (
            <PlainRows rows={shown} idOf={(row) => row.id} chosen={selected?.id ?? null} onChoose={choose}>
              {(row) => <ReferralLine row={row} />}
            </PlainRows>
          ) : null}
        </div>
        {isList && selected ? <ReferralPane key={selected.id} row={selected} /> : null}
      </div>
    </Screen>
  );
}

function ReferralLine({ row }: { readonly row: SelectionRow }) {
  const { today, agencyOf } = useScheme();
  return (
    <>
      <span className="name">
        <span className="cut" dir="auto">
          {row.caseName}
        </span>
        {row.stays > 0 ? <span className="soft small nowrap">on the scheme before</span> : null}
      </span>
      <span className="at-right">{row.score ? <b>{counted(row.score.points, 'point')}</b> : <span className="mute">not scored</span>}</span>
      <span className="line cut">
        {row.organisation || agencyOf(row.agencyId)?.name || 'Unknown'}
        {row.referredOn ? `, ${formatDayNear(row.referredOn, today)}` : ''}
      </span>
      <span className="line at-right">
        {row.state === 'at-panel' && row.panel?.heldOn ? `Panel ${formatDayNear(row.panel.heldOn, today)}` : selectionStateName[row.state]}
        {row.score?.proposedPart ? `, ${cohortPartName[row.score.proposedPart].toLowerCase()} proposed` : ''}
      </span>
    </>
  );
}
