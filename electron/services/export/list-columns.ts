import { actionKindName, actionOutcomeName } from '../../../shared/language/action';
import { caseName } from '../../../shared/language/case-name';
import { cohortPartName, ogrsBandName, roshName } from '../../../shared/language/cohort';
import { colourWord } from '../../../shared/language/colour';
import { needPriorityName, type Pathway, pathwayName } from '../../../shared/language/pathway';
import { statutoryPositionName } from '../../../shared/language/statutory-position';
import type { ActionRow } from '../../../shared/views/actions';
import type { MeetingRow } from '../../../shared/views/agenda';
import type { DocumentRow } from '../../../shared/views/documents';
import type { RegisterRow } from '../../../shared/views/register';
import type { AuditEntry } from '../../../shared/views/scheme';
import type { GapCase, GapRow } from '../../../shared/views/services';
import type { SheetCell } from '../../exchange/sheet-cells';

export interface ListNames {
  readonly agency: (id: string | null) => string;
  readonly person: (id: string | null) => string;
  /** The team of a person. */
  readonly team: (id: string | null) => string;
}
/** A column of a list on the screen: the headings that it has in a file, and its cells there. */
export interface ListColumn<Row> {
  readonly headings: readonly string[];
  readonly cells: (row: Row, names: ListNames) => readonly SheetCell[];
}
export type ListColumns<Row> = Readonly<Record<string, ListColumn<Row>>>;

export function one<Row>(heading: string, cell: (row: Row, names: ListNames) => SheetCell): ListColumn<Row> {
  return { headings: [heading], cells: (row, names) => [cell(row, names)] };
}
export const day = (text: string | null) => ({ day: text });

/**
 * The columns of the register's table by their names there. Where the table shortens for want of room the file does
 * not, and figures have cells of their own.
 */
export const registerColumns: ListColumns<RegisterRow> = {
  colour: one('Colour', ({ colour }) => (colour === null ? null : colourWord[colour])),
  name: {
    headings: ['Name', 'Known as', 'Aliases'],
    cells: ({ surname, forenames, knownAs, aliases }) => [caseName(surname, forenames), knownAs, aliases.join('; ')],
  },
  born: one('Date of birth', ({ dateOfBirth }) => day(dateOfBirth)),
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
    cells: ({ ogrsScore, ogrsBand }) => [ogrsScore, ogrsBand === null ? '' : ogrsBandName[ogrsBand]],
  },
  rosh: one('RoSH', ({ rosh }) => roshName[rosh]),
  mappa: one('MAPPA', ({ mappa }) => (mappa === 'none' ? 'None' : `Level ${mappa}`)),
  cohort: one('Cohort', ({ cohortPart }) => (cohortPart === null ? null : cohortPartName[cohortPart])),
  needs: one('Needs', ({ needs }) => needs.map((pathway) => pathwayName[pathway]).join('; ')),
  actions: {
    headings: ['Open actions', 'Overdue actions'],
    cells: ({ openActions, overdueActions }) => [openActions, overdueActions],
  },
  review: one('Review due', ({ reviewDue }) => day(reviewDue)),
  release: one('Release', ({ releaseOn }) => day(releaseOn)),
  since: one('Colour since', ({ colourSince }) => day(colourSince)),
  adopted: one('Adopted', ({ adoptedOn }) => day(adoptedOn)),
  reference: one('Reference', ({ reference }) => reference),
  pnc: one('PNC', ({ pnc }) => pnc),
  crn: one('CRN', ({ crn }) => crn),
  prison: one('Prison number', ({ prisonNumber }) => prisonNumber),
};

export const actionListColumns: ListColumns<ActionRow> = {
  reference: one('Reference', ({ reference }) => reference),
  agency: one('Agency', ({ agencyId }, { agency }) => agency(agencyId)),
  text: { headings: ['Action', 'Urgent'], cells: ({ text, priority }) => [text, priority === 'high' ? 'Yes' : ''] },
  case: {
    headings: ['Case', 'Colour'],
    cells: ({ caseId, caseName: name, colour }) => [caseId === null ? 'General' : name, colour === null ? '' : colourWord[colour]],
  },
  person: { headings: ['Owner', 'Team'], cells: ({ personId }, { person, team }) => [person(personId), team(personId)] },
  kind: one('Kind', ({ kind }) => actionKindName[kind]),
  set: one('Set', ({ setOn }) => day(setOn)),
  due: one('Due', ({ dueOn }) => day(dueOn)),
  carried: one('Carried', ({ carried }) => carried),
  outcome: {
    headings: ['Outcome', 'Closed', 'Closing note'],
    cells: ({ outcome, closedOn, closingNote }) => [outcome === null ? 'Open' : actionOutcomeName[outcome], day(closedOn), closingNote],
  },
};

