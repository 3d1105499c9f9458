import type {
  ActionListView,
  AgendaDocumentSlot,
  AgendaDocumentView,
  AttendanceEntry,
  AttendanceSheetView,
  BriefingView,
  CaseSummaryView,
  DocumentAction,
  DocumentScheme,
  IssuedDocument,
  MinutesCase,
  MinutesView,
  PackAction,
  PackCase,
  PackView,
  QuarterlyReportView,
  RecoverySheetDocumentView,
  SubjectAccessView,
} from '../../electron/documents/views';
import { clockOfMinutes } from '../../shared/agenda/clock-time';
import type { Picture } from '../../shared/insight/picture';
import { termsOf } from '../../shared/insight/terms';
import { colours, defaultColourMeaning } from '../../shared/language/colour';
import { addDays } from '../../shared/language/dates';
import { defaultConfidentialityStatement, defaultLegalBasis, defaultPurpose } from '../../shared/language/meeting';
import type { Undated } from './pdf';

/** Views of an invented scheme, for tests of the printed documents. Everything can be overridden. */
export const heldOn = '2026-03-03';

const surnames = ['CARTERWICK', 'OAKENFELL', 'THISTLEMOOR', 'PENNYFORD', 'BRAMBLECOTE', 'HOLLOWAY-STROUDE', 'QUARRINGDON', 'MARLPITT'];
const forenames = ['Dean', 'Jade', 'Kieran', 'Shanice', 'Tobias', 'Leanne', 'Marek', 'Oluwaseun'];
const agencyNames = ['Police', 'Probation', 'Prison', 'Housing Options', 'Drug Service', 'Mental Health', 'Jobcentre', 'Mentoring'];
const codeOf = (agency: string) => agency.slice(0, 3).toUpperCase();
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

export const caseNameOf = (index: number) =>
  `${at(surnames, index)}${index < 8 ? '' : `-${index}`}, ${at(forenames, index + Math.floor(index / 8))}`;

export function documentScheme(over: Partial<DocumentScheme> = {}): DocumentScheme {
  return { brand: 'Turning Point', area: 'Wexmouth and District', marking: 'OFFICIAL-SENSITIVE', isDemonstration: true, ...over };
}

export function issuedDocument(over: Partial<IssuedDocument> = {}): IssuedDocument {
  return {
    number: 'TP-2026-031',
    version: 1,
    isFinal: true,
    issuedAt: '2026-03-03T13:05:00.000Z',
    reader: 'Full record: core agencies only',
    ...over,
  };
}

const meeting = {
  number: 44,
  title: 'Weekly case conference',
  place: 'Conference room 2, Wexmouth Police Station, and by video',
  heldOn,
  startsAt: '10:00',
  endsAt: '12:15',
  chair: 'B. Hallowmere, coordinator',
};

export function documentAction(index: number, over: Partial<DocumentAction> = {}): DocumentAction {
  const texts = [
    'Complete the supported housing form with him by video before the intake closes',
    'Hold a prescribing slot at 14:00 on the day of release',
    'Ask the prison to bring the release forward from the Friday',
    'Visit with the mental health nurse and report what was found',
    'Check that the housing costs claim has been made',
  ];
  return {
    reference: `26-${String(100 + index).padStart(3, '0')}`,
    text: at(texts, index),
    agency: at(agencyNames, index * 3 + 1),
    person: at(['J. Pellowin', 'R. Wexcombley', 'Sgt M. Thornelow', 'I. Larkwell'], index),
    dueOn: addDays(heldOn, ((index * 3) % 14) - 2),
    kind: 'support',
    ...over,
  };
}

