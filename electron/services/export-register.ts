import { listRegister } from '../../db/queries/register';
import { listAgencies, listPeople } from '../../db/queries/scheme';
import type { Received } from '../../shared/ipc/verbs';
import { caseName } from '../../shared/language/case-name';
import { cohortPartName, ogrsBandName, roshName } from '../../shared/language/cohort';
import { colourWord } from '../../shared/language/colour';
import { pathwayName } from '../../shared/language/pathway';
import { Refusal } from '../../shared/language/refusal';
import { statutoryPositionName } from '../../shared/language/statutory-position';
import type { RegisterRow } from '../../shared/views/register';
import { writeCsv } from '../exchange/write-csv';
import { demand } from './permission';
import type { Session } from './session';

interface Names {
  readonly agency: (id: string | null) => string;
  readonly person: (id: string | null) => string;
}
interface ExportColumn {
  readonly headings: readonly string[];
  readonly cells: (row: RegisterRow, names: Names) => readonly string[];
}
const one = (heading: string, cell: (row: RegisterRow, names: Names) => string | null): ExportColumn => ({
  headings: [heading],
  cells: (row, names) => [cell(row, names) ?? ''],
});

/**
 * The columns of the register's table by their names there. Where the table shortens for want of room the file does
 * not: whole dates, written so that no spreadsheet can take the day for the month, and figures in cells of their own.
 */
const columns: Readonly<Record<string, ExportColumn>> = {
  colour: one('Colour', ({ colour }) => (colour === null ? null : colourWord[colour])),
  name: {
    headings: ['Name', 'Known as', 'Aliases'],
    cells: ({ surname, forenames, knownAs, aliases }) => [caseName(surname, forenames), knownAs, aliases.join('; ')],
  },
  born: one('Date of birth', ({ dateOfBirth }) => dateOfBirth),
  area: { headings: ['Area', 'Beat'], cells: ({ area, beat }) => [area, beat] },
  position: {
    headings: ['Statutory position', 'At large'],
    cells: ({ statutoryPosition, isAtLarge }) => [
      statutoryPosition === null ? '' : statutoryPositionName[statutoryPosition],
      isAtLarge ? 'Yes' : '',
    ],
  },
  lead: one('Lead agency', ({ leadAgencyId }, { agency }) => agency(leadAgencyId)),
  manager: one('Case manager', ({ leadPersonId }, { person }) => person(leadPersonId)),
  ogrs: {
    headings: ['OGRS', 'OGRS band'],
    cells: ({ ogrsScore, ogrsBand }) => [ogrsScore === null ? '' : String(ogrsScore), ogrsBand === null ? '' : ogrsBandName[ogrsBand]],
  },
  rosh: one('RoSH', ({ rosh }) => roshName[rosh]),
  mappa: one('MAPPA', ({ mappa }) => (mappa === 'none' ? 'None' : `Level ${mappa}`)),
  cohort: one('Cohort', ({ cohortPart }) => (cohortPart === null ? null : cohortPartName[cohortPart])),
  needs: one('Needs', ({ needs }) => needs.map((pathway) => pathwayName[pathway]).join('; ')),
  actions: {
    headings: ['Open actions', 'Overdue actions'],
    cells: ({ openActions, overdueActions }) => [String(openActions), String(overdueActions)],
  },
  review: one('Review due', ({ reviewDue }) => reviewDue),
  release: one('Release', ({ releaseOn }) => releaseOn),
  since: one('Colour since', ({ colourSince }) => colourSince),
  adopted: one('Adopted', ({ adoptedOn }) => adoptedOn),
  reference: one('Reference', ({ reference }) => reference),
  pnc: one('PNC', ({ pnc }) => pnc),
  crn: one('CRN', ({ crn }) => crn),
  prison: one('Prison number', ({ prisonNumber }) => prisonNumber),
};

/** The chosen cases in the given order as CSV, safe to open in a spreadsheet. */
export function exportRegister(session: Session, { caseIds, columns: wanted }: Received<'register', 'exportCsv'>): Uint8Array {
  demand(session, 'export-register');
  const chosen = wanted.map((name) => columns[name]).filter((column) => column !== undefined);
  if (chosen.length === 0) throw new Refusal('No column was chosen, so nothing was saved. Show at least one column and try again.');
  const rows = new Map(listRegister(session.read, session.today()).map((row) => [row.id, row]));
  const agencies = new Map(listAgencies(session.read).map(({ id, name }) => [id, name]));
  const people = new Map(listPeople(session.read).map(({ id, name }) => [id, name]));
  const names: Names = { agency: (id) => agencies.get(id ?? '') ?? '', person: (id) => people.get(id ?? '') ?? '' };
  const lines = caseIds.flatMap((id) => {
    const row = rows.get(id);
    return row ? [chosen.flatMap(({ cells }) => cells(row, names))] : [];
  });
  return writeCsv([chosen.flatMap(({ headings }) => headings), ...lines]);
}
