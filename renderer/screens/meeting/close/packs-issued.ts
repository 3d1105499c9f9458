import { counted } from '../../../../shared/language/counted';
import type { IssuedSummary } from '../../../../shared/views/documents';

type ForAgency = IssuedSummary['perAgency'][number];

/** What came of issuing packs: those that could not be made first, then those that were, and whom nothing concerns. */
export interface PacksIssuedView {
  readonly words: string;
  readonly failed: readonly ForAgency[];
  readonly made: readonly ForAgency[];
  readonly without: readonly ForAgency[];
}

export function packsIssued({ perAgency }: IssuedSummary): PacksIssuedView {
  const failed = perAgency.filter(({ problem }) => problem !== null);
  const made = perAgency.filter(({ documentId }) => documentId !== null);
  const without = perAgency.filter(({ documentId, problem }) => documentId === null && problem === null);
  const words = [`${counted(made.length, 'pack')} issued`, ...(failed.length > 0 ? [`${failed.length} could not be made`] : [])];
  return { words: `${words.join(', ')}.`, failed, made, without };
}
