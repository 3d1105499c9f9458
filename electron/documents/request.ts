import type { AgendaDocumentView, CaseSummaryView, MinutesView, PackView, RecoverySheetDocumentView } from './views';

/** A document to be made. `creationDate` is an instant; the same request always gives the same bytes. */
export type DocumentRequest = { readonly creationDate: string } & (
  | { readonly kind: 'minutes'; readonly view: MinutesView }
  | { readonly kind: 'tasking-pack'; readonly view: PackView }
  | { readonly kind: 'agenda'; readonly view: AgendaDocumentView }
  | { readonly kind: 'recovery-sheet'; readonly view: RecoverySheetDocumentView }
  | { readonly kind: 'case-summary'; readonly view: CaseSummaryView }
);

export interface RenderedDocument {
  /** The PDF. */
  readonly bytes: Uint8Array;
  readonly pages: number;
}
