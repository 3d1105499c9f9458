import { expect, it } from 'vitest';
import { attendanceRows, attendanceWords } from '../../../../../renderer/screens/meeting/chair/attendance-rows';
import type { AgencyView } from '../../../../../shared/views/scheme';
import { aSlot, present } from '../build-chair';

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
