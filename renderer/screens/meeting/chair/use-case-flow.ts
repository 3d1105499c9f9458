import { useLayoutEffect, useRef, useState } from 'react';
import type { ChairItemView, ChairView } from '../../../../shared/views/chairing';
import { announce } from '../../../components/announcements';
import { areKeysHeld, dropHeldKeys, holdKeys } from '../../../keys/held-keys';
import { type BeforeNext, beforeNext, missingMark } from './before-next';
import { decisionOf } from './case-drafts';
import { readerOf, useDesk } from './desk';
import { focusField, focusFieldAfter, leaveFieldOf } from './fields';
import { type Recording, useDecisionDefaults, useRecording } from './recording';

export interface CaseFlow {
  readonly recording: Recording;
  readonly defaults: ReturnType<typeof useDecisionDefaults>;
  /** An update is being written down. */
  readonly isAdding: boolean;
  readonly setAdding: (isAdding: boolean) => void;
  /** What is not recorded yet and should be, said after Ctrl+Enter. */
  readonly missing: string | null;
  /** Somebody is about to leave the scheme: what follows once that is confirmed. */
  readonly deselecting: 'stay' | 'next' | null;
  readonly setDeselecting: (what: 'stay' | 'next' | null) => void;
  readonly rationale: () => string;
  readonly recordDecision: () => Promise<void>;
  /** After deselection was confirmed. */
  readonly recordSure: () => Promise<void>;
  readonly recordColour: () => Promise<void>;
  readonly recordUpdate: () => Promise<void>;
  readonly goOn: (isDeselectionSure?: boolean) => Promise<void>;
  readonly defer: () => Promise<void>;
}

/** From one case to the next: what is typed is recorded on the way, and what is missing is said once. */
export function useCaseFlow(
  view: ChairView,
  item: ChairItemView,
  onNext: (state: 'discussed' | 'deferred') => Promise<boolean>,
  onPicking: (isPicking: boolean) => void,
): CaseFlow {
  const desk = useDesk();
  const defaults = useDecisionDefaults(view.heldOn);
  const recording = useRecording(view, item);
  const [isAdding, setAdding] = useState(false);
  const [missing, setMissing] = useState<string | null>(null);
  const [deselecting, setDeselecting] = useState<'stay' | 'next' | null>(null);
  const waved = useRef('');

  // With what is drawn, not a moment after it: that would take back a `C` pressed on this case already.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each case
  useLayoutEffect(() => onPicking(false), []);

  /** What is pressed from here on is meant for the next case: this one takes nothing more, no second Ctrl+Enter either. */
  const going = async (go: () => Promise<boolean>) => {
    if (areKeysHeld()) return;
    holdKeys();
    if (!(await go())) dropHeldKeys();
  };

  const isDeselecting = () => {
    const { decision } = decisionOf(item, readerOf(desk, item), defaults);
    return decision === 'deselect' && item.decision !== 'deselect';
  };
  const recordDecision = async () => {
    if (isDeselecting()) return setDeselecting('stay');
    if (await recording.decision()) {
      announce('Decision recorded');
      leaveFieldOf('rationale');
    } else setMissing(recording.pending().find((each) => each.step === 'decision')?.problem?.words ?? null);
  };
  const recordSure = async () => {
    if (await recording.decision()) announce('Decision recorded');
    else focusField('rationale');
  };
  const recordColour = async () => {
    if (await recording.colour()) {
      announce('Colour recorded');
      leaveFieldOf('colour-reason');
    }
  };
  const recordUpdate = async () => {
    if (await recording.update()) setAdding(false);
    else focusField('update-agency');
  };
  const leave = async ({ record, missing: lacks }: BeforeNext): Promise<boolean> => {
    for (const step of record) if (!(await recording[step]())) return false;
    const mark = missingMark(item.id, lacks);
    const [first] = lacks;
    if (first && waved.current !== mark) {
      waved.current = mark;
      focusFieldAfter(() => {
        setMissing(lacks.map((each) => each.words).join(' '));
        if (first.field === 'update' || first.field === 'update-agency') setAdding(true);
      }, first.field);
      return false;
    }
    await desk.flush();
    return onNext('discussed');
  };
  const goOn = async (isDeselectionSure = false) => {
    const before = beforeNext(recording.pending());
    if (before.record.includes('decision') && isDeselecting() && !isDeselectionSure) return setDeselecting('next');
    await going(() => leave(before));
  };
  const defer = () =>
    going(async () => {
      await recording.discussion();
      await desk.flush();
      return onNext('deferred');
    });
  return {
    recording,
    defaults,
    isAdding,
    setAdding,
    missing,
    deselecting,
    setDeselecting,
    rationale: () => decisionOf(item, readerOf(desk, item), defaults).rationale,
    recordDecision,
    recordSure,
    recordColour,
    recordUpdate,
    goOn,
    defer,
  };
}
