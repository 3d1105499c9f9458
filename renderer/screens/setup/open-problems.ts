import type { OpenProblem } from '../../../shared/views/scheme';

interface ProblemWords {
  readonly title: string;
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
}

const untouched = 'The file has not been changed by a single byte.';

/** Each reason why a scheme does not open, told in full: what happened, what is safe, what to do next. */
export const openProblemWords: Readonly<Record<OpenProblem, ProblemWords>> = {
  'wrong-passphrase': {
    title: 'That is not the passphrase',
    happened: 'The scheme did not open with what was typed.',
    safe: 'Nothing is lost, and you can try as often as you need.',
    next: 'Look at Caps Lock and the keyboard’s language, and try again. If the passphrase is forgotten, use the recovery sheet.',
  },
  'wrong-recovery-words': {
    title: 'Those words do not open this scheme',
    happened: 'At least one word differs from the sheet, or the sheet belongs to another scheme or was replaced by a newer one.',
    safe: untouched,
    next: 'Compare the words with the sheet, number by number, and look at its date and the name on it.',
  },
  damaged: {
    title: 'This file is damaged',
    happened: 'It is a Roundtable scheme, but parts of it cannot be read. A disk fault or a copy that was cut short does this.',
    safe: 'The file has been left exactly as it is, so nothing more can be lost from it.',
    next: 'Open a copy or a backup of it. Keep this file, and tell whoever looks after your computers.',
  },
  'newer-version': {
    title: 'This file comes from a newer Roundtable',
    happened: 'It was last opened by a version that keeps things this one does not know.',
    safe: untouched,
    next: 'Update Roundtable on this computer, then open it again.',
  },
  'not-ours': {
    title: 'This is not a Roundtable scheme',
    happened: 'The file was made by another program, whatever its name says.',
    safe: untouched,
    next: 'Choose a file that ends in .roundtable.',
  },
  missing: {
    title: 'The file is not there',
    happened: 'It was moved, renamed, or lies on a drive that is not connected now.',
    safe: 'Roundtable has not removed anything; it never does.',
    next: 'Connect the drive, or choose the file where it lies now.',
  },
  'in-use': {
    title: 'The scheme is open already',
    happened: 'Another window, or another person at this folder, has this file open.',
    safe: untouched,
    next: 'Close it there, then try again. Two people work on one scheme with a file each, never on the same file.',
  },
  'read-only': {
    title: 'This file cannot be written to',
    happened: 'The file or its folder is read-only for you, so nothing could be recorded.',
    safe: untouched,
    next: 'Copy the file and the .keys file beside it to a folder of your own, or ask for the right to write here.',
  },
  'key-file-missing': {
    title: 'The key file is missing',
    happened: 'The passphrase is checked against a small file that ends in .roundtable.keys. It is not beside the scheme.',
    safe: 'The scheme itself is whole.',
    next: 'Put the .keys file back beside it, or open the scheme with the words of its recovery sheet.',
  },
};
