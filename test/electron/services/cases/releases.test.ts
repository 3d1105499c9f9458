import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { fingerprintTables, rebuild } from '../../../../db/log/rebuild';
import { listReleases as readReleases, releaseDetail } from '../../../../db/queries/releases';
import { actions, cases, custodyPeriods, releases } from '../../../../db/schema';
import { editCase, getCase } from '../../../../electron/services/cases/cases';
import { setReleaseDate } from '../../../../electron/services/cases/release-dates';
import {
  editRelease,
  getRelease,
  listReleases,
  raiseReleaseAction,
  recordRelease,
  saveFirstHoursStep,
  setReleaseCheck,
  withdrawFirstHoursStep,
} from '../../../../electron/services/cases/releases';
import { packView } from '../../../../electron/services/document-views/pack-view';
import { addCase, as } from '../../../support/builders';
import { runWith, storedMeeting } from '../../../support/conference';
import { plansOf, scans } from '../../../support/query-plans';
import { openTestScheme, type TestSession } from '../../../support/session';

const day = 86_400_000;
let session: TestSession;
let inside: string;

beforeEach(() => {
  session = openTestScheme();
  inside = addCase(session, {
    surname: 'OAKENFELL',
    statutoryPosition: 'serving',
    custodyPlace: 'HMP Stonefold',
    releaseOn: '2026-03-20',
    adoptedOn: '2025-06-01',
  });
});

const move = (releaseOn: string | null, reason = '') =>
  setReleaseDate(session, { caseId: inside, releaseOn, source: 'prison', saidBy: 'Custody office', reason, saidOn: session.today() });

describe('the release calendar', () => {
  test('lists who is to come out by day, those inside without a day last, and nobody who has left or is out (CAM 3.3.56, R11.iii)', () => {
    const later = addCase(session, { surname: 'CARTERWICK', statutoryPosition: 'serving', releaseOn: '2026-06-01' });
    const undated = addCase(session, { surname: 'THISTLEMOOR', statutoryPosition: 'remand' });
    addCase(session, { statutoryPosition: 'licence', releaseOn: '2026-02-20' });
    addCase(session, { statutoryPosition: 'serving', releaseOn: '2026-03-05', state: 'left' });
    const late = addCase(session, { surname: 'SALTERBY', statutoryPosition: 'serving', releaseOn: '2026-02-27' });
    expect(listReleases(session).map(({ caseId }) => caseId)).toEqual([late, inside, later, undated]);
    expect(listReleases(session)[1]).toMatchObject({ place: 'HMP Stonefold', moves: 0, firstHours: 0, releaseOn: '2026-03-20' });
  });

  test('keeps every change of date with who said so, and the date that stood before anyone kept them (CAM 3.3.58, R11.iii)', () => {
    session.advance(day);
    move('2026-03-27', 'Days added at adjudication');
    session.advance(day);
    move('2026-03-27');
    session.advance(day);
    editCase(session, { id: inside, fields: { releaseOn: '2026-03-24' } });
    const { dates, moves } = releaseDetail(session.read, inside) ?? {};
    expect(dates?.map(({ releaseOn, source, saidOn }) => ({ releaseOn, source, saidOn }))).toEqual([
      { releaseOn: '2026-03-20', source: null, saidOn: '2026-03-03' },
      { releaseOn: '2026-03-27', source: 'prison', saidOn: '2026-03-04' },
      { releaseOn: '2026-03-27', source: 'prison', saidOn: '2026-03-05' },
      { releaseOn: '2026-03-24', source: null, saidOn: '2026-03-06' },
    ]);
    expect(moves).toBe(2);
    expect(getCase(session, { id: inside }).events.map(({ title }) => title)).toEqual(['Release date moved', 'Release date moved']);
    expect(session.read.select().from(releases).all()).toHaveLength(1);
  });

  test('tells of a date that was only typed into the case by the log', () => {
    expect(getRelease(session, { caseId: inside })?.dates).toMatchObject([{ releaseOn: '2026-03-20', source: null, saidOn: '2026-03-03' }]);
  });

  test('refuses a day that had passed when it became known, and news from a day to come', () => {
    expect(() => move('2026-03-01')).toThrow(/had passed when it became known/);
    expect(() =>
      setReleaseDate(session, { caseId: inside, releaseOn: null, source: 'prison', saidBy: '', reason: '', saidOn: '2026-03-04' }),
    ).toThrow(/still to come/);
  });

  test('two devices that begin a release at once begin the same one', () => {
    editRelease(session, { caseId: inside, expectedAt: '08:30' });
    expect(session.read.select({ id: releases.id }).from(releases).all()).toEqual([{ id: `${inside}:r1` }]);
    expect(getRelease(session, { caseId: inside })?.expectedAt).toBe('08:30');
  });
});

