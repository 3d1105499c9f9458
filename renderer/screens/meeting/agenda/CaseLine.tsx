import { GripVertical, Pin, X } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { agendaReasonName } from '../../../../shared/language/meeting';
import type { AgendaItemView } from '../../../../shared/views/agenda';
import { ColourBadge } from '../../../components/colour/ColourBadge';
import { AgencyCodes } from './AgencyCodes';
import type { AgendaChange } from './day-plan';

interface CaseLineProps {
  readonly item: AgendaItemView;
  readonly isSelected: boolean;
  readonly isLocked: boolean;
  readonly onChange: (change: AgendaChange) => void;
  readonly onRemove: (itemId: string) => void;
}

/** One case of the agenda in one line. Drawn again only when something on it changed: there may be sixty. */
export const CaseLine = memo(function CaseLine({ item, isSelected, isLocked, onChange, onRemove }: CaseLineProps) {
  return (
    <div className="agenda-line" data-selected={isSelected || undefined}>
      {isLocked ? (
        <span className="agenda-grip" />
      ) : (
        <AriaButton slot="drag" className="agenda-grip">
          <GripVertical aria-hidden />
        </AriaButton>
      )}
      <span className="number">{item.position}</span>
      <ColourBadge colour={item.colour} size={16} />
      <span className="grow cut" title={`${item.caseName}: ${agendaReasonName[item.reason].toLowerCase()}`}>
        <bdi>{item.caseName}</bdi>
      </span>
      {item.isPinned ? <Pin aria-label="Pinned" className="agenda-pin" /> : null}
      <AgencyCodes item={item} isSelected={isSelected} isLocked={isLocked} />
      <Minutes
        key={item.minutes}
        minutes={item.minutes}
        isLocked={isLocked}
        onSet={(minutes) => onChange({ kind: 'minutes', itemId: item.id, minutes })}
      />
      <span className="at">{item.startsAt}</span>
      {isSelected && !isLocked ? (
        <AriaButton className="agenda-off" aria-label={`Take ${item.caseName} off the agenda`} onPress={() => onRemove(item.id)}>
          <X aria-hidden />
        </AriaButton>
      ) : null}
    </div>
  );
});

/** Minutes, edited where they stand: Enter keeps, Esc leaves them. */
function Minutes({
  minutes,
  isLocked,
  onSet,
}: {
  readonly minutes: number;
  readonly isLocked: boolean;
  readonly onSet: (minutes: number) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  // Leaving by a key takes the focus away, which is leaving once more.
  const hasLeft = useRef(false);
  if (typed === null)
    return isLocked ? (
      <span className="agenda-minutes">{minutes}</span>
    ) : (
      <button
        type="button"
        tabIndex={-1}
        className="agenda-minutes"
        data-minutes
        aria-label={`${minutes} minutes, change`}
        onClick={() => setTyped(String(minutes))}
      >
        {minutes}
      </button>
    );
  const leave = (isKept: boolean, field: HTMLElement) => {
    if (hasLeft.current) return;
    hasLeft.current = true;
    const wanted = Number.parseInt(typed, 10);
    const row = field.closest<HTMLElement>('[role=row]');
    setTyped(null);
    if (isKept && wanted >= 1 && wanted <= 180 && wanted !== minutes) onSet(wanted);
    row?.focus();
  };
  return (
    <input
      className="agenda-minutes-field"
      autoComplete="off"
      aria-label="Minutes for this case, 1 to 180"
      inputMode="numeric"
      value={typed}
      maxLength={3}
      // biome-ignore lint/a11y/noAutofocus: it replaces what was pressed to open it
      autoFocus
      onFocus={(event) => {
        hasLeft.current = false;
        event.target.select();
      }}
      onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))}
      onBlur={(event) => leave(true, event.target)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault();
          leave(event.key === 'Enter', event.currentTarget);
        }
      }}
    />
  );
}
