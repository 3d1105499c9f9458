import { expect, test } from 'vitest';
import { roles } from '../../../shared/language/role';
import { deeds, deedWords, may } from '../../../shared/rules/permissions';

test('A coordinator may do everything.', () => {
  expect(deeds.filter((deed) => !may('coordinator', deed))).toEqual([]);
});

test('A manager reads and prints, and changes nothing.', () => {
  expect(deeds.filter((deed) => may('manager', deed))).toEqual(['issue-packs', 'export-register', 'read-audit']);
});

test('A partner may only write for its own agency and change its own agency’s actions.', () => {
  expect(deeds.filter((deed) => may('partner', deed))).toEqual(['change-own-agency-actions', 'contribute-for-own-agency']);
});

test('Whoever may do a thing for any agency may do it for their own.', () => {
  for (const role of roles) {
    if (may(role, 'change-any-action')) expect(may(role, 'change-own-agency-actions')).toBe(true);
    if (may(role, 'contribute-for-any-agency')) expect(may(role, 'contribute-for-own-agency')).toBe(true);
  }
});

test('Every deed has words for the sentence that refuses it.', () => {
  for (const deed of deeds) expect(deedWords[deed]).not.toBe('');
});
