import type { BackupProblem } from '../../../shared/views/backups';
import { openProblemWords } from './open-problems';

const kept = 'The backup has not been changed by a single byte, and neither has anything else on this computer.';

/** Why a backup does not open: what happened, what is safe, what to do next. */
export const restoreProblemWords: Readonly<Record<BackupProblem, (typeof openProblemWords)[keyof typeof openProblemWords]>> = {
  ...openProblemWords,
  damaged: {
    title: 'This backup is damaged',
    happened: 'Parts of it cannot be read. A disk fault or a copy that was cut short does this.',
    safe: kept,
    next: 'Choose an earlier backup. Keep this one, and tell whoever looks after your computers.',
  },
  'key-file-missing': {
    title: 'The key file of the backup is missing',
    happened: 'The passphrase is checked against a small file that ends in .roundtable.keys. It is not beside the backup.',
    safe: kept,
    next: 'Copy the .keys file beside it, or use the words of the recovery sheet.',
  },
};
