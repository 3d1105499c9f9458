import { Landmark, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { formatDayWithYear } from '../../../shared/language/dates';
import { dayOf } from '../../../shared/language/scheme-place';
import { Button } from '../../components/Button';
import { useAction } from '../../data/queries';
import { Demonstration } from './Demonstration';
import { JoinScreen } from './JoinScreen';
import { NewScheme } from './NewScheme';
import { OtherWays } from './OtherWays';
import { PassphraseScreen } from './PassphraseScreen';
import type { UnlockProps } from './props';
import { RebuildScreen } from './RebuildScreen';
import { RestoreScreen } from './RestoreScreen';
import { SetupFrame } from './SetupFrame';

type Place =
  | { readonly at: 'scheme'; readonly path: string }
  | { readonly at: 'list' }
  | { readonly at: 'new' }
  | { readonly at: 'restore' }
  | { readonly at: 'join' }
  | { readonly at: 'rebuild' }
  | { readonly at: 'demonstration' };

/** The passphrase of the scheme opened last; the other schemes of this computer are one step away. */
export default function Unlock({ schemes, lockedBy, onOpened }: UnlockProps) {
  const [place, setPlace] = useState<Place>(() => (schemes[0] ? { at: 'scheme', path: schemes[0].path } : { at: 'list' }));
  const choose = useAction('app', 'chooseSchemeFile');
  const list = () => setPlace({ at: 'list' });
  if (place.at === 'new') return <NewScheme onOpened={onOpened} onBack={list} />;
  if (place.at === 'join') return <JoinScreen onOpened={onOpened} onBack={list} />;
  if (place.at === 'rebuild') return <RebuildScreen onOpened={onOpened} onBack={list} />;
  if (place.at === 'restore') return <RestoreScreen onOpened={onOpened} onBack={list} />;
  if (place.at === 'demonstration') return <Demonstration onOpened={onOpened} onBack={list} />;
  if (place.at === 'scheme') {
    const known = schemes.find(({ path }) => path === place.path);
    return (
      <PassphraseScreen
        key={place.path}
        path={place.path}
        opensWithKeychain={known?.opensWithKeychain ?? false}
        isDemonstration={known?.isDemonstration ?? false}
        lockedBy={lockedBy}
        onOpened={onOpened}
        onBack={list}
        onRestore={() => setPlace({ at: 'restore' })}
      />
    );
  }
  const chooseFile = async () => {
    const chosen = await choose.run();
    if (chosen.ok && chosen.value !== null) setPlace({ at: 'scheme', path: chosen.value });
  };
  const hasDemonstration = schemes.some(({ isDemonstration }) => isDemonstration);
  return (
    <SetupFrame title="Open a scheme" under="Case conferences">
      <h2 className="setup-title">Which scheme?</h2>
      <ul className="setup-choices setup-known">
        {schemes.map(({ path, name, isDemonstration, lastOpenedAt }, index) => (
          <li key={path} className="setup-choice">
            {isDemonstration ? <UsersRound aria-hidden /> : <Landmark aria-hidden />}
            <div>
              <b className="cut" title={name}>
                <bdi>{name}</bdi>
              </b>
              <p className="cut" title={path}>
                {isDemonstration ? 'Everyone in it is invented.' : <bdi>{path}</bdi>}
              </p>
            </div>
            <span className="setup-opened">
              {lastOpenedAt === null ? '' : `${index === 0 ? 'Opened last' : 'Opened'} ${formatDayWithYear(dayOf(lastOpenedAt))}`}
            </span>
            <Button
              look={index === 0 ? 'primary' : 'plain'}
              aria-label={`Open ${name}`}
              autoFocus={index === 0}
              onPress={() => setPlace({ at: 'scheme', path })}
            >
              Open
            </Button>
          </li>
        ))}
      </ul>
      <OtherWays
        heading="Another way in"
        ways={[
          ['file', () => void chooseFile()],
          ['new', () => setPlace({ at: 'new' })],
          ['join', () => setPlace({ at: 'join' })],
          ['restore', () => setPlace({ at: 'restore' })],
          ['rebuild', () => setPlace({ at: 'rebuild' })],
          ...(hasDemonstration ? [] : [['demonstration', () => setPlace({ at: 'demonstration' })] as const]),
        ]}
      />
    </SetupFrame>
  );
}
