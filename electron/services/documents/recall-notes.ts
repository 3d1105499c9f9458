import { holdersOf } from '../../../db/queries/documents';
import type { Received } from '../../../shared/ipc/verbs';
import { formatDayWithYear } from '../../../shared/language/dates';
import { documentKindName } from '../../../shared/language/document';
import { listed } from '../../../shared/language/listed';
import { Refusal } from '../../../shared/language/refusal';
import { dayOf } from '../../../shared/language/scheme-place';
import type { HolderRow } from '../../../shared/views/corrections';
import type { DocumentRow } from '../../../shared/views/documents';
import { writeMailDraft } from '../../exchange/mail-draft';
import { forAnybodyToRead } from '../document-views/shared-texts';
import type { SharedRedactor } from '../export/redact-names';
import { demand } from '../permission';
import type { Session } from '../session';
import { demandDocument } from './deliveries';
import { folderNames, safeName } from './file-name';
import { addressesOf, letter, type OutgoingFile } from './hand-out';

/**
 * An e-mail draft for everyone who was asked for a copy back and has not said what became of it. One a holder, however many
 * copies; nothing is attached, since what replaces it goes out like any other document and is written down as given.
 */
export async function recallNotes(session: Session, { id }: Received<'documents', 'recallDrafts'>): Promise<readonly OutgoingFile[]> {
  demand(session, 'issue-packs');
  const document = demandDocument(session, id);
  const asked = holdersOf(session.read, document).filter(({ recalledAt, returnedOn }) => recalledAt !== null && returnedOn === null);
  if (asked.length === 0) throw new Refusal('No copy is called back that is still out, so there is nobody to write to. Nothing was saved.');
  const nameInFolder = folderNames();
  const clean = forAnybodyToRead(session);
  const files: OutgoingFile[] = [];
  const byHolder = Map.groupBy(asked, ({ agencyId, recipient }) => `${agencyId ?? ''} ${recipient}`);
  for (const copies of byHolder.values()) {
    const [first] = copies;
    if (first === undefined) continue;
    const bytes = await writeMailDraft({
      to: addressesOf(session, first.agencyId),
      subject: `Called back: ${documentKindName[document.kind]} ${document.number}, version ${versionsIn(copies)}`,
      text: letter(session, recall(document, copies, clean)),
      attachments: [],
      writtenAt: session.now(),
      id: `${first.id}-recall`,
    });
    files.push({ name: nameInFolder(`${safeName(['Called back', clean(first.recipient, true), document.number])}.eml`), bytes, document });
  }
  return files;
}

const versionsIn = (copies: readonly HolderRow[]) =>
  listed([...new Set(copies.map(({ version }) => version))].sort((one, other) => one - other).map(String));

function recall(document: DocumentRow, copies: readonly HolderRow[], clean: SharedRedactor): readonly string[] {
  // Two computers that issued one document before they had heard of each other gave it a number each.
  const given = copies.map(
    ({ number, version, deliveredAt }) =>
      `${number === document.number ? '' : `${number}, `}version ${version}, given on ${formatDayWithYear(dayOf(deliveredAt))}`,
  );
  const notes = [...new Set(copies.map(({ recallNote }) => clean(recallNote)))];
  return [
    `Please destroy or send back the copy that you have of ${documentKindName[document.kind].toLowerCase()} ${document.number}: ${given.join('; ')}.`,
    '',
    ...notes,
    '',
    'Delete what you saved or forwarded, tell whoever you passed it to, and answer this message when it is done, so that it can be written down.',
  ];
}
