import { expect, test } from 'vitest';
import { codesBeside } from '../../../../../renderer/screens/meeting/agenda/AgencyCodes';

const line = { name: 'FARROWCOTE, Tomasz', isSelected: false, isPinned: false };

test('All codes stand beside a name where there is room for both, and the name is never shortened for them.', () => {
  expect(codesBeside(line, 2, 243)).toBe(2);
  expect(codesBeside(line, 6, 243)).toBe(2);
  expect(codesBeside({ ...line, name: 'ASHE, Di' }, 6, 243)).toBe(4);
  expect(codesBeside({ ...line, name: 'ASHE, Di' }, 6, 207)).toBe(3);
  expect(codesBeside({ ...line, name: 'ASHE, Di', isPinned: true }, 6, 207)).toBe(3);
  expect(codesBeside({ ...line, name: 'ASHE, Di', isSelected: true }, 6, 207)).toBe(3);
});

test('One code stands however long the name is, and none where the case concerns nobody but those who stay throughout.', () => {
  expect(codesBeside({ ...line, name: 'W'.repeat(200) }, 4, 226)).toBe(1);
  expect(codesBeside(line, 0, 226)).toBe(0);
});
