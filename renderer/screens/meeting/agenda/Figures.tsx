import type { AgendaView } from '../../../../shared/views/agenda';
import type { KnownLeast } from './cost-words';
import { waitingParts, waitingWords } from './hints';

interface FiguresProps {
  readonly cost: AgendaView['cost'];
  readonly least: KnownLeast;
}

/** What the order costs partners: as it stands, as the list came in, and as little as can be. */
export function Figures({ cost, least }: FiguresProps) {
  const worst = Math.max(cost.listOrder, cost.now, 1);
  const best = Math.min(least.minutes, cost.now);
  const x = (minutes: number) => 8 + (worst === best ? 0 : ((minutes - best) / (worst - best)) * 184);
  const here = x(cost.now);
  return (
    <>
      <Figure label="Partners wait, in all" minutes={cost.now} isMain />
      <Figure label="In list order" minutes={cost.listOrder} />
      <Figure label={least.label} minutes={least.minutes} note={least.note} />
      <svg
        className="agenda-scale"
        width="216"
        height="40"
        role="img"
        aria-label={`From ${waitingWords(best)} at best to ${waitingWords(worst)}: this order is at ${waitingWords(cost.now)}.`}
      >
        <g stroke="var(--ink)" strokeWidth="1.5">
          <line x1="8" x2="192" y1="14" y2="14" />
          <line x1="8" x2="8" y1="6" y2="22" />
          <line x1="192" x2="192" y1="6" y2="22" />
        </g>
        <circle cx={here} cy="14" r="6" fill="var(--ink)" />
        <text x={Math.min(Math.max(here, 28), 110)} y="38" textAnchor="middle">
          this order
        </text>
        {cost.listOrder > best ? (
          <text
            x={x(cost.listOrder)}
            y="38"
            textAnchor={cost.now === cost.listOrder ? 'start' : 'end'}
            dx={cost.now === cost.listOrder ? -80 : 22}
          >
            {cost.now === cost.listOrder ? '' : 'list order'}
          </text>
        ) : null}
      </svg>
    </>
  );
}

interface FigureProps {
  readonly label: string;
  readonly minutes: number;
  readonly note?: string | null;
  readonly isMain?: boolean;
}

function Figure({ label, minutes, note = null, isMain = false }: FigureProps) {
  const { value, unit, rest } = waitingParts(minutes);
  return (
    <div className={isMain ? 'agenda-figure main' : 'agenda-figure'}>
      <span className="label">{label}</span>
      <b className="agenda-figure-value">
        {value} <small>{unit}</small> {rest}
      </b>
      {note === null ? null : <span className="agenda-figure-note">{note}</span>}
    </div>
  );
}
