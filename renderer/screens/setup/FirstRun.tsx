import { useState } from 'react';
import { useAction } from '../../data/queries';
import { Begin } from './Begin';
import { Demonstration } from './Demonstration';
import { JoinScreen } from './JoinScreen';
import { NewScheme } from './NewScheme';
import { PassphraseScreen } from './PassphraseScreen';
import type { FirstRunProps } from './props';
import { RebuildScreen } from './RebuildScreen';
import { RestoreScreen } from './RestoreScreen';
import { SetupFrame } from './SetupFrame';

type Place =
  | { readonly at: 'begin' }
  | { readonly at: 'demonstration' }
  | { readonly at: 'new' }
  | { readonly at: 'restore' }
  | { readonly at: 'join' }
  | { readonly at: 'rebuild' }
  | { readonly at: 'file'; readonly path: string };

/** What a computer shows that has never opened a scheme. */
export default function FirstRun({ onOpened }: FirstRunProps) {
  const [place, setPlace] = useState<Place>({ at: 'begin' });
  const choose = useAction('app', 'chooseSchemeFile', 'inline');
  const begin = () => setPlace({ at: 'begin' });
  switch (place.at) {
    case 'demonstration':
      return <Demonstration onOpened={onOpened} onBack={begin} />;
    case 'new':
      return <NewScheme onOpened={onOpened} onBack={begin} />;
    case 'file':
      return <PassphraseScreen path={place.path} onOpened={onOpened} onBack={begin} onRestore={() => setPlace({ at: 'restore' })} />;
    case 'restore':
      return <RestoreScreen onOpened={onOpened} onBack={begin} />;
    case 'join':
      return <JoinScreen onOpened={onOpened} onBack={begin} />;
    case 'rebuild':
      return <RebuildScreen onOpened={onOpened} onBack={begin} />;
    case 'begin':
      return (
        <SetupFrame title="Welcome to Roundtable" under="Case conferences">
          <Begin
            onDemonstration={() => setPlace({ at: 'demonstration' })}
            onNew={() => setPlace({ at: 'new' })}
            onOpenFile={() =>
              void choose.run().then((chosen) => {
                if (chosen.ok && chosen.value !== null) setPlace({ at: 'file', path: chosen.value });
              })
            }
            onRestore={() => setPlace({ at: 'restore' })}
            onJoin={() => setPlace({ at: 'join' })}
            onRebuild={() => setPlace({ at: 'rebuild' })}
            problem={choose.problem}
          />
        </SetupFrame>
      );
  }
}
