import { expect, test } from 'vitest';
import { actionStory, createAction, listActions, noteOnActions, settleActions } from '../../../electron/services/actions';
import { addAlias, addEvent, addNeed, addRiskWarning, reviewNeed } from '../../../electron/services/cases/case-entries';
import { changeColour, createCase, editCase, getCase } from '../../../electron/services/cases/cases';
import { find, listRegister } from '../../../electron/services/cases/register';
import { audit } from '../../../electron/services/log';
import { editScheme, getScheme } from '../../../electron/services/scheme';
import { contract } from '../../../shared/ipc/contract';
import { caseFieldInputs } from '../../../shared/ipc/subjects/cases';
import { schemesWithWholeLogs } from '../../support/whole-log';

const openScheme = schemesWithWholeLogs();

/** Text that other programs have choked on. Each comes back exactly, and nothing of it is ever run. */
const hostile: Readonly<Record<string, string>> = {
  'a hundred kilobytes': `${'Long '.repeat(20_000)}end`,
  'right to left': '\u202Eמַר כָּהֵן\u202C and \u0627\u0644\u0639\u0631\u0628\u064A\u0629',
  formula: "=cmd|' /C calc'!A0",
  HTML: '<img src=x onerror="alert(1)"><script>alert(2)</script>&amp;',
  SQL: 'Robert\'); drop table cases; -- " ` [x] %s ?1 :id',
  'emoji and combining marks': '👩🏽‍⚖️ Z̸̤a̷l̴g̵o̶ é',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must stay as it is, and not be filled in
  'JSON and escapes': '{"a":"\\u0000\\n"} \\ \\\\ ${x} {{y}}',
};
const lineTexts = Object.entries(hostile).filter(([, text]) => text.length <= 500);
const textFields = (Object.keys(caseFieldInputs) as (keyof typeof caseFieldInputs)[]).filter(
  (field) => caseFieldInputs[field].safeParse('free text').success && caseFieldInputs[field].safeParse('=1+1').success,
);

test('The fields of a case that take free text are the ones that are tried here.', () => {
  expect(textFields).toHaveLength(16);
});

test.each(lineTexts)('Every line of a case holds %s exactly as the contract lets it in.', (_, text) => {
  const session = openScheme();
  const { fields } = contract.cases.create.input.parse({
    fields: Object.fromEntries(textFields.map((field) => [field, text])),
    colour: null,
  }) as {
    fields: { surname: string };
  };
  const id = createCase(session, { fields, colour: null });
  const stored = getCase(session, { id }).fields;
  for (const field of textFields) expect(stored[field]).toBe((fields as Record<string, string>)[field]);
  expect(stored.surname).toBe(text.normalize('NFC').replace(/\s+/g, ' ').trim());
  addAlias(session, { caseId: id, name: text });
  addRiskWarning(session, { caseId: id, warning: text });
  expect(listRegister(session)[0]).toMatchObject({ aliases: [text], riskWarnings: [text] });
  expect(() => find(session, { text })).not.toThrow();
  expect(audit(session, { before: null, limit: 10, caseId: id }).length).toBeGreaterThan(0);
});

test.each(Object.entries(hostile))('All prose holds %s and gives it back exactly.', (_, text) => {
  const session = openScheme();
  const prose = contract.actions.update.input.parse({ ids: ['x'], text }).text;
  expect(prose).toBe(text.normalize('NFC'));
  const id = createCase(session, { fields: { surname: 'Carterwick' }, colour: 'R' });
  editCase(session, { id, fields: { doAdvice: prose, doNotAdvice: prose } });
  changeColour(session, {
    caseId: id,
    meetingId: null,
    colour: 'A',
    reason: prose,
    decidedOn: session.today(),
    agreedBy: [],
    dissent: prose,
  });
  addNeed(session, { caseId: id, pathway: 'drugs', priority: 'high', note: prose, agencyId: null });
  const needId = getCase(session, { id }).needs[0]?.id ?? '';
  reviewNeed(session, { needId, progress: 'good', note: prose, meetingId: null });
  addEvent(session, { caseId: id, kind: 'note', title: 'Note', detail: prose, happenedOn: session.today(), agencyId: null });
  const action = createAction(session, {
    caseId: id,
    meetingId: null,
    agencyId: 'agency-drugs',
    personId: null,
    text: prose,
    kind: 'support',
    priority: 'normal',
    dueOn: null,
  });
  noteOnActions(session, { ids: [action], text: prose });
  settleActions(session, { ids: [action], outcome: 'done', note: prose, meetingId: null });
  editScheme(session, { confidentiality: prose });

  const view = getCase(session, { id });
  expect(view.fields).toMatchObject({ doAdvice: prose, doNotAdvice: prose });
  expect(view.colourChanges.at(-1)).toMatchObject({ reason: prose, dissent: prose });
  expect(view.needs[0]?.note).toBe(prose);
  expect(view.history.filter(({ kind }) => kind === 'event' || kind === 'need').map((entry) => entry.text)).toEqual([prose, prose]);
  expect(listActions(session, { state: 'all' })[0]).toMatchObject({ text: prose, closingNote: prose });
  expect(
    actionStory(session, { id: action })
      .map((update) => update.text)
      .toSorted(),
  ).toEqual([prose, `Done. ${prose}`].toSorted());
  expect(getScheme(session).confidentiality).toBe(prose);
  expect(find(session, { text: 'carterwick' })[0]).toMatchObject({ kind: 'case', id });
});

test('Control characters never get in, and text longer than the limit is refused rather than cut.', () => {
  const { surname, doAdvice } = caseFieldInputs;
  expect(surname.parse('Car\u0000ter\u001b[31mwick\u0007')).toBe('Carter[31mwick');
  expect(doAdvice.parse('one\r\ntwo\u0008')).toBe('one\ntwo');
  expect(surname.safeParse('x'.repeat(501)).success).toBe(false);
  expect(doAdvice.safeParse('x'.repeat(200_001)).success).toBe(false);
  expect(surname.safeParse(' \u0000 ').success).toBe(false);
});

test.each([
  '2026-02-30',
  '2026-13-01',
  '1899-12-31',
  '2101-01-01',
  '0000-00-00',
  '26-03-03',
  '2026-3-3',
  '03/03/2026',
  '2026-03-03T10:00',
  '',
  'tomorrow',
])('The impossible or unclear date “%s” is refused by the contract wherever a case takes a date.', (day) => {
  for (const field of [
    'dateOfBirth',
    'reviewDue',
    'adoptedOn',
    'releaseOn',
    'licenceEndsOn',
    'orderEndsOn',
    'supervisionEndsOn',
  ] as const) {
    expect(caseFieldInputs[field].safeParse(day).success).toBe(false);
  }
  expect(contract.actions.changeDue.input.safeParse({ ids: ['x'], dueOn: day, reason: '' }).success).toBe(false);
});

test.each(['1900-01-01', '2000-02-29', '2100-12-31'])('The far but real date %s is kept as it is.', (releaseOn) => {
  const session = openScheme();
  const id = createCase(session, {
    fields: { surname: 'Carterwick', releaseOn: caseFieldInputs.releaseOn.parse(releaseOn) },
    colour: null,
  });
  expect(getCase(session, { id }).fields.releaseOn).toBe(releaseOn);
});
