import type { RegisterRow } from '../../../../shared/views/register';

let made = 0;

/** A row of the register for a test; says only what the test is about. */
export function registerRow(about: Partial<RegisterRow> = {}): RegisterRow {
  made += 1;
  return {
    id: `case-${made}`,
    reference: '',
    surname: 'CARTERWICK',
    forenames: 'Dean',
    knownAs: '',
    aliases: [],
    dateOfBirth: null,
    pnc: '',
    crn: '',
    prisonNumber: '',
    area: '',
    beat: '',
    colour: null,
    colourSince: null,
    statutoryPosition: null,
    isAtLarge: false,
    leadAgencyId: null,
    leadPersonId: null,
    cohortPart: null,
    ogrsScore: null,
    ogrsBand: null,
    rosh: 'not-assessed',
    mappa: 'none',
    state: 'adopted',
    adoptedOn: null,
    reviewDue: null,
    releaseOn: null,
    openActions: 0,
    overdueActions: 0,
    needs: [],
    agencyIds: [],
    riskWarnings: [],
    ...about,
  };
}
