import fc from 'fast-check';
import {
  actions,
  agendaItems,
  caseEvents,
  caseQuestions,
  cases,
  colourChanges,
  contributions,
  meetings,
  needs,
  relevanceOverrides,
  riskWarnings,
} from '../../db/schema';
import { agencyKinds } from '../../shared/language/agency-kind';
import { pathways } from '../../shared/language/pathway';
import { type TestSession, testNow } from './session';

const kinds = agencyKinds.map(({ kind }) => kind);
const anyKind = fc.constantFrom(...kinds);

/** What makes a case one agency's concern and not another's. */
export const riddledCase = fc.record({
  lead: fc.option(anyKind),
  position: fc.constantFrom('serving', 'licence', 'voluntary', null),
  born: fc.constantFrom('2010-05-05', '1990-05-05', null),
  needs: fc.array(fc.record({ pathway: fc.constantFrom(...pathways), kind: fc.option(anyKind) }), { maxLength: 3 }),
  actions: fc.array(fc.record({ kind: anyKind, isSettled: fc.boolean(), isNew: fc.boolean() }), { maxLength: 3 }),
  overrides: fc.array(fc.record({ kind: anyKind, isRelevant: fc.boolean() }), { maxLength: 2 }),
  contributors: fc.array(anyKind, { maxLength: 2 }),
  asked: fc.array(anyKind, { maxLength: 2 }),
  isListed: fc.boolean(),
  isDiscussed: fc.boolean(),
});
export type RiddledCase = typeof riddledCase extends fc.Arbitrary<infer T> ? T : never;

/** A word that stands in one field of one case and nowhere else, and that no line break or hyphen can part. */
export const canary = (index: number, field: string) => `QZ${index}V${field.replaceAll(/[^a-z]/gi, '').toUpperCase()}`;
/** A word that stands in the questions to one agency and nowhere else. */
export const questionTo = (kind: string) => `ASKEDOF${kind.replaceAll('-', '').toUpperCase()}`;
/** Finds the cases whose words stand in a text, whatever the field. */
export const casesIn = (text: string): ReadonlySet<number> => new Set([...text.matchAll(/QZ(\d+)V/gi)].map(([, index]) => Number(index)));

export interface Riddled {
  readonly meetingId: string;
  readonly caseIds: readonly string[];
}

/** A closed conference over these cases, every text of which is a canary. Written in one operation. */
export function riddle(session: TestSession, riddled: readonly RiddledCase[]): Riddled {
  const meetingId = `meeting-${session.clock() - testNow}`;
  return session.record('scheme riddled', (operation) => {
    operation.put(meetings, meetingId, {
      number: 7,
      // As whoever types a title might: every agency reads it.
      title: `Weekly conference on ${riddled.map((_, index) => canary(index, 'surname')).join(' and ')}`,
      heldOn: session.today(),
      state: 'closed',
      startedAt: operation.at,
      endedAt: operation.at,
      statementAgreedAt: operation.at,
      chairId: session.me.personId,
    });
    const caseIds = riddled.map((each, index) => {
      const word = (field: string) => canary(index, field);
      const caseId = operation.newId();
      const agency = (kind: string | null) => (kind === null ? null : `agency-${kind}`);
      operation.put(cases, caseId, {
        surname: word('surname'),
        forenames: word('forenames'),
        knownAs: word('known'),
        pnc: word('pnc'),
        crn: word('crn'),
        prisonNumber: word('prison'),
        reference: word('reference'),
        area: word('area'),
        beat: word('beat'),
        custodyPlace: word('custody'),
        indexOffence: word('offence'),
        doAdvice: word('do'),
        doNotAdvice: word('donot'),
        leadAgencyId: agency(each.lead),
        statutoryPosition: each.position,
        dateOfBirth: each.born,
        releaseOn: '2026-03-20',
        reviewDue: '2026-04-07',
      });
      operation.put(riskWarnings, operation.newId(), { caseId, warning: word('warning'), raisedOn: '2026-02-01' });
      operation.put(caseEvents, operation.newId(), {
        caseId,
        kind: 'note',
        title: word('event'),
        detail: word('detail'),
        happenedOn: session.today(),
      });
      operation.put(colourChanges, operation.newId(), {
        caseId,
        colour: 'A',
        reason: word('before'),
        decidedOn: '2026-02-01',
        decidedAt: '2026-02-01T10:00:00.000Z',
      });
      operation.put(colourChanges, operation.newId(), {
        caseId,
        meetingId,
        colour: 'R',
        reason: word('colour'),
        dissent: word('against'),
        decidedOn: session.today(),
        decidedAt: operation.at,
      });
      for (const { pathway, kind } of each.needs) {
        operation.put(needs, operation.newId(), { caseId, pathway, agencyId: agency(kind), note: word('need') });
      }
      for (const { kind, isRelevant } of each.overrides) {
        operation.put(relevanceOverrides, operation.newId(), {
          caseId,
          agencyId: agency(kind),
          isRelevant,
          reason: word('override'),
          decidedAt: operation.at,
        });
      }
      for (const { kind, isSettled, isNew } of each.actions) {
        operation.put(actions, operation.newId(), {
          caseId,
          agencyId: agency(kind),
          personId: `person-${kind}`,
          text: word('action'),
          reference: '26-001',
          dueOn: '2026-03-10',
          setOn: session.today(),
          meetingId: isNew ? meetingId : null,
          ...(isSettled
            ? { outcome: 'done' as const, closedOn: session.today(), closedAtMeetingId: meetingId, closingNote: word('closing') }
            : {}),
        });
      }
      for (const kind of each.contributors) {
        operation.put(contributions, operation.newId(), {
          caseId,
          meetingId,
          agencyId: agency(kind),
          text: word('update'),
          sentAt: operation.at,
        });
      }
      for (const kind of each.asked) {
        operation.put(caseQuestions, operation.newId(), {
          caseId,
          meetingId,
          agencyId: agency(kind),
          text: `${word('question')} ${questionTo(kind)}`,
          wantedOn: session.today(),
          askedAt: operation.at,
        });
      }
      if (each.isListed) {
        operation.put(agendaItems, operation.newId(), {
          caseId,
          meetingId,
          position: index + 1,
          listPosition: index + 1,
          state: each.isDiscussed ? 'discussed' : 'deferred',
          discussion: word('discussion'),
          decision: 'stays',
          decisionText: word('decision'),
          rationale: word('rationale'),
          dissent: word('dissent'),
        });
      }
      return caseId;
    });
    for (const kind of kinds) {
      operation.put(actions, operation.newId(), {
        agencyId: `agency-${kind}`,
        text: `GENERALOF${kind.replaceAll('-', '').toUpperCase()}`,
        dueOn: '2026-03-10',
      });
    }
    return { meetingId, caseIds };
  });
}
