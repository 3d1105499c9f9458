/**
 * A conference is planned, its agenda issued, it runs, its minutes are a draft once it is closed, and final once
 * issued as final. From `final` on nothing about it changes but by a correction, which is a new version. One that will not
 * take place is cancelled, as long as it has not begun; it stays where it is, as an entry that nothing is done with.
 */
export const meetingStates = ['planned', 'agenda-issued', 'running', 'closed', 'final', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

export const meetingKinds = ['conference', 'panel'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const attendanceStatuses = ['present', 'apologies-with-update', 'apologies', 'absent', 'observer'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];
export const attendanceName: Readonly<Record<AttendanceStatus, string>> = {
  present: 'Present',
  'apologies-with-update': 'Apologies, update sent',
  apologies: 'Apologies',
  absent: 'Absent',
  observer: 'Observer',
};

export const agendaItemStates = ['waiting', 'current', 'discussed', 'deferred'] as const;
export type AgendaItemState = (typeof agendaItemStates)[number];

export const schemeDecisions = ['stays', 'to-panel', 'deselect'] as const;
export type SchemeDecision = (typeof schemeDecisions)[number];
export const schemeDecisionName: Readonly<Record<SchemeDecision, string>> = {
  stays: 'Stays on scheme',
  'to-panel': 'To panel',
  deselect: 'Deselect',
};

/** Why a case is on an agenda. */
export const agendaReasons = ['due', 'changed', 'red', 'open-actions', 'by-hand'] as const;
export type AgendaReason = (typeof agendaReasons)[number];
export const agendaReasonName: Readonly<Record<AgendaReason, string>> = {
  due: 'Review due',
  changed: 'Changed since last time',
  red: 'Red',
  'open-actions': 'Actions to settle',
  'by-hand': 'Added by hand',
};

/** The default wording; each scheme may edit its own. Held to what CAM and the MAPPA guidance expect of such a statement. */
export const defaultConfidentialityStatement =
  'What is said here is shared only to reduce reoffending and protect the public. It stays within the agencies named on the agenda, ' +
  'is not passed on without the consent of the agency that gave it unless the law requires it, and is kept locked away or encrypted.';
export const defaultPurpose =
  'To agree, for each person on the scheme, a shared picture of risk and need, a colour, and the actions that will reduce offending ' +
  'and help the person to stop.';
export const defaultLegalBasis =
  'Information is shared under section 115 of the Crime and Disorder Act 1998 and section 14 of the Offender Management Act 2007, and ' +
  'processed under Part 3 of the Data Protection Act 2018 or Article 6(1)(e) of the UK GDPR, as the partnership’s information sharing ' +
  'agreement sets out.';
