import type { Alarm } from '../../../db/sync/alarms';
import { assertNever } from '../../../shared/language/assert-never';
import type { ExchangeAlarm } from '../../../shared/views/sharing';

const here = 'Everything recorded here is safe on this computer, and work goes on.';

/** Each alarm in plain words. `nameOf` gives what a workstation is called. */
export function alarmWords(alarm: Alarm, nameOf: (device: string) => string): ExchangeAlarm {
  const canContinue = false;
  switch (alarm.kind) {
    case 'unreachable':
      return {
        title:
          alarm.problem === 'full'
            ? 'The shared folder is full'
            : alarm.problem === 'read-only' || alarm.problem === 'denied'
              ? 'The shared folder cannot be written to'
              : 'The shared folder cannot be reached',
        happened: 'What is recorded here could not be handed over, or what others recorded could not be read.',
        safe: here,
        next:
          alarm.problem === 'full'
            ? 'Make room on the share. It is tried again by itself.'
            : alarm.problem === 'read-only' || alarm.problem === 'denied'
              ? 'Ask whoever looks after the share for the right to write there. It is tried again by itself.'
              : 'Connect the drive or the network. It is tried again by itself.',
        canContinue,
      };
    case 'wrong-folder':
      return {
        title: 'This folder belongs to another scheme',
        happened: 'The folder holds the exchange of another scheme, so nothing was read from it or written to it.',
        safe: here,
        next: 'Look whether another drive has taken the letter of this one, or choose the right folder.',
        canContinue,
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
      return {
        title: alarm.isOwn ? 'This workstation’s file is in use twice' : `The file of ${nameOf(alarm.device)} is in use twice`,
        happened: 'A copy or an older backup of the file is at work beside it.',
        safe: 'What was recorded in both is kept.',
        next: alarm.isOwn
          ? 'Close one of the two. Have a coordinator retire this workstation, and join again.'
          : 'Find out where the copy is at work. A coordinator can retire that workstation, which then joins again.',
        canContinue,
      };
    case 'set-aside':
      return {
        title: `Entries of ${nameOf(alarm.device)} were not accepted`,
        happened: 'They are of a workstation that is retired, or of someone who may not write this, or they are forged.',
        safe: 'They changed nothing here. They are kept apart, with the reason.',
        next: 'Ask the person at that workstation. If the entries are wanted, a coordinator records them again.',
        canContinue,
      };
    case 'unread-file':
      return {
        title: 'A file in the shared folder cannot be read',
        happened: 'It is not whole, or it does not come from a workstation of this scheme.',
        safe: `${here} It has changed nothing.`,
        next: 'If the share is a synced folder, look whether its client is still busy. Otherwise tell whoever looks after Roundtable.',
        canContinue,
      };
    case 'missing-segments':
      return {
        title: `Some of what ${nameOf(alarm.device)} recorded has not come`,
        happened: 'Later files of it are there, earlier ones are not.',
        safe: here,
        next: 'Open Roundtable on that workstation, so that it puts them back; or wait, if the share is a synced folder.',
        canContinue,
      };
    case 'wrong-clock':
      return {
        title: `The clock of ${nameOf(alarm.device)} is wrong`,
        happened: 'Its entries bear a time that is far from that of the others.',
        safe: 'They were accepted all the same.',
        next: 'Set the clock of that computer. Look at what it changed: of two changes to one field, the later time is shown.',
        canContinue,
      };
    default:
      return assertNever(alarm);
  }
}
