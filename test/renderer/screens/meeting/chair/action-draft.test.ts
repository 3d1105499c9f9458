import { expect, it } from 'vitest';
import { readCorrections, understood } from '../../../../../renderer/screens/meeting/chair/action-draft';

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

const read = {
  text: 'Assess at YMCA',
  agencyId: 'hou',
  personId: null,
  dueOn: '2026-03-06',
  kind: 'support',
  priority: 'normal',
  spans: [],
} as const;

it('lets what was put right by hand stand over what was read', () => {
  const { action, problem } = understood('Housing: assess at YMCA by Fri', read, { agencyId: 'drg', dueOn: null, priority: 'high' });
  expect(problem).toBeNull();
  expect(action).toEqual({ agencyId: 'drg', personId: null, dueOn: null, kind: 'support', priority: 'high', text: 'Assess at YMCA' });
});

it('asks for an owner and for something to do before an action can be added', () => {
  expect(understood('assess at YMCA', { ...read, agencyId: null }, {})).toMatchObject({
    action: null,
    problem: expect.stringContaining('Which agency'),
  });
  expect(understood('Housing:', { ...read, text: '' }, {})).toMatchObject({ action: null, problem: 'What is to be done?' });
});
