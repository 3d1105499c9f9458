import { expect, test } from 'vitest';
import { type Alarm, stoppingAlarms } from '../../../../db/sync/alarms';
import { unreadReasons } from '../../../../db/sync/take-in';
import { transportProblems } from '../../../../db/sync/transport';
import { alarmWords } from '../../../../electron/services/sharing/alarm-words';
import { asideReasons } from '../../../../shared/merge/may-write';

const device = '4g1XQ_4SWQHRYtk_taE45J';
const at = '2026-03-03T10:00:00.000Z';

/** Every alarm that there is; a new kind does not compile until it is here. */
const every: { readonly [K in Alarm['kind']]: readonly (Alarm & { readonly kind: K })[] } = {
  unreachable: transportProblems.map((problem) => ({ kind: 'unreachable', problem, code: 'EIO' })),
  'wrong-folder': [{ kind: 'wrong-folder', found: 'another' }],
  're-created-folder': [{ kind: 're-created-folder' }],
  'emptied-folder': [{ kind: 'emptied-folder' }],
  'rolled-back-folder': [{ kind: 'rolled-back-folder', devices: [device], files: 3 }],
  'copied-device': [true, false].map((isOwn) => ({ kind: 'copied-device', device, isOwn })),
  'shut-out': [{ kind: 'shut-out' }],
  'set-aside': asideReasons.map((reason) => ({ kind: 'set-aside', device, person: 'person', reason, count: 1 })),
  'unread-file': unreadReasons.map((reason) => ({ kind: 'unread-file', folder: '0a', name: 'a.seg', reason, since: at })),
  'missing-segments': [{ kind: 'missing-segments', device, first: 2, last: 4, since: at }],
  'wrong-clock': (['ahead', 'behind'] as const).map((suspicion) => ({ kind: 'wrong-clock', device, suspicion })),
};

test.each(Object.values(every).flat())('An alarm says in whole sentences what happened, what is safe and what to do: %j', (alarm) => {
  const { title, happened, safe, next, canContinue, canRenew } = alarmWords(alarm, () => 'the laptop of Housing');
  expect(title).toMatch(/^[A-Z].*[^.]$/);
  for (const words of [happened, safe, next]) expect(words).toMatch(/^[A-Z].*\.$/);
  expect([title, happened, safe, next].join(' ')).not.toMatch(/undefined|null|\bE[A-Z]{2,}\b|segment|device|commit/);
  // Where the exchange stands still somebody can go on, but for a folder that is not this scheme's.
  expect(canContinue).toBe(stoppingAlarms.has(alarm.kind) && alarm.kind !== 'wrong-folder');
  // And who works with a copied file is offered the way out on the spot.
  expect(canRenew).toBe(alarm.kind === 'copied-device' && alarm.isOwn);
});

test('Nothing of the wording gives away more than the name of a workstation.', () => {
  for (const alarm of Object.values(every).flat())
    expect(JSON.stringify(alarmWords(alarm, () => 'the laptop of Housing'))).not.toContain(device);
});
