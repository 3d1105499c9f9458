export const documentKinds = [
  'minutes',
  'tasking-pack',
  'agenda',
  'recovery-sheet',
  'case-summary',
  'attendance-sheet',
  'action-list',
  'briefing',
  'quarterly-report',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentKindName: Readonly<Record<DocumentKind, string>> = {
  minutes: 'Minutes',
  'tasking-pack': 'Tasking pack',
  agenda: 'Agenda',
  'recovery-sheet': 'Recovery sheet',
  'case-summary': 'Case summary',
  'attendance-sheet': 'Attendance sheet',
  'action-list': 'Action list',
  briefing: 'Briefing',
  'quarterly-report': 'Quarterly report',
};

/** Which kinds have a Word edition: what people edit, or read with a screen reader. */
export const hasWordEdition = (kind: DocumentKind) => kind === 'minutes' || kind === 'action-list' || kind === 'quarterly-report';

/** How a document reached the one who has it. */
export const deliveryWays = ['by-hand', 'email-draft', 'saved', 'printed', 'shared-folder'] as const;
export type DeliveryWay = (typeof deliveryWays)[number];

export const deliveryWayName: Readonly<Record<DeliveryWay, string>> = {
  'by-hand': 'handed over',
  'email-draft': 'e-mail draft',
  saved: 'saved to send',
  printed: 'printed',
  'shared-folder': 'through the shared folder',
};

/** Larger than any document that is issued, in bytes: 60 cases are half a megabyte. */
export const mostFileToVerify = 100_000_000;
