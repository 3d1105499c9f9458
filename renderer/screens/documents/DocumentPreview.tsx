import { Download } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../../shared/language/counted';
import { documentKindName } from '../../../shared/language/document';
import type { DocumentRow } from '../../../shared/views/documents';
import { Button } from '../../components/Button';
import { Segmented } from '../../components/fields/Segmented';
import { KeyHint } from '../../components/KeyHint';
import { Fetched } from '../../components/Loading';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { issuedWords, sizeWords, standing } from './documents-view';
import { Holders } from './Holders';
import { PdfPages } from './PdfPages';
import { ProtectedCopy } from './ProtectedCopy';
import { usePrint } from './use-print';

type Side = 'pages' | 'holders' | 'password';

/** One document: what is recorded of it, and its pages. */
export function DocumentPreview({ document, onSave }: { readonly document: DocumentRow; readonly onSave: () => void }) {
  const { scheme } = useScheme();
  const saveWord = useAction('documents', 'saveWord');
  async function saveAsWord() {
    const saved = await saveWord.run({ id: document.id });
    if (saved.ok && saved.value !== null) showDone(`Saved as ${saved.value}`);
  }
  const { isPrinting, print } = usePrint();
  const [side, setSide] = useState<Side>('pages');
  const sides: readonly { readonly id: Side; readonly name: string }[] = [
    { id: 'pages', name: 'Pages' },
    ...(scheme.me.role === 'partner' ? [] : [{ id: 'holders', name: 'Who has it' } as const]),
    ...(document.isMadeHere ? [{ id: 'password', name: 'With a password' } as const] : []),
  ];
  const shown = sides.some(({ id }) => id === side) ? side : 'pages';
  return (
    <aside className="document-preview" aria-label={`${documentKindName[document.kind]} ${document.number}`}>
      <header>
        <div className="row">
          <h2 className="grow">{document.title}</h2>
          <Button size="small" onPress={() => void print(document.id)} isDisabled={!document.isHere || isPrinting}>
            {isPrinting ? 'Printing…' : 'Print…'}
          </Button>
          {document.hasWord ? (
            <Button size="small" onPress={() => void saveAsWord()} isDisabled={saveWord.isBusy}>
              {saveWord.isBusy ? 'Making it…' : 'Word…'}
            </Button>
          ) : null}
          <Button size="small" onPress={onSave} isDisabled={!document.isHere}>
            <Download aria-hidden /> Save… <KeyHint>S</KeyHint>
          </Button>
        </div>
        <dl>
          <dt>Number</dt>
          <dd>
            {document.number}, {standing(document).toLowerCase()}
            {document.sharesNumber ? (
              <span className="late"> Another document bears this number: two computers issued at one time. Name it with its reader.</span>
            ) : null}
          </dd>
          <dt>For</dt>
          <dd>{document.recipient}</dd>
          <dt>Issued</dt>
          <dd>
            {issuedWords(document.issuedAt)}, by {document.issuedByName}
          </dd>
          <dt>File</dt>
          <dd>
            {counted(document.pages, 'page')}, {sizeWords(document.size)}
          </dd>
          <dt>Fingerprint</dt>
          <dd className="document-hash" title="SHA-256 of the file’s bytes">
            {document.sha256}
          </dd>
        </dl>
        {sides.length > 1 ? <Segmented label="Show" choices={sides} value={shown} onChange={setSide} /> : null}
      </header>
      {shown === 'holders' ? (
        <Holders document={document} />
      ) : shown === 'password' ? (
        <ProtectedCopy document={document} />
      ) : document.isHere ? (
        <Pages id={document.id} title={document.title} />
      ) : (
        <p className="soft document-elsewhere">
          Issued on another computer, and not come here. Recent papers come through the shared folder by themselves; an older one can be had
          from the computer that issued it.
        </p>
      )}
    </aside>
  );
}

function Pages({ id, title }: { readonly id: string; readonly title: string }) {
  const bytes = useVerb('documents', 'bytes', { id });
  return (
    <Fetched query={bytes} what="the document">
      {(content) => <PdfPages bytes={content} title={title} />}
    </Fetched>
  );
}
