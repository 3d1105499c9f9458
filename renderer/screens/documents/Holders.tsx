import { useState } from 'react';
import { formatDayWithYear } from '../../../shared/language/dates';
import { deliveryWayName } from '../../../shared/language/document';
import { dayOf } from '../../../shared/language/scheme-place';
import type { HolderRow } from '../../../shared/views/corrections';
import type { DocumentRow } from '../../../shared/views/documents';
import { Button } from '../../components/Button';
import { TextArea, TextField } from '../../components/fields/TextField';
import { Fetched } from '../../components/Loading';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { issuedWords } from './documents-view';

/** Who was handed which version, and the copies of earlier ones that are to be called back. */
export function Holders({ document }: { readonly document: DocumentRow }) {
  const holders = useVerb('documents', 'holders', { id: document.id });
  const { may } = useScheme();
  return (
    <div className="holders">
      <Fetched query={holders} what="who has it">
        {(rows) => (
          <>
            {rows.length === 0 ? (
              <p className="soft">
                Nobody is recorded as having {document.number}. E-mail drafts, printing and saving a folder of packs are recorded by
                themselves; what is handed over otherwise is written down here.
              </p>
            ) : (
              <ul>
                {rows.map((row) => (
                  <Holder key={row.id} row={row} ofNumber={document.number} />
                ))}
              </ul>
            )}
            {may('issue-packs') ? (
              <>
                <HandOver document={document} />
                {rows.some(({ isLatest, recalledAt }) => !isLatest && recalledAt === null) ? (
                  <Recall document={document} rows={rows} />
                ) : null}
                {rows.some(({ recalledAt, returnedOn }) => recalledAt !== null && returnedOn === null) ? (
                  <RecallNotes document={document} />
                ) : null}
              </>
            ) : null}
          </>
        )}
      </Fetched>
    </div>
  );
}

function Holder({ row, ofNumber }: { readonly row: HolderRow; readonly ofNumber: string }) {
  const returned = useAction('documents', 'returned');
  const { may } = useScheme();
  return (
    <li>
      <p className="row">
        <b className="grow cut">{row.recipient}</b>
        <span className={row.isLatest ? 'soft' : 'late'}>
          {row.number === ofNumber ? '' : `${row.number}, `}version {row.version}
          {row.isLatest ? '' : ', replaced'}
        </span>
      </p>
      <p className="soft small">
        {deliveryWayName[row.how]}, {issuedWords(row.deliveredAt)}, by {row.deliveredByName}
      </p>
      {row.recalledAt === null ? null : (
        <div className={`small${row.returnedOn === null ? ' row' : ''}`}>
          <p className="grow">
            Called back {formatDayWithYear(dayOf(row.recalledAt))}: {row.recallNote}
          </p>
          {row.returnedOn !== null ? (
            <p className="soft">Destroyed or returned {formatDayWithYear(row.returnedOn)}.</p>
          ) : may('issue-packs') ? (
            <Button size="small" isDisabled={returned.isBusy} onPress={() => void returned.run({ id: row.id })}>
              It is destroyed
            </Button>
          ) : null}
        </div>
      )}
    </li>
  );
}

function HandOver({ document }: { readonly document: DocumentRow }) {
  const record = useAction('documents', 'recordDelivery');
  const [recipient, setRecipient] = useState('');
  async function add() {
    if (recipient.trim() === '') return;
    const done = await record.run({ id: document.id, agencyId: null, recipient, how: 'by-hand' });
    if (done.ok) setRecipient('');
  }
  return (
    <div className="row holders-add">
      <TextField
        label={`Handed version ${document.version} to`}
        value={recipient}
        onChange={setRecipient}
        onEnter={() => void add()}
        maxLength={200}
        placeholder="Name and agency"
      />
      <Button isDisabled={recipient.trim() === '' || record.isBusy} onPress={() => void add()}>
        Write down
      </Button>
    </div>
  );
}

/** What was called back and is still out: the note as drafts, ready to be looked over and sent. */
function RecallNotes({ document }: { readonly document: DocumentRow }) {
  const drafts = useAction('documents', 'recallDrafts');
  async function run() {
    const done = await drafts.run({ id: document.id });
    if (!done.ok || done.value === null) return;
    const { written, path, problems } = done.value;
    const count = written === 1 ? 'One draft' : `${written} drafts`;
    showDone(problems.length === 0 ? `${count} saved in ${path}` : `${count} saved in ${path}; ${problems.length} could not be written.`);
  }
  return (
    <div className="holders-recall">
      <p className="soft small">Copies that were called back are still out. Write to those who hold them:</p>
      <Button isDisabled={drafts.isBusy} onPress={() => void run()}>
        {drafts.isBusy ? 'Writing them…' : 'Notes as e-mail drafts…'}
      </Button>
    </div>
  );
}

function Recall({ document, rows }: { readonly document: DocumentRow; readonly rows: readonly HolderRow[] }) {
  const latest = Math.max(document.version, ...rows.map(({ version }) => version));
  const recall = useAction('documents', 'recall');
  const [note, setNote] = useState(`Version ${latest} of ${document.number} replaces it. Destroy the copy you have, and say so.`);
  async function run() {
    const done = await recall.run({ id: document.id, note });
    if (done.ok) showDone(done.value === 1 ? 'One copy called back.' : `${done.value} copies called back.`);
  }
  return (
    <div className="holders-recall">
      <TextArea label="Call back the earlier versions, saying" value={note} onChange={setNote} rows={2} />
      <Button isDisabled={note.trim() === '' || recall.isBusy} onPress={() => void run()}>
        Call back
      </Button>
    </div>
  );
}
