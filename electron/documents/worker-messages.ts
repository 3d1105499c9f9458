import type { DocumentRequest, RenderedDocument } from './request';

/** What passes between the app and the worker that makes documents: one answer to each job, by its number. */
export interface DocumentJob {
  readonly job: number;
  readonly request: DocumentRequest;
}

export type DocumentAnswer =
  | { readonly job: number; readonly ok: true; readonly document: RenderedDocument }
  /** The message of the failure never holds words of the document. */
  | { readonly job: number; readonly ok: false; readonly message: string };
