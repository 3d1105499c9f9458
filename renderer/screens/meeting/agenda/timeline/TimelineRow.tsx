import { memo } from 'react';
import type { TimelineRow as Laid } from './timeline';

interface TimelineRowProps {
  readonly of: Laid;
  readonly y: number;
  readonly tall: number;
  readonly family: string;
  readonly onSelect: (itemId: string) => void;
}

/** One agency: its window, its stays from arrival to departure, its cases, and what it waits. */
export const TimelineRow = memo(function TimelineRow({ of, y, tall, family, onSelect }: TimelineRowProps) {
  const bar = tall < 30 ? 14 : 18;
  const top = y + (tall - bar) / 2;
  const fill = `var(--ag-${family})`;
  return (
    <g>
      <line x1="0" x2="100%" y1={y} y2={y} stroke="var(--line)" />
      {of.window ? (
        <>
          <rect
            x={of.window.x}
            y={y + 3}
            width={of.window.width}
            height={tall - 6}
            rx="4"
            fill="none"
            stroke={of.isBroken ? 'var(--signal)' : 'var(--ink-3)'}
            strokeWidth="1.5"
            strokeDasharray="3 2.5"
          />
          {of.window.labelAt === null ? null : (
            <text className="agenda-note" x={of.window.labelAt} y={top + bar / 2 + 4} textAnchor="end">
              {of.window.words}
            </text>
          )}
        </>
      ) : null}
      {of.stays.map((stay) =>
        of.isCore ? (
          <rect key={stay.from} x={stay.from} y={top} width={stay.to - stay.from} height={bar} rx="2" fill={fill} opacity=".25" />
        ) : (
          <line
            key={stay.from}
            x1={stay.from}
            x2={stay.to}
            y1={top + bar / 2}
            y2={top + bar / 2}
            stroke={fill}
            strokeWidth="1.5"
            strokeDasharray="2 2.5"
          />
        ),
      )}
      {of.waiting.map((span) => (
        <rect key={span.key} x={span.x} y={top} width={span.width} height={bar} fill="url(#waiting)" />
      ))}
      {of.own.map((block) => (
        // Pressing a block is a short cut for the mouse; the list beside it does the same by keyboard.
        // biome-ignore lint/a11y/noStaticElementInteractions: the picture is hidden from assistive technology, see above
        <g key={block.key} onClick={() => (block.itemId ? onSelect(block.itemId) : undefined)}>
          <rect x={block.x} y={top} width={block.width} height={bar} rx="2" fill={fill} opacity={of.isCore ? 0.45 : 1} />
          {block.isBroken ? (
            <rect x={block.x} y={top - 3} width={block.width} height={bar + 6} rx="3" fill="none" stroke="var(--signal)" strokeWidth="2" />
          ) : null}
          {block.label === '' ? null : (
            <text x={block.x + block.width / 2} y={top + bar / 2 + 4} textAnchor="middle" className="agenda-number">
              {block.label}
            </text>
          )}
        </g>
      ))}
      {of.isCore
        ? null
        : of.stays.map((stay) => (
            <g key={stay.from} stroke={of.isBroken ? 'var(--signal)' : 'var(--ink)'} strokeWidth="2">
              <line x1={stay.from} x2={stay.from} y1={top - 3} y2={top + bar + 3} />
              <line x1={stay.to} x2={stay.to} y1={top - 3} y2={top + bar + 3} />
            </g>
          ))}
    </g>
  );
});
