import { describe, expect, it } from 'vitest';
import { clockOf, dayOf, formatElapsed, secondsOn } from '../../../../../renderer/screens/meeting/chair/clock';

describe('clocks of the conference', () => {
  it('reads instants in the scheme’s place on both sides of the clock change', () => {
    expect(clockOf(Date.UTC(2026, 2, 29, 0, 59))).toBe('00:59');
    expect(clockOf(Date.UTC(2026, 2, 29, 1, 1))).toBe('02:01');
    expect(dayOf(Date.UTC(2026, 5, 30, 23, 30))).toBe('2026-07-01');
  });

  it('writes the time on a case with hours only where there are any', () => {
    expect([formatElapsed(548), formatElapsed(-3), formatElapsed(3671)]).toEqual(['9:08', '0:00', '1:01:11']);
  });

  it('adds up the time on a case that was left and taken up again', () => {
    const startedAt = '2026-03-03T10:40:00.000Z';
    const now = Date.UTC(2026, 2, 3, 10, 42);
    expect(secondsOn({ startedAt, secondsBefore: 60, isRunning: true }, now)).toBe(180);
    expect(secondsOn({ startedAt, secondsBefore: 60, isRunning: false }, now)).toBe(60);
    expect(secondsOn({ startedAt: null, secondsBefore: 0, isRunning: true }, now)).toBe(0);
  });
});
