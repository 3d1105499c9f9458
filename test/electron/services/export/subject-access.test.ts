import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { actions, caseScores, cohortDecisions, needs, participations, referrals, services } from '../../../../db/schema';
import { renderDocument } from '../../../../electron/documents/render';
import { readWorkbook } from '../../../../electron/exchange/read-workbook';
import { addAlias, addEvent } from '../../../../electron/services/cases/case-entries';
import { changeColour, editCase } from '../../../../electron/services/cases/cases';
import { setPhotograph } from '../../../../electron/services/cases/photographs';
import { recordDelivery } from '../../../../electron/services/documents/deliveries';
import { createDocumentDesk } from '../../../../electron/services/documents/issue-documents';
import { type RenderAnswer, subjectAccess, textsToCheck } from '../../../../electron/services/export/subject-access';
import { keepTyping } from '../../../../electron/services/kept-typing';
import { formatPlainDay } from '../../../../shared/language/dates';
import { addCase, as } from '../../../support/builders';
import { closedConference } from '../../../support/closed-conference';
import { jpegOf } from '../../../support/jpeg';
import { missingWords, onPdf, pagesOf } from '../../../support/pdf';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const inPlace: RenderAnswer = async (request) => (await renderDocument(request)).bytes;

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
  const { bytes } = await subjectAccess(session, { caseId, isRedacted, leaveOut: [], format: 'csv' }, inPlace);
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

test('A photograph of the person is a picture in the answer, and nowhere a page of base64.', async () => {
  const session = openScheme();
  const caseId = filled(session);
  setPhotograph(session, { caseId, bytes: jpegOf({ width: 300, height: 400 }), takenOn: null, source: 'Police' });
  const csv = await subjectAccess(session, { caseId, isRedacted: false, leaveOut: [], format: 'csv' }, inPlace);
  const files = unzipSync(csv.bytes);
  expect([...(files['Photograph 1.jpg'] ?? [])]).toEqual([...jpegOf({ width: 300, height: 400 })]);
  expect(new TextDecoder().decode(files['Photographs.csv'])).toContain('A photograph of 1 kB');
  const pdf = await subjectAccess(session, { caseId, isRedacted: false, leaveOut: [], format: 'pdf' }, inPlace);
  expect(onPdf(pdf.bytes, 'pdfimages', ['-list', '{}'])).toContain('jpeg');
  expect(pagesOf(pdf.bytes).join(' ')).toContain('The photographs (1)');
});

