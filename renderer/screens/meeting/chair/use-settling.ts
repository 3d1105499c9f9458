import { useLayoutEffect, useRef, useState } from 'react';
import { type ActionOutcome, actionOutcomeName } from '../../../../shared/language/action';
import type { ActionRow } from '../../../../shared/views/actions';
import type { ChairItemView } from '../../../../shared/views/chairing';
import { showDone, showFailure } from '../../../components/overlays/toasts';
import { failureWords } from '../../../data/failure';
import { callVerb, useAction } from '../../../data/queries';
import { type Draft, useDesk, useDraft } from './desk';
import { focusFieldAfter } from './fields';

export interface Settling {
  readonly note: Draft;
  /** The action that `1` to `4` settle: chosen, or the first that is open. */
  readonly facing: ActionRow | null;
  readonly onFace: (actionId: string) => void;
  readonly settle: (action: ActionRow, outcome: ActionOutcome) => Promise<void>;
  /** Withdraws an action just set, and gives its words and owner back to the line. */
  readonly takeBack: (action: ActionRow) => void;
}

export function useSettling(meetingId: string, item: ChairItemView): Settling {
  const desk = useDesk();
  const settleAction = useAction('actions', 'settle');
  const note = useDraft(item, 'settle-note');
  const [facingId, setFacingId] = useState<string | null>(null);
  const open = item.lastActions.filter((action) => action.outcome === null);
  // Recorded, or about to be: until the screen hears of it, a second key would settle the same action once more, another way.
  const going = useRef(new Set<string>());
  useLayoutEffect(() => {
    for (const { id, outcome } of item.lastActions) if (outcome !== null) going.current.delete(id);
  }, [item.lastActions]);
  return {
    note,
    facing: open.find((action) => action.id === facingId) ?? open[0] ?? null,
    onFace: setFacingId,
    async settle(action, outcome) {
      const run = async () => {
        const { ok } = await settleAction.run({ ids: [action.id], outcome, note: note.text ?? '', meetingId });
        // What was typed on meanwhile is the note of the next action.
        if (ok && note.text) desk.takenDown(item.id, { 'settle-note': note.text });
        return ok;
      };
      if (going.current.has(action.id)) return;
      going.current.add(action.id);
      const done = await desk.recording(item.id, ['settle-note'], run, `${action.id} ${outcome}`);
      if (!done) {
        going.current.delete(action.id);
        return;
      }
      setFacingId((chosen) => (chosen === action.id ? null : chosen));
      showDone(`${actionOutcomeName[outcome]}: ${action.text}`, {
        label: 'Undo',
        run: () => {
          const reopening = callVerb('actions', 'reopen', { ids: [action.id], reason: 'Settled by mistake at the conference' });
          reopening.catch((failure) => showFailure(failureWords(failure)));
        },
      });
    },
    takeBack({ id, text, agencyId, personId, dueOn, kind, priority }) {
      void settleAction.run({ ids: [id], outcome: 'withdrawn', note: 'Taken back at the conference to be worded again', meetingId });
      focusFieldAfter(() => {
        desk.write(item.id, 'action', text);
        desk.write(item.id, 'action-corrections', JSON.stringify({ agencyId, personId, dueOn, kind, priority }));
      }, 'action');
    },
  };
}
