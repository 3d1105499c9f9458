import { Mail, Route, Scale } from 'lucide-react';
import type { AgendaView } from '../../../../shared/views/agenda';
import { Button } from '../../../components/Button';
import { useScheme } from '../../../data/scheme';
import { waitingWords } from './hints';
import { NextStep } from './NextStep';

interface AgendaButtonsProps {
  readonly view: AgendaView;
  readonly isLocked: boolean;
  readonly isOrdering: boolean;
  readonly isIssuing: boolean;
  /** Minutes less that partners would wait in an order found since the figures were worked out; 0 where none was. */
  readonly better: number;
  /** Null where nobody can be invited, or not by this person. */
  readonly onInvite: (() => void) | null;
  readonly onRules: () => void;
  readonly onOrder: () => void;
  readonly onIssue: () => void;
}

/** What is done with the agenda as a whole. */
export function AgendaButtons({ view, isLocked, isOrdering, isIssuing, better, onInvite, onRules, onOrder, onIssue }: AgendaButtonsProps) {
  const { may } = useScheme();
  const hasBegun = view.items.some((item) => item.state !== 'waiting');
  return (
    <div className="agenda-buttons">
      {better > 0 && !isLocked ? (
        <Button look="quiet" onPress={onOrder} isDisabled={isOrdering}>
          Take a better order: {waitingWords(better)} less
        </Button>
      ) : null}
      {view.items.length === 0 ? null : (
        <Button look="quiet" onPress={onRules}>
          <Scale aria-hidden /> Rules
        </Button>
      )}
      {isLocked || view.items.length === 0 ? null : (
        <Button onPress={onOrder} isDisabled={isOrdering}>
          <Route aria-hidden /> {isOrdering ? 'Ordering…' : hasBegun ? 'Order the rest' : 'Order for me'}
        </Button>
      )}
      {onInvite ? (
        <Button onPress={onInvite}>
          <Mail aria-hidden /> Invitations
        </Button>
      ) : null}
      {may('run-conferences') ? <NextStep view={view} isBusy={isIssuing} onIssue={onIssue} /> : null}
    </div>
  );
}
