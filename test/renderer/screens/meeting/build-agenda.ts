import { replanned } from '../../../../renderer/screens/meeting/agenda/day-plan';
import { noDayRules } from '../../../../shared/agenda/day-rules';
import type { AgendaBreakView, AgendaView } from '../../../../shared/views/agenda';

/** A conference at 10:00 with five minutes' opening and six minutes a case; each case concerns these partners, and the police all. */
export function anAgenda(cases: readonly (readonly string[])[], breaks: readonly AgendaBreakView[] = []): AgendaView {
  const bare: AgendaView = {
    meeting: {
      id: 'meeting-1',
      number: 49,
      title: 'Weekly conference',
      place: '',
      heldOn: '2026-03-03',
      startsAt: '10:00',
      state: 'planned',
      cases: cases.length,
      chairName: '',
      plannedWaiting: null,
      realWaiting: null,
    },
    agendaVersion: 0,
    items: cases.map((agencies, index) => ({
      id: `item-${index + 1}`,
      caseId: `case-${index + 1}`,
      caseName: `CASE${index + 1}, Invented`,
      colour: 'A',
      position: index + 1,
      minutes: 6,
      startsAt: '',
      isPinned: false,
      fixedStart: null,
      leadAgencyId: null,
      reason: 'due',
      state: 'waiting',
      agencies: ['pol', ...agencies].map((agencyId) => ({ agencyId, isRelevant: true, reason: '', isByHand: false })),
    })),
    breaks,
    slots: [
      {
        agencyId: 'pol',
        isCore: true,
        isThroughout: true,
        isRemote: false,
        stays: [],
        arrives: 0,
        leaves: 0,
        arrivesAt: '',
        leavesAt: '',
        waits: 0,
        own: [],
        waiting: [],
      },
    ],
    rules: noDayRules,
    violations: [],
    leastViolation: 0,
    isRuleSureToBreak: false,
    idle: [],
    between: null,
    openingMinutes: 5,
    endsAt: '',
    totalMinutes: 0,
    cost: { now: 0, listOrder: 0, least: 0, isLeastProven: false },
  };
  return replanned(bare, bare.items);
}
