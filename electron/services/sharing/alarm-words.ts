import type { Alarm } from '../../../db/sync/alarms';
import type { TransportProblem } from '../../../db/sync/transport';
import { assertNever } from '../../../shared/language/assert-never';
import type { AsideReason } from '../../../shared/merge/may-write';
import type { ExchangeAlarm } from '../../../shared/views/sharing';

type AlarmWords = Pick<ExchangeAlarm, 'title' | 'happened' | 'safe' | 'next'>;

const here = 'Everything recorded here is safe on this computer, and work goes on.';

const byItself = 'It is tried again by itself.';
const askForRight = `Ask whoever looks after the share for the right to write there. ${byItself}`;
const notHandedOver = 'What is recorded here could not be handed over, or what others recorded could not be read.';

/** What can be wrong with the share itself. */
const shareWords: Readonly<Record<TransportProblem, Omit<AlarmWords, 'safe'>>> = {
  unreachable: {
    title: 'The shared folder cannot be reached',
    happened: notHandedOver,
    next: `Connect the drive or the network. ${byItself}`,
  },
  missing: {
    title: 'The shared folder is not there',
    happened: 'There is no folder at the place that is set. Its drive may be missing, or somebody has moved, renamed or removed it.',
    next: `Connect the drive, or ask who moved the folder and choose its new place. ${byItself}`,
  },
  full: {
    title: 'The shared folder is full',
    happened: 'What is recorded here could not be handed over.',
    next: `Make room on the share. ${byItself}`,
  },
  'read-only': {
    title: 'The shared folder cannot be written to',
    happened: 'The share can only be read, so what is recorded here could not be handed over.',
    next: askForRight,
  },
  denied: {
    title: 'The shared folder cannot be written to',
    happened: 'The share refused it, so what is recorded here could not be handed over, or what others recorded could not be read.',
    next: askForRight,
  },
  busy: {
    title: 'The shared folder is busy',
    happened: 'Another program holds its files: a virus scanner, a backup, or the client that keeps the folder in step.',
    next: `Wait for a few minutes. ${byItself}`,
  },
  'damaged-write': {
    title: 'The shared folder does not keep what it is given',
    happened: 'What was written there was something else when it was read back, so it was not handed over.',
    next: `Tell whoever looks after the share: its disk or its connection may be failing. ${byItself}`,
  },
  'not-whole': {
    title: 'The shared folder is not whole',
    happened: 'The file roundtable.scheme in it is missing, empty or cut short, so nothing was read from it or written to it.',
    next: 'Wait until the client that keeps the folder in step is done. After ten minutes the file is written anew by itself.',
  },
  'newer-version': {
    title: 'The shared folder is used by a newer version of Roundtable',
    happened: 'The folder is kept in a form that the version on this computer does not know, so nothing was read from it or written to it.',
    next: 'Install the newer version here. Then everything is handed over by itself.',
  },
  failed: { title: 'The shared folder cannot be used', happened: notHandedOver, next: `Tell whoever looks after the share. ${byItself}` },
};

/** Why entries of others change nothing here. */
function asideWords(reason: AsideReason, name: string): AlarmWords {
  const safe = 'They changed nothing here. They are kept apart, with the reason.';
  const title = `Entries of ${name} were not accepted`;
  const again = 'If the entries are wanted, a coordinator records them again.';
  switch (reason) {
    case 'newer-version':
      return {
        title: `${name[0]?.toUpperCase()}${name.slice(1)} has a newer version of Roundtable`,
        happened: 'Some of its entries are in a form that the version on this computer does not know.',
        safe: 'They are kept, and are taken in by themselves as soon as this computer has the newer version.',
        next: 'Install the newer version here.',
      };
    case 'erased-case':
      return {
        title: `Entries of ${name} came too late`,
        happened: 'They were written on a case that had been erased meanwhile, and were dropped. What they said is kept nowhere.',
        safe: 'Everything on other cases was taken in.',
        next: 'Tell the person at that workstation that the case is erased. It cannot be undone, and nothing more can be written on it.',
      };
    case 'retired-device':
    case 'withdrawn-person':
      return {
        title,
        happened: 'That workstation is retired, or the person at it is no longer a member, and it has gone on writing.',
        safe,
        next: `Ask the person at that workstation. ${again}`,
      };
    case 'not-a-commit':
    case 'forged-signature':
    case 'forged-person':
    case 'forged-space':
      return {
        title,
        happened:
          'They are not signed as they should be, or are somebody else’s than they say. They may be forged, or damaged on their way.',
        safe,
        next: 'Ask the person at that workstation, and tell whoever looks after the share who else can write there.',
      };
    default:
      return {
        title,
        happened: 'Whoever wrote them may not write this, or no longer may: it is another agency’s, or the case was closed to them.',
        safe,
        next: `Ask the person at that workstation. ${again}`,
      };
  }
}

