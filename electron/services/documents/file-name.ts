import { type DocumentKind, documentKindName } from '../../../shared/language/document';

interface NamedDocument {
  readonly kind: DocumentKind;
  /** Empty for the full record. */
  readonly reader: string;
  readonly isFinal: boolean;
}

const mostLetters = 100;

/** A name that every file system takes, and that says what it is without naming anybody on the scheme. */
export function fileNameOf(number: string, version: number, { kind, reader, isFinal }: NamedDocument): string {
  const draft = kind === 'minutes' && !isFinal ? 'DRAFT' : '';
  const whole = [number, version > 1 ? `v${version}` : '', documentKindName[kind], reader, draft];
  const over = whole.filter(Boolean).join(' ').length - mostLetters;
  // Whatever else is cut, a draft says that it is one.
  return `${safeName(over > 0 ? whole.with(3, reader.slice(0, Math.max(0, reader.length - over)).replace(/\s+\S*$/, '')) : whole)}.pdf`;
}

/**
 * Letters, digits, spaces, dots and hyphens: what Windows, OneDrive and a zip all take. The prefix of a number is the
 * scheme's own, so even the first word may be one that Windows keeps for a device (`CON`, `LPT1`), or a dot.
 */
export function safeName(parts: readonly string[]): string {
  const plain = parts
    .filter(Boolean)
    .join(' ')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9 .-]/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, mostLetters)
    // Windows drops dots and spaces at the end without a word, and a dot in front hides a file elsewhere.
    .replace(/^[. ]+|[. ]+$/g, '');
  if (plain === '') return 'Document';
  return /^(con|prn|aux|nul|com\d|lpt\d)(?=$|[. ])/i.test(plain) ? `Document ${plain}` : plain;
}

/**
 * Names the files of one folder, each unlike those before it and those that are taken: a number stands before its ending
 * where it would not be. Capitals make no difference to Windows.
 */
export function folderNames(taken: readonly string[] = []): (fileName: string) => string {
  const inFolder = new Set(taken.map((name) => name.toLowerCase()));
  return (fileName) => {
    const dot = fileName.lastIndexOf('.');
    const [name, ending] = dot > 0 ? [fileName.slice(0, dot), fileName.slice(dot)] : [fileName, ''];
    let unused = fileName;
    for (let number = 2; inFolder.has(unused.toLowerCase()); number += 1) unused = `${name} (${number})${ending}`;
    inFolder.add(unused.toLowerCase());
    return unused;
  };
}
