import { dataExports } from '../../../db/schema';
import type { ExportKind } from '../../../shared/views/exporting';
import { sha256 } from '../../exchange/scheme-archive/manifest';
import type { Session } from '../session';

export interface ExportedFile {
  readonly kind: ExportKind;
  /** What it is, as the audit trail and the list of exports say it. */
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly rows: number;
  readonly isEncrypted?: boolean;
}

/** Writes into the log that data left the scheme: called once the file has been saved, and not where nobody saved it. */
export function recordExport(session: Session, { kind, title, bytes, rows, isEncrypted }: ExportedFile, fileName: string): void {
  session.record(intents[kind], (operation) =>
    operation.put(dataExports, operation.newId(), {
      kind,
      title,
      fileName,
      sha256: sha256(bytes),
      size: bytes.length,
      rows,
      isEncrypted: isEncrypted ? 1 : 0,
      exportedAt: operation.at,
      exportedBy: session.me.personId,
    }),
  );
}

const intents: Readonly<Record<ExportedFile['kind'], string>> = {
  list: 'list exported',
  scheme: 'whole scheme exported',
  insight: 'Insight exported',
  'subject-access': 'everything held on a person exported',
};
