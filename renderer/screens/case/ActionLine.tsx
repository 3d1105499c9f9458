import type { ReactNode } from 'react';
import { formatDayNear } from '../../../shared/language/dates';
import type { ActionRow } from '../../../shared/views/actions';
import { DueWords } from '../../components/DueDate';
import { OpeningLine } from '../../components/OpeningLine';
import { useScheme } from '../../data/scheme';

interface ActionLineProps {
  readonly action: ActionRow;
  /** What stands before it, such as the code of its agency. */
  readonly lead?: ReactNode;
  /** Whose it is, under what is to be done. */
  readonly whose: readonly string[];
  readonly isOpen: boolean;
  readonly onToggle: (() => void) | null;
}

/** An open action: what is to be done, by whom and by when. It opens to be settled. */
export function ActionLine({ action: { text, carried, priority, dueOn }, lead, whose, isOpen, onToggle }: ActionLineProps) {
  const { today } = useScheme();
  const below = [...whose, carried > 0 ? `carried ${carried}×` : '', priority === 'high' ? 'urgent' : ''].filter((part) => part !== '');
  return (
    <OpeningLine className="action-line" isOpen={isOpen} onToggle={onToggle}>
      {lead}
      <span className="action-what" dir="auto">
        {text}
        <span className="small mute" dir="auto">
          {below.join(' · ')}
        </span>
      </span>
      <span className="action-due">
        <b>{dueOn ? formatDayNear(dueOn, today) : ''}</b>
        <DueWords dueOn={dueOn} today={today} />
      </span>
    </OpeningLine>
  );
}
