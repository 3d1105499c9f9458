/** Where a referral to a service stands. */
export const referralStates = ['waiting', 'accepted', 'started', 'refused', 'completed', 'ended'] as const;
export type ReferralState = (typeof referralStates)[number];
export const referralStateName: Readonly<Record<ReferralState, string>> = {
  waiting: 'Waiting',
  accepted: 'Accepted',
  started: 'Started',
  refused: 'Refused',
  completed: 'Completed',
  ended: 'Ended early',
};

/** A referral that still makes the service the case's concern. */
export const openReferralStates: readonly ReferralState[] = ['waiting', 'accepted', 'started'];
export const isOpenReferral = (state: ReferralState) => openReferralStates.includes(state);

/** Whom a service takes: in custody, in the community, or both. */
export const serviceSettings = ['community', 'custody'] as const;
export type ServiceSetting = (typeof serviceSettings)[number];
export const serviceSettingName: Readonly<Record<ServiceSetting, string>> = { community: 'In the community', custody: 'In custody' };
