import { useDeferredValue, useMemo, useRef } from 'react';
import { documentKindName } from '../../../shared/language/document';
import type { DocumentRow } from '../../../shared/views/documents';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Segmented } from '../../components/fields/Segmented';
import { TextField } from '../../components/fields/TextField';
import { ListTools } from '../../components/lists/ListTools';
import type { TableColumn, TableEntry } from '../../components/lists/table-entries';
import { useFirstFocus } from '../../components/lists/use-first-focus';
import { VirtualTable, type VirtualTableHandle } from '../../components/lists/VirtualTable';
import { showDone } from '../../components/overlays/toasts';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { useKeys } from '../../keys/keys';
import { DocumentPreview } from './DocumentPreview';
import { type DocumentsView, headOf, issuedNear, kindChoiceName, kindChoices, standing } from './documents-view';

interface DocumentsListProps {
  readonly rows: readonly DocumentRow[];
  readonly entries: readonly TableEntry<DocumentRow>[];
  readonly view: DocumentsView;
  readonly change: (part: Partial<DocumentsView>) => void;
  /** The document that is selected; the first where none is, or where it is not among the entries. */
  readonly at: string | null;
  readonly onSelect: (id: string) => void;
}

/** The ledger, and beside it the document that is selected, as it prints. */
export function DocumentsList({ rows, entries, view, change, at, onSelect }: DocumentsListProps) {
  const { agencyOf, today } = useScheme();
  const table = useRef<VirtualTableHandle>(null);
  const save = useAction('documents', 'save');
  const first = entries.find(({ kind }) => kind === 'row')?.key ?? null;
  const selectedKey = at !== null && entries.some(({ key }) => key === at) ? at : first;
  const selected = rows.find(({ id }) => id === selectedKey) ?? null;
  const previewed = useDeferredValue(selected);
  async function saveOne(document: DocumentRow) {
    const saved = await save.run({ id: document.id });
    if (saved.ok && saved.value !== null) showDone(`Saved as ${saved.value}`);
  }
  useFirstFocus(table);
  useKeys('Documents', [
    { keys: 'S', says: 'Save as PDF', run: () => selected?.isHere && void saveOne(selected), isOff: !selected?.isHere },
  ]);
  const columns = useMemo<readonly TableColumn<DocumentRow>[]>(
    () => [
      { id: 'number', title: 'Number', width: 118, canSort: false, cell: ({ number }) => number },
      {
        id: 'title',
        title: 'Document',
        width: 98,
        canSort: false,
        cell: ({ kind, scope }) => (
          <span className="cut">
            <span className="strong">{documentKindName[kind]}</span>
            {kind === 'quarterly-report' ? <span className="soft"> {scope}</span> : null}
          </span>
        ),
      },
      {
        id: 'recipient',
        title: 'For',
        width: { atLeast: 130 },
        canSort: false,
        cell: ({ agencyId, recipient }) => (
          <span className="row">
            {agencyId ? <AgencyCode agency={agencyOf(agencyId)} /> : null}
            <span className="cut">{recipient}</span>
          </span>
        ),
      },
      { id: 'standing', title: 'Standing', width: 126, canSort: false, cell: (row) => standing(row) },
      {
        id: 'issued',
        title: 'Issued',
        width: 142,
        canSort: false,
        cell: ({ issuedAt }) => <span className="soft">{issuedNear(issuedAt, today)}</span>,
      },
    ],
    [agencyOf, today],
  );
  return (
    <div className="documents">
      <ListTools
        search={
          <TextField
            label="Search in the documents"
            isLabelHidden
            type="search"
            placeholder="Number, reader or fingerprint"
            value={view.text}
            onChange={(text) => change({ text })}
          />
        }
      >
        <Segmented
          label="Kind"
          choices={kindChoices.map((id) => ({ id, name: kindChoiceName(id) }))}
          value={view.kind}
          onChange={(kind) => change({ kind })}
        />
      </ListTools>
      {entries.length === 0 ? (
        <EmptyState
          title="No document matches"
          buttons={<Button onPress={() => change({ kind: 'all', text: '' })}>Show all documents</Button>}
        >
          Nothing that was issued has this number, reader or fingerprint.
        </EmptyState>
      ) : (
        <VirtualTable
          ref={table}
          label="Documents"
          columns={columns}
          entries={entries}
          selectedKey={selectedKey}
          onSelect={onSelect}
          rowHeight={32}
          head={(key, count) => (
            <span className="row">
              <b>{headOf(key, rows)}</b>
              <span className="mute small">{count}</span>
            </span>
          )}
          onToggleHead={(key) =>
            change({ closed: new Set(view.closed.has(key) ? [...view.closed].filter((other) => other !== key) : [...view.closed, key]) })
          }
        />
      )}
      {previewed ? (
        <DocumentPreview key={previewed.id} document={previewed} onSave={() => void saveOne(previewed)} />
      ) : (
        <aside className="document-preview" />
      )}
    </div>
  );
}
