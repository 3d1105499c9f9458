import { expect, it } from 'vitest';
import type { ExpectedStay } from '../../../shared/agenda/retime';
import { roomCalls, type Whereabouts } from '../../../shared/agenda/room-calls';

const minute = 60_000;
const stay = (agencyId: string, told: number, expected: number | null, isCore = false): ExpectedStay => ({
  agencyId,
  isCore,
  planned: { from: told * minute, to: (told + 30) * minute },
  expected: expected === null ? null : { from: expected * minute, to: (expected + 30) * minute },
  canCome: { from: null, until: null },
});
const awaited = (): Whereabouts => 'awaited';
const calls = (stays: readonly ExpectedStay[], now: number, where: (id: string) => Whereabouts = awaited, isOnPlan = true) =>
  roomCalls(stays, where, now * minute, isOnPlan);

it('announces an agency ten minutes before its first case, and not before', () => {
  expect(calls([stay('hou', 40, 40)], 29)).toEqual([]);
  expect(calls([stay('hou', 40, 40)], 30)).toEqual([{ kind: 'due', agencyId: 'hou', at: 40 * minute, minutes: 10 }]);
  expect(calls([stay('hou', 40, 40)], 38.5)).toMatchObject([{ kind: 'due', minutes: 2 }]);
});

it('wants an agency whose case is on, and lets one go whose last case is over', () => {
  expect(calls([stay('hou', 40, 40)], 41)).toEqual([{ kind: 'wanted', agencyId: 'hou', at: 40 * minute, comesAt: null }]);
  expect(calls([stay('hou', 40, null)], 41, () => 'here')).toEqual([{ kind: 'may-go', agencyId: 'hou' }]);
});

it('calls an agency in early enough where its case comes sooner than it was told', () => {
  expect(calls([stay('hou', 60, 50)], 24)).toEqual([]);
  expect(calls([stay('hou', 60, 50)], 25)).toEqual([{ kind: 'early', agencyId: 'hou', at: 50 * minute, minutes: 25, soonerBy: 10 }]);
  expect(calls([stay('hou', 60, 57)], 32)).toEqual([]);
});

it('puts an agency off that would come and sit, once it is about to set out', () => {
  expect(calls([stay('hou', 60, 72)], 30)).toEqual([]);
  expect(calls([stay('hou', 60, 72)], 36)).toEqual([{ kind: 'later', agencyId: 'hou', at: 72 * minute, laterBy: 12 }]);
});

it('calls nobody who is not coming, stays throughout, or is here with cases left', () => {
  expect(calls([stay('hou', 40, 40)], 41, () => 'not-coming')).toEqual([]);
  expect(calls([stay('hou', 40, 40)], 41, () => 'here')).toEqual([]);
  expect(calls([stay('pol', 0, 40, true)], 41)).toEqual([]);
  expect(calls([stay('hou', 40, null)], 41)).toEqual([]);
});

it('speaks of no time told where the conference is held at another time than planned', () => {
  expect(calls([stay('hou', 500, 30)], 10, awaited, false)).toEqual([]);
  expect(calls([stay('hou', 500, 30)], 21, awaited, false)).toMatchObject([{ kind: 'due' }]);
});

it('says the most urgent first, one word an agency', () => {
  const stays = [stay('gone', 5, null), stay('late', 60, 75), stay('soon', 52, 52), stay('now', 40, 44), stay('early', 90, 60)];
  const where = (id: string): Whereabouts => (id === 'gone' ? 'here' : 'awaited');
  expect(calls(stays, 45, where).map(({ kind, agencyId }) => [kind, agencyId])).toEqual([
    ['wanted', 'now'],
    ['early', 'early'],
    ['due', 'soon'],
    ['may-go', 'gone'],
    ['later', 'late'],
  ]);
});

it('reminds of an agency that is here and must leave, a core one too, and says when one that is wanted will come', () => {
  const until = (told: ExpectedStay): ExpectedStay => ({ ...told, canCome: { from: null, until: 60 * minute } });
  for (const isCore of [false, true]) {
    const must = until(stay('pol', 0, 30, isCore));
    expect(calls([must], 49, () => 'here')).toEqual([]);
    expect(calls([must], 52, () => 'here')).toEqual([{ kind: 'must-leave', agencyId: 'pol', at: 60 * minute, minutes: 8 }]);
    expect(calls([must], 63, () => 'here')).toMatchObject([{ kind: 'must-leave', minutes: 0 }]);
  }
  expect(calls([until(stay('pol', 0, 30, true))], 52)).toEqual([]);
  const late: ExpectedStay = { ...stay('hou', 40, 40), canCome: { from: 55 * minute, until: null } };
  expect(calls([late], 45)).toMatchObject([{ kind: 'wanted', comesAt: 55 * minute }]);
  expect(calls([late], 56)).toMatchObject([{ kind: 'wanted', comesAt: null }]);
});
