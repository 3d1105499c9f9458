import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { listImports } from '../../../db/queries/imports';
import type { Handlers } from '../../../shared/ipc/verbs';
import { mostBytes } from '../../exchange/spreadsheet';
import { renameMapping, savedMappings, withdrawMapping } from '../../services/import/import-mappings';
import type { ImportDesk } from '../../services/import/importing';
import { lookAtUndo } from '../../services/import/undo-import';
import type { Dependencies } from './dependencies';

export function importingHandlers(
  { session, dialogs }: Pick<Dependencies, 'session' | 'dialogs'>,
  desk: ImportDesk,
): Handlers['importing'] {
  return {
    async choose() {
      // While the scheme is locked nobody is asked for a file that could not be used.
      session();
      const path = await dialogs.askForFile({
        title: 'Import a cohort',
        button: 'Read',
        filters: [
          { name: 'Spreadsheets', extensions: ['csv', 'txt', 'tsv', 'xlsx', 'xlsm', 'xls', 'ods'] },
          { name: 'All files', extensions: ['*'] },
        ],
      });
      return path === null ? null : desk.open(await beginningOf(path), basename(path), session());
    },
    reread: (input) => desk.reread(input, session()),
    plan: (input) => desk.plan(session(), input),
    rowWhole: (input) => desk.rowWhole(session(), input),
    confirm: (input) => desk.confirm(session(), input),
    underWay: () => desk.underWay(session()),
    goOn: () => desk.goOn(session()),
    done: () => listImports(session().read),
    lookAtUndo: (input) => lookAtUndo(session(), input),
    undo: (input) => desk.undo(session(), input),
    mappings: () => savedMappings(session()),
    renameMapping: (input) => renameMapping(session(), input),
    withdrawMapping: (input) => withdrawMapping(session(), input),
    cancel: (input) => desk.cancel(input),
  };
}

/** The whole file, or one byte more than may be read: enough for the reader to say that it is too large. */
async function beginningOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, mostBytes + 1));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}
