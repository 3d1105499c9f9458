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

/** Whom a service takes: in custody, in the community, or both. */
export const serviceSettings = ['community', 'custody'] as const;
export type ServiceSetting = (typeof serviceSettings)[number];
