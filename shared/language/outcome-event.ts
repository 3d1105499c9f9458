/** What is counted before and after adoption: never the yes or no of reconviction alone (HMI 8.19, 8.26). */
export const outcomeEventKinds = ['arrest', 'charge', 'conviction', 'breach', 'recall', 'positive'] as const;
export type OutcomeEventKind = (typeof outcomeEventKinds)[number];
export const outcomeEventName: Readonly<Record<OutcomeEventKind, string>> = {
  arrest: 'Arrest',
  charge: 'Charge',
  conviction: 'Conviction',
  breach: 'Breach',
  recall: 'Recall',
  positive: 'Something went well',
};

/** Severity of an offence, the gravest first. Grouped, since whole offence lists differ between forces. */
export const severityGroups = ['most-serious', 'serious', 'middling', 'less-serious'] as const;
export type SeverityGroup = (typeof severityGroups)[number];
export const severityGroupName: Readonly<Record<SeverityGroup, string>> = {
  'most-serious': 'Most serious',
  serious: 'Serious',
  middling: 'Middling',
  'less-serious': 'Less serious',
};

/** Intermediate outcomes (STRAT 29). */
export const positiveKinds = ['job', 'training', 'tenancy', 'treatment-completed', 'debt-settled', 'family', 'other'] as const;
export type PositiveKind = (typeof positiveKinds)[number];
export const positiveKindName: Readonly<Record<PositiveKind, string>> = {
  job: 'Found or kept a job',
  training: 'Began or finished training',
  tenancy: 'Tenancy or settled home',
  'treatment-completed': 'Completed treatment',
  'debt-settled': 'Debt or benefits settled',
  family: 'Family contact restored',
  other: 'Something else',
};

export const custodyKinds = ['sentence', 'remand', 'recall'] as const;
export type CustodyKind = (typeof custodyKinds)[number];
export const custodyKindName: Readonly<Record<CustodyKind, string>> = { sentence: 'Sentence', remand: 'Remand', recall: 'Recall' };
