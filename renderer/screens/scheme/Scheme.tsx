import { Lock } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Deed } from '../../../shared/rules/permissions';
import { Button } from '../../components/Button';
import { flushKeptText } from '../../data/kept-text';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { Screen } from '../../frame/Screen';
import { Agencies } from './Agencies';
import { Audit } from './Audit';
import { Backups } from './Backups';
import { Colours } from './Colours';
import { Data } from './Data';
import { Health } from './Health';
import { People } from './People';
import { Retention } from './Retention';
import { Sharing } from './Sharing';
import { Trust } from './Trust';
import { Wording } from './Wording';
import './scheme.css';

interface SchemePart {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly part: ComponentType;
  /** Only for those who may do it: for others there is nothing in it. */
  readonly deed?: Deed;
}

const parts: readonly SchemePart[] = [
  { id: 'wording', name: 'Name and wording', says: 'What it is called and what is printed', part: Wording },
  { id: 'agencies', name: 'Agencies', says: 'Who sits at the table', part: Agencies },
  { id: 'people', name: 'People', says: 'Members and contacts', part: People },
  { id: 'colours', name: 'Colours', says: 'What each one means here', part: Colours },
  { id: 'retention', name: 'Retention', says: 'How long what is held is kept', part: Retention },
  { id: 'sharing', name: 'Sharing', says: 'The folder and who is in it', part: Sharing },
  { id: 'trust', name: 'Trust', says: 'Passphrase, sign-in and lock', part: Trust },
  { id: 'backups', name: 'Backups', says: 'Copies to go back to', part: Backups },
  { id: 'health', name: 'Health', says: 'The file and its log', part: Health },
  { id: 'data', name: 'Data', says: 'Out of the scheme, and back', part: Data, deed: 'export-register' },
  { id: 'audit', name: 'Audit trail', says: 'Who changed what, and when', part: Audit, deed: 'read-audit' },
];

/** The scheme itself: its wording, agencies, people and colours, how it is protected, and what was done in it. */
export default function Scheme() {
  const { may } = useScheme();
  const [chosen, setChosen] = useState('wording');
  const lock = useAction('app', 'lock');
  const { name, part: Part } = parts.find(({ id }) => id === chosen) ?? (parts[0] as (typeof parts)[number]);
  return (
    <Screen
      title="Scheme"
      beside={name}
      buttons={
        <Button size="small" onPress={() => void flushKeptText().then(() => lock.run())}>
          <Lock aria-hidden /> Lock now
        </Button>
      }
    >
      <div className="scheme">
        <nav className="scheme-parts" aria-label="Parts of the scheme">
          <ul>
            {parts
              .filter(({ deed }) => deed === undefined || may(deed))
              .map(({ id, name: title, says }) => (
                <li key={id}>
                  <AriaButton
                    className={`scheme-part${id === chosen ? ' on' : ''}`}
                    onPress={() => setChosen(id)}
                    {...(id === chosen ? { 'aria-current': 'true' } : {})}
                  >
                    {title}
                    <small>{says}</small>
                  </AriaButton>
                </li>
              ))}
          </ul>
        </nav>
        <section className="scheme-body" aria-label={name}>
          <Part />
        </section>
      </div>
    </Screen>
  );
}
