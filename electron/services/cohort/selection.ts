import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection';
import type { Operation } from '../../../db/log/recorder';
import type { CaseRow } from '../../../db/queries/cases';
import { decisionsOf, listMatrices, listSelection, presentMatrix } from '../../../db/queries/cohort';
import { caseScores, cases, scoringMatrices, selectionReferrals } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { addDays, ageOn } from '../../../shared/language/dates';
import { Refusal } from '../../../shared/language/refusal';
import { isInCustody } from '../../../shared/language/statutory-position';
import { proposeCohortPart } from '../../../shared/rules/cohort-part';
import { offenceGroupOf, scoreBy } from '../../../shared/rules/scoring';
import type { ScorePreview } from '../../../shared/views/cohort';
import { demand } from '../permission';
import { demandAgency, demandCase } from '../references';
import type { Session } from '../session';
import { putPlaceDecision } from './cohort-decisions';

/** Referrals that nobody has decided on yet. */
const openStates = ['received', 'scored', 'at-panel'] as const;
/** Up to this age someone is a young adult (STRAT 12.2: the transition from youth to adult services). */
const youngAdultUpTo = 25;

export function listReferrals(session: Session): Result<'cohort', 'selection'> {
  return listSelection(session.read, 'all');
}

/**
 * Puts someone forward for the scheme, on behalf of any agency or prison (STRAT 12.2), and gives the case. Someone who
 * was on the scheme before comes back to the same case, with all of its history: people slip back after leaving (CAM 3.2.10).
 */
export function referToScheme(session: Session, { person, ...referral }: Received<'cohort', 'refer'>): string {
  demand(session, 'edit-cases');
  if (referral.agencyId !== null) demandAgency(session.read, referral.agencyId);
  if (referral.agencyId === null && referral.organisation === '') {
    throw new Refusal('Say who referred: an agency of the scheme, or the name of a prison or another body. Nothing was recorded.');
  }
  if (referral.referredOn > session.today()) {
    throw new Refusal('A referral cannot have been made on a day to come. Nothing was recorded. Choose today or an earlier day.');
  }
  const known = 'caseId' in person ? demandCase(session.read, person.caseId) : null;
  if (known?.state === 'adopted') throw new Refusal('This person is on the scheme already. Nothing was recorded. Open the case instead.');
  if (known && hasOpenReferral(session.read, known.id)) {
    throw new Refusal('A referral of this person is open already. Nothing was recorded. Add what is new to that one.');
  }
  if (
    !('caseId' in person) &&
    person.pnc !== '' &&
    session.read.select({ id: cases.id }).from(cases).where(eq(cases.pnc, person.pnc)).get()
  ) {
    throw new Refusal(
      'A case on the register has this PNC already. Nothing was recorded. Refer that case instead, so that its history is kept.',
    );
  }
  return session.record(known?.state === 'left' ? 'referred to the scheme again' : 'referred to the scheme', (operation) => {
    const caseId = known?.id ?? operation.newId();
    if (known) keepEarlierStay(session, operation, known);
    operation.put(cases, caseId, { ...('caseId' in person ? {} : person), state: 'proposed' });
    operation.put(selectionReferrals, operation.newId(), { caseId, ...referral });
    return caseId;
  });
}

/** A leaving that was recorded before leavings were rows of their own becomes one, since coming back sets other dates. */
function keepEarlierStay(session: Session, operation: Operation, known: CaseRow): void {
  if (known.state !== 'left' || known.leftOn === null || known.adoptedOn === null) return;
  if (decisionsOf(operation.read, known.id).some(({ kind }) => kind === 'left')) return;
  putPlaceDecision(session, operation, known, { kind: 'left', on: known.leftOn, reason: known.leftReason });
}

function hasOpenReferral(read: Reader, caseId: string): boolean {
  const open = and(
    eq(selectionReferrals.caseId, caseId),
    inArray(selectionReferrals.state, [...openStates]),
    isNull(selectionReferrals.withdrawnOn),
  );
  return read.select({ id: selectionReferrals.id }).from(selectionReferrals).where(open).get() !== undefined;
}

export function demandReferral(read: Reader, id: string): typeof selectionReferrals.$inferSelect & { readonly caseId: string } {
  const found = read.select().from(selectionReferrals).where(eq(selectionReferrals.id, id)).get();
  if (!found?.caseId || found.withdrawnOn !== null) {
    throw new Refusal('This referral is not, or no longer, in your copy of the scheme. Nothing was changed. Open the list again.');
  }
  return { ...found, caseId: found.caseId };
}

