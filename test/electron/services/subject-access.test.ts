import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../../electron/exchange/read-workbook';
import { addAlias, addEvent } from '../../../electron/services/case-entries';
import { changeColour, editCase } from '../../../electron/services/cases';
import { subjectAccess } from '../../../electron/services/subject-access';
import { addCase, as } from '../../support/builders';
import type { TestSession } from '../../support/session';
import { schemesWithWholeLogs } from '../../support/whole-log';

const openScheme = schemesWithWholeLogs();

function filled(session: TestSession): string {
  const caseId = addCase(session, { surname: 'Carterwick', forenames: 'Dean', reference: 'CW-1', area: 'Millbrook' });
  const other = addCase(session, { surname: 'Oakenfell', forenames: 'Mary', area: 'Secret Lane' });
  addAlias(session, { caseId: other, name: 'Molly Larchmere' });
  addAlias(session, { caseId, name: 'Deano' });
  editCase(session, { id: caseId, fields: { area: 'Lowgate' } });
  changeColour(session, {
    caseId,
    meetingId: null,
    colour: 'R',
    reason: 'Seen with Mary Oakenfell',
    decidedOn: session.today(),
    agreedBy: [],
    dissent: '',
  });
  addEvent(session, {
    caseId,
    kind: 'contact',
    title: 'Visited by Mr Garrowby',
    detail: 'OAKENFELL, Mary was there; Dean Carterwick was polite',
    happenedOn: session.today(),
    agencyId: null,
  });
  return caseId;
}
async function textOf(session: TestSession, caseId: string, isRedacted: boolean): Promise<string> {
  const { bytes } = await subjectAccess(session, { caseId, isRedacted, format: 'csv' });
  return Object.values(unzipSync(bytes))
    .map((file) => new TextDecoder().decode(file))
    .join('\n');
}

test('The answer holds every row of the case and what was there before, and nothing of anybody else’s.', async () => {
  const session = openScheme();
  const caseId = filled(session);
  const text = await textOf(session, caseId, false);
  for (const held of ['Deano', 'Lowgate', 'Millbrook', 'Seen with Mary Oakenfell', 'Visited by Mr Garrowby', 'M. Larkspur'])
    expect(text).toContain(held);
  for (const foreign of ['Molly Larchmere', 'Secret Lane']) expect(text).not.toContain(foreign);
});

test('With the names of others left out, their names are gone and the person’s own stays.', async () => {
  const session = openScheme();
  const caseId = filled(session);
  const text = await textOf(session, caseId, true);
  for (const name of ['Oakenfell', 'OAKENFELL', 'Garrowby', 'Larkspur']) expect(text).not.toContain(name);
  expect(text).toContain('Seen with [another person]');
  expect(text).toContain('Visited by [a worker]');
  expect(text).toContain('[another person] was there; Dean Carterwick was polite');
});

test('The workbook says the same, its title names the case by reference alone, and only a coordinator makes it.', async () => {
  const session = openScheme();
  const caseId = filled(session);
  const made = await subjectAccess(session, { caseId, isRedacted: true, format: 'xlsx' });
  expect(made.title).toBe('Everything held on case CW-1, without the names of others');
  const read = await readWorkbook(made.bytes, { sheet: 'Every change' });
  if (read.kind === 'problem') throw new Error(read.message);
  expect(read.sheets.slice(0, 2)).toEqual(['About this answer', 'Cases']);
  expect(read.grid.length).toBeGreaterThan(8);
  await expect(subjectAccess(as(session, 'manager'), { caseId, isRedacted: true, format: 'xlsx' })).rejects.toThrow(
    'cannot print everything held',
  );
  await expect(subjectAccess(session, { caseId: 'nobody', isRedacted: true, format: 'xlsx' })).rejects.toThrow('not in your copy');
});
