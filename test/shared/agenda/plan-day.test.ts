import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AgencyVisit, noDayRules } from '../../../shared/agenda/day-rules';
import { type DayToPlan, planDay } from '../../../shared/agenda/plan-day';

const agencies = [
  { id: 'police', isCore: true },
  { id: 'housing', isCore: false },
  { id: 'drugs', isCore: false },
  { id: 'nobody', isCore: false },
];
const day: DayToPlan = {
  startsAt: '10:00',
  openingMinutes: 5,
  items: [
    { id: 'one', minutes: 8, agencyIds: ['police', 'housing'] },
    { id: 'two', minutes: 6, agencyIds: ['police', 'drugs'] },
    { id: 'three', minutes: 7, agencyIds: ['police', 'drugs'] },
    { id: 'four', minutes: 4, agencyIds: ['police', 'housing', 'one that has left'] },
  ],
  breaks: [{ id: 'tea', afterPosition: 2, minutes: 10 }],
  agencies,
};
const slotOf = (plan: ReturnType<typeof planDay>, agencyId: string) => plan.slots.find((slot) => slot.agencyId === agencyId);

test('Cases and breaks follow one another from the end of the opening.', () => {
  const plan = planDay(day);
  expect(plan.items.map(({ id, position, from, to, startsAt }) => [id, position, from, to, startsAt])).toEqual([
    ['one', 1, 5, 13, '10:05'],
    ['two', 2, 13, 19, '10:13'],
    ['three', 3, 29, 36, '10:29'],
    ['four', 4, 36, 40, '10:36'],
  ]);
  expect(plan.breaks).toEqual([{ id: 'tea', startsAt: '10:19', from: 19, to: 29 }]);
  expect([plan.totalMinutes, plan.endsAt, plan.waiting]).toEqual([40, '10:40', 13]);
});

test('A partner stays from its first case to its last and waits through the others, not through a break.', () => {
  expect(slotOf(planDay(day), 'housing')).toEqual({
    agencyId: 'housing',
    isCore: false,
    isThroughout: false,
    isRemote: false,
    stays: [{ sitting: 1, from: 5, to: 40, arrivesAt: '10:05', leavesAt: '10:40' }],
    arrives: 5,
    leaves: 40,
    arrivesAt: '10:05',
    leavesAt: '10:40',
    waits: 13,
    own: [
      { itemId: 'one', position: 1, from: 5, to: 13 },
      { itemId: 'four', position: 4, from: 36, to: 40 },
    ],
    waiting: [
      { from: 13, to: 19 },
      { from: 29, to: 36 },
    ],
  });
  expect(slotOf(planDay({ ...day, breaks: [] }), 'housing')?.waiting).toEqual([{ from: 13, to: 26 }]);
});

test('A core agency is there from the start to the end, for every case, and never waits.', () => {
  const slot = slotOf(planDay(day), 'police');
  expect([slot?.arrives, slot?.leaves, slot?.waits, slot?.own.length]).toEqual([0, 40, 0, 4]);
});

test('A partner whom no case concerns has no slot.', () => {
  expect(planDay(day).slots.map((slot) => slot.agencyId)).toEqual(['police', 'housing', 'drugs']);
});

test('A conference without cases is its opening, for the core agencies.', () => {
  const plan = planDay({ ...day, items: [], breaks: [] });
  expect([plan.totalMinutes, plan.endsAt, plan.waiting]).toEqual([5, '10:05', 0]);
  expect(plan.slots.map(({ agencyId, arrives, leaves, own }) => [agencyId, arrives, leaves, own.length])).toEqual([['police', 0, 5, 0]]);
});

