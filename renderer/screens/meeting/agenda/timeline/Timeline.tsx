import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { clockOfMinutes, minutesOfClock } from '../../../../../shared/agenda/clock-time';
import type { AgendaView } from '../../../../../shared/views/agenda';
import { useScheme } from '../../../../data/scheme';
import { TimelineAxis } from './TimelineAxis';
import { TimelineKey } from './TimelineKey';
import { TimelineNames, TimelineTimes } from './TimelineNames';
import { TimelineRow } from './TimelineRow';
import { layOutTimeline, rowLook } from './timeline';
import { caseAt } from './timeline-cases';
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
  const [pointedId, setPointedId] = useState<string | null>(null);
  // Moving over it must not lay out and draw sixty cases of thirty agencies at each step.
  const line = useMemo(() => layOutTimeline(view, width, selectedId), [view, width, selectedId]);
  const { tall: row, look } = rowLook(line.rows.length, room.tall, room.wide);
  const tall = line.rows.length * row;
  const span = line.cases.find(({ itemId }) => itemId === pointedId);
  const item = view.items.find(({ id }) => id === pointedId);
  const pointed = span && item ? { span, item, endsAt: clockOfMinutes(minutesOfClock(item.startsAt) + item.minutes) } : null;
  return (
    <section ref={part} className="agenda-timeline" aria-labelledby="agenda-timeline">
      <TimelineKey hasWindows={line.rows.some((each) => each.window !== null)} />
      <div className="agenda-rows" data-look={look} style={{ '--tall': `${row}px` } as React.CSSProperties}>
        {/* The hours stay in sight while thirty agencies scroll by. */}
        <div className="agenda-axis" aria-hidden>
          <TimelineAxis line={line} pointed={pointed} />
          <span className="agenda-waits-head">
            waits
            <br />
            min
          </span>
        </div>
        <TimelineNames rows={line.rows} isOneLine={look === 'line'} numberOf={(itemId) => numberOf(view, itemId)} />
        <div ref={box} className="agenda-picture" aria-hidden>
          <svg
            width={width}
            height={tall}
            aria-hidden="true"
            onPointerMove={(event) => {
              const { left } = event.currentTarget.getBoundingClientRect();
              setPointedId(caseAt(line.cases, event.clientX - left)?.itemId ?? null);
            }}
            onPointerLeave={() => setPointedId(null)}
          >
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
            {span && pointedId !== selectedId ? <rect x={span.x} y={0} width={span.width} height={tall} fill="var(--hover)" /> : null}
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
