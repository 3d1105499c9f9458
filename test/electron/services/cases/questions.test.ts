import { beforeEach, describe, expect, test } from 'vitest';
import { findMeeting, itemsOf } from '../../../../db/queries/meetings';
import { relevanceOfCase } from '../../../../db/queries/relevance';
import { agendaItems, attendances, caseQuestions, contributions, meetings } from '../../../../db/schema';
import { informationWords } from '../../../../electron/documents/minutes-attendance';
import { agendaCandidates } from '../../../../electron/services/agenda/agenda';
import {
  answerQuestion,
  askAgency,
  listUnanswered,
  questionsOfCase,
  takeBackQuestion,
} from '../../../../electron/services/cases/questions';
import { minutesView } from '../../../../electron/services/document-views/minutes-view';
import { getChairItem, reviseUpdate } from '../../../../electron/services/meeting/chairing';
import { dayForPartners } from '../../../../electron/services/partners-day';
import { addCase, as } from '../../../support/builders';
import { openTestScheme, type TestSession } from '../../../support/session';

/** Today is Tue 3 Mar 2026; the partner is of the housing agency. */
let office: TestSession;
let partner: TestSession;
let caseId: string;
let meetingId: string;
beforeEach(() => {
  office = openTestScheme();
  partner = as(office, 'partner', 'housing');
  caseId = addCase(office, { leadAgencyId: 'agency-housing', state: 'adopted' });
  meetingId = office.record('conference planned', (operation) => {
    const id = operation.newId();
    operation.put(meetings, id, { title: 'Weekly conference', heldOn: '2026-03-10' });
    return id;
  });
});

const ask = (part: Partial<Parameters<typeof askAgency>[1]> = {}) =>
  askAgency(office, {
    caseId,
    agencyId: 'agency-housing',
    meetingId,
    text: 'Does he still have the room?',
    wantedOn: '2026-03-09',
    relevanceReason: null,
    ...part,
  });
const list = () =>
  office.record('case put on the agenda', (operation) => {
    const id = operation.newId();
    operation.put(agendaItems, id, { meetingId, caseId, position: 1 });
    return id;
  });
const sendApologies = () =>
  office.record('apologies recorded', (operation) =>
    operation.put(attendances, operation.newId(), { meetingId, agencyId: 'agency-housing', guestName: 'J. Pellowin', status: 'apologies' }),
  );

