import { expect, test } from 'vitest';
import { type DayToPlan, noDayRules } from '../../../shared/agenda/day-rules';
import { planDay } from '../../../shared/agenda/plan-day';
import { type Progress, remainingDay } from '../../../shared/agenda/remaining-day';

const day: DayToPlan = {
  startsAt: '10:00',
  openingMinutes: 5,
  items: [
    { id: 'one', minutes: 8, agencyIds: ['police', 'housing'] },
    { id: 'two', minutes: 6, agencyIds: ['police', 'drugs'] },
    { id: 'three', minutes: 7, agencyIds: ['police', 'drugs'], pinnedTo: 3 },
    { id: 'four', minutes: 4, agencyIds: ['police', 'housing'] },
  ],
  breaks: [
    { id: 'tea', afterPosition: 1, minutes: 10 },
    { id: 'air', afterPosition: 3, minutes: 5 },
    { id: 'lunch', afterPosition: 0, at: '10:30', minutes: 20 },
  ],
  agencies: [
    { id: 'police', isCore: true },
    { id: 'housing', isCore: false },
    { id: 'drugs', isCore: false },
  ],
};
const progress: Progress = { now: '10:12', doneIds: ['one'], currentId: 'two', currentMinutes: 4, hereIds: ['housing'] };

test('What remains begins when the current case ends, with the breaks still to come.', () => {
  const rest = remainingDay(day, progress);
  expect(rest.items.map(({ id, pinnedTo }) => [id, pinnedTo ?? null])).toEqual([
    ['three', 1],
    ['four', null],
  ]);
  const plan = planDay(rest);
  expect(plan.items.map(({ startsAt }) => startsAt)).toEqual(['10:16', '10:28']);
  expect(plan.breaks.map(({ id, startsAt }) => [id, startsAt])).toEqual([
    ['air', '10:23'],
    ['lunch', '10:32'],
  ]);
});

test('Whoever is in the room waits from there on, whoever the current case concerns too.', () => {
  const plan = planDay(remainingDay(day, progress));
  const slot = (id: string) => plan.slots.find(({ agencyId }) => agencyId === id);
  expect(slot('housing')).toMatchObject({ arrivesAt: '10:16', leavesAt: '10:32', waits: 7 });
  expect(slot('drugs')).toMatchObject({ arrivesAt: '10:16', leavesAt: '10:23', waits: 0 });
});

test('An agency that must leave early is late by what remains, not by what is past.', () => {
  const rules = { ...noDayRules, visits: [{ agencyId: 'housing', from: '10:20', until: '10:25', isRemote: false }] };
  const plan = planDay(remainingDay({ ...day, rules }, progress));
  expect(plan.violations.map(({ rule, amount }) => [rule, amount])).toEqual([['until', 7]]);
});

test('A case that belongs with the current one comes next, whatever was pinned there.', () => {
  const rules = { ...noDayRules, caseRules: [{ id: 'pair', kind: 'together' as const, itemIds: ['two', 'four'] as const }] };
  expect(remainingDay({ ...day, rules }, progress).items.map(({ id, pinnedTo }) => [id, pinnedTo])).toEqual([
    ['three', null],
    ['four', 1],
  ]);
});

test('The agencies of a case that was heard are still kept apart from those of one to come.', () => {
  const rules = { ...noDayRules, caseRules: [{ id: 'pair', kind: 'apart' as const, itemIds: ['one', 'three'] as const }] };
  const plan = planDay(remainingDay({ ...day, rules }, progress));
  expect(plan.violations.map(({ rule, agencyIds, itemIds, amount }) => [rule, agencyIds, itemIds, amount])).toEqual([
    ['apart', ['housing', 'drugs'], ['one', 'three'], 7],
  ]);
});

test('In the second sitting there is no other to come, and the time between does not count.', () => {
  const rules = { ...noDayRules, sittings: { firstEndsAt: '10:20', secondStartsAt: '11:00' }, mostMinutes: 40 };
  const first = remainingDay({ ...day, rules }, progress);
  expect(planDay(first)).toMatchObject({ between: { from: 16, to: 60 }, endsAt: '11:16' });
  const second = planDay(remainingDay({ ...day, rules }, { ...progress, now: '11:05' }));
  expect(second).toMatchObject({ between: null, endsAt: '11:25', violations: [{ rule: 'length', amount: 5 }] });
});
