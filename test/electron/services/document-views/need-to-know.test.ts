import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relevance } from '../../../../db/queries/relevance';
import { renderDocument } from '../../../../electron/documents/render';
import type { IssuedDocument } from '../../../../electron/documents/views';
import { relevantIds } from '../../../../electron/services/agenda/agenda-day';
import { agendaDocumentView } from '../../../../electron/services/document-views/agenda-view';
import { minutesView } from '../../../../electron/services/document-views/minutes-view';
import { packView } from '../../../../electron/services/document-views/pack-view';
import { briefingView } from '../../../../electron/services/document-views/sheet-views';
import { agencyKinds } from '../../../../shared/language/agency-kind';
import { casesIn, questionTo, type Riddled, type RiddledCase, riddle, riddledCase } from '../../../support/canaries';
import { storedMeeting } from '../../../support/conference';
import { openTestScheme, type TestSession } from '../../../support/session';
import { paragraphsOf } from '../../../support/word';

const issued: IssuedDocument = { number: 'CW-2026-001', version: 1, isFinal: true, issuedAt: null, reader: 'For one agency only' };
const coreKinds: readonly string[] = agencyKinds.filter(({ isCore }) => isCore).map(({ kind }) => kind);
const agencyIds = agencyKinds.map(({ kind }) => `agency-${kind}`);

/** The places of the cases that concern an agency, worked out apart from any document. */
function concerns(session: TestSession, { caseIds }: Riddled, agencyId: string): ReadonlySet<number> {
  const views = relevance(session.read, [...caseIds], session.today());
  return new Set(caseIds.flatMap((id, index) => (relevantIds(views.get(id) ?? []).includes(agencyId) ? [index] : [])));
}

function pack(session: TestSession, { meetingId }: Riddled, agencyId: string) {
  return packView(session, storedMeeting(session, meetingId), agencyId, issued);
}

function documentsFor(session: TestSession, riddled: Riddled, agencyId: string) {
  const meeting = storedMeeting(session, riddled.meetingId);
  return {
    pack: pack(session, riddled, agencyId),
    minutes: minutesView(session, meeting, agencyId, { ...issued, correction: '' }, []),
    agenda: agendaDocumentView(session, meeting, agencyId, issued),
  };
}

test('Whatever a scheme holds, no word of a case that does not concern an agency is in its pack, its minutes or its agenda.', () => {
  let shown = 0;
  let withheld = 0;
  fc.assert(
    fc.property(fc.array(riddledCase, { minLength: 2, maxLength: 5 }), (plan) => {
      const session = openTestScheme();
      const riddled = riddle(session, plan);
      for (const agencyId of agencyIds) {
        const own = concerns(session, riddled, agencyId);
        for (const [kind, view] of Object.entries(documentsFor(session, riddled, agencyId))) {
          const named = casesIn(JSON.stringify(view));
          const others = [...named].filter((index) => !own.has(index));
          expect(others, `${kind} of ${agencyId}`).toEqual([]);
          shown += named.size;
          withheld += plan.length - own.size;
        }
      }
      session.connection.close();
    }),
    { numRuns: 12 },
  );
  // The law would hold of empty documents as well.
  expect(shown).toBeGreaterThan(50);
  expect(withheld).toBeGreaterThan(50);
});

/** A case that concerns housing, which is asked two questions about it. */
const askedOfItsLead: RiddledCase = {
  ...{ lead: 'housing', position: 'licence', born: '1990-05-05', isListed: true, isDiscussed: false, asked: ['housing', 'housing'] },
  ...{ needs: [], actions: [], overrides: [], contributors: [] },
};

