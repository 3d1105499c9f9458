import { Check } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { ChairItemSummary, ChairItemView, ChairView } from '../../../../shared/views/chairing';
import { Button } from '../../../components/Button';
import { KeyHint } from '../../../components/KeyHint';
import { ActionLine } from './actions/ActionLine';
import { LastActions } from './actions/LastActions';
import { RecordedActions } from './actions/RecordedActions';
import { Updates } from './actions/Updates';
import { CaseHeader } from './CaseHeader';
import { useCaseKeys } from './case-keys';
import { Decision } from './Decision';
import { DeselectDialog } from './DeselectDialog';
import { Discussion } from './Discussion';
import { useDesk, useDraft } from './desk';
import { focusField, focusFieldAfter } from './fields';
import { KeyBar } from './KeyBar';
import { useCaseFlow } from './use-case-flow';
import { useSettling } from './use-settling';

interface ChairCaseProps {
  readonly view: ChairView;
  readonly item: ChairItemView;
  /** The minutes are final, or the conference is over: nothing can be changed here. */
  readonly isLocked: boolean;
  readonly next: ChairItemSummary | null;
  readonly nextWords: string | null;
  /** The conference has gone on from another workstation; `next` is where it is. */
  readonly isHeld: boolean;
  /** Ends this case and goes on. Resolves to false where it stays. */
  readonly onNext: (state: 'discussed' | 'deferred') => Promise<boolean>;
  readonly onBreak: () => void;
  /** `C` was pressed: the next letter is a colour. */
  readonly isPicking: boolean;
  readonly onPicking: (isPicking: boolean) => void;
}

/** One case: read left, write right. */
export function ChairCase({ view, item, isLocked, next, nextWords, isHeld, onNext, onBreak, isPicking, onPicking }: ChairCaseProps) {
  const desk = useDesk();
  const flow = useCaseFlow(view, item, onNext, onPicking);
  const { recording, setAdding, goOn, defer } = flow;
  const isUpdateKept = Boolean(useDraft(item, 'update').text);
  const { note, facing, onFace, settle, takeBack } = useSettling(view.meetingId, item);
  const addUpdate = () => focusFieldAfter(() => setAdding(true), 'update-agency');

  // Before the fields have it: to them Enter with Ctrl is Enter, which records one field and stays on the case.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (isLocked || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void goOn();
  };

  useCaseKeys({
    isLocked,
    isPicking,
    facing,
    onPicking,
    onColour: (colour) =>
      focusFieldAfter(() => {
        desk.write(item.id, 'colour', colour);
        onPicking(false);
      }, 'colour-reason'),
    onSettle: (action, outcome) => void settle(action, outcome),
    onFocus: focusField,
    onDecision: (decision) => focusFieldAfter(() => desk.write(item.id, 'decision', decision), 'rationale'),
    onUpdate: addUpdate,
    onNext: () => void goOn(),
    onDefer: () => void defer(),
    onBreak,
  });

  return (
    <>
      <article className="chair-case" aria-label={`Case ${item.position} of ${item.of}`} onKeyDownCapture={onKeyDownCapture}>
        <CaseHeader of={item.case} />
        <div className="chair-read">
          <LastActions
            actions={item.lastActions}
            lastDiscussedOn={item.lastDiscussedOn}
            facing={facing}
            note={note.text ?? ''}
            onNote={note.write}
            onFace={onFace}
            onSettle={(action, outcome) => void settle(action, outcome)}
            isLocked={isLocked}
          />
          <Updates
            item={item}
            isLocked={isLocked}
            isAdding={flow.isAdding || isUpdateKept}
            onAdd={addUpdate}
            onRecord={() => void flow.recordUpdate()}
          />
        </div>
        <div className="chair-write">
          <Discussion item={item} isLocked={isLocked} onLeave={() => void (isLocked ? undefined : recording.discussion())} />
          <Decision
            item={item}
            defaults={flow.defaults}
            isLocked={isLocked}
            isPickingColour={isPicking}
            onPickColour={() => onPicking(false)}
            onRecordDecision={() => void flow.recordDecision()}
            onRecordColour={() => void flow.recordColour()}
          />
          <section aria-labelledby="chair-actions">
            <h3 className="part-head" id="chair-actions">
              Actions <KeyHint>N</KeyHint>
              <span className="at-right">{item.actions.length === 0 ? '' : `${item.actions.length} recorded`}</span>
            </h3>
            <RecordedActions actions={item.actions} isLocked={isLocked} onTakeBack={takeBack} />
            {isLocked ? null : <ActionLine item={item} onRecord={() => void recording.action()} />}
          </section>
        </div>
      </article>
      {isLocked ? null : (
        <KeyBar
          next={next}
          nextWords={nextWords}
          heldOn={isHeld ? item.case.fields.surname : null}
          missing={flow.missing}
          isBusy={recording.isBusy}
          onNext={() => void goOn()}
          more={
            item.state === 'discussed' ? (
              <span className="small mute row">
                <Check aria-hidden /> heard before
              </span>
            ) : (
              <Button look="quiet" size="small" onPress={() => void defer()}>
                <KeyHint>F</KeyHint> Defer
              </Button>
            )
          }
        />
      )}
      {flow.deselecting === null ? null : (
        <DeselectDialog
          of={item.case}
          rationale={flow.rationale()}
          onCancel={() => flow.setDeselecting(null)}
          onSure={() => {
            flow.setDeselecting(null);
            void (flow.deselecting === 'next' ? goOn(true) : flow.recordSure());
          }}
        />
      )}
    </>
  );
}
