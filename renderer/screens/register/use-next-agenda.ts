import { caseName } from '../../../shared/language/case-name';
import { formatDay } from '../../../shared/language/dates';
import { byText } from '../../../shared/language/in-order';
import { showDone, showFailure } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';

/** Puts a case on the agenda of the next conference that has not begun, and says which that is. */
export function useNextAgenda() {
  const meetings = useVerb('meetings', 'list');
  const { today } = useScheme();
  const addCases = useAction('agenda', 'addCases');
  const next = (meetings.data ?? [])
    .filter(({ state, heldOn }) => (state === 'planned' || state === 'agenda-issued') && heldOn !== null && heldOn >= today)
    .sort((a, b) => byText(a.heldOn ?? '', b.heldOn ?? ''))[0];
  const add = async ({ id, surname, forenames }: { readonly id: string; readonly surname: string; readonly forenames: string }) => {
    if (!next?.heldOn) {
      showFailure('No conference is planned, so there is no agenda to put the case on. Plan one on the Meeting screen.');
      return;
    }
    const done = await addCases.run({ meetingId: next.id, caseIds: [id], reason: 'by-hand' });
    if (done.ok) showDone(`${caseName(surname, forenames)} is on the agenda for ${formatDay(next.heldOn)}`);
  };
  return { add, isBusy: addCases.isBusy };
}
