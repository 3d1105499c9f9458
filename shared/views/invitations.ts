/**
 * `to-send`: never made. `sent`: made, and still right. `changed`: made, and the time or place is another one since.
 * `to-cancel`: made, and the agency is not needed any more. `cancelled`: and it was told so.
 */
export type InvitationState = 'to-send' | 'sent' | 'changed' | 'to-cancel' | 'cancelled';

export interface InvitationTimes {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** `HH:MM` in the scheme's place. */
  readonly arrivesAt: string;
  readonly leavesAt: string;
  readonly place: string;
}

export interface MadeInvitation extends InvitationTimes {
  readonly isCancellation: boolean;
  /** Addresses; empty where none was known. */
  readonly recipients: readonly string[];
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  readonly madeByName: string;
}

export interface AgencyInvitation extends InvitationTimes {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly isCore: boolean;
  /** It takes part by call. */
  readonly isRemote: boolean;
  /** One, or more where it comes more than once, `HH:MM` each. */
  readonly stays: readonly { readonly arrivesAt: string; readonly leavesAt: string }[];
  readonly state: InvitationState;
  /** Where it would go; empty where no address of the agency is known. */
  readonly recipients: readonly string[];
  /** What the agency was sent last; null where nothing was. */
  readonly last: MadeInvitation | null;
}

export interface InvitationsView {
  readonly meetingId: string;
  /** 0 while no agenda is issued, and then there is nobody to invite. */
  readonly agendaVersion: number;
  readonly isCancelled: boolean;
  /** The agenda was changed since it was issued, so the times here are not those of what is on the screen. */
  readonly isAgendaNewer: boolean;
  /** Partners in the order in which they come, then core agencies, then those that are not needed any more. */
  readonly agencies: readonly AgencyInvitation[];
}

export interface SavedInvitations {
  readonly folder: string;
  readonly saved: readonly { readonly agencyId: string; readonly fileName: string }[];
  /** Of those that could not be saved, why. */
  readonly problems: readonly { readonly agencyId: string; readonly problem: string }[];
}
