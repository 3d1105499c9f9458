import { useRef, useState } from 'react';
import type { VisitEnd } from '../../../../../shared/agenda/day-rules';
import type { RestPreview } from '../../../../../shared/views/agenda';
import { showDone, showFailure } from '../../../../components/overlays/toasts';
import { failureWords } from '../../../../data/failure';
import { callVerb, useAction } from '../../../../data/queries';

export interface RestWish {
  readonly told: { readonly agencyId: string; readonly end: VisitEnd; readonly at: string } | null;
  readonly caseId: string | null;
}

export interface Rest {
  /** What would come of it; null until it was asked for. */
  readonly preview: RestPreview | null;
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly ask: (wish: RestWish) => Promise<void>;
  /** Records what was shown; true once it is. What takes it back stands in the notice. */
  readonly take: (done: string) => Promise<boolean>;
  readonly forget: () => void;
}

export function useRest(meetingId: string): Rest {
  const [shown, setShown] = useState<{ readonly wish: RestWish; readonly preview: RestPreview } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const change = useAction('agenda', 'changeRest', 'inline');
  // Of the last question alone is the answer shown: another would be taken under words that it does not belong to.
  const question = useRef(0);
  return {
    preview: shown?.preview ?? null,
    problem: problem ?? change.problem,
    isBusy: isAsking || change.isBusy,
    forget() {
      question.current += 1;
      setAsking(false);
      setShown(null);
    },
    async ask(wish) {
      question.current += 1;
      const mine = question.current;
      setAsking(true);
      try {
        const preview = await callVerb('agenda', 'previewRest', { meetingId, ...wish });
        if (mine !== question.current) return;
        setShown({ wish, preview });
        setProblem(null);
      } catch (failure) {
        if (mine !== question.current) return;
        setShown(null);
        setProblem(failureWords(failure));
      } finally {
        if (mine === question.current) setAsking(false);
      }
    },
    async take(done) {
      if (shown === null) return false;
      const { wish, preview } = shown;
      const isNew = wish.caseId !== null && !preview.orderBefore.includes(wish.caseId);
      const { ok } = await change.run({
        meetingId,
        order: [...preview.order],
        told: wish.told,
        add: isNew ? wish.caseId : null,
        remove: null,
      });
      if (!ok) return false;
      showDone(done, {
        label: 'Undo',
        run: () => {
          const undoing = callVerb('agenda', 'changeRest', {
            meetingId,
            order: [...preview.orderBefore],
            told: wish.told === null ? null : { ...wish.told, at: preview.toldBefore },
            add: null,
            remove: isNew ? wish.caseId : null,
          });
          undoing.catch((failure) => showFailure(failureWords(failure)));
        },
      });
      return true;
    },
  };
}
