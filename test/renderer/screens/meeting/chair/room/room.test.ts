import { expect, it } from 'vitest';
import {
  comingsAndGoings,
  foldRoom,
  type InRoom,
  roomNow,
  whereaboutsIn,
} from '../../../../../../renderer/screens/meeting/chair/room/room';
import { roomCallWords, unsaid } from '../../../../../../renderer/screens/meeting/chair/room/room-call-words';
import type { ExpectedStay } from '../../../../../../shared/agenda/retime';
import { aSlot, present } from '../../build-chair';

const at = (time: string) => Date.parse(`2026-03-03T${time}:00.000Z`);
const stay = (agencyId: string, from: string, to: string, rest: Partial<ExpectedStay> = {}): ExpectedStay => ({
  agencyId,
  isCore: false,
  planned: { from: at(from), to: at(to) },
  expected: { from: at(from), to: at(to) },
  canCome: { from: null, until: null },
  ...rest,
});
const stays = [
  stay('pol', '10:00', '10:23', { isCore: true }),
  stay('hou', '10:05', '10:17'),
  stay('drg', '10:11', '10:17'),
  stay('mh', '10:17', '10:23', { planned: { from: at('10:14'), to: at('10:20') } }),
];
const now = at('10:12');

it('lists who was marked as here, core agencies first, with the time at which each may go', () => {
  const { here } = roomNow(stays, [present('hou'), present('pol')], now);
  expect(here.map(({ agencyId, leaves }) => [agencyId, leaves])).toEqual([
    ['pol', null],
    ['hou', at('10:17')],
  ]);
});

it('says of an agency with no case left that it can go', () => {
  const gone = [...stays, stay('jcp', '10:05', '10:11', { expected: null })];
  expect(roomNow(gone, [present('jcp')], now).here).toMatchObject([{ agencyId: 'jcp', mayGo: true }]);
});

it('names who should be here by now, and who comes next with the time told and the time as it stands', () => {
  const { due, coming } = roomNow(stays, [present('pol'), present('hou')], now);
  expect(due.map((each) => each.agencyId)).toEqual(['drg']);
  expect(coming).toMatchObject([{ agencyId: 'mh', at: at('10:17'), told: at('10:14') }]);
});

it('waits for nobody who sent apologies, is absent or has left', () => {
  const rows = [
    present('drg', { status: 'apologies', arrivedAt: null }),
    present('hou', { leftAt: '2026-03-03T10:12:00.000Z' }),
    present('pol'),
  ];
  const room = roomNow(stays, rows, now);
  expect(room.due).toEqual([]);
  expect(room.here.map((each) => each.agencyId)).toEqual(['pol']);
  expect(['drg', 'hou', 'pol', 'mh'].map(whereaboutsIn(rows))).toEqual(['not-coming', 'not-coming', 'here', 'awaited']);
});

it('has an agency in the room while any of its people is', () => {
  const rows = [present('hou', { id: 'one', leftAt: '2026-03-03T10:12:00.000Z' }), present('hou', { id: 'other' })];
  expect(whereaboutsIn(rows)('hou')).toBe('here');
});

it('waits for nobody whose cases are over', () => {
  expect(roomNow(stays, [present('pol')], at('10:20')).due.map((each) => each.agencyId)).toEqual(['mh']);
});

it('says each call in one sentence, and none of them twice while it stands', () => {
  const due = { kind: 'due', agencyId: 'hou', at: at('10:52'), minutes: 10 } as const;
  expect(roomCallWords(due, 'Housing Options')).toBe('Housing Options is due in 10 min, at 10:52');
  expect(roomCallWords({ kind: 'early', agencyId: 'hou', at: at('10:48'), minutes: 20, soonerBy: 12 }, 'Housing Options')).toBe(
    'Call Housing Options in: its case comes 12 min sooner, at 10:48',
  );
  expect(unsaid([{ ...due, minutes: 9 }], new Set(['due hou']))).toEqual([]);
  expect(unsaid([{ kind: 'wanted', agencyId: 'hou', at: at('10:52'), comesAt: null }], new Set(['due hou']))).toHaveLength(1);
});

const slots = [
  aSlot('pol', ['item-1', 'item-2', 'item-3'], { isCore: true }),
  aSlot('hou', ['item-1', 'item-2']),
  aSlot('drg', ['item-2']),
  aSlot('mh', ['item-3']),
];

it('marks in the list of cases where partners come and go, and never core agencies', () => {
  const { arrive, leave } = comingsAndGoings(slots);
  expect(arrive.get('item-1')).toEqual(['hou']);
  expect(leave.get('item-2')).toEqual(['hou', 'drg']);
  expect([...arrive.values(), ...leave.values()].flat()).not.toContain('pol');
});

const inRoom = (id: string, leaves: string | null, mayGo = false): InRoom => ({
  id,
  agencyId: id,
  name: '',
  leaves: leaves === null ? null : at(leaves),
  mayGo,
});
const full = [
  inRoom('pol', null),
  inRoom('pro', null),
  inRoom('hou', '12:15'),
  inRoom('drg', '11:08'),
  inRoom('jcp', '10:10', true),
  inRoom('mh', '11:40'),
];

it('folds a full room down to those who go next, whoever can go now first and whoever stays last', () => {
  const { shown, folded } = foldRoom(full, 3, false);
  expect(shown.map(({ id }) => id)).toEqual(['jcp', 'drg', 'mh']);
  expect(folded.map(({ id }) => id)).toEqual(['hou', 'pol', 'pro']);
});

it('leaves the room whole and in its order where it is unfolded, or where a fold would save one line at most', () => {
  expect(foldRoom(full, 3, true)).toEqual({ shown: full, folded: [] });
  expect(foldRoom(full, 4, false)).toEqual({ shown: full, folded: [] });
});
