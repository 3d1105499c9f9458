import { expect, test } from 'vitest';
import { roles } from '../../../shared/language/role';
import { deeds, deedWords, may, mayForAgency } from '../../../shared/rules/permissions';

test('A coordinator may do everything.', () => {
  expect(deeds.filter((deed) => !may('coordinator', deed))).toEqual([]);
});

test('A manager reads and prints, and changes nothing.', () => {
  expect(deeds.filter((deed) => may('manager', deed))).toEqual(['issue-packs', 'export-register', 'read-audit']);
});

test('A partner may only write for its own agency and change its own agency’s actions and referrals.', () => {
  expect(deeds.filter((deed) => may('partner', deed))).toEqual([
    'change-own-agency-actions',
    'change-own-referrals',
    'contribute-for-own-agency',
  ]);
});

test('Whoever may do a thing for any agency may do it for their own.', () => {
  for (const role of roles) {
    if (may(role, 'change-any-action')) expect(may(role, 'change-own-agency-actions')).toBe(true);
    if (may(role, 'contribute-for-any-agency')) expect(may(role, 'contribute-for-own-agency')).toBe(true);
  }
});

test('A partner may change what is their own agency’s, and nothing of another agency or of none.', () => {
  const partner = { role: 'partner', agencyId: 'housing' } as const;
  const mayChange = (agencyId: string | null) => mayForAgency(partner, agencyId, 'change-any-action', 'change-own-agency-actions');
  expect(['housing', 'police', null].map(mayChange)).toEqual([true, false, false]);
  expect(mayForAgency({ role: 'coordinator', agencyId: null }, 'police', 'change-any-action', 'change-own-agency-actions')).toBe(true);
});

test('Every deed has words for the sentence that refuses it.', () => {
  for (const deed of deeds) expect(deedWords[deed]).not.toBe('');
});
