import { ArchiveRestore, ChevronRight, FolderInput, FolderOpen, FolderSync, Landmark, UsersRound } from 'lucide-react';
import { useId } from 'react';
import { Button as AriaButton } from 'react-aria-components';

const ways = {
  new: {
    Icon: Landmark,
    name: 'Start a new scheme…',
    detail: 'Your name for it, your agencies, a passphrase and a recovery sheet.',
  },
  file: { Icon: FolderOpen, name: 'Open a scheme file…', detail: 'Used before, here or on another computer. It ends in .roundtable.' },
  join: { Icon: FolderSync, name: 'Join a shared scheme…', detail: 'A coordinator admits you by six words, on the telephone.' },
  restore: { Icon: ArchiveRestore, name: 'Restore from a backup…', detail: 'You see what it holds before anything is done.' },
  rebuild: {
    Icon: FolderInput,
    name: 'Rebuild from the shared folder…',
    detail: 'A computer that shared its scheme was lost; its recovery sheet was not.',
  },
  demonstration: { Icon: UsersRound, name: 'Open the demonstration', detail: 'Everyone in it is invented.' },
} as const;

interface OtherWaysProps {
  readonly heading: string;
  /** In the order in which they are offered. */
  readonly ways: readonly (readonly [way: keyof typeof ways, onPress: () => void])[];
}

/** What is wanted once in a while, beside the one thing that most people come for. */
export function OtherWays({ heading, ways: offered }: OtherWaysProps) {
  const id = useId();
  return (
    <section className="setup-others" aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      <ul>
        {offered.map(([way, onPress]) => {
          const { Icon, name, detail } = ways[way];
          return (
            <li key={way}>
              <AriaButton className="setup-other" onPress={onPress}>
                <Icon aria-hidden />
                <span>
                  <b>{name}</b> <small>{detail}</small>
                </span>
                <ChevronRight aria-hidden />
              </AriaButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