export function minutesCase(position: number, over: Partial<MinutesCase> = {}): MinutesCase {
  const index = position - 1;
  const before = at(['B', 'A', 'A', 'R', 'G'] as const, index);
  const after = at(['B', 'A', 'G', 'A', 'G', 'R'] as const, index);
  return {
    position,
    name: caseNameOf(index),
    dateOfBirth: addDays('1984-06-14', index * 331),
    identifiers: [
      { label: 'CRN', value: `X31${4000 + index * 7}` },
      { label: 'PNC', value: `09/9${1800 + index}T` },
    ],
    statutoryLine: at(
      ['Serving; release Fri 13 Mar 2026', 'Licence to Sat 12 Sep 2026', 'Voluntary', 'Community order to Mon 4 Jan 2027'],
      index,
    ),
    cohort: at(['Fixed', 'Flex', 'Free'], index),
    ogrs: at(['81 High', '92 Very high', '55 Medium'], index),
    rosh: at(['Medium', 'High', 'Low'], index),
    mappa: at(['None', 'Level 2'], index),
    lead: at(['Probation, I. Larkwell', 'Police, PC O. Fennimoor'], index),
    riskWarnings: at([['Overdose risk in the first fortnight after release'], [], ['Weapons', 'Do not visit alone'], []], index),
    isDeferred: false,
    colourBefore: before,
    colourAfter: after,
    colourSince: before === after ? addDays(heldOn, -30 - index) : heldOn,
    colourReason:
      before === after
        ? 'Nothing has changed that would move it.'
        : 'Every appointment kept since the last conference, and two clear tests.',
    contributions: [
      {
        agency: 'Prison',
        person: 'G. Pellowby',
        text: 'Clear tests since December. Asked to be released to a town away from his co-defendants.',
      },
      {
        agency: 'Housing Options',
        person: '',
        text: 'No application is on file. A supported place is possible if the form arrives by Fri 6 Mar.',
      },
      { agency: 'Drug Service', person: 'R. Wexcombley', text: 'Scripts can transfer the same day only if he is seen before 15:30.' },
    ].slice(0, 1 + (index % 3)),
    discussion:
      'The release falls on a Friday. The house closes its intake at 16:00 and the pharmacy at 17:30. Last time he was without an address by ' +
      'Saturday and was arrested on the Monday. The group asked the prison to consider an earlier day.\nHousing asked who would meet him. ' +
      'Mentoring offered to be at the gate, and Police to tell the neighbourhood team, so that nobody takes him for being at large.',
    decision: index % 11 === 10 ? 'deselect' : 'stays',
    decisionText: 'The prison applies for release on Wed 11 or Thu 12 Mar; if that is refused he is met at the gate.',
    rationale: 'A Friday release without an address repeats what failed in October.',
    dissent:
      index % 6 === 5
        ? 'Drug Service: Keep Amber until after Thu 5 Mar; he asked for that appointment himself.\nHousing Options: No address is agreed.'
        : '',
    agreedBy: ['Police', 'Probation'],
    actions: Array.from({ length: 1 + (index % 3) }, (_, action) => documentAction(index * 3 + action)),
    nextReview: addDays(heldOn, 7 + (index % 4) * 7),
    ...over,
  };
}

function attendanceEntries(): AttendanceEntry[] {
  const entry = (
    agency: string,
    name: string,
    post: string,
    status: AttendanceEntry['status'],
    arrivedAt: string | null = null,
    leftAt: string | null = null,
  ) => ({
    agency,
    name,
    post,
    status,
    arrivedAt,
    leftAt,
  });
  return [
    entry('Police', 'Sgt M. Thornelow', 'Offender management', 'present'),
    entry('Probation', 'I. Larkwell', 'Senior officer', 'present'),
    entry('Prison', 'G. Pellowby', 'Resettlement (by video)', 'present', '10:10', '10:28'),
    entry('Housing Options', 'J. Pellowin', 'Options officer', 'present', '10:10', '10:46'),
    entry('Drug Service', 'R. Wexcombley', 'Recovery worker', 'present', '10:10', null),
    entry('Children’s Services', 'A. Rookhopewell', 'Social worker', 'apologies-with-update'),
    entry('Education and Training', 'I. Larkwell, link worker', '', 'apologies'),
    entry('Mental Health', 'B. Marrowbyre', 'Liaison nurse', 'absent'),
    entry('', 'F. Marchbanker', 'Student social worker', 'observer'),
  ];
}

