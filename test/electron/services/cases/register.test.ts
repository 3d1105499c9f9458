import { expect, test } from 'vitest';
import { documents } from '../../../../db/schema';
import { readCsv } from '../../../../electron/exchange/read-csv';
import { createAction, settleActions } from '../../../../electron/services/actions';
import { addAlias, addNeed, addRiskWarning, overrideRelevance, withdrawAlias } from '../../../../electron/services/cases/case-entries';
import { changeColour, createCase, getCase } from '../../../../electron/services/cases/cases';
import { find, listRegister } from '../../../../electron/services/cases/register';
import { exportList } from '../../../../electron/services/export/export-list';
import { addCase, as } from '../../../support/builders';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const fixture = { surname: 'Carterwick', forenames: 'Dean' };
const action = (session: TestSession, caseId: string | null, dueOn: string | null) =>
  createAction(session, {
    caseId,
    meetingId: null,
    agencyId: 'agency-debt',
    personId: null,
    text: 'Phone the landlord',
    kind: 'support',
    priority: 'normal',
    dueOn,
  });

test('An empty scheme has an empty register.', () => {
  expect(listRegister(openScheme())).toEqual([]);
});

test('A line of the register holds what hangs on the case, and says the same as the case’s own page.', () => {
  const session = openScheme();
  const id = createCase(session, { fields: { ...fixture, statutoryPosition: 'remand' }, colour: 'R' });
  addNeed(session, { caseId: id, pathway: 'drugs', priority: 'low', note: '', agencyId: null });
  addNeed(session, { caseId: id, pathway: 'accommodation', priority: 'high', note: '', agencyId: null });
  addRiskWarning(session, { caseId: id, warning: 'Weapons' });
  addAlias(session, { caseId: id, name: 'Dino' });
  addAlias(session, { caseId: id, name: 'Wrong' });
  const wrong = getCase(session, { id }).aliases.find(({ name }) => name === 'Wrong');
  withdrawAlias(session, { id: wrong?.id ?? '', reason: 'Not his' });
  action(session, id, '2026-03-04');
  action(session, id, null);
  const settled = action(session, id, '2026-03-03');
  settleActions(session, { ids: [settled], outcome: 'done', note: '', meetingId: null });
  overrideRelevance(session, { caseId: id, agencyId: 'agency-drugs', isRelevant: false, reason: 'refused' });
  session.advance(2 * 24 * 3_600_000);
  changeColour(session, {
    caseId: id,
    meetingId: null,
    colour: 'B',
    reason: 'Remanded.',
    decidedOn: '2026-03-04',
    agreedBy: [],
    dissent: '',
  });
  const other = addCase(session, { surname: 'Abbotsmere' });
  const [first, second] = listRegister(session);
  const view = getCase(session, { id });
  expect(first?.id).toBe(other);
  expect(second).toMatchObject({
    ...fixture,
    colour: 'B',
    colourSince: '2026-03-04',
    openActions: 2,
    overdueActions: 1,
    aliases: ['Dino'],
    needs: ['accommodation', 'drugs'],
    riskWarnings: ['Weapons'],
  });
  expect(second?.agencyIds).toEqual(view.relevance.filter(({ isRelevant }) => isRelevant).map(({ agencyId }) => agencyId));
  expect(second?.agencyIds).toContain('agency-prison');
  expect(second?.agencyIds).not.toContain('agency-drugs');
});

test('A case, an action, a person and a document are found by the beginnings of their words.', () => {
  const session = openScheme();
  const id = createCase(session, { fields: { ...fixture, knownAs: 'Deano', pnc: '97/0000112X' }, colour: 'G' });
  action(session, id, null);
  session.record('document issued', (operation) =>
    operation.put(documents, 'document', { number: 'CW-2026-031', title: 'Minutes', recipient: 'Core agencies', sha256: 'a'.repeat(64) }),
  );
  expect(find(session, { text: 'cart de' })[0]).toMatchObject({
    kind: 'case',
    id,
    title: 'CARTERWICK, Dean',
    detail: '“Deano” · PNC 97/0000112X',
    colour: 'G',
  });
  expect(find(session, { text: 'landlord' })).toMatchObject([
    { kind: 'action', title: 'Phone the landlord', detail: '26-001 · CARTERWICK, Dean · open', caseId: id, colour: 'G' },
  ]);
  expect(find(session, { text: 'larksp' })).toMatchObject([{ kind: 'person', title: 'M. Larkspur', detail: 'Police' }]);
  expect(find(session, { text: 'CW-2026' })).toMatchObject([{ kind: 'document', title: 'CW-2026-031 · Minutes', detail: 'Core agencies' }]);
  expect(find(session, { text: '' })).toEqual([]);
  expect(find(session, { text: '" OR * NEAR(' })).toEqual([]);
});

test('The register is saved in the given order with whole dates, and cells that a spreadsheet would run are plain text.', async () => {
  const session = openScheme();
  const one = createCase(session, {
    fields: { ...fixture, area: '=cmd|calc', dateOfBirth: '1997-09-02', leadAgencyId: 'agency-police', ogrsScore: 71 },
    colour: 'B',
  });
  const two = addCase(session, { surname: 'Oakenfell', mappa: '2' });
  const { bytes } = await exportList(session, {
    list: 'register',
    ids: [two, one, 'nobody'],
    columns: ['colour', 'name', 'born', 'area', 'lead', 'ogrs', 'mappa', 'nothing'],
    seenAs: '',
    format: 'csv',
  });
  const text = new TextDecoder().decode(bytes);
  expect(text).not.toMatch(/(^|,)"?=/m);
  const read = readCsv(bytes);
  expect(read.kind === 'read' && read.grid).toEqual([
    ['Colour', 'Name', 'Known as', 'Aliases', 'Date of birth', 'Area', 'Beat', 'Lead agency', 'OGRS', 'OGRS band', 'MAPPA'],
    ['', 'OAKENFELL, Dean', '', '', '', '', '', '', '', '', 'Level 2'],
    ['Blue', 'CARTERWICK, Dean', '', '', '1997-09-02', '=cmd|calc', '', 'Police', '71', 'Medium', 'None'],
  ]);
});

test('An export without columns, or by a partner, is refused.', async () => {
  const session = openScheme();
  const order = { list: 'register' as const, ids: [], seenAs: '', format: 'csv' as const };
  await expect(exportList(session, { ...order, columns: [] })).rejects.toThrow('No column was chosen');
  await expect(exportList(as(session, 'partner'), { ...order, columns: ['name'] })).rejects.toThrow(
    'As a partner you cannot export lists or figures.',
  );
});
