import { randomUUID } from 'node:crypto';
import { existingCases } from '../../db/queries/existing-cases';
import { listAgencies, listPeople } from '../../db/queries/scheme';
import { planImport } from '../../shared/import/plan-import';
import type { PlannedImport } from '../../shared/import/planned-import';
import { Refusal } from '../../shared/language/refusal';
import type { ImportPlan, ImportResult, ImportSource, ImportTarget } from '../../shared/views/importing';
import { importSource } from '../exchange/import-source';
import { readSpreadsheet } from '../exchange/read-spreadsheet';
import type { ReadSpreadsheet } from '../exchange/spreadsheet';
import { applyImport } from './apply-import';
import { demand } from './permission';
import type { Session } from './session';

interface HeldFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly read: ReadSpreadsheet;
  /** What the person was last shown, and the columns that it stands on. */
  readonly shown: { readonly columns: readonly ImportTarget[]; readonly planned: PlannedImport } | null;
}

type Opened = ImportSource | { readonly problem: string };

/** Files that have been read and not yet imported or given up. They hold personal data: only in memory, and not for long. */
export interface ImportDesk {
  open(bytes: Uint8Array, fileName: string): Promise<Opened>;
  /** Another sheet finds its own heading row; the same sheet takes the one given. */
  reread(input: { readonly token: string; readonly sheet: string | null; readonly headingRow: number }): Promise<Opened>;
  plan(session: Session, input: { readonly token: string; readonly columns: readonly ImportTarget[] }): ImportPlan;
  /** Applies what was shown last. Refused where the register has changed since. */
  confirm(session: Session, input: { readonly token: string }): ImportResult;
  cancel(input: { readonly token: string }): void;
  /** Lets go of everything: on locking. */
  clear(): void;
}

/** Old ones are let go of: a window that was closed never cancels. */
const mostHeld = 3;

export function createImportDesk(newToken: () => string = randomUUID): ImportDesk {
  const held = new Map<string, HeldFile>();
  const heldFile = (token: string): HeldFile => {
    const file = held.get(token);
    if (!file) throw new Refusal('This file is no longer open. Nothing was imported. Choose it again.');
    return file;
  };
  return {
    async open(bytes, fileName) {
      const read = await readSpreadsheet(bytes, fileName);
      if (read.kind === 'problem') return { problem: read.message };
      const token = newToken();
      held.set(token, { fileName, bytes, read, shown: null });
      for (const old of [...held.keys()].slice(0, -mostHeld)) held.delete(old);
      return importSource(read, token, fileName);
    },
    async reread({ token, sheet, headingRow }) {
      const { fileName, bytes, read: before } = heldFile(token);
      const read = await readSpreadsheet(bytes, fileName, sheet === before.sheet ? { sheet, headingRow } : { sheet });
      if (read.kind === 'problem') return { problem: read.message };
      held.set(token, { fileName, bytes, read, shown: null });
      return importSource(read, token, fileName);
    },
    plan(session, { token, columns }) {
      demand(session, 'import-cases');
      const file = heldFile(token);
      const planned = planOf(session, token, file.read, columns);
      held.set(token, { ...file, shown: { columns, planned } });
      return planned.plan;
    },
    confirm(session, { token }) {
      demand(session, 'import-cases');
      const { fileName, read, shown } = heldFile(token);
      if (!shown)
        throw new Refusal('It has not been shown yet what this file would change. Nothing was imported. Look at the changes first.');
      const now = planOf(session, token, read, shown.columns);
      if (JSON.stringify(now) !== JSON.stringify(shown.planned)) {
        throw new Refusal(
          'The register has changed since the file was checked. Nothing was imported. Look at the changes again, then confirm.',
        );
      }
      if (!now.plan.canConfirm) throw new Refusal('There is nothing in this file to import. Nothing was changed.');
      const result = applyImport(session, now.rows, fileName);
      held.delete(token);
      return result;
    },
    cancel: ({ token }) => {
      held.delete(token);
    },
    clear: () => held.clear(),
  };
}

function planOf(
  { read, today }: Session,
  token: string,
  { grid, headingRow }: ReadSpreadsheet,
  targets: readonly ImportTarget[],
): PlannedImport {
  return planImport({
    token,
    grid,
    headingRow,
    targets,
    existing: existingCases(read),
    agencies: listAgencies(read).filter(({ isWithdrawn }) => !isWithdrawn),
    people: listPeople(read).filter(({ isWithdrawn }) => !isWithdrawn),
    today: today(),
  });
}