test('A break after the last case takes no time, and one before the first does.', () => {
  const after = planDay({ ...day, breaks: [{ id: 'tea', afterPosition: 4, minutes: 10 }] });
  expect([after.totalMinutes, after.breaks[0]]).toEqual([30, { id: 'tea', startsAt: '10:30', from: 30, to: 30 }]);
  expect(planDay({ ...day, breaks: [{ id: 'tea', afterPosition: 0, minutes: 10 }] }).items[0]?.startsAt).toBe('10:15');
});

test('The clock begins again at midnight.', () => {
  const plan = planDay({ ...day, startsAt: '23:50' });
  expect([plan.items[1]?.startsAt, plan.endsAt]).toEqual(['00:03', '00:30']);
});

const days = fc.record({
  startsAt: fc.constantFrom('09:30', '14:00', '23:15'),
  openingMinutes: fc.nat(15),
  items: fc
    .array(fc.record({ minutes: fc.integer({ min: 1, max: 12 }), agencyIds: fc.subarray(agencies.map(({ id }) => id)) }), { maxLength: 12 })
    .map((items) => items.map((item, index) => ({ ...item, id: `item ${index}` }))),
  breaks: fc
    .array(fc.record({ afterPosition: fc.nat(14), minutes: fc.integer({ min: 1, max: 20 }) }), { maxLength: 3 })
    .map((breaks) => breaks.map((pause, index) => ({ ...pause, id: `break ${index}` }))),
  agencies: fc.constant(agencies),
});

test('A partner’s stay is its own cases, its waiting and the breaks between them.', () => {
  fc.assert(
    fc.property(days, (someDay) => {
      const plan = planDay(someDay);
      for (const slot of plan.slots.filter(({ isCore }) => !isCore)) {
        const own = slot.own.reduce((sum, { from, to }) => sum + to - from, 0);
        const pauses = plan.breaks
          .filter(({ from, to }) => from >= slot.arrives && to <= slot.leaves)
          .reduce((sum, { from, to }) => sum + to - from, 0);
        expect(slot.leaves - slot.arrives).toBe(own + slot.waits + pauses);
      }
    }),
  );
});

test('The other way round, partners wait as long.', () => {
  fc.assert(
    fc.property(days, (someDay) => {
      expect(planDay({ ...someDay, items: someDay.items.toReversed() }).waiting).toBe(planDay(someDay).waiting);
    }),
  );
});

test('A core agency that can only come at some time is there for as long, hears what falls into it, and must hear what it leads.', () => {
  const visit: AgencyVisit = { agencyId: 'police', from: '10:10', until: '10:36', isRemote: false };
  const led = { ...day, items: day.items.map((item) => ({ ...item, leadAgencyId: item.id === 'four' ? 'police' : 'probation' })) };
  const plan = planDay({ ...led, rules: { ...noDayRules, visits: [visit] } });
  expect(slotOf(plan, 'police')).toMatchObject({ isCore: true, isThroughout: false, arrivesAt: '10:10', leavesAt: '10:36', waits: 0 });
  expect(slotOf(plan, 'police')?.own.map(({ itemId }) => itemId)).toEqual(['two', 'three']);
  expect(plan.violations).toMatchObject([{ rule: 'until', agencyIds: ['police'], isOfLead: true, amount: 4, planned: '10:40' }]);
  // Its times say nothing of what partners wait.
  expect(plan.waiting).toBe(planDay(day).waiting);
  expect(slotOf(planDay({ ...led, rules: { ...noDayRules, visits: [{ ...visit, from: '11:00', until: null }] } }), 'police')).toBe(
    undefined,
  );
});

test('What is left of a conference that began before its time is laid out and reckoned like any other.', () => {
  const plan = planDay({ ...day, openingMinutes: -30, breaks: [] });
  expect(slotOf(plan, 'housing')).toMatchObject({ arrivesAt: '09:30', leavesAt: '09:55', waits: 13 });
  expect(slotOf(plan, 'drugs')).toMatchObject({ arrivesAt: '09:38', leavesAt: '09:51', waits: 0 });
  expect(plan.waiting).toBe(13);
});
