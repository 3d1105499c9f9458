/** In which way a place ended, or never began: each has its own rule for how long is kept what is held. */
export const retentionKinds = ['left', 'transferred', 'died', 'never-adopted'] as const;
export type RetentionKind = (typeof retentionKinds)[number];
