import { Check } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ChairItemSummary, ChairItemView, ChairView } from '../../../../shared/views/chairing';
import { announce } from '../../../components/announcements';
import { Button } from '../../../components/Button';
import { KeyHint } from '../../../components/KeyHint';
import { ActionLine } from './ActionLine';
import { beforeNext, missingMark } from './before-next';
import { CaseHeader } from './CaseHeader';
import { decisionOf } from './case-drafts';
import { useCaseKeys } from './case-keys';
import { Decision } from './Decision';
import { DeselectDialog } from './DeselectDialog';
import { Discussion } from './Discussion';
import { readerOf, useDesk, useDraft } from './desk';
import { focusField, focusFieldAfter, leaveField } from './fields';
import { KeyBar } from './KeyBar';
import { LastActions } from './LastActions';
import { RecordedActions } from './RecordedActions';
import { useDecisionDefaults, useRecording } from './recording';
import { Updates } from './Updates';
import { useSettling } from './use-settling';

interface ChairCaseProps {
  readonly view: ChairView;
  readonly item: ChairItemView;
  /** The minutes are final, or the conference is over: nothing can be changed here. */
  readonly isLocked: boolean;
  readonly next: ChairItemSummary | null;
  readonly nextWords: string | null;
  /** Ends this case and goes on. */
  readonly onNext: (state: 'discussed' | 'deferred') => void;
  readonly onBreak: () => void;
  /** `C` was pressed: the next letter is a colour. */
  readonly isPicking: boolean;
  readonly onPicking: (isPicking: boolean) => void;
}

/** One case: read left, write right. */
export function ChairCase({ view, item, isLocked, next, nextWords, onNext, onBreak, isPicking, onPicking }: ChairCaseProps) {
  const desk = useDesk();
  const defaults = useDecisionDefaults(view.heldOn);
  const recording = useRecording(view, item);
  const [isAdding, setAdding] = useState(false);
  const [missing, setMissing] = useState<string | null>(null);
  const [afterDeselect, setAfterDeselect] = useState<'stay' | 'next' | null>(null);
  const waved = useRef('');
  const isUpdateKept = Boolean(useDraft(item, 'update').text);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another case is another page
  useEffect(() => {
    onPicking(false);
    setAdding(false);
    setMissing(null);
  }, [item.id]);

  const { note, facing, onFace, settle, takeBack } = useSettling(view.meetingId, item);

  const isDeselecting = () => {
    const { decision } = decisionOf(item, readerOf(desk, item), defaults);
    return decision === 'deselect' && item.decision !== 'deselect';
  };
  const recordDecision = async () => {
    if (isDeselecting()) return setAfterDeselect('stay');
    if (await recording.decision()) {
      announce('Decision recorded');
      leaveField();
    } else setMissing(recording.pending().find((each) => each.step === 'decision')?.problem?.words ?? null);
  };
  const recordColour = async () => {
    if (await recording.colour()) {
      announce('Colour recorded');
      leaveField();
    }
  };
  const goOn = async (isDeselectionSure = false) => {
    const { record, missing: lacks } = beforeNext(recording.pending());
    if (record.includes('decision') && isDeselecting() && !isDeselectionSure) return setAfterDeselect('next');
    for (const step of record) if (!(await recording[step]())) return;
    const mark = missingMark(item.id, lacks);
    const [first] = lacks;
    if (first && waved.current !== mark) {
      waved.current = mark;
      return focusFieldAfter(() => {
        setMissing(lacks.map((each) => each.words).join(' '));
        if (first.field === 'update' || first.field === 'update-agency') setAdding(true);
      }, first.field);
    }
    await desk.flush();
    onNext('discussed');
  };
  const defer = async () => {
    await recording.discussion();
    await desk.flush();
    onNext('deferred');
  };

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
    onUpdate: () => focusFieldAfter(() => setAdding(true), 'update-agency'),
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
            isAdding={isAdding || isUpdateKept}
            onAdd={() => focusFieldAfter(() => setAdding(true), 'update-agency')}
            onRecord={() => void recording.update().then((isRecorded) => (isRecorded ? setAdding(false) : focusField('update-agency')))}
          />
        </div>
        <div className="chair-write">
          <Discussion item={item} isLocked={isLocked} onLeave={() => void (isLocked ? undefined : recording.discussion())} />
          <Decision
            item={item}
            defaults={defaults}
            isLocked={isLocked}
            isPickingColour={isPicking}
            onPickColour={() => onPicking(false)}
            onRecordDecision={() => void recordDecision()}
            onRecordColour={() => void recordColour()}
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
          missing={missing}
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
      {afterDeselect === null ? null : (
        <DeselectDialog
          of={item.case}
          rationale={decisionOf(item, readerOf(desk, item), defaults).rationale}
          onCancel={() => setAfterDeselect(null)}
          onSure={() => {
            setAfterDeselect(null);
            if (afterDeselect === 'next') void goOn(true);
            else void recording.decision().then((isRecorded) => (isRecorded ? announce('Decision recorded') : focusField('rationale')));
          }}
        />
      )}
    </>
  );
}
