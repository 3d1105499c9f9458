import { afterEach, beforeEach, expect, test } from 'vitest';
import { actions } from '../../../../db/schema';
import { listActions, settleActions } from '../../../../electron/services/actions';
import { getScheme } from '../../../../electron/services/scheme';
import { addCase } from '../../../support/builders';
import { type SharedScheme, type Station, sharedScheme } from '../../../support/shared-scheme';

let scheme: SharedScheme;
beforeEach(async () => {
  scheme = await sharedScheme();
});
afterEach(() => scheme.end());

const casesOn = ({ access }: Station) =>
  access
    .session()
    .read.query.cases.findMany()
    .sync()
    .map(({ surname }) => surname)
    .sort();
async function exchange(...stations: readonly Station[]) {
  for (const { desk } of stations) {
    scheme.founder.disk.advance(30_000);
    await desk.exchangeNow();
  }
}

test('A second coordinator joins by six words that both screens show, has everything, and both see what the other records.', async () => {
  addCase(scheme.founder.access.session(), { surname: 'Oakenfell' });
  const second = await scheme.join('P. Garrowby', 'coordinator', 'probation');
  expect(casesOn(second)).toEqual(['Oakenfell']);
  expect(getScheme(second.access.session())).toMatchObject({ brand: 'Crossways', me: { name: 'P. Garrowby', role: 'coordinator' } });
  addCase(second.access.session(), { surname: 'Thistlemoor' });
  await exchange(second, scheme.founder);
  expect(casesOn(scheme.founder)).toEqual(['Oakenfell', 'Thistlemoor']);
  expect(scheme.founder.desk.view()).toMatchObject({ state: 'in-step', requests: [], alarms: [] });
  expect(scheme.founder.desk.view().away?.sentence).toContain('1 case added by Probation');
});

test('A partner has its agency’s cases and no others, closes an action, and the coordinator sees it.', async () => {
  const founder = scheme.founder.access.session();
  const housing =
    founder.read.query.agencies
      .findMany()
      .sync()
      .find(({ kind }) => kind === 'housing')?.id ?? '';
  const theirs = addCase(founder, { surname: 'Oakenfell' });
  addCase(founder, { surname: 'Thistlemoor' });
  founder.record('action set', (operation) =>
    operation.put(actions, 'action-1', { caseId: theirs, agencyId: housing, text: 'Assess', dueOn: '2026-03-09' }),
  );
  const partner = await scheme.join('J. Pellowin', 'partner', 'housing');
  expect(casesOn(partner)).toEqual(['Oakenfell']);
  const session = partner.access.session();
  expect(listActions(session, { state: 'open' }).map(({ text }) => text)).toEqual(['Assess']);
  settleActions(session, { ids: ['action-1'], outcome: 'done', note: 'Assessed', meetingId: null });
  await exchange(partner, scheme.founder);
  expect(founder.read.query.actions.findMany().sync()).toMatchObject([{ outcome: 'done' }]);
  expect(scheme.founder.desk.view().alarms).toEqual([]);
});
