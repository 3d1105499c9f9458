import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  actionListView,
  agendaView,
  attendanceSheetView,
  briefingView,
  caseSummaryView,
  minutesCase,
  minutesView,
  packView,
  recoverySheetView,
} from '../../support/document-views';
import { letters, pagesOf, render, type Undated } from '../../support/pdf';
import { structureFaults, structureOf } from '../../support/pdf-structure';

/**
 * Whatever people typed comes out of the PDF. A random text is put in the place of each typed one, with a number of its
 * own in front, so that a text found elsewhere does not count; and each must be there whole, unless it is longer than
 * what stays on one page, in which case its words must be.
 */
const hostile = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 25 }),
  fc.constantFrom(
    '<script>alert(1)</script> &amp; <b>bold</b>',
    '=cmd|"/c calc"!A1',
    'x'.repeat(60),
    'مرحبا بالعالم',
    'a \u202eb\u202c c',
    'office affluent ffi',
    'DROP TABLE cases; --',
    `${'A sentence of usual length that goes on. '.repeat(40)}end`,
    'W'.repeat(300),
  ),
);

/** Texts that the layout may cut or that it prints in capitals, and the words of closed lists. */
const leftAlone = new Set(
  [
    'marking',
    'brand',
    'area',
    'reader',
    'number',
    'status',
    'kind',
    'outcome',
    'decision',
    'colour',
    'colourBefore',
    'colourAfter',
    'pathway',
    'priority',
    'agencyNames',
  ]
    .concat([
      'progress',
      'flag',
      'reason:agenda',
      'startsAt',
      'endsAt',
      'arrivesAt',
      'leavesAt',
      'startedAt',
      'endedAt',
      'statementAgreedAt',
      'arrivedAt',
    ])
    .concat([
      'leftAt',
      'issuedAt',
      'sentAt',
      'heldOn',
      'meetingHeldOn',
      'today',
      'on',
      'at',
      'dueOn',
      'wantedOn',
      'dateOfBirth',
      'colourSince',
      'nextReview',
    ])
    .concat(['adoptedOn', 'reviewDue', 'madeAt', 'chair', 'code', 'ogrs', 'mappa', 'rosh', 'cohort', 'recipient', 'forName', 'computer']),
);

interface Filled<View> {
  readonly view: View;
  readonly texts: string[];
}

/** The view with every typed text replaced by the next of `texts`. */
function filled<View>(view: View, texts: readonly string[], isLeft: (key: string) => boolean): Filled<View> {
  const used: string[] = [];
  const fill = (node: unknown, key: string): unknown => {
    if (isLeft(key)) return node;
    if (typeof node === 'string') {
      if (node === '') return '';
      const text = `n${used.length}q${texts[used.length % texts.length] ?? ''}`;
      used.push(text);
      return text;
    }
    if (Array.isArray(node)) return node.map((entry) => fill(entry, key));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, fill(value, name)]));
  };
  return { view: fill(view, '') as View, texts: used };
}

async function expectEveryWord(request: Undated, texts: readonly string[]): Promise<void> {
  const { bytes } = await render(request);
  const pages = pagesOf(bytes);
  const whole = letters(pages.join(''));
  const lost = texts.filter((text) => !whole.includes(letters(text)) && !inParts(whole, text));
  expect(lost).toEqual([]);
  expect(structureFaults(bytes)).toEqual([]);
  const heard = letters(structureOf(bytes).words);
  expect(texts.filter((text) => !heard.includes(letters(text)) && !inParts(heard, text))).toEqual([]);
}

/** Page furniture stands between the pages of a long text, and other cells between the rows of one: it comes in a few stretches. */
function inParts(whole: string, text: string): boolean {
  let rest = letters(text);
  const most = 3 + rest.length / 30;
  for (let stretches = 0; stretches < most; stretches += 1) {
    if (rest === '') return true;
    let length = rest.length;
    while (length > 0 && !whole.includes(rest.slice(0, length))) length -= 1;
    if (length === 0) return false;
    rest = rest.slice(length);
  }
  return rest === '';
}

const some = fc.array(hostile, { minLength: 5, maxLength: 40 });
// To shrink a failure would lay out hundreds of documents; its seed is enough to see it again.
const runs = { numRuns: 4, endOnFailure: true };
const isLeft = (key: string) => leftAlone.has(key);

it('prints every word typed into minutes, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(some, fc.integer({ min: 0, max: 3 }), async (texts, cases) => {
      const sample = minutesView(cases);
      // The list by agency repeats what stands at the cases, and the head of a page cuts it to its line.
      const { view, texts: used } = filled({ ...sample, actionsByAgency: [] }, texts, isLeft);
      await expectEveryWord({ kind: 'minutes', view }, used);
    }),
    runs,
  );
});

it('prints every word typed into a tasking pack, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(some, fc.integer({ min: 0, max: 3 }), async (texts, cases) => {
      // The agency of an action is the pack's own; the rest of these are cut to their line.
      const isCut = (key: string) => isLeft(key) || ['caseName', 'person', 'reference', 'agency'].includes(key);
      const { view, texts: used } = filled(packView(cases), texts, isCut);
      await expectEveryWord({ kind: 'tasking-pack', view }, used);
    }),
    runs,
  );
});

it('prints every word typed into an agenda, a recovery sheet and a case summary, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(some, async (texts) => {
      const agenda = filled(agendaView(6), texts, (key) => isLeft(key) || key === 'reason');
      await expectEveryWord({ kind: 'agenda', view: agenda.view }, agenda.texts);
      const summary = filled(caseSummaryView(), texts, isLeft);
      await expectEveryWord({ kind: 'case-summary', view: summary.view }, summary.texts);
      const sheet = filled(recoverySheetView(), texts, isLeft);
      await expectEveryWord({ kind: 'recovery-sheet', view: sheet.view }, sheet.texts);
    }),
    runs,
  );
});

it('prints every word typed into an attendance sheet, an action list and a briefing, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(some, async (texts) => {
      const sheet = filled(attendanceSheetView(), texts, (key) => isLeft(key) || key === 'arrivesAt' || key === 'leavesAt');
      await expectEveryWord({ kind: 'attendance-sheet', view: sheet.view }, sheet.texts);
      // An agency stands in a head that is cut to its line, and references in the line of what is held back.
      const isCut = (key: string) => isLeft(key) || ['agency', 'reference'].includes(key);
      const list = filled(actionListView(2), texts, isCut);
      await expectEveryWord({ kind: 'action-list', view: list.view }, list.texts);
      const briefing = filled(briefingView(3), texts, (key) => isLeft(key) || key === 'photo' || key === 'meaning');
      await expectEveryWord({ kind: 'briefing', view: briefing.view }, briefing.texts);
    }),
    runs,
  );
});

it('counts as many words as were typed where one is repeated over many pages in every cell of a case', async () => {
  const text = 'Wamblequark '.repeat(1500).trim();
  const entry = minutesCase(1, {
    discussion: text,
    decisionText: text,
    rationale: text,
    dissent: text,
    colourReason: text,
    riskWarnings: [text],
    contributions: [{ agency: 'Police', person: '', text, question: text }],
    actions: [{ ...(minutesCase(1).actions[0] as (typeof entry.actions)[0]), text, agency: text }],
  });
  const { bytes } = await render({
    kind: 'minutes',
    view: minutesView(0, { cases: [entry], lastActions: [], generalActions: [], actionsByAgency: [] }),
  });
  const cutInFront = 3;
  const found =
    pagesOf(bytes)
      .join(' ')
      .match(/Wamblequark/g)?.length ?? 0;
  expect(found).toBe(10 * 1500 + cutInFront);
});
