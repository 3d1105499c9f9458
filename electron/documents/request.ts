import type {
  ActionListView,
  AgendaDocumentView,
  AttendanceSheetView,
  BriefingView,
  CaseSummaryView,
  MinutesView,
  PackView,
  QuarterlyReportView,
  RecoverySheetDocumentView,
  SubjectAccessView,
} from './views';

/** A document to be made. `creationDate` is an instant; the same request always gives the same bytes. */
export type DocumentRequest = {
  readonly creationDate: string;
  /** The Word edition, which the kinds of `hasWordEdition` have. */
  readonly edition?: 'word';
  /** Opens the PDF; whoever has it can read, print and copy. Such a file is not the same to the byte each time. */
  readonly password?: string;
} & (
  | { readonly kind: 'minutes'; readonly view: MinutesView }
  | { readonly kind: 'tasking-pack'; readonly view: PackView }
  | { readonly kind: 'agenda'; readonly view: AgendaDocumentView }
  | { readonly kind: 'recovery-sheet'; readonly view: RecoverySheetDocumentView }
  | { readonly kind: 'subject-access'; readonly view: SubjectAccessView }
  | { readonly kind: 'case-summary'; readonly view: CaseSummaryView }
  | { readonly kind: 'attendance-sheet'; readonly view: AttendanceSheetView }
  | { readonly kind: 'action-list'; readonly view: ActionListView }
  | { readonly kind: 'briefing'; readonly view: BriefingView }
  | { readonly kind: 'quarterly-report'; readonly view: QuarterlyReportView }
);

export interface RenderedDocument {
  /** The PDF, or the Word file where that was asked for. */
  readonly bytes: Uint8Array;
  /** Of the PDF; Word counts its own. */
  readonly pages: number;
}
