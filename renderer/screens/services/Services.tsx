import { HandHelping, Plus } from 'lucide-react';
import { useState } from 'react';
import { daysBetween, formatDayNear } from '../../../shared/language/dates';
import { pathwayName, pathways } from '../../../shared/language/pathway';
import type { ServiceView } from '../../../shared/views/services';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Segmented } from '../../components/fields/Segmented';
import { TextField } from '../../components/fields/TextField';
import { ExportMenu } from '../../components/lists/ExportMenu';
import { PlainRows } from '../../components/lists/PlainRows';
import { useChosen } from '../../components/lists/use-chosen';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { FetchedScreen } from '../../frame/FetchedScreen';
import { Screen } from '../../frame/Screen';
import { paths } from '../../routes';
import { Gaps } from './Gaps';
import { Links } from './Links';
import { ReferralList } from './ReferralList';
import { ServiceForm } from './ServiceForm';
import { ServicePane } from './ServicePane';
import { waitWords } from './wait-words';
import { useIsCountWhole } from './whole-count';
import '../case/case.css';
import '../cohort/cohort.css';

const views = { directory: 'Directory', referrals: 'Referrals', gaps: 'Gaps', links: 'Link workers' } as const;
type View = keyof typeof views;
/** Counted over all cases, so of a partner's few it would be wrong. */
const ofAll: Readonly<Partial<Record<View, true>>> = { gaps: true, links: true };
const placeOf = ({ pathways: [main] }: ServiceView) => (main === undefined ? pathways.length : pathways.indexOf(main));

/** What is on offer along each pathway, who was referred, what is missing, and who carries messages (CAM R7, R12). */
export default function Services() {
  const list = useVerb('services', 'list');
  return (
    <FetchedScreen query={list} what="the services" title="Services" under={{ name: 'Register', path: paths.register() }}>
      {(services) => <Listed services={services} />}
    </FetchedScreen>
  );
}

function Listed({ services }: { readonly services: readonly ServiceView[] }) {
  const { may, scheme } = useScheme();
  const offeredViews = (Object.keys(views) as View[]).filter((id) => scheme.me.role !== 'partner' || ofAll[id] !== true);
  const [view, setView] = useState<View>('directory');
  const [text, setText] = useState('');
  const [isAdding, setAdding] = useState(false);
  const words = text.trim().toLowerCase();
  const shown = services
    .filter(({ name, description, eligibility }) =>
      words === '' ? true : `${name} ${description} ${eligibility}`.toLowerCase().includes(words),
    )
    .toSorted((one, other) => placeOf(one) - placeOf(other));
  const [selected, choose] = useChosen(shown, ({ id }) => id);
  const add = may('edit-scheme') ? (
    <Button look={isAdding ? 'plain' : 'primary'} size="small" onPress={() => setAdding(true)}>
      <Plus aria-hidden /> Service
    </Button>
  ) : null;
  const isList = view === 'directory';
  return (
    <Screen
      title="Services"
      under={{ name: 'Register', path: paths.register() }}
      beside={<span role="status">{services.length} in the directory</span>}
      buttons={
        <>
          {isList && may('export-register') ? (
            <ExportMenu
              list="services"
              noun="services"
              isOff={shown.length === 0}
              shown={() => ({ ids: shown.map(({ id }) => id), columns: null, seenAs: words === '' ? '' : 'a search' })}
            />
          ) : null}
          {services.length === 0 ? null : add}
        </>
      }
    >
      <div className={isList && selected ? 'two-panes' : 'pane-list'}>
        <div className={isList && selected ? 'pane-list' : ''}>
          <div className="pane-tools">
            <Segmented label="What to show" value={view} onChange={setView} choices={offeredViews.map((id) => ({ id, name: views[id] }))} />
            {isList && services.length > 0 ? (
              <TextField label="Search in the directory" isLabelHidden type="search" placeholder="Search" value={text} onChange={setText} />
            ) : null}
          </div>
          {isAdding ? <ServiceForm service={null} onClose={() => setAdding(false)} /> : null}
          {view === 'referrals' ? <ReferralList /> : null}
          {view === 'gaps' ? <Gaps /> : null}
          {view === 'links' ? <Links /> : null}
          {isList && services.length === 0 && !isAdding ? (
            <EmptyState
              title="The directory is empty"
              icon={<HandHelping aria-hidden />}
              buttons={
                may('edit-scheme') ? (
                  <Button look="primary" onPress={() => setAdding(true)}>
                    Add the first service
                  </Button>
                ) : null
              }
            >
              Put down what there is along each pathway: whom it takes, how to refer, how long one waits. Then a case’s needs can be
              searched for what fits.
            </EmptyState>
          ) : null}
          {isList
            ? pathways.map((pathway) => {
                const offered = shown.filter((service) => service.pathways[0] === pathway);
                return offered.length === 0 ? null : (
                  <section key={pathway} aria-label={pathwayName[pathway]}>
                    <div className="week-head">
                      <h2>{pathwayName[pathway]}</h2>
                      <span className="mute small">{offered.length}</span>
                    </div>
                    <PlainRows rows={offered} idOf={(service) => service.id} chosen={selected?.id ?? null} onChoose={choose}>
                      {(service) => <ServiceLine service={service} />}
                    </PlainRows>
                  </section>
                );
              })
            : null}
        </div>
        {isList && selected ? <ServicePane key={selected.id} service={selected} /> : null}
      </div>
    </Screen>
  );
}

const staleAfter = 182;

/** "3 of 12 places"; what is not known here or not limited is left out. */
function takenWords(referred: number | null, places: number | null): string {
  if (referred === null) return places === null ? '' : `${places} places`;
  return places === null ? `${referred} referred` : `${referred} of ${places} places`;
}

function ServiceLine({ service }: { readonly service: ServiceView }) {
  const { today, agencyOf } = useScheme();
  const isWhole = useIsCountWhole(service);
  const { waitingDays, nextStartOn, capacity, openReferrals, checkedOn } = service;
  const isStale = checkedOn === null || daysBetween(checkedOn, today) > staleAfter;
  const starts = nextStartOn && nextStartOn >= today ? `starts ${formatDayNear(nextStartOn, today)}` : '';
  const taken = takenWords(isWhole ? openReferrals : null, capacity);
  return (
    <>
      <span className="name">
        <AgencyCode agency={agencyOf(service.agencyId)} />
        <span className="cut" dir="auto">
          {service.name}
        </span>
      </span>
      <span className="at-right">{waitingDays === null ? <span className="mute">wait not known</span> : waitWords(waitingDays)}</span>
      <span className="line cut">
        {service.eligibility || 'Eligibility not written down'}
        {isStale ? ', not checked for half a year' : ''}
      </span>
      <span className="line at-right">{[starts, taken].filter(Boolean).join(', ')}</span>
    </>
  );
}
