import { useRef, useState } from 'react';
import { type Colour, colours, colourWord } from '../../../shared/language/colour';
import type { CaseView } from '../../../shared/views/case';
import { AgencyCode } from '../../components/AgencyCode';
import { announce } from '../../components/announcements';
import { ColourBadge } from '../../components/colour/ColourBadge';
import { TextArea, TextField } from '../../components/fields/TextField';
import { Tick } from '../../components/fields/Tick';
import { KeyHint } from '../../components/KeyHint';
import { useKeptText } from '../../data/kept-text';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { useKeys } from '../../keys/keys';

interface ColourPanelProps {
  readonly found: CaseView;
  readonly onClose: () => void;
}

/** Changing the colour between conferences: choose, give the reason, Enter records. Until then nothing is recorded, and the line says so. */
export function ColourPanel({ found, onClose }: ColourPanelProps) {
  const { scheme, today, agencyOf } = useScheme();
  const change = useAction('cases', 'changeColour', 'inline');
  const [colour, setColour] = useState<Colour | null>(found.colourProposal?.colour ?? null);
  const reason = useKeptText(`${found.id} colour reason`);
  const dissent = useKeptText(`${found.id} colour dissent`);
  const core = scheme.agencies.filter(({ isCore, isWithdrawn }) => isCore && !isWithdrawn);
  const [agreedBy, setAgreedBy] = useState<readonly string[]>(core.map(({ id }) => id));
  const field = useRef<HTMLTextAreaElement>(null);
  // A colour chosen asks for its reason at once.
  const choose = (chosen: Colour) => {
    setColour(chosen);
    setWrong(null);
    field.current?.focus();
  };
  const [wrong, setWrong] = useState<string | null>(null);
  useKeys('Colour', [
    { keys: 'Esc', says: 'Leave the colour as it is', run: onClose },
    ...colours.map((each) => ({ keys: each, says: colourWord[each], run: () => choose(each) })),
  ]);
  const record = async () => {
    if (colour === null) return setWrong('Choose a colour first');
    if (colour === found.colour) return setWrong(`It is ${colourWord[colour]} already`);
    if (reason.text.trim() === '') return setWrong('A colour is never changed without a reason');
    setWrong(null);
    const done = await change.run({
      caseId: found.id,
      meetingId: null,
      colour,
      reason: reason.text,
      decidedOn: today,
      agreedBy: [...agreedBy],
      dissent: dissent.text,
    });
    if (!done.ok) return;
    reason.forget();
    dissent.forget();
    announce(`${colourWord[colour]} recorded`);
    onClose();
  };
  return (
    <section className="colour-panel" aria-label="Change the colour">
      <div className="row wrap">
        {colours.map((each) => (
          <button
            key={each}
            type="button"
            className="colour-choice"
            aria-pressed={colour === each}
            data-now={found.colour === each ? '' : undefined}
            title={scheme.colourMeanings[each]}
            onClick={() => choose(each)}
          >
            <ColourBadge colour={each} size={20} withWord />
          </button>
        ))}
        <span className="small soft grow">{colour ? scheme.colourMeanings[colour] : 'Choose a colour, or press its letter.'}</span>
      </div>
      <TextArea
        ref={field}
        label="Reason"
        isLabelHidden
        placeholder="Why? What is known, and since when."
        rows={2}
        value={reason.text}
        onChange={reason.setText}
        autoFocus={colour !== null}
        problem={wrong ?? (change.problem ? `${change.problem} What you typed is still here.` : null)}
        onEnter={() => void record()}
        onEscape={onClose}
      />
      <div className="row wrap">
        <span className="small soft">Agreed by</span>
        {core.map((agency) => (
          <Tick
            key={agency.id}
            isOn={agreedBy.includes(agency.id)}
            onChange={(isOn) => setAgreedBy((before) => (isOn ? [...before, agency.id] : before.filter((id) => id !== agency.id)))}
          >
            <AgencyCode agency={agencyOf(agency.id)} />
          </Tick>
        ))}
        <span className="grow">
          <TextField
            label="Dissent"
            isLabelHidden
            placeholder="Dissent, in their words: none"
            value={dissent.text}
            onChange={dissent.setText}
            onEnter={() => void record()}
          />
        </span>
        <span className="small soft nowrap row">
          <KeyHint>Enter</KeyHint> records {colour ? colourWord[colour] : 'it'} from today
        </span>
      </div>
    </section>
  );
}
