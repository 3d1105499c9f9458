import { expect, test } from 'vitest';
import { meetings } from '../../../../db/schema';
import { keepTyping, keptTyping } from '../../../../electron/services/kept-typing';
import { readIdleLock, watchIdleness, writeIdleLock } from '../../../../electron/services/opening/idle-lock';
import type { Timers } from '../../../../electron/services/timers';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const minute = 60_000;

/** A clock that is moved by hand, and calls the watch as often as it asked to be. */
function timeByHand() {
  let now = 0;
  let turn = () => {};
  let isStopped = false;
  const timers: Timers = {
    after: () => () => {},
    every: (_milliseconds, work) => {
      turn = work;
      return () => {
        isStopped = true;
      };
    },
  };
  return {
    timers,
    clock: () => now,
    pass(milliseconds: number) {
      for (const end = now + milliseconds; now < end; ) {
        now += Math.min(5_000, end - now);
        if (!isStopped) turn();
      }
    },
    setTo(milliseconds: number) {
      now = milliseconds;
    },
  };
}

function watched(state: 'planned' | 'running' = 'planned') {
  const session = openScheme();
  session.record('conference planned', (operation) =>
    operation.put(meetings, 'meeting', { number: 1, title: 'Weekly', heldOn: '2026-03-03', state }),
  );
  const time = timeByHand();
  let locks = 0;
  const lock = () => {
    locks += 1;
    watch.stop();
  };
  const watch = watchIdleness({ session, clock: time.clock, timers: time.timers, lock });
  return { session, time, watch, locks: () => locks };
}

test('A scheme that is left alone locks after ten minutes, and a sign of somebody begins them anew.', () => {
  const { time, watch, locks } = watched();
  time.pass(9 * minute);
  watch.noteInput({ isChairing: false });
  time.pass(9 * minute);
  expect(locks()).toBe(0);
  time.pass(minute);
  expect(locks()).toBe(1);
  watch.stop();
});

test('A running conference on the screen keeps it open, and the minutes begin when it is left or over.', () => {
  const { session, time, watch, locks } = watched('running');
  watch.noteInput({ isChairing: true });
  time.pass(120 * minute);
  expect(locks()).toBe(0);
  session.record('conference closed', (operation) => operation.put(meetings, 'meeting', { state: 'closed' }));
  time.pass(9 * minute);
  expect(locks()).toBe(0);
  time.pass(minute + 5_000);
  expect(locks()).toBe(1);
});

test('The chairing screen of a conference that does not run keeps nothing open, and neither does a running one where that is set.', () => {
  const planned = watched();
  planned.watch.noteInput({ isChairing: true });
  planned.time.pass(10 * minute);
  expect(planned.locks()).toBe(1);
  const strict = watched('running');
  writeIdleLock(strict.session, { minutes: 2, duringConference: true });
  strict.watch.noteInput({ isChairing: true });
  strict.time.pass(2 * minute);
  expect(strict.locks()).toBe(1);
});

test('A clock that is put back ten years keeps nothing open for longer than was set.', () => {
  const { time, locks } = watched();
  time.setTo(-10 * 365 * 24 * 60 * minute);
  time.pass(10 * minute + 5_000);
  expect(locks()).toBe(1);
});

test('The setting stays on this computer, and ten minutes is what it is at first.', () => {
  const session = openScheme();
  expect(readIdleLock(session)).toEqual({ minutes: 10, duringConference: false });
  writeIdleLock(session, { minutes: 30, duringConference: true });
  expect(readIdleLock(session)).toEqual({ minutes: 30, duringConference: true });
});

test('Typing is kept by field, replaced by newer typing, and forgotten once it is empty; drafts of a conference are not among it.', () => {
  const session = openScheme();
  session.connection.raw.exec("insert into drafts (key, text, saved_at) values ('item/discussion', 'said', '')");
  keepTyping(session, { 'case-1 event title': 'Half a', 'case-1 alias': 'DC' });
  keepTyping(session, { 'case-1 event title': 'Half a sentence', 'case-1 alias': '' });
  expect(keptTyping(session)).toEqual({ 'case-1 event title': 'Half a sentence' });
});
