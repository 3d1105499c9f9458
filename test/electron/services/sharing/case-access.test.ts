import { expect, test } from 'vitest';
import { agencies, meetings, needs } from '../../../../db/schema';
import { keepCaseAccess } from '../../../../electron/services/sharing/case-access';
import { addCase, as } from '../../../support/builders';
import type { TestSession } from '../../../support/session';
import { steadyPace } from '../../../support/sync/exchanging';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const openTo = (session: TestSession, agency: string) =>
  session.connection.raw
    .prepare<[string], number>('select count(*) from case_access where agency_id = ? and is_open = 1')
    .pluck()
    .get(session.agency[agency] ?? '');
const operations = (session: TestSession) =>
  session.connection.raw.prepare<[], string>(`select distinct operation from commits where intent like '%opened to%'`).pluck().all().length;

test('Cases are opened agency by agency, each in one operation however many slices it takes, and windows are told once.', async () => {
  const session = openScheme();
  for (let each = 0; each < 70; each += 1) addCase(session, { surname: `Testwick${each}`, leadAgencyId: session.agency.housing ?? '' });
  const told: (readonly string[])[] = [];
  session.onChanged((tables) => told.push(tables));
  const renew = keepCaseAccess(session, steadyPace());
  await renew();
  expect(openTo(session, 'housing')).toBe(70);
  expect(operations(session)).toBe(3);
  expect(told).toEqual([['case_access']]);
  const after = operations(session);
  await renew();
  expect(operations(session)).toBe(after);
});

test('A change of what the scheme reads looks at all cases only where it is an agency or a service; else those that changed are looked at.', async () => {
  const session = openScheme();
  const caseId = addCase(session);
  let slices = 0;
  const renew = keepCaseAccess(
    session,
    steadyPace(() => {
      slices += 1;
    }),
  );
  const lookedAtAny = async () => {
    slices = 0;
    await renew();
    return slices > 0;
  };
  expect(await lookedAtAny()).toBe(true);
  session.record('meeting planned', (o) => o.put(meetings, 'meeting', { title: 'Weekly' }));
  expect(await lookedAtAny()).toBe(false);
  session.record('need added', (o) => o.put(needs, 'a-need', { caseId, pathway: 'drugs' }));
  expect(await lookedAtAny()).toBe(true);
  expect(openTo(session, 'drugs')).toBe(1);
  session.record('agency left', (o) => o.put(agencies, session.agency.drugs ?? '', { withdrawnOn: '2026-03-03' }));
  expect(await lookedAtAny()).toBe(true);
});

test('Only a coordinator decides to whom a case is open.', async () => {
  const session = openScheme();
  addCase(session, { leadAgencyId: session.agency.housing ?? '' });
  await keepCaseAccess(as(session, 'manager'), steadyPace())();
  expect(openTo(session, 'housing')).toBe(0);
});
