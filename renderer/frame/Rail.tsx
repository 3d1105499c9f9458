import {
  Building2,
  CalendarClock,
  ChartNoAxesCombined,
  DoorOpen,
  FileText,
  HandHelping,
  ListChecks,
  Presentation,
  Search,
  UserRoundPlus,
  Users,
} from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Link } from 'wouter';
import type { SchemeView } from '../../shared/views/scheme';
import { KeyHint } from '../components/KeyHint';
import { railEntryOf } from '../routes';
import { Away } from './Away';
import { BrandMark } from './BrandMark';
import { type RailId, type RegisterView, railEntriesFor, registerViewsFor } from './rail-entries';
import { SavingFoot } from './SavingFoot';

const icons: Readonly<Record<RailId, ReactNode>> = {
  meeting: <Presentation aria-hidden />,
  register: <Users aria-hidden />,
  actions: <ListChecks aria-hidden />,
  documents: <FileText aria-hidden />,
  insight: <ChartNoAxesCombined aria-hidden />,
  scheme: <Building2 aria-hidden />,
};
const viewIcons: Readonly<Record<RegisterView['id'], ReactNode>> = {
  selection: <UserRoundPlus aria-hidden />,
  reviews: <CalendarClock aria-hidden />,
  releases: <DoorOpen aria-hidden />,
  services: <HandHelping aria-hidden />,
};

function RegisterViews({ views, at }: { readonly views: readonly RegisterView[]; readonly at: string | undefined }) {
  return views.map(({ id, name, to }) => (
    <Link key={to} href={to} className="under" aria-current={to === at ? 'page' : undefined}>
      {viewIcons[id]}
      <span className="name">{name}</span>
    </Link>
  ));
}

function Count({ of, counts: { cases, overdueActions, openActions } }: { readonly of: RailId; readonly counts: SchemeView['counts'] }) {
  if (of === 'register') return <span className="count">{cases.toLocaleString('en-GB')}</span>;
  if (of !== 'actions') return null;
  return overdueActions > 0 ? (
    <span className="count late">{overdueActions.toLocaleString('en-GB')} late</span>
  ) : (
    <span className="count">{openActions.toLocaleString('en-GB')}</span>
  );
}

interface RailProps {
  readonly scheme: SchemeView;
  readonly path: string;
  readonly onFind: () => void;
}

export function Rail({ scheme, path, onFind }: RailProps) {
  const { role } = scheme.me;
  const views = registerViewsFor(role);
  const here = railEntryOf(path);
  const view = views.find(({ at }) => at.some((start) => path.startsWith(start)));
  return (
    <nav className="rail" aria-label="Main">
      <div className="brand">
        <BrandMark />
        <div className="grow">
          <b className="cut">{scheme.brand}</b>
          <span className="cut">{scheme.area}</span>
        </div>
      </div>
      {scheme.isDemonstration ? (
        <p className="demonstration">
          Demonstration scheme.
          <br />
          Everyone in it is invented.
        </p>
      ) : null}
      <Button className="find-button" onPress={onFind} aria-keyshortcuts="Control+K">
        <Search aria-hidden />
        <span className="grow">Find</span>
        <KeyHint>Ctrl K</KeyHint>
      </Button>
      <div className="rail-nav">
        {railEntriesFor(role).map(({ id, name, to }) => (
          <Fragment key={id}>
            <Link href={to} aria-current={id === here && view === undefined ? 'page' : undefined}>
              {icons[id]}
              <span className="name">{name}</span>
              <Count of={id} counts={scheme.counts} />
            </Link>
            {id === 'register' && here === 'register' ? <RegisterViews views={views} at={view?.to} /> : null}
          </Fragment>
        ))}
      </div>
      <Away />
      <SavingFoot />
    </nav>
  );
}
