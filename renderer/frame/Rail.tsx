import { Building2, ChartNoAxesCombined, FileText, ListChecks, Presentation, Search, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Link } from 'wouter';
import type { SchemeView } from '../../shared/views/scheme';
import { KeyHint } from '../components/KeyHint';
import { paths, railEntryOf } from '../routes';
import { Away } from './Away';
import { BrandMark } from './BrandMark';
import { SavingFoot } from './SavingFoot';

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
          <Link key={id} href={to} aria-current={id === here ? 'page' : undefined}>
            {icon}
            <span className="name">{name}</span>
            {count}
          </Link>
        ))}
      </div>
      <Away />
      <SavingFoot />
    </nav>
  );
}