export const documentListColumns: ListColumns<DocumentRow> = {
  number: { headings: ['Number', 'Version'], cells: ({ number, version }) => [number, version] },
  title: one('Document', ({ title }) => title),
  recipient: { headings: ['For', 'Agency'], cells: ({ recipient, agencyId }, { agency }) => [recipient, agency(agencyId)] },
  meeting: one('Conference', ({ meetingHeldOn }) => day(meetingHeldOn)),
  standing: one('Standing', ({ isFinal }) => (isFinal ? 'Final' : 'Draft')),
  pages: one('Pages', ({ pages }) => pages),
  issued: {
    headings: ['Issued', 'Issued by'],
    cells: ({ issuedAt, issuedByName }) => [{ instant: issuedAt === '' ? null : issuedAt }, issuedByName],
  },
  file: { headings: ['File', 'SHA-256'], cells: ({ fileName, sha256 }) => [fileName, sha256] },
};

const stateName: Readonly<Record<MeetingRow['state'], string>> = {
  planned: 'Planned',
  'agenda-issued': 'Agenda issued',
  running: 'Running',
  closed: 'Closed',
  final: 'Minutes final',
  cancelled: 'Cancelled',
};

export const meetingListColumns: ListColumns<MeetingRow> = {
  number: one('Number', ({ number }) => number),
  title: one('Conference', ({ title }) => title),
  held: { headings: ['Held', 'Starts'], cells: ({ heldOn, startsAt }) => [day(heldOn), startsAt] },
  place: one('Place', ({ place }) => place),
  state: one('Standing', ({ state }) => stateName[state]),
  cases: one('Cases', ({ cases }) => cases),
  chair: one('Chair', ({ chairName }) => chairName),
};

export const auditListColumns: ListColumns<AuditEntry> = {
  at: one('When', ({ at }) => ({ instant: at })),
  who: { headings: ['Who', 'Computer'], cells: ({ personName, deviceName }) => [personName, deviceName] },
  what: one('What', ({ intent }) => intent),
  case: one('Case', ({ caseName: name }) => name),
  fields: one('Fields', ({ fieldCount }) => fieldCount),
  hash: one('Fingerprint', ({ hash }) => hash),
};

/** Needs by pathway in figures alone: what can be put before those who pay for services, since it names nobody (CAM R15, R32). */
export const gapListColumns: ListColumns<GapRow> = {
  need: one('Need', ({ pathway }) => pathwayName[pathway]),
  people: one('People with it', ({ needs }) => needs),
  referred: one('Referred', ({ referred }) => referred),
  could: one('Could be referred', ({ couldBeReferred }) => couldBeReferred.length),
  none: one('Nothing fits', ({ withoutService }) => withoutService.length),
};

/** Somebody with a need that no service works on. */
export interface UnmetNeed extends GapCase {
  readonly pathway: Pathway;
  /** Whether some service of the directory would take them. */
  readonly hasService: boolean;
}

export function unmetNeeds(gaps: readonly GapRow[]): readonly UnmetNeed[] {
  return gaps.flatMap(({ pathway, couldBeReferred, withoutService }) => [
    ...withoutService.map((gap) => ({ ...gap, pathway, hasService: false })),
    ...couldBeReferred.map((gap) => ({ ...gap, pathway, hasService: true })),
  ]);
}

export const unmetNeedColumns: ListColumns<UnmetNeed> = {
  need: one('Need', ({ pathway }) => pathwayName[pathway]),
  priority: one('Priority', ({ priority }) => needPriorityName[priority]),
  case: one('Case', ({ caseName: name }) => name),
  standing: one('Standing', ({ hasService }) => (hasService ? 'Could be referred' : 'Nothing fits')),
  why: one('Why nothing fits', ({ why, hasService }) => (hasService ? '' : why.join(' ') || 'No service in the directory')),
};
