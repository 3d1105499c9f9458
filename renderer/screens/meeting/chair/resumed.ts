import type { ChairItemView, ChairView } from '../../../../shared/views/chairing';
import { showDone } from '../../../components/overlays/toasts';

const told = new Set<string>();

/** The conference was begun in this window, so there is nothing to come back to. */
export function noteBegun(meetingId: string): void {
  told.add(meetingId);
}

/** Says once, when a running conference is opened again, that it stands where it was and what typing came back. */
export function tellResumed(view: Pick<ChairView, 'meetingId'>, item: ChairItemView): void {
  if (told.has(view.meetingId)) return;
  told.add(view.meetingId);
  const words = resumedWords(item);
  if (words !== null) showDone(words);
}

/** Null where no typing came back: then the screen itself says enough. */
export function resumedWords(item: Pick<ChairItemView, 'drafts' | 'position' | 'of'>): string | null {
  const fields = Object.entries(item.drafts).filter(([field, text]) => text.trim() !== '' && field !== 'discussion-seen');
  if (fields.length === 0) return null;
  return `The conference stands where it was, at case ${item.position} of ${item.of}. What was typed and not yet recorded is in its ${fields.length === 1 ? 'field' : 'fields'}.`;
}
