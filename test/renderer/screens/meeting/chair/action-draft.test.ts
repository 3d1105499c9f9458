import { expect, it } from 'vitest';
import { readCorrections } from '../../../../../renderer/screens/meeting/chair/action-draft';

it('reads back what was put right by hand, and takes a person or a date off', () => {
  expect(readCorrections('{"agencyId":"hou","personId":null,"dueOn":"2026-03-06","kind":"support","priority":"high"}')).toEqual({
    agencyId: 'hou',
    personId: null,
    dueOn: '2026-03-06',
    kind: 'support',
    priority: 'high',
  });
});

it('takes anything else in a draft as no corrections at all', () => {
  for (const text of [undefined, '', 'not json', 'null', '[1]', '{"kind":"other","dueOn":"soon","agencyId":4}'])
    expect(readCorrections(text)).toEqual({});
});