export function minutesView(cases = 12, over: Partial<MinutesView> = {}): MinutesView {
  const list = Array.from({ length: cases }, (_, index) => minutesCase(index + 1));
  const listed = list.flatMap((entry) =>
    entry.actions.map((action) => ({ ...action, caseName: entry.name, casePosition: entry.position })),
  );
  const byAgency = Map.groupBy(listed, ({ agency }) => agency);
  const outcomes = ['done', 'agency-did-not-act', 'circumstances-changed', 'withdrawn', null] as const;
  return {
    scheme: {
      ...documentScheme(),
      purpose: defaultPurpose,
      legalBasis: defaultLegalBasis,
      confidentiality: defaultConfidentialityStatement,
    },
    document: { ...issuedDocument(), correction: '' },
    meeting: { ...meeting, startedAt: '10:02', endedAt: '12:21', statementAgreedAt: '10:03', next: { on: '2026-03-10', at: '10:00' } },
    figures: {
      casesHeard: cases,
      colourChanges: list.filter(({ colourBefore, colourAfter }) => colourBefore !== colourAfter).length,
      actionsSet: listed.length,
      carriedForward: 1,
      deselected: list.filter(({ decision }) => decision === 'deselect').length,
    },
    agencyNames,
    attendance: attendanceEntries(),
    lastActions: outcomes.map((outcome, index) => ({
      ...documentAction(60 + index),
      caseName: caseNameOf(index),
      outcome,
      note: at(
        ['Place confirmed Wed 25 Feb.', 'No video slot was booked.', 'He left the address before the visit.', 'The order had ended.', ''],
        index,
      ),
    })),
    cases: list,
    corrections: [],
    generalActions: [documentAction(90, { text: 'Put the bank holiday opening hours of every agency on one sheet', agency: 'Probation' })],
    actionsByAgency: [...byAgency].map(([agency, actions]) => ({ agency, actions })),
    distribution: agencyNames.map((recipient, index) => ({
      recipient,
      what: index < 2 ? 'Full record' : `Own minutes: cases ${index}, ${index + 2}`,
      number: `TP-2026-${32 + index}`,
      sentAt: index === 7 ? null : '2026-03-03T13:05:00.000Z',
    })),
    ...over,
  };
}

export function packCase(position: number, over: Partial<PackCase> = {}): PackCase {
  const { name, dateOfBirth, identifiers, statutoryLine, lead, riskWarnings, colourAfter, colourSince } = minutesCase(position);
  return {
    position,
    name,
    dateOfBirth,
    identifiers,
    statutoryLine,
    lead,
    riskWarnings,
    colour: colourAfter,
    colourSince,
    changes: ['Release date confirmed: Fri 13 Mar (was Mon 16 Mar).', 'Your action 26-103 was not done and is carried forward.'],
    keyDates: [
      { on: '2026-03-06', what: 'Closing date for the form', flag: null },
      { on: '2026-03-13', what: 'Release', flag: position % 2 === 1 ? 'friday-release' : null },
      { on: '2026-09-01', what: 'Licence ends', flag: null },
    ],
    needs: [
      { pathway: 'accommodation', priority: 'high', progress: 'deterioration' },
      { pathway: 'drugs', priority: 'high', progress: 'good' },
      { pathway: 'finance', priority: 'medium', progress: 'none' },
      { pathway: 'lifestyle', priority: 'high', progress: 'some' },
      { pathway: 'attitudes', priority: 'low', progress: null },
    ],
    doAdvice:
      'Book a prison video slot today.\nOffer the house by the park first: he asked to be away from Canal Street.\nHave a named person at the desk until 16:30.',
    doNotAdvice: 'Do not offer Canal Street or Weir Court: co-defendants live there.\nDo not leave him with a phone number only.',
    firstToKnow: 'Form needed by Fri 6 Mar.',
    ...over,
  };
}

