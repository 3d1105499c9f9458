import { powerMonitor } from 'electron';
import type { LockReason } from '../../shared/ipc/contract';
import { type IdleWatch, watchIdleness } from '../services/opening/idle-lock';
import type { SchemeAccess } from '../services/opening/scheme-access';
import { processTimers } from '../services/timers';
import type { Shell } from './shell';

export interface IdleLock {
  lock(why: LockReason): void;
  noteInput(place: { readonly isChairing: boolean }): void;
  /** Looks at once whether it is time, as when the settings changed. */
  look(): void;
}

/** Locks a scheme that is left alone, and with the computer itself: its lock screen, its sleep. */
export function lockWhenIdle({ clock, tell, closeProjector }: Shell, access: SchemeAccess): IdleLock {
  let watch: IdleWatch | null = null;
  function lock(why: LockReason): void {
    if (access.status().state !== 'open') return;
    closeProjector();
    access.lock();
    tell('locked', { why });
  }
  access.onOpened((session) => {
    watch = watchIdleness({ session, clock, timers: processTimers, lock: () => lock('idle') });
  });
  access.onLocking(() => {
    watch?.stop();
    watch = null;
  });
  powerMonitor.on('lock-screen', () => lock('computer'));
  powerMonitor.on('suspend', () => lock('computer'));
  powerMonitor.on('resume', () => watch?.look());
  return {
    lock,
    noteInput: (place) => watch?.noteInput(place),
    look: () => watch?.look(),
  };
}
