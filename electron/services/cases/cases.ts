import { and, eq, ne } from 'drizzle-orm';
import type { Reader } from '../../../db/connection';
import { caseView } from '../../../db/queries/case-view';
import { colourNow, instantOfColourChange } from '../../../db/queries/cases';
import { fieldHistory } from '../../../db/queries/field-history';
import { cases, colourChanges, schemes } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { colourWord } from '../../../shared/language/colour';
import { addDays } from '../../../shared/language/dates';
import { Refusal } from '../../../shared/language/refusal';
import type { CaseView } from '../../../shared/views/case';
import { dropDraftsOf } from '../meeting/recorded-drafts';
import { demandMeeting } from '../open-meeting';
import { demand, partedFromMe } from '../permission';
import { demandAgencies, demandAgency, demandCase, demandPerson } from '../references';
import type { Session } from '../session';
import { type CaseEdit, eventsOfEdit, putEvents, withBand } from './case-fields';
import { followCustody } from './follow-custody';

export function getCase(session: Session, { id }: Received<'cases', 'get'>): CaseView {
  const view = caseView(session.read, id, session.today());
  if (!view) throw new Refusal('This case is not in your copy of the scheme. Open the register and choose it again.');
  return { ...view, partedSince: partedFromMe(session, id) };
}

/**
 * Puts a case on the register and gives its id. Where nothing else is said it is adopted today and its review is due
 * after the scheme's usual weeks, since a review date is always set.
 */
export function createCase(session: Session, { fields, colour }: Received<'cases', 'create'>): string {
  const { read } = session;
  demand(session, 'edit-cases');
  validateEdit(session, null, fields);
  const today = session.today();
  const weeks = read.select({ weeks: schemes.reviewWeeks }).from(schemes).get()?.weeks ?? 13;
  const edit = withBand({ ogrsScore: null, ogrsBand: null }, fields);
  return session.record('case added', (operation) => {
    const id = operation.newId();
    operation.put(cases, id, { adoptedOn: today, reviewDue: addDays(today, weeks * 7), ...edit });
    if (colour !== null) {
      operation.put(colourChanges, operation.newId(), {
        caseId: id,
        colour,
        reason: 'First colour, set when the case was put on the register.',
        decidedOn: today,
        decidedAt: operation.at,
        decidedBy: session.me.personId,
      });
    }
    return id;
  });
}

/** Sets fields of a case. A moved release date, custody and being at large also leave an entry in its story. */
export function editCase(session: Session, { id, fields }: Received<'cases', 'edit'>): void {
  demand(session, 'edit-cases');
  const before = demandCase(session.read, id);
  validateEdit(session, id, fields);
  if (fields.reviewDue === null && before.state === 'adopted') {
    throw new Refusal('A review date is always set for someone on the scheme. Nothing was changed. Choose another day instead.');
  }
  const edit = withBand(before, fields);
  const events = eventsOfEdit(before, edit);
  const [only] = events;
  session.record(events.length === 1 && only ? `case changed: ${only.title.toLowerCase()}` : 'case changed', (operation) => {
    operation.put(cases, id, edit);
    putEvents(session, operation, id, events);
    followCustody(session, operation, id, before, edit);
  });
}

export function caseFieldHistory(session: Session, { id, field }: Received<'cases', 'fieldHistory'>): Result<'cases', 'fieldHistory'> {
  const history = fieldHistory(session.read, cases, id, field);
  if (!history) throw new Error(`A case has no field ${field}.`);
  return history;
}

/** Records a colour and why. The history is only ever added to, and the latest by day and hour holds. */
export function changeColour(session: Session, input: Received<'cases', 'changeColour'>): void {
  const { read } = session;
  const { caseId, meetingId, colour, reason, decidedOn, agreedBy, dissent } = input;
  demand(session, 'edit-cases');
  demandCase(read, caseId);
  if (meetingId !== null) demandMeeting(read, meetingId);
  demandAgencies(read, agreedBy);
  if (decidedOn > session.today()) {
    throw new Refusal('A colour cannot be decided on a day to come. Nothing was changed. Choose today or an earlier day.');
  }
  const present = colourNow(read, caseId)?.colour ?? null;
  if (reason.trim() === '') {
    throw new Refusal(
      present === colour
        ? `The case is ${colourWord[colour]} already. Nothing was changed. To confirm the colour, say why it stays.`
        : 'A colour is only changed with a reason. Nothing was changed. Say why, and try again.',
    );
  }
  session.record(
    present === colour ? 'colour confirmed' : 'colour changed',
    (operation) => {
      operation.put(colourChanges, operation.newId(), {
        caseId,
        colour,
        reason,
        decidedOn,
        decidedAt: instantOfColourChange(operation.read, caseId, operation.at),
        decidedBy: session.me.personId,
        meetingId,
        agreedBy: JSON.stringify([...new Set(agreedBy)]),
        dissent,
      });
      dropDraftsOf(session, { meetingId, caseId }, ['colour', 'colour-reason']);
    },
    { meetingId },
  );
}

/** What the types of the input cannot say. */
function validateEdit(session: Session, id: string | null, fields: CaseEdit): void {
  const { read } = session;
  if (fields.leadAgencyId) demandAgency(read, fields.leadAgencyId);
  if (fields.leadPersonId) demandPerson(read, fields.leadPersonId);
  if (fields.dateOfBirth && fields.dateOfBirth > session.today()) {
    throw new Refusal('A date of birth cannot be in the future. Nothing was changed. Check the year.');
  }
  for (const [field, name] of [
    ['pnc', 'PNC'],
    ['crn', 'CRN'],
    ['prisonNumber', 'prison number'],
  ] as const) {
    const identifier = fields[field];
    if (identifier && isTaken(read, field, identifier, id)) {
      throw new Refusal(
        `Another case on the register has this ${name} already. Nothing was changed. Find that case before adding a second one.`,
      );
    }
  }
}

function isTaken(read: Reader, field: 'pnc' | 'crn' | 'prisonNumber', identifier: string, except: string | null): boolean {
  const others = except === null ? eq(cases[field], identifier) : and(eq(cases[field], identifier), ne(cases.id, except));
  return read.select({ id: cases.id }).from(cases).where(others).limit(1).get() !== undefined;
}
