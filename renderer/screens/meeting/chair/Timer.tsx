import { LateFlag } from '../../../components/DueDate';
import { useNow } from '../use-now';
import { lateWords } from './as-it-stands';
import { clockOf, formatElapsed } from './clock';

interface TimerProps {
  readonly of: { readonly minutes: number; readonly secondsAt: (now: number) => number } | null;
  /** When the conference ends as it stands, in milliseconds since 1970; null while it does not run. */
  readonly endsAt: number | null;
  /** Minutes that it then ends after its plan, negative where before; null where the plan no longer fits. */
  readonly late: number | null;
  /** Milliseconds from this window's clock to the scheme's. */
  readonly offset: number;
}

/** This case against its minutes, when the conference ends as it stands, and the clock on the wall. */
export function Timer({ of, endsAt, late, offset }: TimerProps) {
  const now = useNow(1000) + offset;
  const seconds = of?.secondsAt(now) ?? 0;
  const planned = (of?.minutes ?? 0) * 60;
  const over = Math.floor((seconds - planned) / 60);
  const scale = Math.max(seconds, planned, 1);
  return (
    <div className="chair-timer">
      {of ? (
        <>
          <span className="soft chair-timer-label">This case</span>
          <svg className="chair-timer-bar" width="96" height="14" aria-hidden="true">
            <rect y="4" width="96" height="6" rx="3" fill="var(--line)" />
            <rect y="4" width={(Math.min(seconds, planned) / scale) * 96} height="6" rx="3" fill="var(--ink)" />
            {seconds > planned ? (
              <>
                <rect x={(planned / scale) * 96} y="4" width={((seconds - planned) / scale) * 96} height="6" rx="3" fill="var(--signal)" />
                <rect x={(planned / scale) * 96 - 1} width="3" height="14" fill="var(--surface)" stroke="var(--ink)" />
              </>
            ) : null}
          </svg>
          <b role="timer" aria-label="Time on this case">
            {formatElapsed(seconds)}
          </b>
          <span className="mute">of {of.minutes}</span>
          {over > 0 ? <LateFlag>{`${over} min over`}</LateFlag> : null}
        </>
      ) : null}
      {endsAt === null ? null : (
        <span className="small soft chair-timer-ends">
          ends <b>{clockOf(endsAt)}</b> <span className={(late ?? 0) > 0 ? 'late' : 'mute'}>{lateWords(late)}</span>
        </span>
      )}
      <b>{clockOf(now)}</b>
    </div>
  );
}
