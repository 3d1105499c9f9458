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
import { paths, railEntryOf } from '../routes';
import { Away } from './Away';
import { BrandMark } from './BrandMark';
import { SavingFoot } from './SavingFoot';

/** What belongs to the register and is not a list of cases. It stands under it while one is there, so that the rail stays short. */
const registerViews: readonly { readonly name: string; readonly to: string; readonly at: readonly string[]; readonly icon: ReactNode }[] = [
  { name: 'Selection', to: paths.selection(), at: [paths.selection(), paths.panel('')], icon: <UserRoundPlus aria-hidden /> },
  { name: 'Reviews', to: paths.reviews(), at: [paths.reviews()], icon: <CalendarClock aria-hidden /> },
  { name: 'Releases', to: paths.releases(), at: [paths.releases()], icon: <DoorOpen aria-hidden /> },
  { name: 'Services', to: paths.services(), at: [paths.services()], icon: <HandHelping aria-hidden /> },
];

function RegisterViews({ at }: { readonly at: string | undefined }) {
  return registerViews.map(({ name, to, icon }) => (
    <Link key={to} href={to} className="under" aria-current={to === at ? 'page' : undefined}>
      {icon}
      <span className="name">{name}</span>
    </Link>
  ));
}

interface RailProps {
  readonly scheme: SchemeView;
  readonly path: string;
  readonly onFind: () => void;
}

export function Rail({ scheme, path, onFind }: RailProps) {
  const { cases, overdueActions, openActions } = scheme.counts;
  const entries: readonly {
    readonly id: ReturnType<typeof railEntryOf>;
    readonly name: string;
    readonly to: string;
    readonly icon: ReactNode;
    readonly count?: ReactNode;
  }[] = [
    { id: 'meeting', name: 'Meeting', to: paths.meeting(), icon: <Presentation aria-hidden /> },
    {
      id: 'register',
      name: 'Register',
      to: paths.register(),
      icon: <Users aria-hidden />,
      count: <span className="count">{cases.toLocaleString('en-GB')}</span>,
    },
    {
      id: 'actions',
      name: 'Actions',
      to: paths.actions(),
      icon: <ListChecks aria-hidden />,
      count:
        overdueActions > 0 ? (
          <span className="count late">{overdueActions.toLocaleString('en-GB')} late</span>
        ) : (
          <span className="count">{openActions.toLocaleString('en-GB')}</span>
        ),
    },
    { id: 'documents', name: 'Documents', to: paths.documents(), icon: <FileText aria-hidden /> },
    { id: 'insight', name: 'Insight', to: paths.insight(), icon: <ChartNoAxesCombined aria-hidden /> },
    { id: 'scheme', name: 'Scheme', to: paths.scheme(), icon: <Building2 aria-hidden /> },
  ];
  const here = railEntryOf(path);
  const view = registerViews.find(({ at }) => at.some((start) => path.startsWith(start)));
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
        {entries.map(({ id, name, to, icon, count }) => (
          <Fragment key={id}>
            <Link href={to} aria-current={id === here && view === undefined ? 'page' : undefined}>
              {icon}
              <span className="name">{name}</span>
              {count}
            </Link>
            {id === 'register' && here === 'register' ? <RegisterViews at={view?.to} /> : null}
          </Fragment>
        ))}
      </div>
      <Away />
      <SavingFoot />
    </nav>
  );
}
