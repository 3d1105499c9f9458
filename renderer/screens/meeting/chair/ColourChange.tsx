import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { type Colour, colours, colourWord } from '../../../../shared/language/colour';
import type { ChairItemView } from '../../../../shared/views/chairing';
import { ColourBadge } from '../../../components/colour/ColourBadge';
import { TextArea } from '../../../components/fields/TextField';
import { KeyHint } from '../../../components/KeyHint';
import { useScheme } from '../../../data/scheme';
import { colourDraftOf } from './case-drafts';
import { DraftNote } from './DraftNote';
import { useDraft } from './desk';
import { focusFieldAfter, leaveField } from './fields';

interface ColourChangeProps {
  readonly item: ChairItemView;
  readonly isLocked: boolean;
  /** `C` was pressed: the next letter is a colour. */
  readonly isPicking: boolean;
  readonly onPick: () => void;
  readonly onRecord: () => void;
  /** Who agreed, at the foot. */
  readonly children: ReactNode;
}

/** The old colour struck through, the new one ringed, and nothing recorded before Enter. */
export function ColourChange({ item, isLocked, isPicking, onPick, onRecord, children }: ColourChangeProps) {
  const { scheme } = useScheme();
  const colour = useDraft(item, 'colour');
  const reason = useDraft(item, 'colour-reason');
  const chosen = colourDraftOf((field) => (field === 'colour' ? colour.text : undefined)).colour;
  const { colourChange: recorded, colourBefore } = item;
  const shown = chosen ?? recorded?.colour ?? null;
  const pick = (each: Colour) => {
    focusFieldAfter(() => {
      colour.write(each);
      onPick();
    }, 'colour-reason');
  };
  const drop = () => {
    colour.clear();
    reason.clear();
  };
  return (
    <div className="chair-colour-row" data-field="colour">
      <fieldset className="chair-colours" aria-label="Colour" data-picking={isPicking || undefined}>
        {colours.map((each) => {
          const isOld = each === colourBefore && shown !== null && shown !== each;
          return (
            <AriaButton
              key={each}
              className="chair-pick"
              data-on={each === shown || undefined}
              data-was={isOld || undefined}
              aria-pressed={each === shown}
              isDisabled={isLocked}
              onPress={() => pick(each)}
            >
              <ColourBadge colour={each} size={18} />
              <span className="chair-pick-word">{colourWord[each]}</span>
              {each === chosen || isPicking ? <KeyHint>{each}</KeyHint> : null}
            </AriaButton>
          );
        })}
        {isPicking ? <span className="small soft">a letter, or Esc</span> : null}
      </fieldset>
      {item.case.colourProposal && chosen === null && recorded === null ? (
        <p className="small chair-whole chair-proposal">
          Proposed{item.case.colourProposal.colour ? `: ${colourWord[item.case.colourProposal.colour]}` : ''}.{' '}
          {item.case.colourProposal.reason}
        </p>
      ) : null}
      {chosen !== null && !isLocked ? (
        <div className="chair-whole" data-field="colour-reason">
          <TextArea
            label={`Reason for ${colourWord[chosen]}`}
            isLabelHidden
            rows={2}
            placeholder={`Why ${colourWord[chosen]}? ${scheme.colourMeanings[chosen]}.`}
            value={reason.text ?? ''}
            onChange={reason.write}
            onEnter={onRecord}
            onEscape={(reason.text ?? '') === '' ? drop : leaveField}
          />
        </div>
      ) : null}
      {chosen === null && recorded !== null ? (
        <p className="prose chair-whole">
          <b>{colourWord[recorded.colour]}.</b> {recorded.reason}
        </p>
      ) : null}
      <div className="chair-foot">
        {children}
        {chosen !== null && !isLocked ? (
          <span className="small mute at-right">
            {reason.state.kind === 'untouched' ? null : <DraftNote state={reason.state} isPending />} <KeyHint>Enter</KeyHint> records{' '}
            {colourWord[chosen]} from today
          </span>
        ) : recorded !== null ? (
          <span className="small mute at-right">{colourWord[recorded.colour]} recorded</span>
        ) : null}
      </div>
    </div>
  );
}
