import { Coffee, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AgendaView } from '../../../../shared/views/agenda';
import { Button } from '../../../components/Button';
import { ProposedMinutes } from './ProposedMinutes';

interface CasesPartProps {
  readonly view: AgendaView;
  readonly isLocked: boolean;
  readonly isTiming: boolean;
  readonly onTiming: (isTiming: boolean) => void;
  readonly onChoose: () => void;
  readonly onBreak: () => void;
  readonly children: ReactNode;
}

/** The cases with their buttons. */
export function CasesPart({ view, isLocked, isTiming, onTiming, onChoose, onBreak, children }: CasesPartProps) {
  const { items, meeting } = view;
  const isEmpty = items.length === 0;
  const total = items.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <section className="agenda-cases" aria-label="Cases">
      <div className="agenda-cases-head">
        <span className="grow nowrap">
          {isEmpty ? 'No cases yet' : `${items.length} ${items.length === 1 ? 'case' : 'cases'}, ${total} min`}
        </span>
        {isLocked ? null : (
          <>
            {isEmpty ? null : <ProposedMinutes meetingId={meeting.id} isOpen={isTiming} onOpen={onTiming} />}
            <Button look="quiet" size="small" onPress={onChoose}>
              <Plus aria-hidden /> Case
            </Button>
            <Button look="quiet" size="small" onPress={onBreak} isDisabled={isEmpty}>
              <Coffee aria-hidden /> Break
            </Button>
          </>
        )}
      </div>
      {children}
    </section>
  );
}
