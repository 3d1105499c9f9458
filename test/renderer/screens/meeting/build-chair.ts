import type { ActionRow } from '../../../../shared/views/actions';
import type { AgencySlot } from '../../../../shared/views/agenda';
import type { CaseFields, CaseView } from '../../../../shared/views/case';
import type { AttendanceView, ChairItemSummary, ChairItemView, ChairView } from '../../../../shared/views/chairing';

export const blankFields: CaseFields = {
  reference: 'CW-0001',
  surname: 'CARTERWICK',
  forenames: 'Dean',
  knownAs: '',
  dateOfBirth: '1994-06-14',
  pnc: '',
  crn: '',
  prisonNumber: '',
  sex: '',
  ethnicity: '',
  disability: '',
  area: '',
  beat: '',
  leadAgencyId: 'pol',
  leadPersonId: null,
  statutoryPosition: 'licence',
  isAtLarge: false,
  custodyPlace: '',
  cohortPart: null,
  indexOffence: '',
  ogrsScore: 78,
  ogrsBand: 'high',
  rosh: 'medium',
  mappa: 'none',
  reviewDue: '2026-03-10',
  adoptedOn: null,
  releaseOn: null,
  licenceEndsOn: '2026-08-12',
  orderEndsOn: null,
  supervisionEndsOn: null,
  doAdvice: '',
  doNotAdvice: '',
};

export function aCase(fields: Partial<CaseFields> = {}, rest: Partial<CaseView> = {}): CaseView {
  return {
    id: 'case-1',
    fields: { ...blankFields, ...fields },
    state: 'adopted',
    aliases: [],
    riskWarnings: [],
    colour: 'R',
    colourSince: '2026-02-17',
    colourChanges: [],
    colourProposal: null,
    needs: [],
    relevance: [],
    openActions: [],
    closedActions: [],
    referrals: [],
    events: [],
    meetingDays: [],
    history: [],
    nextAgendaOn: null,
    partedSince: null,
    earlierReleaseDates: [],
    lastDecision: null,
    ...rest,
  };
}

export function anItem(rest: Partial<ChairItemView> = {}): ChairItemView {
  return {
    id: 'item-1',
    meetingId: 'meeting-1',
    case: aCase(),
    position: 1,
    of: 3,
    minutes: 7,
    state: 'current',
    startedAt: null,
    endedAt: null,
    secondsBefore: 0,
    lastDiscussedOn: null,
    lastActions: [],
    contributions: [],
    unanswered: [],
    discussion: '',
    decision: null,
    decisionText: '',
    rationale: '',
    dissent: '',
    agreedBy: [],
    colourBefore: 'R',
    colourChange: null,
    actions: [],
    drafts: {},
    ...rest,
  };
}

export function aSummary(position: number, rest: Partial<ChairItemSummary> = {}): ChairItemSummary {
  return {
    id: `item-${position}`,
    caseId: `case-${position}`,
    caseName: `CASE${position}, Invented`,
    surname: `CASE${position}`,
    colour: 'A',
    position,
    minutes: 6,
    startsAt: '10:00',
    plannedFrom: 5 + (position - 1) * 6,
    notBefore: null,
    state: 'waiting',
    startedAt: null,
    endedAt: null,
    secondsBefore: 0,
    agencyIds: [],
    ...rest,
  };
}

export function aSlot(agencyId: string, itemIds: readonly string[], rest: Partial<AgencySlot> = {}): AgencySlot {
  return {
    agencyId,
    isCore: false,
    isThroughout: rest.isCore === true,
    isRemote: false,
    stays: [{ sitting: 1, from: 0, to: 60, arrivesAt: '10:00', leavesAt: '11:00' }],
    arrives: 0,
    leaves: 60,
    arrivesAt: '10:00',
    leavesAt: '11:00',
    waits: 0,
    own: itemIds.map((itemId, index) => ({ itemId, position: index + 1, from: 0, to: 0 })),
    waiting: [],
    ...rest,
  };
}

export function aChair(rest: Partial<ChairView> = {}): ChairView {
  return {
    meetingId: 'meeting-1',
    number: 49,
    title: 'Weekly conference',
    heldOn: '2026-03-03',
    startsAt: '10:00',
    endsAt: '10:30',
    plannedMinutes: 30,
    state: 'running',
    statement: '',
    statementAgreedAt: null,
    erasedPlaces: [],
    startedAt: null,
    endedAt: null,
    items: [],
    breaks: [],
    visits: [],
    slots: [],
    attendance: [],
    currentItemId: null,
    generalActions: [],
    ...rest,
  };
}

export function present(agencyId: string, rest: Partial<AttendanceView> = {}): AttendanceView {
  return {
    id: `at-${agencyId}`,
    agencyId,
    personId: null,
    name: '',
    status: 'present',
    arrivedAt: '2026-03-03T10:00:00.000Z',
    leftAt: null,
    ...rest,
  };
}

export function anAction(id: string, rest: Partial<ActionRow> = {}): ActionRow {
  return {
    id,
    reference: '26-100',
    text: 'Confirm the bed',
    caseId: 'case-1',
    caseName: 'CARTERWICK, Dean',
    colour: 'R',
    agencyId: 'hou',
    personId: null,
    kind: 'support',
    priority: 'normal',
    setOn: null,
    dueOn: null,
    outcome: null,
    closedOn: null,
    closingNote: '',
    meetingId: null,
    carried: 0,
    ...rest,
  };
}