export function packView(cases = 3, over: Partial<PackView> = {}): PackView {
  const list = Array.from({ length: cases }, (_, index) => packCase(index + 1));
  const actions = list.flatMap((entry, index): PackAction[] =>
    [0, 1].slice(0, 1 + (index % 2)).map((action) => ({
      ...documentAction(index * 2 + action, { agency: 'Housing Options' }),
      caseName: entry.name,
      casePosition: entry.position,
      colour: entry.colour,
      carried: index === 0 ? 2 : 0,
    })),
  );
  return {
    scheme: documentScheme(),
    document: issuedDocument({ number: 'TP-2026-034', reader: 'For Housing Options only' }),
    agency: 'Housing Options',
    recipient: 'J. Pellowin',
    meetingHeldOn: heldOn,
    today: heldOn,
    backBy: { on: '2026-03-10', at: '10:00' },
    heldBack: [],
    actions: [
      ...actions,
      {
        ...documentAction(40, { text: 'Send the opening hours for Easter', dueOn: null }),
        caseName: '',
        casePosition: null,
        colour: null,
        carried: 0,
      },
    ],
    cases: list,
    ...over,
  };
}

export function agendaView(cases = 12, over: Partial<AgendaDocumentView> = {}): AgendaDocumentView {
  const pauseAfter = Math.floor(cases / 2);
  const from = (index: number) => 10 + index * 10 + (index >= pauseAfter ? 9 : 0);
  const total = from(cases) + 5;
  const slot = (agency: string, positions: readonly number[], isCore: boolean): AgendaDocumentSlot => {
    const own = positions.map((position) => ({ position, from: from(position - 1), to: from(position - 1) + 10 }));
    const first = isCore ? 0 : (own[0]?.from ?? 0);
    const last = isCore ? total : (own.at(-1)?.to ?? 0);
    const between = Array.from({ length: cases }, (_, index) => index + 1).filter(
      (position) => from(position - 1) >= first && from(position - 1) < last,
    );
    const waiting = isCore
      ? []
      : between
          .filter((position) => !positions.includes(position))
          .map((position) => ({ from: from(position - 1), to: from(position - 1) + 10 }));
    return {
      agency,
      code: codeOf(agency),
      people: `${at(['J. Pellowin', 'G. Pellowby (by video)', 'R. Wexcombley'], agency.length)}`,
      isCore,
      isThroughout: isCore,
      arrives: first,
      leaves: last,
      isRemote: false,
      stays: [{ from: first, to: last, arrivesAt: clockOfMinutes(600 + first), leavesAt: clockOfMinutes(600 + last) }],
      arrivesAt: clockOfMinutes(600 + first),
      leavesAt: clockOfMinutes(600 + last),
      waits: waiting.length * 10,
      own,
      waiting,
    };
  };
  const all = Array.from({ length: cases }, (_, index) => index + 1);
  const partners = agencyNames.slice(2).map((agency, index) =>
    slot(
      agency,
      all.filter((position) => position > index * 1.5 && position <= index * 1.5 + 3 && position !== index + 2),
      false,
    ),
  );
  return {
    scheme: documentScheme(),
    document: issuedDocument({ number: 'TP-2026-029', reader: 'Core agencies’ copy: all cases named' }),
    meeting: { ...meeting, endsAt: clockOfMinutes(600 + total) },
    ownSlot: null,
    slots: cases === 0 ? [] : [...agencyNames.slice(0, 2).map((agency) => slot(agency, all, true)), ...partners],
    items: all.map((position) => ({
      position,
      name: caseNameOf(position - 1),
      startsAt: clockOfMinutes(600 + from(position - 1)),
      minutes: 10,
      colour: minutesCase(position).colourBefore,
      reason: at(['due', 'changed', 'red', 'open-actions', 'by-hand'] as const, position),
      agencies: agencyNames.slice(2, 2 + (position % 4)).map(codeOf),
    })),
    namesAllCases: true,
    breaks:
      cases === 0 ? [] : [{ startsAt: clockOfMinutes(600 + from(pauseAfter) - 9), title: 'Break', from: from(pauseAfter) - 9, minutes: 9 }],
    totalMinutes: total,
    waiting: { now: 26, listOrder: 136 },
    updatesBy: { on: '2026-03-02', at: '16:00' },
    ...(cases < 2
      ? {}
      : {
          questions: [
            { position: 2, name: caseNameOf(1), text: 'Who sees her next, and when?', wantedOn: '2026-03-02', agency: 'Probation' },
            { position: null, name: caseNameOf(20), text: 'Is anything known of the address?', wantedOn: '2026-03-09', agency: 'Police' },
          ],
        }),
    ...over,
  };
}

