import { findMeeting, type StoredMeeting } from '../../../db/queries/meetings';
import { correctionsOf } from '../../../db/queries/minutes-corrections';
import { agencies, minutesCorrections } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import type { CorrectableField, CorrectionRow } from '../../../shared/views/corrections';
import { correctableInGeneral, correctableOfCase, correctionWords } from '../../documents/minutes-correction';
import { demand } from '../permission';
import type { Session } from '../session';
import { labelOf } from './correction-labels';
import { correctedView, finalMinutes } from './minutes';

/** What the final minutes of a conference say, field by field, and every correction of them. */
export function getCorrections(session: Session, { meetingId }: Received<'documents', 'corrections'>): Result<'documents', 'corrections'> {
  demand(session, 'issue-minutes');
  const meeting = demandFinalMeeting(session, meetingId);
  const { view, caseIds, version } = standing(session, meeting);
  const names = agencyNames(session);
  const groups = [
    ...view.cases.map((entry) => ({
      caseId: caseIds[entry.position - 1] ?? null,
      title: `${entry.position} ${entry.name}`,
      fields: correctableOfCase(entry, names),
    })),
    { caseId: null, title: 'Attendance, general actions and anything else', fields: correctableInGeneral(view, names) },
  ];
  const rows = correctionsOf(session.read, meetingId).map((each): CorrectionRow => {
    const position = each.caseId === null ? 0 : caseIds.indexOf(each.caseId) + 1;
    return {
      ...each,
      caseName: view.cases.find((entry) => entry.position === position)?.name ?? '',
      label: labelOf(view, position, each.target),
      said: correctionWords(each.target, each.said),
      says: correctionWords(each.target, each.says),
    };
  });
  const corrections = rows.toSorted((one, other) => (one.version || Number.MAX_SAFE_INTEGER) - (other.version || Number.MAX_SAFE_INTEGER));
  return { meetingId, version, groups, corrections: corrections.reverse() };
}

/** Writes down what a field of final minutes should say. It waits until the next version is issued. */
export function correctMinutes(session: Session, input: Received<'documents', 'correct'>): string {
  demand(session, 'issue-minutes');
  const { meetingId, caseId, target, says, reason } = input;
  const meeting = demandFinalMeeting(session, meetingId);
  const said = fieldOf(session, meeting, caseId, target);
  if (said.choices !== null && !said.choices.some(({ value }) => value === says)) {
    throw new Refusal(`“${says}” is not among what this can say. Nothing was changed. Choose one from the list.`);
  }
  if (target.endsWith(':dueOn') && says !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(says)) {
    throw new Refusal('This is not a date. Nothing was changed. Write it as 2026-03-31.');
  }
  if (said.says === says) throw new Refusal('The minutes say that already, so there is nothing to correct. Nothing was changed.');
  return session.record(
    'correction of minutes written',
    (operation) => {
      const id = operation.newId();
      operation.put(minutesCorrections, id, {
        meetingId,
        caseId,
        target,
        said: said.says,
        says,
        reason,
        correctedAt: after(operation.at, correctionsOf(operation.read, meetingId).at(-1)?.correctedAt),
        correctedBy: session.me.personId,
      });
      return id;
    },
    { meetingId },
  );
}

/** The instant, or the next millisecond after the correction before it: what was written last is laid over last. */
function after(at: string, last: string | undefined): string {
  return last !== undefined && last >= at ? new Date(Date.parse(last) + 1).toISOString() : at;
}

/** Takes back a correction that was not issued yet. One that was stays: a further correction puts it right. */
export function withdrawCorrection(session: Session, { id }: Received<'documents', 'withdrawCorrection'>): void {
  demand(session, 'issue-minutes');
  const row = session.read.query.minutesCorrections.findFirst({ where: (each, { eq }) => eq(each.id, id) }).sync();
  if (!row || row.withdrawnOn !== null) throw new Refusal('This correction is not there any more. Nothing was changed.');
  if (row.version > 0) {
    throw new Refusal(
      `This correction went out in version ${row.version}, so it stays. Nothing was changed. Correct the field again instead.`,
    );
  }
  session.record(
    'correction of minutes withdrawn',
    (operation) =>
      operation.put(minutesCorrections, id, { withdrawnOn: session.today(), withdrawnReason: 'Taken back before it was issued' }),
    { meetingId: row.meetingId },
  );
}

/** The minutes with the corrections that wait: a second one to the same field begins where the first ended. */
function standing(session: Session, meeting: StoredMeeting) {
  const final = finalMinutes(session, meeting, null);
  const issued = { number: '', version: final.version + 1, isFinal: true, issuedAt: null, reader: '' };
  return { ...final, view: correctedView(session, meeting, null, issued) };
}

function fieldOf(session: Session, meeting: StoredMeeting, caseId: string | null, target: string): CorrectableField {
  const { view, caseIds } = standing(session, meeting);
  const entry = caseId === null ? undefined : view.cases.find(({ position }) => caseIds[position - 1] === caseId);
  const names = agencyNames(session);
  const fields = caseId === null ? correctableInGeneral(view, names) : entry === undefined ? [] : correctableOfCase(entry, names);
  const found = fields.find((each) => each.target === target);
  if (found === undefined) throw new Refusal('The minutes do not have this field. Nothing was changed. Choose it again.');
  return found;
}

function demandFinalMeeting(session: Session, meetingId: string): StoredMeeting {
  const meeting = findMeeting(session.read, meetingId);
  if (!meeting) throw new Refusal('This conference is not in your copy of the scheme. Go back and choose it again.');
  if (meeting.state !== 'final') {
    throw new Refusal(
      'The minutes of this conference are not final, so they need no correction: change the conference, and issue the draft again.',
    );
  }
  return meeting;
}

function agencyNames({ read }: Session): readonly string[] {
  return read
    .select({ name: agencies.name, withdrawnOn: agencies.withdrawnOn })
    .from(agencies)
    .orderBy(agencies.name)
    .all()
    .flatMap(({ name, withdrawnOn }) => (withdrawnOn === null ? [name] : []));
}
