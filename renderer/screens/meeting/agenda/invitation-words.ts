import { formatDay, formatDayWithYear } from '../../../../shared/language/dates';
import { clockTimeOf, dayOf } from '../../../../shared/language/scheme-place';
import type { AgencyInvitation, InvitationsView, MadeInvitation } from '../../../../shared/views/invitations';

/** Those that somebody has yet to be told. */
export const isOwed = ({ state }: AgencyInvitation) => state === 'to-send' || state === 'changed' || state === 'to-cancel';
export const owedIn = ({ agencies }: InvitationsView) => agencies.filter(isOwed).map(({ agencyId }) => agencyId);

/** What an agency was told, and whether that is still right, in a line. */
export function stateWords({ state, last, ...now }: AgencyInvitation): string {
  if (last === null) return 'Not saved yet';
  const when = madeWords(last);
  switch (state) {
    case 'to-send':
    case 'sent':
      return `Saved ${when}`;
    case 'changed':
      return last.isCancellation ? 'Called off, and needed again: send again' : `Changed since: was ${beforeWords(last, now)}. Send again`;
    case 'to-cancel':
      return `Not needed any more: was asked for ${last.arrivesAt}. Call it off`;
    case 'cancelled':
      return `Called off, saved ${when}`;
  }
}

const madeWords = ({ madeAt, madeByName }: MadeInvitation) =>
  `${formatDay(dayOf(madeAt))}, ${clockTimeOf(madeAt)}${madeByName === '' ? '' : ` by ${madeByName}`}`;

/** Only what differs: the time, the day or the place. */
function beforeWords(last: MadeInvitation, now: Pick<AgencyInvitation, 'on' | 'arrivesAt' | 'leavesAt' | 'place'>): string {
  const parts = [
    last.on === now.on ? '' : formatDayWithYear(last.on),
    last.on === now.on && last.arrivesAt === now.arrivesAt && last.leavesAt === now.leavesAt ? '' : `${last.arrivesAt}–${last.leavesAt}`,
    last.place === now.place ? '' : last.place || 'without a place',
  ].filter(Boolean);
  return parts.length === 0 ? 'another version' : parts.join(', ');
}

/** What the button that saves them all says. */
export function saveAllWords(view: InvitationsView): string {
  const owed = owedIn(view).length;
  if (owed === 0) return 'Save all again';
  return owed === 1 ? 'Save 1 draft' : `Save ${owed} drafts`;
}

/** How things stand, in a sentence. */
export function summaryWords(view: InvitationsView): string {
  const owed = owedIn(view).length;
  if (view.isCancelled)
    return owed === 0 ? 'The conference is cancelled, and everybody asked was told.' : `The conference is cancelled. ${owed} to be told.`;
  if (owed === 0) return 'Every agency has what it needs to know.';
  return `${owed} of ${view.agencies.length} ${owed === 1 ? 'has' : 'have'} yet to be told.`;
}
