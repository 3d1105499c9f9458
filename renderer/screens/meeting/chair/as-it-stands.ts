import { minutesOfClock } from '../../../../shared/agenda/clock-time';
import { type Retimed, type RunningMeeting, retime } from '../../../../shared/agenda/retime';
import { instantOf } from '../../../../shared/language/scheme-place';
import type { ChairView } from '../../../../shared/views/chairing';

const instant = (text: string | null) => (text === null ? null : Date.parse(text));

/** A conference as `retime` takes it. One that has no day yet is held on `today`. */
export function runningMeeting(view: ChairView, today: string): RunningMeeting {
  const start = minutesOfClock(view.startsAt);
  const fromStart = (clock: string | null) => (clock === null ? null : (minutesOfClock(clock) - start + 1440) % 1440);
  return {
    startsAt: instantOf(view.heldOn ?? today, view.startsAt),
    plannedMinutes: view.plannedMinutes,
    isRunning: view.state === 'running',
    items: view.items.map((item) => ({
      ...item,
      startedAt: instant(item.startedAt),
      endedAt: instant(item.endedAt),
      notBefore: fromStart(item.notBefore),
    })),
    breaks: view.breaks.map((pause) => ({ ...pause, at: fromStart(pause.at) })),
    slots: view.slots.map((slot) => {
      const visit = view.visits.find(({ agencyId }) => agencyId === slot.agencyId);
      return { ...slot, from: fromStart(visit?.from ?? null), until: fromStart(visit?.until ?? null) };
    }),
  };
}

/** The conference laid out anew at an instant, in milliseconds since 1970. */
export function asItStands(view: ChairView, today: string, now: number): Retimed {
  return retime(runningMeeting(view, today), now);
}

/** `2 min over`, `3 min in hand`, `on time`; empty where the plan has nothing to say. */
export function lateWords(late: number | null): string {
  if (late === null) return '';
  if (late === 0) return 'on time';
  return late > 0 ? `${late} min over` : `${-late} min in hand`;
}
