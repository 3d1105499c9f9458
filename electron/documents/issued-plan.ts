import type { Content } from 'pdfmake/interfaces';
import type { DocumentPlan } from './layout/definition';
import type { DocumentScheme, IssuedDocument } from './views';
import { documentMark, forWhom } from './words';

interface Issued {
  readonly scheme: DocumentScheme;
  readonly document: IssuedDocument;
}

/** What every document of the ledger has about its content: whose it is, for whom, how it is marked, and what it says of itself. */
export function issuedPlan({ scheme, document }: Issued, title: string, content: readonly Content[]): DocumentPlan {
  return {
    brand: scheme.brand,
    title,
    marking: scheme.marking,
    forWhom: forWhom(document),
    isDemonstration: scheme.isDemonstration,
    isFinal: document.isFinal,
    mark: documentMark(document),
    content,
  };
}
