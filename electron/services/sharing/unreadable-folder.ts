import type { TransportProblem } from '../../../db/sync/transport';

/** Why somebody who is not in the scheme yet cannot begin with a folder. */
export function unreadableFolder(problem: TransportProblem): string {
  if (problem === 'newer-version')
    return 'This folder is used by a newer version of Roundtable. Nothing was made. Install the newer version first.';
  return problem === 'not-whole'
    ? 'The file roundtable.scheme in this folder is not whole yet. Nothing was made. Wait until the folder is in step, then try again.'
    : 'The folder cannot be reached. Nothing was made. Connect the drive, or choose another folder.';
}