/** Each alarm in plain words. `nameOf` gives what a workstation is called. */
export const alarmWords = (alarm: Alarm, nameOf: (device: string) => string): ExchangeAlarm => ({
  canContinue: false,
  canRenew: false,
  ...wordsOf(alarm, nameOf),
});

function wordsOf(alarm: Alarm, nameOf: (device: string) => string): AlarmWords & Partial<ExchangeAlarm> {
  switch (alarm.kind) {
    case 'unreachable':
      return { ...shareWords[alarm.problem], safe: here };
    case 'wrong-folder':
      return {
        title: 'This folder belongs to another scheme',
        happened: 'The folder holds the exchange of another scheme, so nothing was read from it or written to it.',
        safe: here,
        next: 'Look whether another drive has taken the letter of this one; once the right folder is back, the exchange goes on by itself. Otherwise stop using this folder, and choose the right one.',
      };
    case 're-created-folder':
      return {
        title: 'The shared folder was made anew',
        happened: 'Another folder of this scheme stands where the known one stood.',
        safe: `${here} Nothing was taken from it.`,
        next: 'Ask who made it. If it is meant to be used, go on: what it lacks is put back.',
        canContinue: true,
      };
    case 'emptied-folder':
      return {
        title: 'The shared folder was emptied',
        happened: 'The files of the exchange are gone from it.',
        safe: `${here} Nobody’s work is lost: each workstation has its own.`,
        next: 'Ask who emptied it. Then go on: what it held is put back.',
        canContinue: true,
      };
    case 'rolled-back-folder':
      return {
        title: 'An older state of the shared folder was put back',
        happened: 'Files are gone that were there before.',
        safe: `${here} Nobody’s work is lost: each workstation has its own.`,
        next: 'Ask whoever looks after the share. Then go on: what it lacks is put back.',
        canContinue: true,
      };
    case 'copied-device':
      return alarm.isOwn
        ? {
            title: 'This workstation’s file is in use twice',
            happened:
              'Entries of this workstation are in the shared folder that this file has not written. A copy of it is at work on another computer, or an older backup of it was put back here.',
            safe: 'What was recorded in both is kept, and stays.',
            next: 'Give this computer a new identity: all that was recorded here is handed over and goes with it. Of two computers do it on one. Where the other file is used no more, a coordinator then retires the old workstation in the list below.',
            canRenew: true,
          }
        : {
            title: `The file of ${nameOf(alarm.device)} is in use twice`,
            happened: 'A copy or an older backup of the file is at work beside it.',
            safe: 'What was recorded in both is kept.',
            next: 'Ask the person at that workstation to open Sharing there and to give it a new identity. A copy that nobody should have is stopped by retiring that workstation.',
          };
    case 'shut-out':
      return {
        title: 'This workstation gets nothing further',
        happened:
          'What coordinators hand over can no longer be opened here. This workstation was retired, or the person at it is no member any more.',
        safe: 'What it holds, it holds. What is recorded here from now on stays on this computer and reaches nobody.',
        next: 'Ask a coordinator before you record anything further. If you are to go on, join the shared folder anew.',
      };
    case 'set-aside':
      return asideWords(alarm.reason, nameOf(alarm.device));
    case 'unread-file':
      if (alarm.reason === 'newer-version')
        return {
          title: 'Another workstation has a newer version of Roundtable',
          happened: 'A file that it put into the shared folder is in a form that the version on this computer does not know.',
          safe: `${here} The file stays where it is, and is taken in by itself as soon as this computer has the newer version.`,
          next: 'Install the newer version here.',
        };
      return {
        title: 'A file in the shared folder cannot be read',
        happened: 'It is not whole, or it does not come from a workstation of this scheme.',
        safe: `${here} It has changed nothing.`,
        next: 'If the share is a synced folder, look whether its client is still busy. Otherwise tell whoever looks after Roundtable.',
      };
    case 'missing-segments':
      return {
        title: `Some of what ${nameOf(alarm.device)} recorded has not come`,
        happened: 'Later files of it are there, earlier ones are not.',
        safe: here,
        next: 'Open Roundtable on that workstation, so that it puts them back; or wait, if the share is a synced folder.',
      };
    case 'wrong-clock':
      return {
        title: `The clock of ${nameOf(alarm.device)} is wrong`,
        happened: 'Its entries bear a time that is far from that of the others.',
        safe: 'They were accepted all the same.',
        next: 'Set the clock of that computer. Look at what it changed: of two changes to one field, the later time is shown.',
      };
    default:
      return assertNever(alarm);
  }
}
