import { expect, it } from 'vitest';
import { attendanceRows, attendanceWords, othersOf } from '../../../../../../renderer/screens/meeting/chair/room/attendance-rows';
import type { AgencyView } from '../../../../../../shared/views/scheme';
import { aSlot, present } from '../../build-chair';

const agency = (id: string, isCore = false): AgencyView => ({
  id,
  kind: id,
  name: id.toUpperCase(),
  code: id,
  family: 'third',
  pathways: [],
  isCore,
  attends: true,
  linkPersonId: null,
  email: '',
  isWithdrawn: false,
});
const agencies = [agency('mh'), agency('pol', true), agency('hou'), agency('alc')];
const slots = [aSlot('hou', ['item-1'], { arrives: 10 }), aSlot('mh', ['item-2'], { arrives: 30 })];

it('lists core agencies, then partners as they come, then those without a case, then guests', () => {
  const guest = present('', { id: 'guest', agencyId: null, name: 'A. Visitor-Penn', status: 'observer' });
  const rows = attendanceRows(agencies, slots, [guest, present('hou')]);
  expect(rows.map((row) => row.key)).toEqual(['pol', 'hou', 'mh', 'alc', 'guest']);
  expect(attendanceWords(rows)).toBe('1 present, 1 observer, 3 not marked');
});

it('has a line for each person of an agency that sent two', () => {
  const rows = attendanceRows(agencies, slots, [present('hou'), present('hou', { id: 'second', status: 'apologies' })]);
  expect(rows.filter((row) => row.agency?.id === 'hou').map((row) => row.key)).toEqual(['hou', 'second']);
});

it('offers another person of an agency on its last line, and nobody who is marked already', () => {
  const person = (id: string) => ({
    id,
    agencyId: 'hou',
    name: id,
    post: '',
    team: '',
    email: '',
    phone: '',
    role: 'partner' as const,
    isWithdrawn: false,
  });
  const people = [person('one'), person('two'), { ...person('three'), agencyId: 'mh' }];
  const attendance = [present('hou', { personId: 'one' })];
  const lineOf = (rows: ReturnType<typeof attendanceRows>) => rows.filter((row) => row.agency?.id === 'hou');
  const [line] = lineOf(attendanceRows(agencies, slots, attendance));
  expect(line && othersOf(line, attendance, people).map(({ id }) => id)).toEqual(['two']);
  const both = [...attendance, present('hou', { id: 'at-two', personId: 'two' })];
  const lines = lineOf(attendanceRows(agencies, slots, both));
  expect(lines).toHaveLength(2);
  expect(lines.flatMap((each) => othersOf(each, both, people))).toEqual([]);
  expect(othersOf({ key: 'hou', agency: agency('hou'), slot: null, marked: null }, [], people)).toEqual([]);
});
