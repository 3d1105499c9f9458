import { Coffee, X } from 'lucide-react';
import { type KeyboardEvent, memo, useRef } from 'react';
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import type { AgendaView } from '../../../../shared/views/agenda';
import { CaseLine } from './CaseLine';
import type { AgendaChange } from './day-plan';
import './case-list.css';

interface CaseListProps {
  readonly view: AgendaView;
  readonly selectedId: string | null;
  readonly isLocked: boolean;
  readonly onSelect: (itemId: string) => void;
  readonly onChange: (change: AgendaChange) => void;
  readonly onRemove: (itemId: string) => void;
  readonly onRemoveBreak: (breakId: string) => void;
}

/** The cases in their order. Drag one by its handle, or Alt and an arrow; Space pins; M sets its minutes; Delete takes it off. */
export const CaseList = memo(function CaseList({ view, selectedId, isLocked, onSelect, onChange, onRemove, onRemoveBreak }: CaseListProps) {
  const box = useRef<HTMLDivElement>(null);
  const items = view.items;
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': items.find((item) => item.id === key)?.caseName ?? '' })),
    onReorder: ({ keys, target }) => {
      const [itemId] = keys;
      const from = items.findIndex((item) => item.id === itemId);
      const over = items.findIndex((item) => item.id === target.key);
      if (from === -1 || over === -1) return;
      const at = target.dropPosition === 'after' ? over + 1 : over;
      onSelect(String(itemId));
      onChange({ kind: 'move', itemId: String(itemId), position: (at > from ? at - 1 : at) + 1 });
    },
    isDisabled: isLocked,
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof HTMLElement && event.target.role === 'row' ? event.target : null;
    const item = items.find((each) => each.id === row?.dataset.key);
    if (!item || isLocked) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (event.altKey && step !== 0) {
      const position = item.position + step;
      if (position >= 1 && position <= items.length) onChange({ kind: 'move', itemId: item.id, position });
    } else if (event.key === ' ') onChange({ kind: 'pin', itemId: item.id, isPinned: !item.isPinned });
    else if (event.key === 'Delete') onRemove(item.id);
    else if (event.key.toLowerCase() === 'm' && !event.ctrlKey && !event.metaKey)
      row?.querySelector<HTMLElement>('[data-minutes]')?.click();
    else if (event.key === 'Enter') row?.querySelector<HTMLElement>('[data-agencies]')?.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const before = view.breaks.filter((pause) => pause.afterPosition === 0);
  return (
    <div ref={box} className="agenda-list" onKeyDownCapture={onKeyDown}>
      {before.map((pause) => (
        <BreakLine key={pause.id} pause={pause} isLocked={isLocked} onRemove={onRemoveBreak} />
      ))}
      <GridList
        aria-label="Cases in their order"
        items={items}
        dependencies={[view, selectedId, isLocked]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection={selectedId !== null}
        selectedKeys={selectedId === null ? [] : [selectedId]}
        onSelectionChange={(keys) => {
          if (keys === 'all') return;
          const [chosen] = keys;
          if (chosen !== undefined) onSelect(String(chosen));
        }}
        disallowTypeAhead
        dragAndDropHooks={dragAndDropHooks}
      >
        {(item) => (
          <GridListItem id={item.id} textValue={`${item.position}, ${item.caseName}`} className="agenda-item">
            <CaseLine item={item} isSelected={item.id === selectedId} isLocked={isLocked} onChange={onChange} onRemove={onRemove} />
            {view.breaks
              .filter((pause) => pause.afterPosition === item.position)
              .map((pause) => (
                <BreakLine key={pause.id} pause={pause} isLocked={isLocked} onRemove={onRemoveBreak} />
              ))}
          </GridListItem>
        )}
      </GridList>
    </div>
  );
});

interface BreakLineProps {
  readonly pause: AgendaView['breaks'][number];
  readonly isLocked: boolean;
  readonly onRemove: (breakId: string) => void;
}

function BreakLine({ pause, isLocked, onRemove }: BreakLineProps) {
  return (
    <div className="agenda-break">
      <Coffee aria-hidden />
      <span className="grow">{pause.title || 'Break'}</span>
      {isLocked ? null : (
        <AriaButton className="agenda-break-off" aria-label={`Take the ${pause.title || 'break'} out`} onPress={() => onRemove(pause.id)}>
          <X aria-hidden />
        </AriaButton>
      )}
      <span>{pause.minutes}</span>
      <span className="at">{pause.startsAt}</span>
    </div>
  );
}
