import { useState } from 'react';
import { counted } from '../../../../shared/language/counted';
import { formatDay } from '../../../../shared/language/dates';
import { clockTimeOf, dayOf } from '../../../../shared/language/scheme-place';
import type { PartnersCase, PartnersConference, PartnersUpdate } from '../../../../shared/views/partners-day';
import { Button } from '../../../components/Button';
import { ColourBadge } from '../../../components/colour/ColourBadge';
import { KeyHint } from '../../../components/KeyHint';
import { useOneOpen } from '../../../components/overlays/one-open';
import { useKeptText } from '../../../data/kept-text';
import { useScheme } from '../../../data/scheme';
import { useKeys } from '../../../keys/keys';
import { askedWords } from '../asked-words';
import { CaseWords } from './CaseWords';
import { ReviseUpdate, WriteUpdate } from './WriteUpdate';

/** The agency's cases on the agenda, each with what it has written and room to write it. */
export function MyCases({ conference }: { readonly conference: PartnersConference }) {
  const { cases } = conference;
  const { open, show, close } = useOneOpen();
  const unwritten = cases.filter(({ updates, isHeard }) => updates.length === 0 && !isHeard);
  const writeNext = () => {
    const at = cases.findIndex(({ itemId }) => itemId === open);
    const next = [...cases.slice(at + 1), ...cases.slice(0, at + 1)].find((each) => unwritten.includes(each));
    if (next) show(next.itemId);
  };
  useKeys('Your cases', [{ keys: 'W', says: 'Write the next update', run: writeNext, isOff: unwritten.length === 0 }]);
  const minutes = cases.reduce((sum, each) => sum + each.minutes, 0);
  return (
    <section aria-label="Your cases on the agenda">
      <h2 className="part-head">
        Your cases on the agenda
        <span className="at-right">{cases.length === 0 ? '' : `${counted(cases.length, 'case')}, about ${minutes} min`}</span>
      </h2>
      {cases.length === 0 ? (
        <p className="soft">None so far. A case appears here as soon as it is put on the agenda and concerns your agency.</p>
      ) : (
        <ul className="partner-cases">
          {cases.map((each) => (
            <OneCase
              key={each.itemId}
              of={each}
              isOpen={open === each.itemId}
              isNext={unwritten[0] === each && open === null}
              onOpen={() => show(each.itemId)}
              onClose={() => close(each.itemId)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface OneCaseProps {
  readonly of: PartnersCase;
  readonly isOpen: boolean;
  /** The one that the key W leads to. */
  readonly isNext: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

function OneCase({ of, isOpen, isNext, onOpen, onClose }: OneCaseProps) {
  const { itemId, caseId, caseName, colour, minutes, why, isHeard, updates } = of;
  const { isKept } = useKeptText(`${itemId} update`);
  return (
    <li>
      <div className="partner-case">
        <ColourBadge colour={colour} />
        <CaseWords caseId={caseId} caseName={caseName}>
          {why}
        </CaseWords>
        <span className="small mute nowrap figure">{minutes} min</span>
        {isHeard ? (
          <span className="small mute nowrap">Heard</span>
        ) : isOpen ? (
          <span />
        ) : (
          <Button size="small" look={updates.length === 0 ? 'plain' : 'quiet'} onPress={onOpen}>
            {isKept ? 'Go on writing' : updates.length === 0 ? 'Write an update' : 'Add to it'}
            <span className="visually-hidden">: {caseName}</span>
            {isNext ? <KeyHint>W</KeyHint> : null}
          </Button>
        )}
      </div>
      {updates.map((update) => (
        <Written key={update.id} update={update} canChange={!isHeard} />
      ))}
      {isOpen ? <WriteUpdate itemId={itemId} caseName={caseName} onClose={onClose} /> : null}
    </li>
  );
}

function Written({ update, canChange }: { readonly update: PartnersUpdate; readonly canChange: boolean }) {
  const { today } = useScheme();
  const [isChanging, setChanging] = useState(false);
  if (isChanging) return <ReviseUpdate update={update} onClose={() => setChanging(false)} />;
  return (
    <div className="partner-written">
      {update.question === '' ? null : (
        <p className="small mute" dir="auto">
          {askedWords(update.missed, today)} {update.question}
        </p>
      )}
      <p className="prose" dir="auto">
        {update.text}
      </p>
      <p className="row small mute">
        <span className="grow">
          {update.personName}
          {update.sentAt === null ? '' : `, ${formatDay(dayOf(update.sentAt))} ${clockTimeOf(update.sentAt)}`}
        </span>
        {canChange ? (
          <Button size="small" look="quiet" onPress={() => setChanging(true)}>
            Change
          </Button>
        ) : null}
      </p>
    </div>
  );
}
