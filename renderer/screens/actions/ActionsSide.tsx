import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { actionOutcomeName, actionOutcomes } from '../../../shared/language/action';
import { addDays, formatDay } from '../../../shared/language/dates';
import type { ActionRow } from '../../../shared/views/actions';
import { AgencyCode } from '../../components/AgencyCode';
import { useScheme } from '../../data/scheme';
import { type ActionsView, closedDays, countByAgency, countByTeam, countOutcomes, type NameLookup } from './actions-view';

interface ActionsSideProps {
  readonly rows: readonly ActionRow[];
  readonly view: ActionsView;
  readonly change: (part: Partial<ActionsView>) => void;
  readonly lookup: NameLookup;
}

/** At the left: whose actions, and how the closed ones ended. */
export function ActionsSide({ rows, view, change, lookup }: ActionsSideProps) {
  const { scheme, today, agencyOf } = useScheme();
  const isPartner = scheme.me.role === 'partner';
  const agencies = countByAgency(rows, today);
  const since = addDays(today, -closedDays);
  const outcomes = countOutcomes(rows, since);
  const all = agencies.reduce((sum, { open, overdue }) => ({ open: sum.open + open, overdue: sum.overdue + overdue }), {
    open: 0,
    overdue: 0,
  });
  const ofTeams = countByTeam(rows, isPartner ? scheme.me.agencyId : view.agencyId, today, lookup);
  const teams =
    ofTeams.length === 0 ? null : (
      <ul className="actions-side-teams" aria-label="Teams">
        {ofTeams.map(({ team, open, overdue }) => (
          <li key={team}>
            <SideButton
              isOn={view.team === team && view.state !== 'closed'}
              onPress={() => change({ team, state: view.state === 'closed' ? 'open' : view.state })}
            >
              <span className="grow small">{team}</span>
              <Figures open={open} overdue={overdue} />
            </SideButton>
          </li>
        ))}
      </ul>
    );
  const isAll = view.agencyId === null && view.team === null && view.state !== 'closed';
  return (
    <nav className="actions-side" aria-label="Whose actions">
      <h2 className="label row">
        <span className="grow">{isPartner ? (agencyOf(scheme.me.agencyId)?.name ?? '') : 'Agency'}</span>open, overdue
      </h2>
      <ul>
        <li>
          <SideButton
            isOn={isAll}
            onPress={() => change({ agencyId: null, team: null, state: view.state === 'closed' ? 'open' : view.state })}
          >
            <span className="grow strong">{isPartner ? 'All open' : 'All agencies'}</span>
            <Figures open={all.open} overdue={all.overdue} />
          </SideButton>
        </li>
        {(isPartner ? [] : agencies).map(({ agencyId, open, overdue }) => (
          <li key={agencyId}>
            <SideButton
              isOn={view.agencyId === agencyId && view.team === null && view.state !== 'closed'}
              onPress={() => change({ agencyId, team: null, state: view.state === 'closed' ? 'open' : view.state })}
            >
              <AgencyCode agency={agencyOf(agencyId)} />
              <span className="grow actions-side-name" title={agencyOf(agencyId)?.name}>
                {agencyOf(agencyId)?.name ?? 'Unknown agency'}
              </span>
              <Figures open={open} overdue={overdue} />
            </SideButton>
            {view.agencyId === agencyId ? teams : null}
          </li>
        ))}
      </ul>
      {isPartner ? teams : null}
      <h2 className="label row">
        <span className="grow">Closed since {formatDay(since)}</span>
      </h2>
      <ul>
        {actionOutcomes.map((outcome) => (
          <li key={outcome}>
            <SideButton
              isOn={view.state === 'closed' && view.outcome === outcome}
              onPress={() => change({ state: 'closed', outcome, agencyId: null, team: null })}
            >
              <span className="grow">{actionOutcomeName[outcome]}</span>
              <span>{outcomes[outcome]}</span>
            </SideButton>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SideButton({ isOn, onPress, children }: { readonly isOn: boolean; readonly onPress: () => void; readonly children: ReactNode }) {
  return (
    <AriaButton className={`actions-side-button${isOn ? ' on' : ''}`} onPress={onPress} aria-pressed={isOn}>
      {children}
    </AriaButton>
  );
}

function Figures({ open, overdue }: { readonly open: number; readonly overdue: number }) {
  return (
    <>
      <span>{open}</span>
      <span className={`actions-side-late${overdue > 0 ? ' late' : ' mute'}`}>
        {overdue > 0 ? (
          <>
            {overdue}
            <span className="actions-side-word"> late</span>
          </>
        ) : (
          '–'
        )}
      </span>
    </>
  );
}