test('The agenda of an agency holds each question to it on its own cases, and no word of what another was asked.', () => {
  let printed = 0;
  fc.assert(
    fc.property(fc.array(riddledCase, { minLength: 2, maxLength: 5 }), (plan) => {
      const session = openTestScheme();
      const riddled = riddle(session, plan);
      const meeting = storedMeeting(session, riddled.meetingId);
      for (const { kind } of agencyKinds) {
        const own = concerns(session, riddled, `agency-${kind}`);
        const view = agendaDocumentView(session, meeting, `agency-${kind}`, issued);
        const asked = plan.flatMap((each, index) => (own.has(index) ? each.asked.filter((to) => to === kind).map(() => index) : []));
        expect((view.questions ?? []).flatMap(({ text }) => [...casesIn(text)]).sort()).toEqual(asked.sort());
        const others = agencyKinds.filter((other) => other.kind !== kind).map((other) => questionTo(other.kind));
        const text = JSON.stringify(view).replaceAll(questionTo(kind), '');
        expect(others.filter((word) => text.includes(word))).toEqual([]);
        printed += asked.length;
      }
      session.connection.close();
    }),
    // Chance alone asks too little of those whom the case concerns in one run of a hundred.
    { numRuns: 8, examples: [[[askedOfItsLead, askedOfItsLead, askedOfItsLead]]] },
  );
  expect(printed).toBeGreaterThan(5);
});

test('A pack holds every case that was discussed and concerns the agency, each open action that it owns on one of its cases, and its own general actions alone.', () => {
  fc.assert(
    fc.property(fc.array(riddledCase, { minLength: 2, maxLength: 5 }), (plan) => {
      const session = openTestScheme();
      const riddled = riddle(session, plan);
      for (const { kind } of agencyKinds) {
        const own = concerns(session, riddled, `agency-${kind}`);
        const view = pack(session, riddled, `agency-${kind}`);
        const listed = plan.flatMap(({ isListed }, index) => (isListed && own.has(index) ? [index] : []));
        const named = view.cases.flatMap(({ name }) => [...casesIn(name)]);
        expect(named).toEqual(expect.arrayContaining(listed));
        expect(new Set(named).size).toBe(named.length);
        const owed = plan.flatMap((each, index) =>
          own.has(index) ? each.actions.filter((action) => action.kind === kind && !action.isSettled).map(() => index) : [],
        );
        const onCases = view.actions.filter(({ casePosition }) => casePosition !== null);
        expect(onCases.flatMap(({ text }) => [...casesIn(text)]).sort()).toEqual(owed.sort());
        for (const { caseName, casePosition } of onCases) {
          expect(view.cases.find(({ position }) => position === casePosition)?.name).toBe(caseName);
        }
        const general = view.actions.filter(({ casePosition }) => casePosition === null).map(({ text }) => text);
        expect(general).toEqual([`GENERALOF${kind.replaceAll('-', '').toUpperCase()}`]);
      }
      session.connection.close();
    }),
    { numRuns: 6 },
  );
});

test('The full record, which core agencies keep, leaves out no case of the conference and nothing that was said on one.', () => {
  fc.assert(
    fc.property(fc.array(riddledCase, { minLength: 1, maxLength: 5 }), (plan) => {
      const session = openTestScheme();
      const riddled = riddle(session, plan);
      const meeting = storedMeeting(session, riddled.meetingId);
      const text = JSON.stringify(minutesView(session, meeting, null, { ...issued, correction: '' }, []));
      const listed = plan.flatMap(({ isListed }, index) => (isListed ? [index] : []));
      for (const index of listed) {
        for (const field of ['SURNAME', 'DISCUSSION', 'DECISION', 'RATIONALE', 'DISSENT', 'COLOUR', 'WARNING']) {
          expect(text).toContain(`QZ${index}V${field}`);
        }
        if (plan[index]?.contributors.length) expect(text).toContain(`QZ${index}VUPDATE`);
      }
      // The title of the conference stays as it was typed, so its cases are those of everything else.
      const { questions, ...agenda } = { ...agendaDocumentView(session, meeting, null, issued), meeting: null };
      expect(casesIn(JSON.stringify(agenda))).toEqual(new Set(listed));
      const knows = Object.fromEntries(coreKinds.map((kind) => [kind, concerns(session, riddled, `agency-${kind}`)]));
      const core = plan.flatMap(({ asked }, index) => asked.filter((kind) => knows[kind]?.has(index)).map(() => index));
      expect((questions ?? []).length).toBe(core.length);
      expect(casesIn(JSON.stringify(questions ?? []))).toEqual(new Set(core));
      session.connection.close();
    }),
    { numRuns: 10 },
  );
});

