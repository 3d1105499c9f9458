import { FileCheck, FileQuestion, FileWarning, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button as AriaButton, DropZone, type FileDropItem, FileTrigger } from 'react-aria-components';
import { mostFileToVerify } from '../../../shared/language/document';
import type { Verification } from '../../../shared/views/documents';
import { Button } from '../../components/Button';
import { type Outcome, useAction } from '../../data/queries';
import { verificationWords } from './verification-words';

interface Verified {
  readonly fileName: string;
  readonly outcome: Outcome<Verification>;
}

export interface FileVerifier {
  readonly verified: Verified | null;
  readonly isBusy: boolean;
  readonly check: (file: File) => Promise<void>;
  /** Something was dropped that cannot be checked: a folder, or text. */
  readonly refuse: (name: string) => void;
  readonly clear: () => void;
}

/** Holds files against the ledger, one after another; the last answer stays until it is dismissed. */
export function useFileVerifier(): FileVerifier {
  const verify = useAction('documents', 'verify', 'inline');
  const [verified, setVerified] = useState<Verified | null>(null);
  async function check(file: File) {
    // Not even read: half a gigabyte of something else would stop the window for seconds.
    const outcome: Outcome<Verification> = file.size > mostFileToVerify ? { ok: true, value: { kind: 'unknown' } } : await held(file);
    setVerified({ fileName: file.name, outcome });
  }
  const held = (file: File) =>
    file
      .arrayBuffer()
      .then((bytes) => verify.run({ bytes: new Uint8Array(bytes) }))
      .catch((): Outcome<Verification> => ({ ok: false, problem: 'This file could not be read. Choose it again.' }));
  const refuse = (fileName: string) =>
    setVerified({ fileName, outcome: { ok: false, problem: 'This is not a file. Drop one document at a time, as a PDF or a Word file.' } });
  return { verified, isBusy: verify.isBusy, check, refuse, clear: () => setVerified(null) };
}

export function VerifyButton({ verifier }: { readonly verifier: FileVerifier }) {
  return (
    <FileTrigger
      acceptedFileTypes={['.pdf', '.docx']}
      onSelect={(files) => {
        const [file] = files ?? [];
        if (file) void verifier.check(file);
      }}
    >
      <Button size="small" isDisabled={verifier.isBusy}>
        {verifier.isBusy ? 'Checking…' : 'Check a file…'}
      </Button>
    </FileTrigger>
  );
}

/** The whole list takes a file that is dropped on it. */
export function VerifyDrop({ verifier, children }: { readonly verifier: FileVerifier; readonly children: ReactNode }) {
  return (
    <DropZone
      className="documents-drop"
      aria-label="Drop a document here to check it"
      getDropOperation={() => 'copy'}
      onDrop={({ items }) => {
        const dropped = items.find((item): item is FileDropItem => item.kind === 'file');
        const folder = items.find((item) => item.kind === 'directory');
        if (dropped) void dropped.getFile().then(verifier.check);
        else verifier.refuse(folder?.name ?? 'what was dropped');
      }}
    >
      {children}
    </DropZone>
  );
}

interface VerificationResultProps {
  readonly verifier: FileVerifier;
  readonly onShow: (documentId: string) => void;
}

/** The answer in a sentence, and the document that it speaks of a click away. */
export function VerificationResult({ verifier: { verified, clear }, onShow }: VerificationResultProps) {
  if (verified === null) return null;
  const { outcome, fileName } = verified;
  const { tone, title, words } = outcome.ok ? verificationWords(outcome.value) : { tone: 'wrong', title: outcome.problem, words: '' };
  const Icon = tone === 'right' ? FileCheck : tone === 'wrong' ? FileWarning : FileQuestion;
  const document = outcome.ok && 'document' in outcome.value ? outcome.value.document : null;
  return (
    <div className={`verification ${tone}`} role="status">
      <Icon aria-hidden />
      <p className="grow">
        <b>{title}</b> {words} <span className="soft">({fileName})</span>
      </p>
      {document ? (
        <Button size="small" onPress={() => onShow(document.id)}>
          Show {document.number}
        </Button>
      ) : null}
      <AriaButton className="icon-button" aria-label="Dismiss" onPress={clear}>
        <X aria-hidden />
      </AriaButton>
    </div>
  );
}