describe('a question to one agency', () => {
  test('stands on the case and on the day of the agency that was asked, and on no other agency’s', () => {
    const id = ask();
    expect(questionsOfCase(office, { caseId })).toMatchObject({
      questions: [{ id, agencyId: 'agency-housing', wantedOn: '2026-03-09', askedByName: 'M. Larkspur', answers: [] }],
      ahead: { id: meetingId, heldOn: '2026-03-10' },
    });
    expect(dayForPartners(partner).questions).toMatchObject([{ id, caseName: 'CARTERWICK, Dean', text: 'Does he still have the room?' }]);
    expect(dayForPartners(as(office, 'partner', 'police')).questions).toEqual([]);
    expect(listUnanswered(office)).toMatchObject([{ id }]);
  });

  test('is answered as an update, which the chair reads with what was asked', () => {
    const itemId = list();
    const id = ask();
    expect(getChairItem(office, { itemId }).unanswered).toMatchObject([{ id }]);
    answerQuestion(partner, { id, text: 'Until the end of June.' });
    expect(getChairItem(office, { itemId })).toMatchObject({
      unanswered: [],
      contributions: [{ agencyId: 'agency-housing', text: 'Until the end of June.', question: 'Does he still have the room?' }],
    });
    expect(dayForPartners(partner)).toMatchObject({
      questions: [],
      conference: { cases: [{ updates: [{ text: 'Until the end of June.', question: 'Does he still have the room?' }] }] },
    });
    expect(listUnanswered(office)).toEqual([]);
    expect(questionsOfCase(office, { caseId }).questions[0]?.answers).toMatchObject([
      { text: 'Until the end of June.', personName: 'J. Pellowin' },
    ]);
  });

  test('is open again where its answer is taken back', () => {
    list();
    const id = ask();
    answerQuestion(partner, { id, text: 'Yes.' });
    const answer = office.read.select({ id: contributions.id }).from(contributions).get()?.id ?? '';
    reviseUpdate(partner, { id: answer, text: '' });
    expect(dayForPartners(partner).questions).toMatchObject([{ id }]);
  });

  test('can be put only to whom the case concerns: another agency is added to it with the reason, in one step', () => {
    expect(() => ask({ agencyId: 'agency-drugs' })).toThrow(/does not concern .* yet, so nobody there could read the question/);
    expect(office.read.select().from(caseQuestions).all()).toEqual([]);
    ask({ agencyId: 'agency-drugs', relevanceReason: 'He asked for a script' });
    expect(relevanceOfCase(office.read, caseId, '2026-03-03')).toContainEqual({
      agencyId: 'agency-drugs',
      isRelevant: true,
      reason: 'Added by M. Larkspur: He asked for a script',
      isByHand: true,
    });
    expect(dayForPartners(as(office, 'partner', 'drugs')).questions).toHaveLength(1);
    // Where the case concerns it already, a reason adds nothing.
    ask({ relevanceReason: 'Asked again' });
    expect(relevanceOfCase(office.read, caseId, '2026-03-03').find(({ agencyId }) => agencyId === 'agency-housing')?.isByHand).toBe(false);
  });

  test('is a coordinator’s to ask and to take back, and the asked agency’s to answer', () => {
    expect(() =>
      askAgency(partner, { caseId, agencyId: 'agency-police', meetingId, text: 'x', wantedOn: '2026-03-09', relevanceReason: null }),
    ).toThrow('As a partner you cannot ask an agency about a case.');
    const id = ask();
    expect(() => takeBackQuestion(partner, { id, reason: 'No' })).toThrow('As a partner you cannot');
    expect(() => answerQuestion(as(office, 'partner', 'police'), { id, text: 'Yes' })).toThrow('As a partner you cannot');
    expect(() => answerQuestion(as(office, 'manager'), { id, text: 'Yes' })).toThrow('As a manager you cannot');
    answerQuestion(office, { id, text: 'Yes, by telephone.' });
    expect(questionsOfCase(office, { caseId }).questions[0]?.answers).toMatchObject([{ text: 'Yes, by telephone.', personName: '' }]);
  });

  test('that is taken back is asked of nobody any more, and cannot be answered', () => {
    const id = ask();
    takeBackQuestion(office, { id, reason: 'Known by now' });
    expect(dayForPartners(partner).questions).toEqual([]);
    expect(questionsOfCase(office, { caseId }).questions).toEqual([]);
    expect(() => answerQuestion(partner, { id, text: 'Yes' })).toThrow('This question is not, or no longer');
  });

  test('is wanted for the day of the conference, and for today where that has run on past its day', () => {
    expect(questionsOfCase(office, { caseId }).ahead?.wantedOn).toBe('2026-03-10');
    office.record('conference begun', (operation) => operation.put(meetings, meetingId, { state: 'running', heldOn: '2026-03-02' }));
    const { wantedOn } = questionsOfCase(office, { caseId }).ahead ?? {};
    expect(wantedOn).toBe('2026-03-03');
    expect(() => ask({ wantedOn: wantedOn ?? '' })).not.toThrow();
  });

  test('needs a day to come, somebody on the scheme, and a conference that is not over', () => {
    expect(() => ask({ wantedOn: '2026-03-02' })).toThrow('has passed already');
    const gone = addCase(office, { state: 'left', leadAgencyId: 'agency-housing' });
    expect(() => ask({ caseId: gone })).toThrow('has left the scheme');
    office.record('conference closed', (operation) => operation.put(meetings, meetingId, { state: 'final' }));
    expect(() => ask()).toThrow(/minutes/i);
    expect(() => ask({ meetingId: null })).not.toThrow();
  });

  test('that is answered after its conference is an update for the next one, and leaves the minutes as they are', () => {
    const id = ask();
    office.record('conference closed', (operation) => operation.put(meetings, meetingId, { state: 'final' }));
    expect(dayForPartners(partner).questions).toHaveLength(1);
    answerQuestion(partner, { id, text: 'Late, but yes.' });
    expect(office.read.select().from(contributions).all()).toMatchObject([{ meetingId: null, questionId: id }]);
  });

  describe('answered too late for its conference', () => {
    const hour = 3_600_000;
    /** The conference of 10 March hears the case and is closed at noon; the next one, on the 17th, has the case too. */
    const heardAndOver = () => {
      const itemId = list();
      office.advance(7 * 24 * hour);
      office.record('conference held', (operation) => {
        operation.put(agendaItems, itemId, { state: 'discussed', startedAt: operation.at, endedAt: operation.at });
        operation.put(meetings, meetingId, { state: 'running', startedAt: operation.at });
      });
      office.advance(2 * hour);
      office.record('conference closed', (operation) => operation.put(meetings, meetingId, { state: 'closed', endedAt: operation.at }));
      return office.record('conference planned', (operation) => {
        const id = operation.newId();
        operation.put(meetings, id, { title: 'Weekly conference', heldOn: '2026-03-17' });
        const item = operation.newId();
        operation.put(agendaItems, item, { meetingId: id, caseId, position: 1 });
        return { id, item };
      });
    };
    const draft = { number: '', version: 1, isFinal: false, issuedAt: null, reader: '', correction: '' };
    const minutesOf = (id: string) =>
      minutesView(office, findMeeting(office.read, id) as NonNullable<ReturnType<typeof findMeeting>>, null, draft, []);

    test('is settled, says so on the case, and is read as a late answer at the next one and in its minutes', () => {
      const id = ask();
      const next = heardAndOver();
      expect(dayForPartners(partner).questions).toMatchObject([{ id, overSince: '2026-03-10' }]);
      office.advance(24 * hour);
      answerQuestion(partner, { id, text: 'Until the end of June.' });
      expect(listUnanswered(office)).toEqual([]);
      expect(questionsOfCase(office, { caseId }).questions).toMatchObject([
        { id, answers: [{ text: 'Until the end of June.', missed: '2026-03-10' }] },
      ]);
      const late = { text: 'Until the end of June.', question: 'Does he still have the room?', missed: '2026-03-10' };
      expect(getChairItem(office, { itemId: next.item })).toMatchObject({ unanswered: [], contributions: [late] });
      expect(dayForPartners(partner).conference).toMatchObject({ id: next.id, cases: [{ updates: [late] }] });
      expect(minutesOf(next.id).cases[0]?.contributions).toMatchObject([late]);
    });

    test('brings its case to a conference that has it not on its agenda yet, also on the same day, until one has heard it', () => {
      const id = ask();
      const { id: next } = heardAndOver();
      const another = office.record('conference planned', (operation) => {
        const meeting = operation.newId();
        operation.put(meetings, meeting, { title: 'Weekly conference', heldOn: '2026-03-24' });
        return meeting;
      });
      const offered = () => agendaCandidates(office, { meetingId: another }).find((each) => each.caseId === caseId);
      expect(offered()).toMatchObject({ answeredOn: null, reasons: [] });
      answerQuestion(partner, { id, text: 'Until the end of June.' });
      expect(offered()).toMatchObject({ answeredOn: '2026-03-10', reasons: ['changed'] });
      office.advance(7 * 24 * hour);
      office.record('case heard', (operation) => {
        for (const { id: item } of itemsOf(office.read, next)) operation.put(agendaItems, item, { state: 'discussed' });
      });
      expect(offered()).toMatchObject({ answeredOn: null, reasons: [] });
    });

    test('it is not where its agency says it in the room while the case is heard: that answer is of this conference', () => {
      const itemId = list();
      const id = ask();
      office.advance(7 * 24 * hour);
      office.record('case begun', (operation) => {
        operation.put(agendaItems, itemId, { state: 'current', startedAt: operation.at });
        operation.put(meetings, meetingId, { state: 'running', startedAt: operation.at });
      });
      answerQuestion(office, { id, text: 'Until the end of June.' });
      expect(getChairItem(office, { itemId })).toMatchObject({ unanswered: [], contributions: [{ missed: null }] });
      expect(office.read.select().from(contributions).all()).toMatchObject([{ meetingId, personId: null }]);
    });

    test('is not in the minutes of the one that it missed, where it stays unanswered', () => {
      const id = ask();
      heardAndOver();
      sendApologies();
      office.advance(24 * hour);
      answerQuestion(partner, { id, text: 'Until the end of June.' });
      expect(minutesOf(meetingId).cases[0]?.contributions).toEqual([]);
      expect(minutesOf(meetingId).attendance[0]?.unanswered).toBe(1);
    });

    test('is read at the next one too where a copy that had not heard of the end sent it for the one that was over', () => {
      const id = ask();
      const next = heardAndOver();
      office.advance(hour);
      office.record('answered on a copy that was behind', (operation) =>
        operation.put(contributions, operation.newId(), {
          caseId,
          meetingId,
          agencyId: 'agency-housing',
          questionId: id,
          text: 'Until the end of June.',
          sentAt: operation.at,
        }),
      );
      expect(getChairItem(office, { itemId: next.item }).contributions).toMatchObject([{ missed: '2026-03-10' }]);
      expect(minutesOf(meetingId).cases[0]?.contributions).toEqual([]);
    });

    test('while that one still sits with the case heard, is for the next one, and in the minutes as answered late', () => {
      const itemId = list();
      const id = ask();
      office.advance(7 * 24 * hour);
      office.record('case heard', (operation) => {
        operation.put(agendaItems, itemId, { state: 'discussed', startedAt: operation.at, endedAt: operation.at });
        operation.put(meetings, meetingId, { state: 'running', startedAt: operation.at });
      });
      office.advance(600_000);
      answerQuestion(partner, { id, text: 'Until the end of June.' });
      office.advance(600_000);
      office.record('conference closed', (operation) => operation.put(meetings, meetingId, { state: 'closed', endedAt: operation.at }));
      expect(office.read.select().from(contributions).all()).toMatchObject([{ meetingId: null, questionId: id }]);
      expect(minutesOf(meetingId).cases[0]?.contributions).toMatchObject([{ missed: '2026-03-10' }]);
      expect(questionsOfCase(office, { caseId }).questions[0]?.answers).toMatchObject([{ missed: '2026-03-10' }]);
    });

    test('can be put right by its agency until the next one has heard the case', () => {
      const id = ask();
      const next = heardAndOver();
      office.advance(24 * hour);
      answerQuestion(partner, { id, text: 'Until June.' });
      const answer = office.read.select({ id: contributions.id }).from(contributions).get()?.id ?? '';
      reviseUpdate(partner, { id: answer, text: 'Until the end of June.' });
      expect(getChairItem(office, { itemId: next.item }).contributions).toMatchObject([{ text: 'Until the end of June.' }]);
      office.advance(hour);
      office.record('case heard', (operation) => operation.put(agendaItems, next.item, { state: 'discussed', endedAt: operation.at }));
      expect(() => reviseUpdate(partner, { id: answer, text: 'Until July.' })).toThrow('The case has been heard');
    });

    test('came too late for nothing where its conference was called off', () => {
      const id = ask();
      office.record('conference called off', (operation) => operation.put(meetings, meetingId, { state: 'cancelled' }));
      answerQuestion(partner, { id, text: 'Yes.' });
      expect(questionsOfCase(office, { caseId }).questions).toMatchObject([{ overSince: null, answers: [{ missed: null }] }]);
    });
  });

  test('that its agency left unanswered stands with its apologies in the minutes, and in a reader’s own only for cases it reads', () => {
    list();
    const other = addCase(office, { surname: 'Oakenfell', state: 'adopted', leadAgencyId: 'agency-drugs' });
    office.record('case put on the agenda', (operation) =>
      operation.put(agendaItems, operation.newId(), { meetingId, caseId: other, position: 2 }),
    );
    const [first] = [ask(), ask({ text: 'And the deposit?' })];
    ask({ caseId: other, relevanceReason: 'He asked for a room' });
    answerQuestion(partner, { id: first, text: 'Until June.' });
    sendApologies();
    const meeting = findMeeting(office.read, meetingId) as NonNullable<ReturnType<typeof findMeeting>>;
    const draft = { number: '', version: 1, isFinal: false, issuedAt: null, reader: '', correction: '' };
    const minutes = (reader: string | null) => minutesView(office, meeting, reader, draft, []);
    const [full] = minutes(null).attendance;
    expect(full?.unanswered).toBe(2);
    expect(full && informationWords(full)).toBe('✗ not sent, 2 questions unanswered');
    // The drug service does not read the first case.
    expect(minutes('agency-drugs').attendance[0]?.unanswered).toBe(1);
    expect(minutes(null).cases[0]?.contributions).toEqual([
      { agency: 'Housing Options', person: 'J. Pellowin', text: 'Until June.', question: 'Does he still have the room?' },
    ]);
  });

  test('is asked after for eight weeks, and stays on the case', () => {
    const id = ask();
    office.record('asked long ago', (operation) => operation.put(caseQuestions, id, { wantedOn: '2026-01-05' }));
    expect(dayForPartners(partner).questions).toEqual([]);
    expect(listUnanswered(office)).toEqual([]);
    expect(questionsOfCase(office, { caseId }).questions).toHaveLength(1);
  });
});
