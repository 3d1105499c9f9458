import type { AgendaItemView } from '../../../../../shared/views/agenda';
import { axisTall, type Timeline } from './timeline';
import { type CaseSpan, numbersOver } from './timeline-cases';

interface TimelineAxisProps {
  readonly line: Timeline;
  /** The case under the pointer, if any, and what is said of it. */
  readonly pointed: { readonly span: CaseSpan; readonly item: AgendaItemView; readonly endsAt: string } | null;
}

const top = axisTall - 14;

/** The hours over the rows, and under them the numbers of the cases: a block of a few minutes has no room for its own. */
export function TimelineAxis({ line: { width, columns, marked, ticks, cases }, pointed }: TimelineAxisProps) {
  const middle = marked ? marked.x + marked.width / 2 : 0;
  const marker = Math.min(Math.max(middle, 11), width - 11);
  return (
    <div className="agenda-hours">
      <svg width={width} height={axisTall} aria-hidden="true">
        {columns.map((column) => (
          <rect key={column.key} x={column.x} y={top} width={column.width} height={axisTall - top} fill="var(--hover)" />
        ))}
        {marked ? <rect x={marked.x} y={top} width={marked.width} height={axisTall - top} fill="var(--selected)" /> : null}
        {numbersOver(cases, marked ? marker : null).map(({ x, number }) => (
          <text key={number} x={Math.min(x, width - 8)} y={axisTall - 7} textAnchor="middle" className="agenda-case-number">
            {number}
          </text>
        ))}
        {marked ? (
          <>
            <rect x={marker - 11} y={axisTall - 20} width="22" height="17" rx="3" fill="var(--inverse)" />
            <text x={marker} y={axisTall - 7} textAnchor="middle" className="agenda-marked">
              {marked.number}
            </text>
          </>
        ) : null}
        {ticks.map((tick) => (
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
      {pointed ? (
        <span
          className="agenda-pointed"
          style={
            pointed.span.x < width / 2 ? { left: pointed.span.x } : { right: Math.max(0, width - pointed.span.x - pointed.span.width) }
          }
        >
          <b>{pointed.item.position}</b>
          <span className="cut">
            <bdi>{pointed.item.caseName}</bdi>
          </span>
          <span className="nowrap">
            {pointed.item.startsAt}–{pointed.endsAt}
          </span>
        </span>
      ) : null}
    </div>
  );
}
