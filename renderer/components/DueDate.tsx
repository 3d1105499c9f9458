import { Flag } from 'lucide-react';
import { dueWords, formatDayNear, isLate, lateWords } from '../../shared/language/dates';
import './marks.css';

/** The one signal, plum: late, over time, Friday release, conflict, worse. Never a case colour. */
export function LateFlag({ children, withIcon = false }: { readonly children: string; readonly withIcon?: boolean }) {
  return (
    <span className="late-flag">
      {withIcon ? <Flag aria-hidden /> : null}
      {children}
    </span>
  );
}

interface DueDateProps {
  readonly dueOn: string | null;
  readonly today: string;
}

/** What a due date means today: "in 3 days", or the flag "6 days overdue". */
export function DueWords({ dueOn, today }: DueDateProps) {
  if (dueOn === null) return <span className="mute">no date</span>;
  return isLate(dueOn, today) ? <LateFlag>{dueWords(dueOn, today)}</LateFlag> : <span className="soft">{dueWords(dueOn, today)}</span>;
}

/** A review date in a list: the day, or in its place how late it is. */
export function ReviewDate({ dueOn, today }: DueDateProps) {
  if (dueOn === null) return <span className="mute">–</span>;
  return isLate(dueOn, today) ? <LateFlag>{lateWords(dueOn, today)}</LateFlag> : <span>{formatDayNear(dueOn, today)}</span>;
}