const base: RiddledCase = {
  lead: null,
  position: null,
  born: null,
  needs: [],
  actions: [],
  overrides: [],
  contributors: [],
  asked: [],
  isListed: true,
  isDiscussed: true,
};

test('Neither is it in the text of the printed pages, for agencies with one case, with several and with an action alone.', async () => {
  const session = openTestScheme();
  const riddled = riddle(session, [
    { ...base, needs: [{ pathway: 'accommodation', kind: 'housing' }], contributors: ['housing', 'drugs'] },
    {
      ...base,
      needs: [{ pathway: 'drugs', kind: 'drugs' }],
      position: 'serving',
      actions: [{ kind: 'mentoring', isSettled: false, isNew: true }],
    },
    {
      ...base,
      overrides: [
        { kind: 'housing', isRelevant: true },
        { kind: 'drugs', isRelevant: false },
      ],
      actions: [{ kind: 'housing', isSettled: true, isNew: false }],
    },
  ]);
  const expected = { 'agency-housing': [0, 2], 'agency-drugs': [1], 'agency-prison': [1], 'agency-mentoring': [1] };
  for (const [agencyId, own] of Object.entries(expected)) {
    const { pack: packed, agenda, minutes } = documentsFor(session, riddled, agencyId);
    const requests = [
      { kind: 'tasking-pack', view: packed },
      { kind: 'agenda', view: agenda },
      { kind: 'minutes', view: minutes },
    ] as const;
    for (const request of requests) {
      const { bytes } = await renderDocument({ ...request, creationDate: session.now() });
      const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' });
      expect([...casesIn(stdout)].sort(), `${request.kind} of ${agencyId}`).toEqual(own);
    }
    const word = await renderDocument({ kind: 'minutes', view: minutes, edition: 'word', creationDate: session.now() });
    expect([...casesIn(paragraphsOf(word.bytes).join('\n'))].sort()).toEqual(own);
  }
  session.connection.close();
});

test('A briefing says what helps and what harms, and nothing of needs, offences, identifiers or what was said at a conference.', () => {
  const session = openTestScheme();
  const riddled = riddle(session, [base, { ...base, needs: [{ pathway: 'drugs', kind: 'drugs' }] }]);
  const text = JSON.stringify(briefingView(session, { team: 'A team', caseIds: riddled.caseIds.slice(0, 1), photos: new Map() }, issued));
  expect([...casesIn(text)]).toEqual([0]);
  const said = new Set([...text.matchAll(/QZ0V([A-Z]+)/g)].map(([, field]) => field));
  expect(said).toEqual(new Set(['SURNAME', 'FORENAMES', 'KNOWN', 'BEAT', 'WARNING', 'DO', 'DONOT']));
});

test('An agency sees that it owes an action on a case that it was taken off, and nothing of what the action or the case is.', () => {
  const session = openTestScheme();
  const riddled = riddle(session, [
    { ...base, overrides: [{ kind: 'drugs', isRelevant: false }], actions: [{ kind: 'drugs', isSettled: false, isNew: true }] },
  ]);
  const view = pack(session, riddled, 'agency-drugs');
  expect(view.heldBack).toEqual([{ reference: '26-001', dueOn: '2026-03-10' }]);
  expect(view.cases).toEqual([]);
  expect(casesIn(JSON.stringify(view)).size).toBe(0);
});