/** The one who referred takes it back, or it was a mistake. Someone who was on the scheme before has left it again. */
export function withdrawReferral(session: Session, { id, reason }: Received<'cohort', 'withdrawReferral'>): void {
  demand(session, 'edit-cases');
  const referral = demandReferral(session.read, id);
  if (!(openStates as readonly string[]).includes(referral.state)) {
    throw new Refusal('This referral has been decided. Nothing was changed.');
  }
  session.record('referral to the scheme withdrawn', (operation) => {
    operation.put(selectionReferrals, id, { state: 'withdrawn', closedOn: session.today(), closingReason: reason });
    const before = demandCase(operation.read, referral.caseId);
    operation.put(cases, referral.caseId, {
      state: 'left',
      leftOn: before.leftOn ?? session.today(),
      leftReason: before.leftReason || `Referral withdrawn: ${reason}`,
    });
  });
}

/** What is known of a case for its score; the rest is asked. */
export function scoringOf(session: Session, { caseId }: Received<'cohort', 'scoring'>): Result<'cohort', 'scoring'> {
  const { read } = session;
  const found = demandCase(read, caseId);
  const today = session.today();
  return {
    matrix: presentMatrix(read),
    offenceGroup: offenceGroupOf(found.indexOffence),
    ogrsScore: found.ogrsScore,
    ogrsBand: found.ogrsBand,
    rosh: found.rosh,
    mappa: found.mappa,
    isPrisonLeaver: isInCustody(found.statutoryPosition) || found.statutoryPosition === 'licence',
    isYoungAdult: found.dateOfBirth !== null && ageOn(found.dateOfBirth, today) <= youngAdultUpTo,
    offencesInYear: offencesInYear(read, caseId, today),
  };
}

/** Offences charged in the last twelve months, or of arrests where no charge is known; null where nothing is recorded. */
function offencesInYear(read: Reader, caseId: string, today: string): number | null {
  const since = addDays(today, -365);
  const rows = read.all<{ kind: string; count: number }>(
    sql`select kind, sum(case when happened_on >= ${since} then offences else 0 end) as count from outcome_events
        where case_id = ${caseId} and withdrawn_on is null and kind in ('arrest', 'charge', 'conviction') group by kind`,
  );
  if (rows.length === 0) return null;
  return Math.max(...rows.map(({ count }) => count));
}

export function previewScore(session: Session, input: Received<'cohort', 'previewScore'>): ScorePreview {
  const { weights } = presentMatrix(session.read);
  const score = scoreBy(weights, input);
  return { ...score, proposal: proposeCohortPart({ ...input, points: score.points, threshold: weights.threshold }) };
}

/** Scores a case by the present matrix and keeps everything that the score rested on (STRAT 12.2). */
export function scoreCase(session: Session, { referralId, ...input }: Received<'cohort', 'score'>): void {
  demand(session, 'edit-cases');
  const { read } = session;
  demandCase(read, input.caseId);
  const referral = referralId === null ? null : demandReferral(read, referralId);
  if (input.judgement !== 0 && input.judgementReason.trim() === '') {
    throw new Refusal('Professional judgement counts only with its reason. Nothing was recorded. Say why, or leave it at 0.');
  }
  const matrix = presentMatrix(read);
  const { points, parts, proposal } = previewScore(session, input);
  session.record('scored for the scheme', (operation) => {
    operation.put(caseScores, operation.newId(), {
      ...input,
      referralId,
      matrixId: matrix.id === '' ? null : matrix.id,
      points,
      parts: JSON.stringify(parts),
      proposedPart: proposal.part,
      proposalReason: proposal.reason,
      scoredOn: session.today(),
      scoredAt: operation.at,
      scoredBy: session.me.personId,
    });
    if (referral?.state === 'received') operation.put(selectionReferrals, referral.id, { state: 'scored' });
  });
}

export function getMatrices(session: Session): Result<'cohort', 'matrices'> {
  const versions = listMatrices(session.read);
  return versions.length > 0 ? versions : [presentMatrix(session.read)];
}

/** Adds a version of the matrix. Earlier versions stay, and scores stay as they were. */
export function saveMatrix(session: Session, { name, weights, reason }: Received<'cohort', 'saveMatrix'>): void {
  demand(session, 'edit-scheme');
  const steps = weights.frequency.toSorted((one, other) => one.atLeast - other.atLeast);
  const twice = steps.find(({ atLeast }, index) => atLeast === steps[index - 1]?.atLeast);
  if (twice) {
    throw new Refusal(`Two steps begin at ${twice.atLeast} offences, so neither would hold. Nothing was recorded. Take one of them out.`);
  }
  const { version } = presentMatrix(session.read);
  session.record('scoring matrix changed', (operation) =>
    operation.put(scoringMatrices, operation.newId(), {
      name,
      reason,
      version: version + 1,
      weights: JSON.stringify({ ...weights, frequency: steps }),
      adoptedOn: session.today(),
      adoptedBy: session.me.personId,
    }),
  );
}
