import { createContext, type ReactNode, useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { ChairItemView } from '../../../../shared/views/chairing';
import { failureWords } from '../../../data/failure';
import { callVerb } from '../../../data/queries';
import { type DraftField, type DraftReader, draftReader } from './case-drafts';
import { createDraftDesk, type DraftDesk, type DraftState } from './draft-desk';

const DeskContext = createContext<DraftDesk | null>(null);

function makeDesk(): DraftDesk {
  return createDraftDesk({
    keep: (itemId, field, text) => callVerb('chairing', 'keepDraft', { itemId, field, text }),
    problemOf: failureWords,
    now: () => Date.now(),
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
}

/** The drafts of one conference. They are sent at once whenever the window might go away. */
export function DeskProvider({ children }: { readonly children: ReactNode }) {
  const [desk] = useState(makeDesk);
  useEffect(() => {
    const send = () => void desk.flush();
    document.addEventListener('visibilitychange', send);
    window.addEventListener('pagehide', send);
    window.addEventListener('blur', send);
    return () => {
      document.removeEventListener('visibilitychange', send);
      window.removeEventListener('pagehide', send);
      window.removeEventListener('blur', send);
      desk.stop();
    };
  }, [desk]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): DraftDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A field of the conference was drawn outside of the conference.');
  return desk;
}

export interface Draft {
  /** As typed, or as kept before; undefined where there is none. */
  readonly text: string | undefined;
  readonly state: DraftState;
  readonly write: (text: string) => void;
  readonly clear: () => void;
}

/** One field's draft. Only what shows this field is drawn again when it is typed into. */
export function useDraft(item: Pick<ChairItemView, 'id' | 'drafts'>, field: DraftField): Draft {
  const desk = useDesk();
  const typed = useSyncExternalStore(desk.subscribe, () => desk.text(item.id, field));
  const state = useSyncExternalStore(desk.subscribe, () => desk.state(item.id, field));
  const write = useCallback((text: string) => desk.write(item.id, field, text), [desk, item.id, field]);
  const clear = useCallback(() => desk.clear(item.id, field), [desk, item.id, field]);
  return { text: typed === undefined ? item.drafts[field] || undefined : (typed ?? undefined), state, write, clear };
}

/** Reads every draft of a case as it stands at this moment, without following it. */
export function readerOf(desk: DraftDesk, item: ChairItemView): DraftReader {
  return draftReader(item, (field) => desk.text(item.id, field));
}
