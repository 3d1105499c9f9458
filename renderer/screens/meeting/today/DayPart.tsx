import { ChevronDown, ChevronUp } from 'lucide-react';
import { Children, type ReactNode, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';

interface DayPartProps {
  readonly title: string;
  readonly count: number;
  /** Said where there is nothing. */
  readonly empty: string;
  /** Folded after so many lines, so that the parts below are in sight too; without it never. */
  readonly most?: number;
  /** What is folded from this line on, in one line; "7 more" where that says enough. */
  readonly rest?: (from: number) => ReactNode;
  readonly children: ReactNode;
}

/** One part of the day: its lines, the first of them in sight and the rest a press away. */
export function DayPart({ title, count, empty, most = Number.POSITIVE_INFINITY, rest, children }: DayPartProps) {
  const [isOpen, setOpen] = useState(false);
  const lines = Children.toArray(children);
  // A fold that saves one line would only be in the way.
  const canFold = lines.length > most + 1;
  return (
    <section aria-label={title}>
      <h2 className="part-head">
        {title} <span className="mute">{count === 0 ? '' : count.toLocaleString('en-GB')}</span>
      </h2>
      {count === 0 ? (
        <p className="soft">{empty}</p>
      ) : (
        <ul className="today-lines">
          {canFold && !isOpen ? lines.slice(0, most) : lines}
          {canFold ? (
            <li>
              <AriaButton className="today-fold" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
                {isOpen ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
                {isOpen ? 'Show fewer' : (rest?.(most) ?? `${lines.length - most} more`)}
              </AriaButton>
            </li>
          ) : null}
        </ul>
      )}
    </section>
  );
}
