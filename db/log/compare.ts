import type { Connection } from '../connection';
import { fingerprintTables, rebuildThen } from './rebuild';

/**
 * Whether the tables are what the log says. The rebuild itself runs, inside a transaction that is then rolled back: so
 * what is compared is exactly what a rebuild would give, nothing of it is kept (a rebuild would quietly mend what
 * someone should hear of), and memory stays flat, which a second copy of a large scheme in memory would not.
 */
export function tablesAgreeWithLog(connection: Connection): boolean {
  const present = fingerprintTables(connection);
  let replayed: string | null = null;
  const rollBack = new Error('The replayed tables are not kept.');
  try {
    rebuildThen(connection, () => {
      replayed = fingerprintTables(connection);
      throw rollBack;
    });
  } catch (error) {
    if (error !== rollBack) throw error;
  }
  return replayed === present;
}
