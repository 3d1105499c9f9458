import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { joiningFolder } from '../../../../db/sync/join';
import { getScheme } from '../../../../electron/services/scheme';
import { addCase } from '../../../support/builders';
import { casesOn, type SharedScheme, type Station, sharedScheme } from '../../../support/shared-scheme';

let scheme: SharedScheme;
beforeEach(async () => {
  scheme = await sharedScheme();
});
afterEach(() => scheme.end());
const exchange = (...stations: readonly Station[]) => scheme.exchange(...stations);

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

test('A folder out of reach is told of and costs nothing that is recorded; once it is back, all of it goes over.', async () => {
  const second = await scheme.join('P. Garrowby', 'coordinator', 'probation');
  renameSync(scheme.folder, `${scheme.folder}-gone`);
  addCase(scheme.founder.access.session(), { surname: 'Oakenfell' });
  await exchange(scheme.founder);
  expect(scheme.founder.desk.view()).toMatchObject({ state: 'unreachable', alarms: [{ canContinue: false }] });
  renameSync(`${scheme.folder}-gone`, scheme.folder);
  await exchange(scheme.founder, second);
  expect(casesOn(second)).toEqual(['Oakenfell']);
  expect(scheme.founder.desk.view()).toMatchObject({ state: 'in-step', alarms: [] });
});

test('A folder is tried before it is used, nothing is left in it, and that of another scheme is told apart.', async () => {
  const fresh = join(scheme.folder, 'fresh');
  mkdirSync(fresh);
  const checked = await scheme.founder.desk.check(fresh);
  expect(checked).toMatchObject({ found: 'nothing', folder: fresh });
  expect(checked.checks.map(({ step, isDone }) => [step, isDone])).toEqual(
    ['write', 'read-back', 'list', 'rename', 'remove'].map((step) => [step, true]),
  );
  expect(Math.abs(checked.clockAhead ?? 99)).toBeLessThan(5);
  expect(readdirSync(fresh)).toEqual([]);
  expect((await scheme.founder.desk.check(scheme.folder)).found).toBe('this-scheme');
  expect((await scheme.founder.desk.check(join(scheme.folder, 'none'))).checks).toEqual([{ step: 'write', isDone: false }]);
  writeFileSync(join(fresh, 'roundtable.scheme'), JSON.stringify({ form: 1, scheme: 'another', folder: 'x' }));
  expect((await scheme.founder.desk.check(fresh)).found).toBe('another-scheme');
  await expect(scheme.founder.desk.use(fresh)).rejects.toThrow('belongs to another scheme');
});

test('A request that was tampered with in the folder is not shown, and only a coordinator admits.', async () => {
  const partner = await scheme.join('J. Pellowin', 'partner', 'housing');
  mkdirSync(join(scheme.folder, joiningFolder), { recursive: true });
  writeFileSync(join(scheme.folder, joiningFolder, `${'a'.repeat(40)}.request`), 'not a request');
  await exchange(scheme.founder, partner);
  expect(scheme.founder.desk.view().requests).toEqual([]);
  expect(partner.desk.view().requests).toEqual([]);
  await expect(partner.desk.admit({ requestId: 'a'.repeat(40), person: { id: 'x' } })).rejects.toThrow('As a partner you cannot');
});
