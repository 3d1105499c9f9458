import { type Colour, colours } from '../../../../shared/language/colour';
import { type SchemeDecision, schemeDecisions } from '../../../../shared/language/meeting';
import type { ChairItemView } from '../../../../shared/views/chairing';

/** The names under which the chairing screen keeps what is typed on a case. */
export const draftFields = [
  'discussion',
  'discussion-seen',
  'colour',
  'colour-reason',
  'decision',
  'decision-text',
  'rationale',
  'agreed',
  'dissent',
  'review-due',
  'action',
  'action-corrections',
  'general-action',
  'general-corrections',
  'update',
  'update-agency',
  'settle-note',
] as const;
export type DraftField = (typeof draftFields)[number];

/** Reads one draft: what was typed here, else what was kept before; undefined where nothing was. */
export type DraftReader = (field: DraftField) => string | undefined;

/** What was typed in this window comes first; an emptied draft on the disk is none. */
export function draftReader(item: Pick<ChairItemView, 'drafts'>, typed: (field: DraftField) => string | null | undefined): DraftReader {
  return (field) => {
    const here = typed(field);
    return here === undefined ? item.drafts[field] || undefined : (here ?? undefined);
  };
}

export interface DecisionDraft {
  readonly decision: SchemeDecision | null;
  readonly decisionText: string;
  readonly rationale: string;
  readonly dissent: string;
  readonly agreedBy: readonly string[];
  readonly reviewDue: string | null;
}

export interface ColourDraft {
  readonly colour: Colour | null;
  readonly reason: string;
}

const listed = (ids: string | undefined) => (ids ?? '').split(',').filter((id) => id !== '');
const cleared = (text: string) => (text.trim() === '' ? '' : text);

export function discussionOf(item: ChairItemView, read: DraftReader): string {
  return read('discussion') ?? item.discussion;
}

/** Line ends and the like are cleaned on the way in, so the two are compared as they will be stored. */
export function isDiscussionPending(item: ChairItemView, read: DraftReader): boolean {
  return discussionOf(item, read).normalize('NFC').trimEnd() !== item.discussion.trimEnd();
}

/** What is taken for granted until somebody says otherwise: who agrees, and when the case is next reviewed. */
export interface DecisionDefaults {
  readonly agreedBy: readonly string[];
  readonly reviewDue: string;
}

export function decisionOf(item: ChairItemView, read: DraftReader, defaults: DecisionDefaults): DecisionDraft {
  const typed = read('decision');
  const agreed = read('agreed');
  return {
    decision: schemeDecisions.find((each) => each === typed) ?? item.decision,
    decisionText: read('decision-text') ?? item.decisionText,
    rationale: read('rationale') ?? item.rationale,
    dissent: read('dissent') ?? item.dissent,
    agreedBy: agreed !== undefined ? listed(agreed) : item.decision === null ? defaults.agreedBy : item.agreedBy,
    reviewDue: read('review-due') ?? (item.decision === null ? defaults.reviewDue : item.case.fields.reviewDue),
  };
}

export function isDecisionPending(item: ChairItemView, draft: DecisionDraft): boolean {
  if (draft.decision === null)
    return cleared(draft.rationale) !== '' || cleared(draft.decisionText) !== '' || cleared(draft.dissent) !== '';
  return (
    draft.decision !== item.decision ||
    draft.decisionText.trimEnd() !== item.decisionText.trimEnd() ||
    draft.rationale.trimEnd() !== item.rationale.trimEnd() ||
    draft.dissent.trimEnd() !== item.dissent.trimEnd() ||
    draft.reviewDue !== item.case.fields.reviewDue ||
    [...draft.agreedBy].sort().join() !== [...item.agreedBy].sort().join()
  );
}

export function colourDraftOf(read: DraftReader): ColourDraft {
  const typed = read('colour');
  return { colour: colours.find((each) => each === typed) ?? null, reason: read('colour-reason') ?? '' };
}

/** What keeps a decision from being recorded, in a sentence; null where nothing does. */
export function decisionProblem(draft: DecisionDraft, surname: string): { readonly field: DraftField; readonly words: string } | null {
  if (draft.decision === null)
    return { field: 'decision', words: `No decision yet on ${surname}: S stays on the scheme, T goes to panel.` };
  if (draft.decision !== 'stays' && draft.rationale.trim() === '')
    return {
      field: 'rationale',
      words: draft.decision === 'deselect' ? 'Leaving the scheme needs a reason.' : 'Going to panel needs a reason.',
    };
  return null;
}

export function colourProblem(draft: ColourDraft, colourName: string): { readonly field: DraftField; readonly words: string } | null {
  if (draft.colour === null) return null;
  return draft.reason.trim() === '' ? { field: 'colour-reason', words: `${colourName} needs a reason.` } : null;
}
