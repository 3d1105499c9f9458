import { type Progress, progressName } from '../../../shared/language/pathway';

const places: Readonly<Record<Progress, number>> = { deterioration: 5, none: 29, some: 53, good: 77 };

/** Progress on a need as a place on a line from worse to good: filled now, hollow at the review before. */
export function NeedTrack({ now, before }: { readonly now: Progress | null; readonly before: Progress | null }) {
  const words = now
    ? `${progressName[now]}${before && before !== now ? `, ${progressName[before].toLowerCase()} at the review before` : ''}`
    : 'Not reviewed yet';
  return (
    <svg width="84" height="14" role="img" aria-label={words} className="need-track">
      <line x1="5" x2="77" y1="7" y2="7" />
      <line x1="29" x2="29" y1="3" y2="11" />
      {Object.values(places).map((x) => (
        <circle key={x} cx={x} cy="7" r="2" className="need-stop" />
      ))}
      {before && before !== now ? <circle cx={places[before]} cy="7" r="4" className="need-before" /> : null}
      {now ? <circle cx={places[now]} cy="7" r="5" className={now === 'deterioration' ? 'need-now worse' : 'need-now'} /> : null}
    </svg>
  );
}
