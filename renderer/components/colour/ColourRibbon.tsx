import { useLayoutEffect, useRef, useState } from 'react';
import { colourWord } from '../../../shared/language/colour';
import { formatDay, formatMonth } from '../../../shared/language/dates';
import { ColourMark } from './ColourBadge';
import { type Band, layOutRibbon, type RibbonInput } from './ribbon-layout';
import './colour-ribbon.css';

interface ColourRibbonProps extends Omit<RibbonInput, 'width'> {
  /** `full` has events above, conferences and months below; `small` only the bands with their ends named. */
  readonly size?: 'full' | 'small';
}

/** The width that the element has now, in whole pixels. */
function useWidth() {
  const element = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    setWidth(Math.floor(element.current.getBoundingClientRect().width));
    return () => observer.disconnect();
  }, []);
  return { element, width };
}

/** A case's colours over time, each band with its own pattern, badge and word. */
export function ColourRibbon({ size = 'full', ...input }: ColourRibbonProps) {
  const { element, width } = useWidth();
  const isFull = size === 'full';
  const ribbon = layOutRibbon({
    ...input,
    width,
    events: isFull ? (input.events ?? []) : [],
    releaseOn: isFull ? (input.releaseOn ?? null) : null,
  });
  const first = input.changes[0]?.on;
  const top = isFull ? 26 : 0;
  const tall = isFull ? 32 : 24;
  return (
    <figure className="ribbon" ref={element}>
      <svg width={width} height={isFull ? 92 : 48} role="img" aria-label={ribbon.words}>
        {ribbon.bands.map((band) => (
          <BandDrawing key={`${band.from} ${band.colour}`} band={band} top={top} tall={tall} />
        ))}
        {isFull ? <Around ribbon={ribbon} width={width} /> : null}
        {!isFull && first ? (
          <>
            <text x="0" y="42" className="ribbon-month">
              {formatMonth(first)}
            </text>
            <text x={width} y="42" textAnchor="end" className="ribbon-month">
              today
            </text>
          </>
        ) : null}
      </svg>
    </figure>
  );
}

function BandDrawing({ band, top, tall }: { readonly band: Band; readonly top: number; readonly tall: number }) {
  const { colour, from, width, shows } = band;
  const isTall = tall === 32;
  const scale = isTall ? 0.9 : 0.7;
  const word = colourWord[colour];
  const label = shows === 'word' && isTall ? 34 + word.length * 7.4 : isTall ? 26 : 22;
  return (
    <g transform={`translate(${from} ${top})`}>
      <rect width={width} height={tall} rx="2" fill={`url(#band-${colour})`} />
      {shows === 'letter' ? (
        <text x={width / 2} y={tall / 2 + 5} textAnchor="middle" className={`ribbon-letter ${colour}`}>
          {colour}
        </text>
      ) : null}
      {shows === 'word' || shows === 'badge' ? (
        <>
          <rect x="4" y={isTall ? 4 : 2} width={label} height={isTall ? 24 : 20} rx="3" fill="var(--surface)" />
          <g transform={`translate(8 ${isTall ? 7 : 5}) scale(${scale})`}>
            <ColourMark colour={colour} />
          </g>
          {shows === 'word' && isTall ? (
            <text x="31" y="20.5" className="ribbon-word">
              {word}
            </text>
          ) : null}
        </>
      ) : null}
    </g>
  );
}

function Around({ ribbon, width }: { readonly ribbon: ReturnType<typeof layOutRibbon>; readonly width: number }) {
  const { todayX, todayText, release } = ribbon;
  return (
    <>
      {release ? (
        <>
          <rect x={todayX + 1} y="26.75" width={Math.max(0, width - todayX - 2)} height="30.5" rx="2" className="ribbon-ahead" />
          <line x1={release.x} x2={release.x} y1="18" y2="66" className="ribbon-release" />
          <text x={width} y="12" textAnchor="end" className="ribbon-release-text">
            Release
          </text>
          <text x={width} y="88" textAnchor="end" className="ribbon-release-text">
            {formatDay(release.day)}
          </text>
        </>
      ) : null}
      {ribbon.events.map(({ id, title, x, anchor }) => (
        <g key={id}>
          <line x1={x} x2={x} y1="18" y2="26" className="ribbon-tick" />
          <text x={x} y="12" textAnchor={anchor} className="ribbon-event">
            {title}
          </text>
        </g>
      ))}
      {ribbon.meetings.map((x) => (
        <circle key={x} cx={x} cy="66" r="3" fill="var(--ink-2)" />
      ))}
      {ribbon.months.map(({ x, text }) => (
        <text key={x} x={x} y="88" textAnchor="middle" className="ribbon-month">
          {text}
        </text>
      ))}
      <line x1={todayX} x2={todayX} y1="20" y2="72" className="ribbon-today" />
      <text x={todayText.x} y="88" textAnchor={todayText.anchor} className="ribbon-today-text">
        Today
      </text>
    </>
  );
}