/** What a partner gets: its own slot and its own cases, and nobody else's. */
export function partnerAgendaView(cases = 12): AgendaDocumentView {
  const whole = agendaView(cases);
  const own = whole.slots.find(({ agency }) => agency === 'Housing Options') ?? null;
  const positions = new Set(own?.own.map(({ position }) => position));
  return {
    ...whole,
    document: issuedDocument({ number: 'TP-2026-029', reader: 'For Housing Options only' }),
    ownSlot: own,
    slots: [],
    items: whole.items.filter(({ position }) => positions.has(position)),
    namesAllCases: false,
    waiting: null,
    questions: [
      {
        position: own?.own[0]?.position ?? null,
        name: caseNameOf((own?.own[0]?.position ?? 1) - 1),
        text: 'Does the room stay his while he serves the four weeks?',
        wantedOn: '2026-03-02',
        agency: '',
      },
    ],
  };
}

export function recoverySheetView(over: Partial<RecoverySheetDocumentView> = {}): RecoverySheetDocumentView {
  const words =
    'acorn bridge candle dawn ember forest garden harbour island jacket kettle lantern meadow needle orchard pepper quarry ribbon';
  return {
    scheme: documentScheme({ isDemonstration: false }),
    words: words.split(' '),
    madeAt: '2026-03-03T09:12:00.000Z',
    forName: 'B. Hallowmere',
    computer: 'WEXMOUTH-LAPTOP-07',
    ...over,
  };
}

export function caseSummaryView(over: Partial<CaseSummaryView> = {}): CaseSummaryView {
  const { cohort, ogrs, rosh, mappa, actions } = minutesCase(3);
  const { name, dateOfBirth, identifiers, statutoryLine, lead, keyDates, needs, doAdvice, doNotAdvice } = packCase(3);
  return {
    scheme: documentScheme(),
    document: issuedDocument({ number: 'TP-2026-041', reader: 'Core agencies only' }),
    today: heldOn,
    person: {
      name,
      dateOfBirth,
      identifiers,
      statutoryLine,
      lead,
      riskWarnings: ['Weapons', 'Do not visit alone'],
      cohort,
      ogrs,
      rosh,
      mappa,
      knownAs: 'Kez',
      aliases: ['Karl THISTLEMOOR'],
      area: 'Weir',
    },
    colour: 'A',
    colourSince: heldOn,
    adoptedOn: '2025-04-01',
    reviewDue: '2026-03-17',
    keyDates,
    needs,
    doAdvice,
    doNotAdvice,
    colourChanges: [
      { colour: 'A', on: heldOn, reason: 'Some engagement; no intelligence of offending.', decidedBy: 'Conference 44' },
      { colour: 'R', on: '2025-11-04', reason: 'Missed three appointments, with intelligence of burglary.', decidedBy: 'Conference 27' },
      { colour: 'B', on: '2025-04-01', reason: 'In custody when adopted.', decidedBy: 'Selection panel' },
    ],
    lastDecision: { on: heldOn, decision: 'stays', text: 'Housing visits with Mentoring before Friday.' },
    openActions: actions,
    agencies: [
      { agency: 'Police', reason: 'Core agency' },
      { agency: 'Housing Options', reason: 'Accommodation need, high' },
    ],
    ...over,
  };
}

