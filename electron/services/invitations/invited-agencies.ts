import { type StoredSlot, slotsOf } from '../../../db/queries/agenda-slots';
import { type LatestInvitation, latestInvitations } from '../../../db/queries/invitations';
import type { StoredMeeting } from '../../../db/queries/meetings';
import { listAgencies, listPeople } from '../../../db/queries/scheme';
import { byName } from '../../../shared/language/in-order';
import { type PlaceTime, placeTimeAfter } from '../../../shared/language/place-time';
import type { AgencyInvitation, InvitationState, InvitationTimes } from '../../../shared/views/invitations';
import type { AgencyView, PersonView } from '../../../shared/views/scheme';
import { isMailAddress, type MailAddress } from '../../exchange/mail-draft';
import { agendaDay } from '../agenda/agenda-day';
import { saidOf, staysOf, writtenStays } from '../agenda/agenda-slots';
import { entriesOf, type SlotEntry } from '../agenda/slot-entries';
import type { Session } from '../session';

/** An agency that is invited, or that was. */
export interface Invited {
  readonly slot: StoredSlot & { readonly agencyId: string };
  readonly to: readonly MailAddress[];
  readonly view: AgencyInvitation;
  /** Its calendar entries: those that stand, and those that fell away after it had been sent them. */
  readonly entries: readonly SlotEntry[];
}

/** Partners in the order in which they come, then core agencies, then those that are not needed any more. */
export function invitedTo(session: Session, meeting: StoredMeeting): readonly Invited[] {
  const { read } = session;
  const agencies = new Map(listAgencies(read).map((agency) => [agency.id, agency]));
  const people = listPeople(read).filter(({ isWithdrawn }) => !isWithdrawn);
  const latest = latestInvitations(read, meeting.id);
  const found = slotsOf(read, meeting.id).flatMap(({ agencyId, ...slot }): Invited[] => {
    const agency = agencyId === null ? undefined : agencies.get(agencyId);
    if (!agency) return [];
    const last = latest.get(agency.id);
    const state = stateOf(slot, last);
    if (state === null) return [];
    const to = addressesOf(agency, people);
    const view: AgencyInvitation = {
      agencyId: agency.id,
      agencyName: agency.name,
      isCore: agency.isCore,
      state,
      ...shown(meeting, slot),
      stays: staysOf(slot).map(({ from, to }) => {
        const stay = slotTimes(meeting, { arrives: from, leaves: to });
        return { arrivesAt: stay.from.clock, leavesAt: stay.to.clock };
      }),
      isRemote: slot.isRemote,
      recipients: to.map(({ address }) => address),
      last: last ? madeView(last) : null,
    };
    const asked = last?.sittings ?? [];
    const entries = entriesOf(slot)
      .filter(({ isStanding, sitting }) => isStanding || asked.includes(sitting))
      .toSorted((one, other) => Number(other.isStanding) - Number(one.isStanding));
    return [{ slot: { ...slot, agencyId: agency.id }, to, view, entries }];
  });
  const rank = ({ slot, view }: Invited) => (slot.withdrawnOn !== null ? 2 : view.isCore ? 1 : 0);
  return found.toSorted(
    (one, other) => rank(one) - rank(other) || one.slot.arrives - other.slot.arrives || byName(one.view.agencyName, other.view.agencyName),
  );
}

/** Null where the agency is not needed and was never asked. */
function stateOf(slot: Pick<StoredSlot, 'sequence' | 'withdrawnOn'>, last: LatestInvitation | undefined): InvitationState | null {
  if (slot.withdrawnOn !== null) {
    if (!last) return null;
    return last.isCancellation ? 'cancelled' : 'to-cancel';
  }
  if (!last) return 'to-send';
  return !last.isCancellation && last.sequence === slot.sequence ? 'sent' : 'changed';
}

const madeView = ({ heldOn, recipients, agencyId: _, sequence: __, sittings: ___, ...last }: LatestInvitation) => ({
  ...last,
  on: heldOn,
  recipients: recipients === '' ? [] : recipients.split(', '),
});

type Laid = Pick<StoredSlot, 'arrives' | 'leaves'>;
/** When a slot begins and ends. Throws where the conference has no day, which an issued agenda never is without. */
export function slotTimes(
  { heldOn, startsAt }: StoredMeeting,
  { arrives, leaves }: Laid,
): { readonly from: PlaceTime; readonly to: PlaceTime } {
  if (heldOn === null) throw new Error('A conference has an issued agenda and no day.');
  return { from: placeTimeAfter(heldOn, startsAt, arrives), to: placeTimeAfter(heldOn, startsAt, leaves) };
}

function shown(meeting: StoredMeeting, slot: Laid): InvitationTimes {
  const { from, to } = slotTimes(meeting, slot);
  return { on: from.day, arrivesAt: from.clock, leavesAt: to.clock, place: meeting.place };
}

/** The agency's own address; where it has none, those of its people. */
function addressesOf(agency: AgencyView, people: readonly PersonView[]): readonly MailAddress[] {
  if (isMailAddress(agency.email)) return [{ name: agency.name, address: agency.email }];
  return people
    .filter(({ agencyId, email }) => agencyId === agency.id && isMailAddress(email))
    .map(({ name, email }) => ({ name, address: email }));
}

/** Whether issuing the agenda now would change anybody's time. */
export function isAgendaNewer({ read, today }: Session, meeting: StoredMeeting): boolean {
  if (meeting.agendaVersion === 0 || (meeting.state !== 'agenda-issued' && meeting.state !== 'planned')) return false;
  const said = (slots: readonly Pick<StoredSlot, 'agencyId' | 'arrives' | 'leaves' | 'stays' | 'isRemote'>[]) =>
    slots
      .map((slot) => `${slot.agencyId} ${saidOf(slot)}`)
      .sort()
      .join('\n');
  const issued = slotsOf(read, meeting.id).filter(({ withdrawnOn }) => withdrawnOn === null);
  return said(issued) !== said(agendaDay(read, meeting, today()).plan.slots.map((slot) => ({ ...slot, stays: writtenStays(slot.stays) })));
}
