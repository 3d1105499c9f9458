import { z } from 'zod';
import { readLocalSetting, writeLocalSetting } from '../../../db/local-settings';
import { runningMeeting } from '../../../db/queries/backups';
import { type IdleLockSettings, idleMinutes, untilIdleLock, usualIdleLock } from '../../../shared/rules/idle-lock';
import type { Session } from '../session';
import type { Timers } from '../timers';

const setting = 'idle-lock';
const stored = z.strictObject({ minutes: z.literal(idleMinutes), duringConference: z.boolean() });

export function readIdleLock(session: Session): IdleLockSettings {
  const text = readLocalSetting(session.read, setting);
  return text === null ? usualIdleLock : stored.parse(JSON.parse(text));
}

export function writeIdleLock(session: Session, settings: IdleLockSettings): void {
  writeLocalSetting(session.connection.local, setting, JSON.stringify(settings));
}

/** Watches whether anyone is at the computer while a scheme is open. */
export interface IdleWatch {
  /** Somebody typed, pointed or changed screens. */
  noteInput(place: { readonly isChairing: boolean }): void;
  /** Looks now instead of at the next turn, as when the settings changed. */
  look(): void;
  stop(): void;
}

/** Often enough that a lock is never more than this late; a longer timer would sleep through a suspended computer. */
const lookEvery = 5_000;

export interface IdleWatchParts {
  readonly session: Session;
  /** Milliseconds; any clock that runs on. */
  readonly clock: () => number;
  readonly timers: Timers;
  readonly lock: () => void;
}

export function watchIdleness({ session, clock, timers, lock }: IdleWatchParts): IdleWatch {
  let lastInputAt = clock();
  let isChairing = false;
  function look(): void {
    const now = clock();
    if (now < lastInputAt) lastInputAt = now;
    const isConferenceOpen = isChairing && runningMeeting(session.read) !== null;
    const left = untilIdleLock(readIdleLock(session), { lastInputAt, isConferenceOpen }, now);
    // After a conference the time counts from its end, not from the last key that was pressed in it.
    if (left === null) lastInputAt = now;
    else if (left <= 0) lock();
  }
  const stop = timers.every(lookEvery, look);
  return {
    noteInput(place) {
      lastInputAt = clock();
      isChairing = place.isChairing;
    },
    look,
    stop,
  };
}