describe('what is to be ready', () => {
  const check = (item: string) => getRelease(session, { caseId: inside })?.checks.find((one) => one.item === item);

  test('is open with the likely agency until someone says otherwise', () => {
    expect(check('accommodation')).toMatchObject({ state: 'open', agencyId: session.agency.housing });
    setReleaseCheck(session, {
      caseId: inside,
      item: 'accommodation',
      state: 'ready',
      agencyId: session.agency.housing ?? null,
      personId: null,
      note: 'Room at Larkfield House',
    });
    expect(check('accommodation')).toMatchObject({ state: 'ready', note: 'Room at Larkfield House', changedOn: '2026-03-03' });
  });

  test('is not needed only with a reason', () => {
    const notNeeded = { caseId: inside, item: 'prescription', state: 'not-needed', agencyId: null, personId: null } as const;
    expect(() => setReleaseCheck(session, { ...notNeeded, note: ' ' })).toThrow(/Say why/);
    setReleaseCheck(session, { ...notNeeded, note: 'Takes nothing' });
    expect(check('prescription')?.state).toBe('not-needed');
  });

  test('is said by a coordinator; an agency that sees to it says so by its action', () => {
    const ready = {
      caseId: inside,
      item: 'accommodation',
      state: 'in-hand',
      agencyId: 'agency-housing',
      personId: null,
      note: '',
    } as const;
    for (const role of ['partner', 'manager'] as const) expect(() => setReleaseCheck(as(session, role), ready)).toThrow(/you cannot/);
    setReleaseCheck(session, ready);
    expect(check('accommodation')?.state).toBe('in-hand');
  });

  test('raises an action from a gap in one step, once, and shows how that stands', () => {
    const id = raiseReleaseAction(session, { caseId: inside, item: 'accommodation' });
    expect(session.read.select().from(actions).where(eq(actions.id, id)).get()).toMatchObject({
      caseId: inside,
      agencyId: session.agency.housing,
      text: 'Find somewhere to live from Fri 20 Mar 2026',
      dueOn: '2026-03-18',
      priority: 'normal',
      reference: '26-001',
    });
    expect(check('accommodation')).toMatchObject({ state: 'in-hand', action: { id, reference: '26-001', outcome: null } });
    expect(() => raiseReleaseAction(session, { caseId: inside, item: 'accommodation' })).toThrow(/26-001 has been raised/);
    session.advance(10 * day);
    expect(raiseReleaseAction(session, { caseId: inside, item: 'benefits', dueOn: '2026-03-17' })).toBeTruthy();
    expect(session.read.select().from(actions).where(eq(actions.reference, '26-002')).get()).toMatchObject({ priority: 'high' });
  });
});

describe('the first 72 hours (CAM 3.3.51, 3.3.55)', () => {
  const step = {
    id: null,
    stepOn: '2026-03-20',
    stepAt: '11:00',
    what: 'Report to probation',
    place: 'Lowgate',
    agencyId: null,
    personId: null,
  };

  test('are a plan of steps by their time, from the release on', () => {
    saveFirstHoursStep(session, { ...step, caseId: inside });
    saveFirstHoursStep(session, { ...step, caseId: inside, stepAt: '09:00', what: 'Met at the gate' });
    saveFirstHoursStep(session, { ...step, caseId: inside, stepOn: '2026-03-21', stepAt: null, what: 'Collect the script' });
    expect(getRelease(session, { caseId: inside })?.steps.map(({ what }) => what)).toEqual([
      'Met at the gate',
      'Report to probation',
      'Collect the script',
    ]);
    expect(() => saveFirstHoursStep(session, { ...step, caseId: inside, stepOn: '2026-03-25' })).toThrow(/not among them/);
  });

  test('lose a step only with a reason, and it is not withdrawn twice', () => {
    saveFirstHoursStep(session, { ...step, caseId: inside });
    const id = getRelease(session, { caseId: inside })?.steps[0]?.id ?? '';
    withdrawFirstHoursStep(session, { id, reason: 'Office shut that day' });
    expect(getRelease(session, { caseId: inside })?.steps).toEqual([]);
    expect(() => withdrawFirstHoursStep(session, { id, reason: 'Again' })).toThrow(/no longer/);
  });
});