export function attendanceSheetView(over: Partial<AttendanceSheetView> = {}): AttendanceSheetView {
  return {
    scheme: { ...documentScheme(), confidentiality: defaultConfidentialityStatement },
    document: issuedDocument({ number: 'TP-2026-030', reader: 'To be signed by everyone present' }),
    meeting,
    expected: attendanceEntries().map(({ agency, name, post, arrivedAt, leftAt }) => ({
      agency: agency === '' ? 'Observer' : agency,
      name,
      post,
      arrivesAt: arrivedAt ?? '',
      leavesAt: leftAt ?? '',
    })),
    spareRows: 6,
    ...over,
  };
}

export function actionListView(cases = 6, over: Partial<ActionListView> = {}): ActionListView {
  const { actions } = packView(cases);
  return {
    scheme: documentScheme(),
    document: issuedDocument({ number: 'TP-2026-045' }),
    today: heldOn,
    reader: 'All agencies',
    agencies: agencyNames
      .slice(0, 4)
      .map((agency) => ({ agency, actions: actions.map((action) => ({ ...action, agency, casePosition: null })) })),
    heldBack: [{ reference: '26-177', dueOn: '2026-03-09' }],
    ...over,
  };
}

/** One grey dot as a PNG. */
export const smallestPhoto =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAZ8Qs1wAAAABJRU5ErkJggg==';

export function briefingView(people = 6, over: Partial<BriefingView> = {}): BriefingView {
  return {
    scheme: documentScheme(),
    document: issuedDocument({ number: 'TP-2026-036', reader: 'Briefing room only: do not leave on a desk' }),
    today: heldOn,
    team: 'Harrow Lane neighbourhood team',
    validUntil: { on: '2026-03-10', at: '10:00' },
    people: Array.from({ length: people }, (_, index) => ({
      name: caseNameOf(index),
      knownAs: index % 2 === 0 ? 'Dee' : '',
      age: index % 5 === 4 ? null : 24 + index * 3,
      area: at(['Harrow Lane', 'Station Road', 'Weir'], index),
      colour: at(['R', 'R', 'A', 'A', 'G', 'B'] as const, index),
      colourSince: addDays(heldOn, -20 - index),
      isAtLarge: index === 1,
      riskWarnings: at([['Weapons: knife found in January'], [], ['Do not visit alone', 'Runs through rear exits']], index),
      doAdvice: at(
        ['Talk calmly about his uncle.\nHis drug worker, Ros, can be rung at any hour.', 'Women officers where possible.', ''],
        index,
      ),
      doNotAdvice: at(['Do not search him before friends.', 'No message at her address.\nDo not use her name on the doorstep.'], index),
      photo: index % 3 === 0 ? smallestPhoto : null,
    })),
    meanings: [
      { colour: 'R', meaning: 'At large, or failing to engage with intelligence of active offending' },
      { colour: 'A', meaning: 'Some engagement, no such intelligence' },
      { colour: 'G', meaning: 'Active engagement, no evidence of offending' },
      { colour: 'B', meaning: 'In custody and planning for release' },
    ],
    ...over,
  };
}

export const reviewsPicture: Picture = {
  id: 'reviews',
  title: 'Reviews',
  finding: '7 of 31 reviews are overdue.',
  how: '31 cases on the scheme on 31 Dec 2025, by the review date that they have now.',
  warnings: [],
  rowsAre: 'Review',
  series: [{ id: 'cases', name: 'Cases', unit: 'cases' }],
  rows: [
    { id: 'late', name: 'Up to 4 weeks late', values: [7] },
    { id: 'later', name: 'Due later', values: [24] },
  ],
};

