import type { CaseRow } from '../../../db/queries/cases';
import type { names, SchemeRow } from '../../../db/queries/document-facts';
import type { StoredMeeting } from '../../../db/queries/meetings';
import { caseName } from '../../../shared/language/case-name';
import { cohortPartName, ogrsBandName, roshName } from '../../../shared/language/cohort';
import { clockTimeOf } from '../../../shared/language/scheme-place';
import { statutoryLine } from '../../../shared/language/statutory-line';
import type { ActionRow } from '../../../shared/views/actions';
import type { CaseAssessment, CasePerson, DocumentAction, DocumentMeeting, DocumentScheme } from '../../documents/views';
import type { SharedRedactor } from '../export/redact-names';

export type Names = ReturnType<typeof names>;

export function documentScheme({ brand, area, marking, isDemonstration }: SchemeRow): DocumentScheme {
  return { brand, area, marking, isDemonstration };
}

/** `clean` takes out of what was typed whom the reader may not know. */
export function documentMeeting(meeting: StoredMeeting, endsAt: string, { person }: Names, clean: SharedRedactor): DocumentMeeting {
  return {
    number: meeting.number,
    title: clean(meeting.title),
    place: clean(meeting.place, true),
    heldOn: meeting.heldOn ?? '',
    startsAt: meeting.startsAt,
    endsAt,
    chair: person(meeting.chairId),
  };
}

/** Who a case is about, as every document begins it. */
export function casePerson(row: CaseRow, warnings: readonly string[], { agency, person }: Names): CasePerson {
  const identifiers = [
    { label: 'PNC', value: row.pnc },
    { label: 'CRN', value: row.crn },
    { label: 'Prison number', value: row.prisonNumber },
    { label: 'Ref', value: row.reference },
  ];
  return {
    name: caseName(row.surname, row.forenames),
    dateOfBirth: row.dateOfBirth,
    identifiers: identifiers.filter(({ value }) => value !== ''),
    statutoryLine: statutoryLine(row),
    lead: [agency(row.leadAgencyId), person(row.leadPersonId)].filter((text) => text !== '').join(', '),
    riskWarnings: warnings,
  };
}

export function caseAssessment({ cohortPart, ogrsScore, ogrsBand, rosh, mappa }: CaseRow): CaseAssessment {
  return {
    cohort: cohortPart ? cohortPartName[cohortPart] : 'Cohort part not recorded',
    ogrs: [ogrsScore === null ? '' : String(ogrsScore), ogrsBand ? ogrsBandName[ogrsBand] : ''].filter(Boolean).join(' ') || 'not recorded',
    rosh: roshName[rosh],
    mappa,
  };
}

export function documentAction({ reference, text, agencyId, personId, dueOn, kind }: ActionRow, { agency, person }: Names): DocumentAction {
  return { reference, text, agency: agency(agencyId), person: person(personId), dueOn, kind };
}

/** `HH:MM` of an instant in the scheme's place, null for none. */
export function clockOf(instant: string | null): string | null {
  return instant === null ? null : clockTimeOf(instant);
}