test('The first 72 hours stand by the hour on the page of the case in the pack of each agency that it concerns.', () => {
  const { meetingId, caseIds } = runWith(session, ['QUARRELMERE']);
  const caseId = caseIds[0] ?? '';
  editCase(session, { id: caseId, fields: { statutoryPosition: 'serving', custodyPlace: 'HMP Stonefold', releaseOn: '2026-03-20' } });
  const step = { caseId, id: null, stepOn: '2026-03-20', place: 'Lowgate', personId: null };
  saveFirstHoursStep(session, { ...step, stepAt: '11:00', what: 'Report to probation', agencyId: 'agency-probation' });
  saveFirstHoursStep(session, { ...step, stepAt: '09:00', what: 'Met at the gate', agencyId: null });
  const meeting = storedMeeting(session, meetingId);
  const document = { number: 'CW-2026-001', version: 1, issuedAt: session.now(), issuedBy: 'M. Larkspur' };
  const pack = packView(session, meeting, 'agency-police', document as never);
  expect(pack.cases[0]?.keyDates.filter(({ on }) => on === '2026-03-20').map(({ what }) => what)).toEqual([
    'Release from HMP Stonefold',
    'First 72 hours: 09:00 Met at the gate, Lowgate',
    'First 72 hours: 11:00 Report to probation, Lowgate, Probation',
  ]);
});

describe('coming out', () => {
  test('ends the release and the stay in custody, and asks for a colour without setting one (HMI 6.3)', () => {
    const id = addCase(session, { statutoryPosition: 'community-order' });
    editCase(session, { id, fields: { statutoryPosition: 'remand', custodyPlace: 'HMP Stonefold' } });
    session.advance(20 * day);
    recordRelease(session, { caseId: id, releasedOn: '2026-03-20', statutoryPosition: 'licence', note: 'Met by mentor' });
    expect(session.read.select().from(custodyPeriods).all()).toMatchObject([
      { caseId: id, kind: 'remand', startsOn: '2026-03-03', endsOn: '2026-03-20', place: 'HMP Stonefold' },
    ]);
    expect(getCase(session, { id })).toMatchObject({
      fields: { statutoryPosition: 'licence', releaseOn: null, custodyPlace: '' },
      state: 'adopted',
    });
    expect(getRelease(session, { caseId: id })).toBeNull();
    expect(() => recordRelease(session, { caseId: id, releasedOn: '2026-03-20', statutoryPosition: 'licence', note: '' })).toThrow(
      /not in custody/,
    );
  });

  test('counts the days inside from when the log first knew, where nobody recorded the beginning', () => {
    session.advance(17 * day);
    recordRelease(session, { caseId: inside, releasedOn: '2026-03-20', statutoryPosition: 'licence', note: '' });
    expect(session.read.select().from(custodyPeriods).all()).toMatchObject([
      { startsOn: '2026-03-03', endsOn: '2026-03-20', kind: 'sentence' },
    ]);
  });

  test('leaves room for another release, whose dates are its own', () => {
    move('2026-03-21');
    session.advance(18 * day);
    recordRelease(session, { caseId: inside, releasedOn: '2026-03-21', statutoryPosition: 'licence', note: '' });
    editCase(session, { id: inside, fields: { statutoryPosition: 'serving' } });
    move('2026-05-01');
    expect(getRelease(session, { caseId: inside })).toMatchObject({
      releaseOn: '2026-05-01',
      moves: 0,
      dates: [{ releaseOn: '2026-05-01' }],
    });
    expect(session.read.select({ kind: custodyPeriods.kind }).from(custodyPeriods).all()).toMatchObject([
      { kind: 'sentence' },
      { kind: 'recall' },
    ]);
  });

  test('refuses a day to come and a position that is still custody', () => {
    const out = { caseId: inside, releasedOn: '2026-03-03', statutoryPosition: 'licence', note: '' } as const;
    expect(() => recordRelease(session, { ...out, releasedOn: '2026-03-04' })).toThrow(/still to come/);
    expect(() => recordRelease(session, { ...out, statutoryPosition: 'remand' })).toThrow(/now that they are out/);
  });
});

test('What is recorded of releases is rebuilt from the log as it stands', () => {
  move('2026-03-27');
  raiseReleaseAction(session, { caseId: inside, item: 'benefits' });
  const before = fingerprintTables(session.connection);
  rebuild(session.connection);
  expect(fingerprintTables(session.connection)).toBe(before);
});

test('The calendar reads cases by an index, and one release reads no table from end to end', () => {
  for (let index = 0; index < 3; index += 1) addCase(session, { statutoryPosition: 'serving', releaseOn: '2026-04-01' });
  expect(scans(plansOf(session, (read) => readReleases(read, '2026-03-03')))).toEqual([]);
  expect(scans(plansOf(session, (read) => releaseDetail(read, inside)))).toEqual([]);
  expect(session.read.select({ id: cases.id }).from(cases).all()).toHaveLength(4);
});