test('What the tables keep as lists and ids is said in words: agencies, services, needs and the parts of a score.', async () => {
  const session = openScheme();
  const caseId = filled(session);
  session.record('case filled', (operation) => {
    operation.put(services, 'service-1', { agencyId: 'agency-drugs', name: 'Harbour recovery course' });
    operation.put(needs, 'need-1', { caseId, pathway: 'health', priority: 'high' });
    operation.put(referrals, operation.newId(), { caseId, serviceId: 'service-1', needId: 'need-1' });
    operation.put(participations, operation.newId(), { caseId, toldBy: 'PC Bramwith', points: '["sharing","complaints"]' });
    operation.put(cohortDecisions, operation.newId(), {
      caseId,
      kind: 'adopted',
      grounds: '[]',
      agreedBy: '["agency-police","agency-probation"]',
    });
    operation.put(caseScores, operation.newId(), { caseId, parts: '[{"what":"OGRS","why":"High, 78","points":6}]' });
  });
  const text = await textOf(session, caseId, true);
  for (const words of [
    'Harbour recovery course',
    'Health and mental health',
    'Sharing, complaints',
    'Police, Probation',
    'OGRS: High, 78 (6)',
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/another entry|\[\]|""sharing""/);
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
  const made = await subjectAccess(session, { caseId, isRedacted: true, leaveOut: [], format: 'xlsx' }, inPlace);
  expect(made.title).toBe('Everything held on case CW-1, without the names of others');
  const read = await readWorkbook(made.bytes, { sheet: 'Every change' });
  if (read.kind === 'problem') throw new Error(read.message);
  expect(read.sheets.slice(0, 2)).toEqual(['About this answer', 'Cases']);
  expect(read.grid.length).toBeGreaterThan(8);
  await expect(subjectAccess(as(session, 'manager'), { caseId, isRedacted: true, leaveOut: [], format: 'xlsx' }, inPlace)).rejects.toThrow(
    'cannot print everything held',
  );
  await expect(subjectAccess(session, { caseId: 'nobody', isRedacted: true, leaveOut: [], format: 'xlsx' }, inPlace)).rejects.toThrow(
    'not in your copy',
  );
});

test.each([true, false])(
  'The PDF holds every text that the CSV files hold, and is a whole PDF (names left out: %s).',
  async (isRedacted) => {
    const session = openScheme();
    const caseId = filled(session);
    addEvent(session, {
      caseId,
      kind: 'note',
      title: 'A long talk',
      detail: Array.from({ length: 3_000 }, (_, at) => `word${at}`).join(' '),
      happenedOn: session.today(),
      agencyId: null,
    });
    const pdf = await subjectAccess(session, { caseId, isRedacted, leaveOut: [], format: 'pdf' }, inPlace);
    const { bytes } = await subjectAccess(session, { caseId, isRedacted, leaveOut: [], format: 'csv' }, inPlace);
    const cells = Object.values(unzipSync(bytes)).flatMap((file) => {
      const [, ...rows] = Papa.parse<string[]>(new TextDecoder().decode(file)).data;
      return rows.flat();
    });
    const pages = pagesOf(pdf.bytes);
    // On paper a day is written out.
    const written = cells.map((cell) => cell.replace(/^\d{4}-\d{2}-\d{2}/, (day) => formatPlainDay(day)));
    expect(missingWords(pages, written)).toEqual([]);
    expect(pages.join(' ')).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(pages.join(' ').includes('Oakenfell')).toBe(!isRedacted);
    expect(onPdf(pdf.bytes, 'qpdf', ['--check', '{}'])).toContain('No syntax or stream encoding errors');
  },
);

test('Fields and what they hold are named in words for whoever reads them.', async () => {
  const session = openScheme();
  const caseId = filled(session);
  editCase(session, { id: caseId, fields: { statutoryPosition: 'community-order', pnc: '20/1X', isAtLarge: true } });
  const { bytes } = await subjectAccess(session, { caseId, isRedacted: true, leaveOut: [], format: 'pdf' }, inPlace);
  const text = pagesOf(bytes).join('\n');
  for (const line of ['PNC 20/1X', 'At large Yes', 'Statutory position Community order', 'Colour Red']) expect(text).toContain(line);
  // What an entry points to is named, and not by its number in the file.
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  expect(text).not.toMatch(/read it through|Pnc|Is at large|community-order/);
});

test('Texts with names that the scheme does not know are listed to be read, and those without are not.', () => {
  const session = openScheme();
  const caseId = filled(session);
  for (const detail of ['He lives with his cousin Bramwell Larchmere.', 'Seen at Lowgate on Monday.', 'Mrs Thornapple complained.'])
    addEvent(session, { caseId, kind: 'note', title: 'Talk', detail, happenedOn: session.today(), agencyId: null });
  const texts = textsToCheck(session, { caseId });
  const inDetail = texts.filter(({ where }) => where === 'Case events: Detail').map(({ words }) => words.join(', '));
  expect(inDetail.toSorted()).toEqual(['Bramwell Larchmere', 'Thornapple']);
  expect(texts.some(({ text }) => text.includes('Lowgate on Monday'))).toBe(false);
  expect(() => textsToCheck(as(session, 'partner'), { caseId })).toThrow();
});

test('The answer itself says that only known names were found.', async () => {
  const session = openScheme();
  expect(await textOf(session, filled(session), true)).toContain('only those were found whom the scheme knows');
});

test('Words that whoever answers found by reading are left out everywhere.', async () => {
  const session = openScheme();
  const caseId = filled(session);
  for (const detail of ['He lives with his cousin Bramwell Larchmere.', 'Larchmere rang; Bramwell Larchmere did not.'])
    addEvent(session, { caseId, kind: 'note', title: 'Talk', detail, happenedOn: session.today(), agencyId: null });
  const leaveOut = ['Larchmere', 'Bramwell Larchmere'];
  const { bytes } = await subjectAccess(session, { caseId, isRedacted: true, leaveOut, format: 'csv' }, inPlace);
  const text = Object.values(unzipSync(bytes))
    .map((file) => new TextDecoder().decode(file))
    .join('\n');
  expect(text).not.toMatch(/Larchmere|Bramwell/);
  expect(text).toContain('He lives with his cousin [another person].');
});

test('What was written elsewhere and names the person is in the answer: on other cases, on none, in typing that waits, and in earlier versions.', async () => {
  const session = openScheme();
  const caseId = filled(session);
  const other = session.read.query.cases.findFirst({ where: (row, { eq }) => eq(row.surname, 'Oakenfell') }).sync()?.id ?? '';
  const note = { caseId: other, kind: 'note', happenedOn: session.today(), agencyId: null } as const;
  addEvent(session, { ...note, title: 'Seen', detail: 'Mary is using again. CARTERWICK, Dean drove her home. She owes rent.' });
  addEvent(session, { ...note, title: 'Seen again', detail: 'Nobody else was there.' });
  session.record('action set', (operation) => {
    const id = operation.newId();
    operation.put(actions, id, { reference: '26-009', text: 'Ring Mr Carterwick’s landlord' });
    return id;
  });
  keepTyping(session, { 'general-note': 'Dean Carterwick to be asked' });
  const whole = await textOf(session, caseId, false);
  for (const held of [
    'Mary is using again. CARTERWICK, Dean drove her home.',
    '"OAKENFELL, Mary"',
    'No one case',
    'Dean Carterwick to be asked',
  ])
    expect(whole).toContain(held);
  const cut = await textOf(session, caseId, true);
  for (const held of ['CARTERWICK, Dean drove her home.', 'Ring Mr Carterwick’s landlord', 'Another person']) expect(cut).toContain(held);
  // The rest of what stands on somebody else’s case is not the person’s to have.
  for (const foreign of ['using again', 'owes rent', 'Nobody else', 'OAKENFELL']) expect(cut).not.toContain(foreign);
});

test('Papers that print the person are in the answer, with everybody to whom they were given.', async () => {
  const session = openScheme();
  const { meetingId, caseIds } = closedConference(session);
  const desk = createDocumentDesk(renderDocument);
  const minutes = await desk.issueMinutes(session, { meetingId, isFinal: true });
  const { documents } = await desk.issuePacks(session, { meetingId });
  const summary = await desk.issue(session, { kind: 'case-summary', caseId: caseIds[0] ?? '', agencyId: null });
  recordDelivery(session, { id: summary.id, agencyId: null, recipient: 'Mary Oakenfell’s solicitor', how: 'by-hand' });
  // The drug service has the other case alone.
  const foreign = documents.find(({ agencyId }) => agencyId === 'agency-drugs')?.number ?? '';
  const text = await textOf(session, caseIds[0] ?? '', false);
  for (const { number } of [minutes, summary]) expect(text).toContain(number);
  expect(text).toContain('solicitor, handed over, Tue 3 Mar 2026');
  expect(text).not.toContain(foreign);
});
