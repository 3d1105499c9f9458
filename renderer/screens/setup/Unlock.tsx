import { ArchiveRestore, FolderInput, FolderOpen, FolderSync, Landmark, Plus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { useAction } from '../../data/queries';
import { Demonstration } from './Demonstration';
import { JoinScreen } from './JoinScreen';
import { NewScheme } from './NewScheme';
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
  return (
    <SetupFrame title="Open a scheme" under="Case conferences">
      <h2 className="setup-title">Which scheme?</h2>
      <ul className="setup-choices">
        {schemes.map(({ path, name, isDemonstration }) => (
          <li key={path} className="setup-choice">
            {isDemonstration ? <UsersRound aria-hidden /> : <Landmark aria-hidden />}
            <div>
              <b>{name}</b>
              <p className="cut">{isDemonstration ? 'Everyone in it is invented.' : path}</p>
            </div>
            <Button onPress={() => setPlace({ at: 'scheme', path })}>Open</Button>
          </li>
        ))}
      </ul>
      <div className="row wrap">
        <Button
          onPress={() =>
            void choose.run().then((chosen) => {
              if (chosen.ok && chosen.value !== null) setPlace({ at: 'scheme', path: chosen.value });
            })
          }
        >
          <FolderOpen aria-hidden /> Choose a file…
        </Button>
        <Button onPress={() => setPlace({ at: 'new' })}>
          <Plus aria-hidden /> Start a new scheme
        </Button>
        <Button onPress={() => setPlace({ at: 'join' })}>
          <FolderSync aria-hidden /> Join a shared scheme
        </Button>
        <Button onPress={() => setPlace({ at: 'restore' })}>
          <ArchiveRestore aria-hidden /> Restore from a backup
        </Button>
        <Button onPress={() => setPlace({ at: 'rebuild' })}>
          <FolderInput aria-hidden /> Rebuild from the shared folder
        </Button>
        {schemes.some(({ isDemonstration }) => isDemonstration) ? null : (
          <Button onPress={() => setPlace({ at: 'demonstration' })}>
            <UsersRound aria-hidden /> Open the demonstration
          </Button>
        )}
      </div>
    </SetupFrame>
  );
}
