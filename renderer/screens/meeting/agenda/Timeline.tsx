import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { AgendaView } from '../../../../shared/views/agenda';
import { AgencyCode } from '../../../components/AgencyCode';
import { useScheme } from '../../../data/scheme';
import './timeline.css';
import { layOutTimeline, type TimelineRow } from './timeline';

interface TimelineProps {
  readonly view: AgendaView;
  readonly selectedId: string | null;
  readonly onSelect: (itemId: string) => void;
}

const head = 36;

/** Who is in the room when: own cases filled, waiting hatched, so that the hatching is the eye's first stop. */
export const Timeline = memo(function Timeline({ view, selectedId, onSelect }: TimelineProps) {
  const { agencyOf } = useScheme();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(560);
  useLayoutEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(240, Math.floor(entry?.contentRect.width ?? 560))));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const line = layOutTimeline(view, width, selectedId);
  const row = line.rows.length > 13 ? 36 : 43;
  const tall = head + line.rows.length * row;
  return (
    <section className="agenda-timeline" aria-labelledby="agenda-timeline">
      <div className="agenda-key">
        <h2 id="agenda-timeline">Who is in the room when</h2>
        <span aria-hidden>
          <svg width="22" height="12" aria-hidden="true">
            <rect width="22" height="12" rx="2" fill="var(--ag-justice)" />
          </svg>
          own case
        </span>
        <span aria-hidden>
          <svg width="22" height="12" aria-hidden="true">
            <rect width="22" height="12" fill="url(#waiting)" />
          </svg>
          waiting
        </span>
        <span aria-hidden>
          <svg width="4" height="14" aria-hidden="true">
            <rect width="2" height="14" fill="var(--ink)" />
          </svg>
          arrives, leaves
        </span>
      </div>
      <div className="agenda-rows" data-dense={row === 36 || undefined}>
        <ul className="agenda-names">
          {line.rows.map((each) => (
            <li key={each.agencyId}>
              <AgencyCode agency={agencyOf(each.agencyId)} />
              <span className="cut">
                <b className="cut">{agencyOf(each.agencyId)?.name ?? 'Another agency'}</b>
                {each.words}
              </span>
              <span className="visually-hidden">
                {each.isCore
                  ? ', core agency'
                  : `, waits ${each.waits} min; cases ${each.own.map((own) => numberOf(view, own.itemId)).join(', ')}`}
              </span>
            </li>
          ))}
        </ul>
        <div ref={box} className="agenda-picture" aria-hidden>
          <svg width={width} height={tall} aria-hidden="true">
            {line.columns.map((column) => (
              <g key={column.key}>
                <rect x={column.x} y={head - 14} width={column.width} height={tall - head + 14} fill="var(--hover)" />
                {column.width > 14 && column.title !== '' ? (
                  <text
                    className="agenda-note"
                    transform={`translate(${column.x + column.width / 2 + 4} ${head + (tall - head) / 2}) rotate(-90)`}
                    textAnchor="middle"
                  >
                    {column.title}
                  </text>
                ) : null}
              </g>
            ))}
            {line.marked ? (
              <>
                <rect x={line.marked.x} y={head - 14} width={line.marked.width} height={tall - head + 14} fill="var(--selected)" />
                <rect x={line.marked.x + line.marked.width / 2 - 11} y={head - 20} width="22" height="17" rx="3" fill="var(--inverse)" />
                <text x={line.marked.x + line.marked.width / 2} y={head - 7} textAnchor="middle" className="agenda-marked">
                  {line.marked.number}
                </text>
              </>
            ) : null}
            {line.ticks.map((tick) => (
              <g key={tick.x}>
                <line x1={tick.x} x2={tick.x} y1={head - 10} y2={tall} stroke="var(--line)" />
                <text
                  x={tick.x}
                  y="10"
                  textAnchor={tick.x < 18 ? 'start' : 'middle'}
                  className={tick.isHour ? 'agenda-tick hour' : 'agenda-tick'}
                >
                  {tick.text}
                </text>
              </g>
            ))}
            {line.rows.map((each, index) => (
              <Row
                key={each.agencyId}
                of={each}
                y={head + index * row}
                tall={row}
                family={agencyOf(each.agencyId)?.family ?? 'third'}
                onSelect={onSelect}
              />
            ))}
          </svg>
        </div>
        <ul className="agenda-waits" aria-hidden>
          {line.rows.map((each) => (
            <li key={each.agencyId}>
              {each.isCore ? (
                <span className="mute">core</span>
              ) : each.waits === 0 ? (
                <span className="mute">0</span>
              ) : (
                <b>{each.waits} min</b>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
});

function numberOf(view: AgendaView, itemId: string | null): number | string {
  return view.items.find((item) => item.id === itemId)?.position ?? '';
}

interface RowProps {
  readonly of: TimelineRow;
  readonly y: number;
  readonly tall: number;
  readonly family: string;
  readonly onSelect: (itemId: string) => void;
}

function Row({ of, y, tall, family, onSelect }: RowProps) {
  const top = y + (tall - 18) / 2;
  const fill = `var(--ag-${family})`;
  return (
    <g>
      <line x1="0" x2="100%" y1={y} y2={y} stroke="var(--line)" />
      {of.isCore ? <rect x={of.arrives} y={top} width={of.leaves - of.arrives} height="18" rx="2" fill={fill} opacity=".25" /> : null}
      {of.isCore ? null : (
        <line x1={of.arrives} x2={of.leaves} y1={top + 9} y2={top + 9} stroke={fill} strokeWidth="1.5" strokeDasharray="2 2.5" />
      )}
      {of.waiting.map((span) => (
        <rect key={span.key} x={span.x} y={top} width={span.width} height="18" fill="url(#waiting)" />
      ))}
      {of.own.map((block) => (
        // Pressing a block is a short cut for the mouse; the list beside it does the same by keyboard.
        // biome-ignore lint/a11y/noStaticElementInteractions: the picture is hidden from assistive technology, see above
        <g key={block.key} onClick={() => (block.itemId ? onSelect(block.itemId) : undefined)}>
          <rect x={block.x} y={top} width={block.width} height="18" rx="2" fill={fill} opacity={of.isCore ? 0.45 : 1} />
          {block.label === '' ? null : (
            <text x={block.x + block.width / 2} y={top + 13} textAnchor="middle" className="agenda-number">
              {block.label}
            </text>
          )}
        </g>
      ))}
      {of.isCore ? null : (
        <g stroke="var(--ink)" strokeWidth="2">
          <line x1={of.arrives} x2={of.arrives} y1={top - 3} y2={top + 21} />
          <line x1={of.leaves} x2={of.leaves} y1={top - 3} y2={top + 21} />
        </g>
      )}
    </g>
  );
}
