import { FileText } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { counted } from '../../../shared/language/counted';
import type { DocumentRow, SentOut } from '../../../shared/views/documents';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { GoTo } from '../../components/GoTo';
import { KeyHint, KeyHints } from '../../components/KeyHint';
import { ExportMenu } from '../../components/lists/ExportMenu';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { FetchedScreen } from '../../frame/FetchedScreen';
import { Screen } from '../../frame/Screen';
import { useKeys } from '../../keys/keys';
import { paths } from '../../routes';
import { DocumentsList } from './DocumentsList';
import { type DocumentsView, kindChoiceName, lookAtDocuments } from './documents-view';
import { IssueDialog } from './IssueDialog';
import { rememberedDocument } from './remembered';
import { useFileVerifier, VerificationResult, VerifyButton, VerifyDrop } from './VerifyFile';
import './documents.css';

/** How many lie where, and why the others do not. */
function savedWords({ path, written, problems }: SentOut): string {
  const [first] = problems;
  const missing = first ? ` ${counted(problems.length, 'document')} could not be saved. ${first.problem}` : '';
  return `Saved ${counted(written, 'document')} in ${path}.${missing}`;
}

/** Everything that was issued: what, which version, to whom, when, and the very bytes. */
export default function Documents() {
  const list = useVerb('documents', 'list');
  return (
    <FetchedScreen query={list} what="the documents" title="Documents">
      {(rows) => <Listed rows={rows} />}
    </FetchedScreen>
  );
}

function Listed({ rows }: { readonly rows: readonly DocumentRow[] }) {
  const [view, setView] = useState<DocumentsView>({ kind: 'all', text: '', closed: new Set() });
  const deferred = useDeferredValue(view);
  const entries = useMemo(() => lookAtDocuments(rows, deferred), [rows, deferred]);
  const saveAll = useAction('documents', 'saveAll');
  const verifier = useFileVerifier();
  const { may } = useScheme();
  const [isIssuing, setIssuing] = useState(false);
  useKeys('Documents', [{ keys: 'N', says: 'Issue a document', run: () => setIssuing(true), isOff: !may('issue-packs') }]);
  const [selected, setSelected] = useState<string | null>(rememberedDocument);
  const shown = entries.flatMap((entry) => (entry.kind === 'row' && entry.row.isHere ? [entry.row] : []));
  async function saveShown() {
    const ids = shown.slice(0, 500).map(({ id }) => id);
    const saved = await saveAll.run({ ids });
    if (saved.ok && saved.value !== null) showDone(savedWords(saved.value));
  }
  return (
    <Screen
      title="Documents"
      beside={
        <>
          <span role="status">{`${rows.length.toLocaleString('en-GB')} issued`}</span>
          {rows.length === 0 ? null : (
            <KeyHints
              hints={[
                ['↑', '↓', 'move'],
                ['S', 'save'],
              ]}
            />
          )}
        </>
      }
      buttons={
        <>
          <VerifyButton verifier={verifier} />
          {may('export-register') ? (
            <ExportMenu
              list="documents"
              noun="lines of the ledger"
              shown={() => ({
                ids: entries.flatMap((entry) => (entry.kind === 'row' ? [entry.row.id] : [])),
                columns: null,
                seenAs: [view.kind === 'all' ? '' : kindChoiceName(view.kind), view.text.trim() === '' ? '' : 'a search']
                  .filter(Boolean)
                  .join('; '),
              })}
              isOff={entries.length === 0}
            />
          ) : null}
          <Button size="small" onPress={() => void saveShown()} isDisabled={shown.length === 0 || saveAll.isBusy}>
            Save all shown…
          </Button>
          {may('issue-packs') ? (
            <Button size="small" look="primary" onPress={() => setIssuing(true)}>
              Issue… <KeyHint>N</KeyHint>
            </Button>
          ) : null}
        </>
      }
    >
      {isIssuing ? (
        <IssueDialog
          onClose={() => setIssuing(false)}
          onIssued={(document) => {
            setIssuing(false);
            setView({ kind: 'all', text: '', closed: new Set() });
            setSelected(document.id);
            showDone(`Issued as ${document.number}${document.version > 1 ? `, version ${document.version}` : ''}`);
          }}
        />
      ) : null}
      <VerifyDrop verifier={verifier}>
        <VerificationResult
          verifier={verifier}
          onShow={(id) => {
            setView({ kind: 'all', text: '', closed: new Set() });
            setSelected(id);
          }}
        />
        {rows.length === 0 ? (
          <EmptyState
            title="Nothing has been issued yet"
            icon={<FileText aria-hidden />}
            buttons={<GoTo path={paths.meeting()}>Go to the conference</GoTo>}
          >
            Agendas, minutes and tasking packs are kept here as they were issued, each with its number, version, reader and fingerprint.
            They are made in the meeting: an agenda before it, minutes and packs as it closes.
          </EmptyState>
        ) : (
          <DocumentsList
            rows={rows}
            entries={entries}
            view={view}
            change={(part) => setView((before) => ({ ...before, ...part }))}
            at={selected}
            onSelect={setSelected}
          />
        )}
      </VerifyDrop>
    </Screen>
  );
}