export const equalityPicture: Picture = {
  id: 'equality',
  title: 'Equality monitoring',
  finding: 'Among people on the scheme, more often than in the area: men.',
  how: '31 people on the scheme. A dash stands for fewer than 5 people.',
  warnings: ['A difference does not say why.'],
  rowsAre: 'Group',
  series: [
    { id: 'share', name: 'On the scheme', unit: 'percent' },
    { id: 'area', name: 'The area', unit: 'percent of the area' },
    { id: 'low', name: 'At least', unit: 'percent' },
    { id: 'high', name: 'At most', unit: 'percent' },
    { id: 'people', name: 'Counted', unit: 'cases' },
    { id: 'joined', name: 'Joined', unit: 'percent' },
    { id: 'left', name: 'Left', unit: 'percent' },
    { id: 'to-red', name: 'Changed to Red', unit: 'percent' },
    { id: 'enforcement', name: 'Enforcement action', unit: 'percent' },
  ],
  rows: [
    { id: 'sex-female', name: 'Women', values: [null, 50.6, null, null, null, null, null, null, null] },
    { id: 'sex-male', name: 'Men', values: [84, 49.4, 67, 93, 26, 80, null, 83, 90] },
  ],
};

export function quarterlyReportView(over: Partial<QuarterlyReportView> = {}): QuarterlyReportView {
  const pictures = over.pictures ?? [reviewsPicture, equalityPicture];
  return {
    scheme: documentScheme(),
    document: issuedDocument({ reader: 'For managers and the board' }),
    quarter: 'October to December 2025',
    from: '2025-10-01',
    to: '2025-12-31',
    madeOn: heldOn,
    madeBy: 'P. Garrowby',
    introduction: 'Thirteen conferences were held.\n\nThe supported house in Harrow Lane opened in November.',
    pictures,
    meanings: colours.map((colour) => ({ colour, meaning: defaultColourMeaning[colour] })),
    terms: termsOf(pictures.map(({ id }) => id)),
    ...over,
  };
}

export function subjectAccessView(over: Partial<SubjectAccessView> = {}): SubjectAccessView {
  return {
    scheme: documentScheme(),
    name: 'OAKENFELL, Jade',
    madeOn: heldOn,
    isRedacted: true,
    facts: [
      ['Who answers', 'Turning Point, Wexmouth and District'],
      ['Law', 'UK GDPR, article 15'],
    ],
    tables: [
      {
        name: 'Addresses',
        headings: ['Street', 'From', 'Until'],
        rows: [
          ['4 Station Road', '3 Feb 2026', ''],
          ['17 Weir Lane', '1 Jun 2025', '3 Feb 2026'],
        ],
      },
    ],
    photographs: [smallestPhoto],
    changes: {
      name: 'Changes',
      headings: ['When', 'Who', 'What was done', 'Table', 'Field', 'It became'],
      rows: [
        ['3 Feb 2026, 09:12', 'the coordinator', 'address moved', 'Addresses', 'Street', '4 Station Road'],
        ['3 Feb 2026, 09:12', 'the coordinator', 'address moved', 'Addresses', 'From', '3 Feb 2026'],
      ],
    },
    ...over,
  };
}

/** One of every kind of document, with its name, the minutes of so many cases. */
export const everyDocument = (cases: number): readonly (readonly [name: string, request: Undated])[] => [
  ['minutes', { kind: 'minutes', view: minutesView(cases) }],
  ['tasking pack', { kind: 'tasking-pack', view: packView() }],
  ['agenda', { kind: 'agenda', view: agendaView() }],
  ['agenda of a partner', { kind: 'agenda', view: partnerAgendaView() }],
  ['recovery sheet', { kind: 'recovery-sheet', view: recoverySheetView() }],
  ['case summary', { kind: 'case-summary', view: caseSummaryView() }],
  ['attendance sheet', { kind: 'attendance-sheet', view: attendanceSheetView() }],
  ['action list', { kind: 'action-list', view: actionListView() }],
  ['briefing', { kind: 'briefing', view: briefingView() }],
  ['quarterly report', { kind: 'quarterly-report', view: quarterlyReportView() }],
  ['answer on what is held', { kind: 'subject-access', view: subjectAccessView() }],
];
