import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { AgendaView } from '../../../../shared/views/agenda';
import { useScheme } from '../../../data/scheme';
import { TimelineKey } from './TimelineKey';
import { TimelineNames, TimelineTimes } from './TimelineNames';
import { TimelineRow } from './TimelineRow';
import { axisTall, layOutTimeline, rowLook } from './timeline';
import './timeline.css';

interface TimelineProps {
  readonly view: AgendaView;
  readonly selectedId: string | null;
  readonly onSelect: (itemId: string) => void;
}

/** Who is in the room when: own cases filled, waiting hatched, so that the hatching is the eye's first stop. */
export const Timeline = memo(function Timeline({ view, selectedId, onSelect }: TimelineProps) {
  const { agencyOf } = useScheme();
  const part = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(560);
  const [room, setRoom] = useState({ tall: window.innerHeight, wide: 700 });
  useLayoutEffect(() => {
    if (!box.current || !part.current) return;
    const measure = () => {
      setWidth(Math.max(200, Math.floor(box.current?.clientWidth ?? 560)));
      setRoom({ tall: window.innerHeight, wide: part.current?.clientWidth ?? 700 });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box.current);
    observer.observe(part.current);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, []);
  const line = layOutTimeline(view, width, selectedId);
  const { tall: row, look } = rowLook(line.rows.length, room.tall, room.wide);
  const tall = line.rows.length * row;
  const top = axisTall - 14;
  const middle = line.marked ? line.marked.x + line.marked.width / 2 : 0;
  const marker = Math.min(Math.max(middle, 11), width - 11);
  return (
    <section ref={part} className="agenda-timeline" aria-labelledby="agenda-timeline">
      <TimelineKey hasWindows={line.rows.some((each) => each.window !== null)} />
      <div className="agenda-rows" data-look={look} style={{ '--tall': `${row}px` } as React.CSSProperties}>
        {/* The hours stay in sight while thirty agencies scroll by. */}
        <div className="agenda-axis" aria-hidden>
          <svg width={width} height={axisTall} aria-hidden="true">
            {line.columns.map((column) => (
              <rect key={column.key} x={column.x} y={top} width={column.width} height={axisTall - top} fill="var(--hover)" />
            ))}
            {line.marked ? (
              <>
                <rect x={line.marked.x} y={top} width={line.marked.width} height={axisTall - top} fill="var(--selected)" />
                <rect x={marker - 11} y={axisTall - 20} width="22" height="17" rx="3" fill="var(--inverse)" />
                <text x={marker} y={axisTall - 7} textAnchor="middle" className="agenda-marked">
                  {line.marked.number}
                </text>
              </>
            ) : null}
            {line.ticks.map((tick) => (
              <text
                key={tick.x}
                x={tick.x}
                y="10"
                textAnchor={tick.x < 18 ? 'start' : 'middle'}
                className={tick.isHour ? 'agenda-tick hour' : 'agenda-tick'}
              >
                {tick.text}
              </text>
            ))}
          </svg>
          <span className="agenda-waits-head">
            waits
            <br />
            min
          </span>
        </div>
        <TimelineNames rows={line.rows} isOneLine={look === 'line'} numberOf={(itemId) => numberOf(view, itemId)} />
        <div ref={box} className="agenda-picture" aria-hidden>
          <svg width={width} height={tall} aria-hidden="true">
            {line.columns.map((column) => (
              <g key={column.key}>
                <rect x={column.x} y={0} width={column.width} height={tall} fill="var(--hover)" />
                {column.width > 14 && column.title !== '' ? (
                  <text
                    className="agenda-note"
                    transform={`translate(${column.x + column.width / 2 + 4} ${tall / 2}) rotate(-90)`}
                    textAnchor="middle"
                  >
                    {column.title}
                  </text>
                ) : null}
              </g>
            ))}
            {line.marked ? <rect x={line.marked.x} y={0} width={line.marked.width} height={tall} fill="var(--selected)" /> : null}
            {line.ticks.map((tick) => (
              <line key={tick.x} x1={tick.x} x2={tick.x} y1={0} y2={tall} stroke="var(--line)" />
            ))}
            {line.rows.map((each, index) => (
              <TimelineRow
                key={each.agencyId}
                of={each}
                y={index * row}
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
              {look === 'line' ? <TimelineTimes of={each} /> : null}
              {each.isCore ? <span className="mute">core</span> : each.waits === 0 ? <span className="mute">0</span> : <b>{each.waits}</b>}
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
