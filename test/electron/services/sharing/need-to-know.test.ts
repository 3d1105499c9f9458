import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentBytes, keepDocumentBytes, listDocuments } from '../../../../db/queries/documents';
import { actions, agencies, cases, documents } from '../../../../db/schema';
import { sha256Of } from '../../../../db/sync/paper';
import { listActions, settleActions } from '../../../../electron/services/actions';
import { getCase } from '../../../../electron/services/cases/cases';
import { verifyDocument } from '../../../../electron/services/documents/verify';
import { dayForPartners } from '../../../../electron/services/partners-day';
import { conflicts, settleConflict } from '../../../../electron/services/sharing/conflicts';
import { addCase } from '../../../support/builders';
import { casesOn, type SharedScheme, type Station, sharedScheme } from '../../../support/shared-scheme';

let scheme: SharedScheme;
beforeEach(async () => {
  scheme = await sharedScheme();
});
afterEach(() => scheme.end());
const exchange = (...stations: readonly Station[]) => scheme.exchange(...stations);

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

test('Two coordinators who change one field apart both see both values, and the choice of one of them settles it for both.', async () => {
  const founder = scheme.founder.access.session();
  const caseId = addCase(founder, { surname: 'Oakenfell' });
  const second = await scheme.join('P. Garrowby', 'coordinator', 'probation');
  founder.record('name corrected', (operation) => operation.put(cases, caseId, { surname: 'Oakenfall' }));
  scheme.founder.disk.advance(5_000);
  second.access.session().record('name corrected', (operation) => operation.put(cases, caseId, { surname: 'Oakenfelt' }));
  await exchange(second, scheme.founder, second);
  for (const station of [scheme.founder, second]) {
    const [conflict, ...others] = conflicts(station.access.session(), { caseId });
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({ field: 'surname', kind: 'two-values', caseId });
    expect(conflict?.choices.map(({ value }) => value)).toEqual(['Oakenfall', 'Oakenfelt']);
  }
  const [conflict] = conflicts(founder, { caseId: null });
  const choice = { relation: 'cases', row: caseId, field: 'surname', stamp: conflict?.choices[0]?.stamp ?? '' };
  settleConflict(founder, choice);
  expect(() => settleConflict(founder, choice)).toThrow('settled meanwhile');
  await exchange(scheme.founder, second);
  expect(casesOn(second)).toEqual(['Oakenfall']);
  expect(conflicts(second.access.session(), { caseId: null })).toEqual([]);
});

test('A case that becomes an agency’s concern reaches its partner from then on, and one that ceases to be is not updated there.', async () => {
  const founder = scheme.founder.access.session();
  const housing =
    founder.read
      .select()
      .from(agencies)
      .all()
      .find(({ kind }) => kind === 'housing')?.id ?? '';
  const caseId = addCase(founder, { surname: 'Oakenfell' });
  const partner = await scheme.join('J. Pellowin', 'partner', 'housing');
  expect(casesOn(partner)).toEqual([]);
  founder.record('action set', (operation) => operation.put(actions, 'action-1', { caseId, agencyId: housing, text: 'Assess' }));
  await exchange(scheme.founder, partner);
  expect(casesOn(partner)).toEqual(['Oakenfell']);
  expect(getCase(partner.access.session(), { id: caseId }).partedSince).toBeNull();
  founder.record('action withdrawn', (operation) => operation.put(actions, 'action-1', { outcome: 'withdrawn' }));
  await exchange(scheme.founder, partner);
  founder.record('name corrected', (operation) => operation.put(cases, caseId, { surname: 'Quizzlethorpe' }));
  await exchange(scheme.founder, partner);
  expect(casesOn(partner)).toEqual(['Oakenfell']);
  // The agency is told that it ended, and by itself writes nothing that nobody would read.
  expect(getCase(partner.access.session(), { id: caseId }).partedSince).not.toBeNull();
  expect(() => settleActions(partner.access.session(), { ids: ['action-1'], outcome: 'done', note: '', meetingId: null })).toThrow(
    'does not concern your agency any more',
  );
  expect(dayForPartners(partner.access.session()).actions).toEqual([]);
  founder.record('action set', (operation) => operation.put(actions, 'action-2', { caseId, agencyId: housing, text: 'Assess again' }));
  await exchange(scheme.founder, partner);
  expect(casesOn(partner)).toEqual(['Quizzlethorpe']);
  expect(getCase(partner.access.session(), { id: caseId }).partedSince).toBeNull();
  const trail = founder.connection.raw
    .prepare("select intent from commits where intent like 'case %ed to %' order by sequence")
    .pluck()
    .all();
  expect(trail).toEqual(expect.arrayContaining(['case opened to Housing', 'case closed to Housing']));
});

test('What a retired workstation records afterwards changes nothing elsewhere and is told of, and nothing further reaches it.', async () => {
  const second = await scheme.join('P. Garrowby', 'coordinator', 'probation');
  const theirs = second.access.session().device.id;
  scheme.founder.desk.retire({ id: theirs });
  addCase(second.access.session(), { surname: 'Thistlemoor' });
  addCase(scheme.founder.access.session(), { surname: 'Oakenfell' });
  await exchange(scheme.founder, second, scheme.founder, second);
  expect(casesOn(scheme.founder)).toEqual(['Oakenfell']);
  expect(casesOn(second)).toEqual(['Thistlemoor']);
  expect(scheme.founder.desk.view().workstations.find(({ id }) => id === theirs)?.isRetired).toBe(true);
  expect(() => scheme.founder.desk.retire({ id: scheme.founder.access.session().device.id })).toThrow(
    'cannot retire the workstation that you sit at',
  );
});

test('A partner gets its own pack through the folder and nobody else’s, and that it was given stands in the ledger.', async () => {
  const founder = scheme.founder.access.session();
  const partner = await scheme.join('J. Pellowin', 'partner', 'housing');
  const manager = await scheme.join('P. Garrowby', 'manager', 'police');
  const agencyOf = (kind: string) =>
    founder.read.query.agencies
      .findMany()
      .sync()
      .find((agency) => agency.kind === kind)?.id ?? '';
  const issue = (agencyKind: string) => {
    const bytes = new TextEncoder().encode(`%PDF for ${agencyKind}`);
    return founder.record('tasking pack issued', (operation) => {
      const id = operation.newId();
      operation.put(documents, id, {
        ...{ kind: 'tasking-pack', agencyId: agencyOf(agencyKind), recipient: agencyKind, number: `CW-${agencyKind}` },
        ...{ sha256: sha256Of(bytes), issuedAt: operation.at },
      });
      keepDocumentBytes(founder.connection.local, id, bytes, '');
      return id;
    });
  };
  const [ours, theirs] = [issue('housing'), issue('police')];
  await exchange(scheme.founder, partner, manager, scheme.founder, partner);
  const has = (station: Station, id: string) => documentBytes(station.access.session().read, id) !== undefined;
  expect([has(partner, ours), has(partner, theirs)]).toEqual([true, false]);
  expect([has(manager, ours), has(manager, theirs)]).toEqual([true, true]);
  expect(listDocuments(partner.access.session().read)).toMatchObject([{ id: ours, isHere: true }]);
  expect(verifyDocument(partner.access.session(), new TextEncoder().encode('%PDF for housing'))).toMatchObject({ kind: 'matches' });
  expect(founder.read.query.documentDeliveries.findMany().sync()).toMatchObject([
    { documentId: ours, how: 'shared-folder', recipient: 'housing' },
  ]);
});
