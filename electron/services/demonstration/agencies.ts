import type { Pathway } from '../../../shared/language/pathway';
import type { NewAgency } from '../setup/start-scheme';

export interface DemonstrationAgency extends NewAgency {
  /** Its people in the scheme; the first comes to the conference. All invented. */
  readonly staff: readonly string[];
  /** The team of each of them, where the agency has teams. */
  readonly teams?: readonly string[];
}

/** Twelve agencies of an invented town. The coordinator, M. Larkspur, belongs to the first. */
export const demonstrationAgencies: readonly DemonstrationAgency[] = [
  {
    kind: 'police',
    name: 'Police',
    code: 'POL',
    isCore: true,
    staff: ['R. Thornaby-Wells', 'P. Garrowby'],
    teams: ['Lowgate neighbourhood team', 'Eastmoor neighbourhood team'],
  },
  {
    kind: 'probation',
    name: 'Probation',
    code: 'PRO',
    isCore: true,
    staff: ['S. Merrowin', 'T. Hollinrake-Moss'],
    teams: ['Offender management unit', 'Resettlement team'],
  },
  { kind: 'prison', name: 'HMP Stonefold', code: 'PRI', isCore: false, staff: ['D. Wrenfold'] },
  { kind: 'youth-justice', name: 'Youth Justice', code: 'YJS', isCore: false, staff: ['E. Farthingale'] },
  { kind: 'childrens-services', name: 'Children’s Services', code: 'CSC', isCore: false, staff: ['A. Summerlee-Voss'] },
  {
    kind: 'housing',
    name: 'Housing Options',
    code: 'HOU',
    isCore: false,
    staff: ['J. Pellowin', 'O. Bramwith'],
    teams: ['Homelessness prevention', 'Supported housing'],
  },
  { kind: 'drugs', name: 'Riverbend Drugs', code: 'DRG', isCore: false, staff: ['L. Quillby', 'K. Dunstable-Rae'] },
  { kind: 'alcohol', name: 'Beacon Alcohol', code: 'ALC', isCore: false, staff: ['H. Marchbank'] },
  { kind: 'mental-health', name: 'Mental Health', code: 'MH', isCore: false, staff: ['C. Ullathwaite'] },
  { kind: 'jobcentre', name: 'Jobcentre', code: 'JCP', isCore: false, staff: ['N. Ashwick'] },
  { kind: 'debt', name: 'Clearway Debt', code: 'FIN', isCore: false, staff: ['G. Tarrowby'] },
  { kind: 'mentoring', name: 'Open Door Mentors', code: 'MEN', isCore: false, staff: ['B. Oddlestone', 'I. Castlebrook'] },
];

export const coordinatorName = 'M. Larkspur';

/** Services that people are referred to, by the agency's kind. */
export const demonstrationServices: readonly { readonly kind: string; readonly name: string; readonly pathway: Pathway }[] = [
  { kind: 'drugs', name: 'Riverbend, community prescribing', pathway: 'drugs' },
  { kind: 'housing', name: 'Larkfield House, supported room', pathway: 'accommodation' },
  { kind: 'mentoring', name: 'Open Door, mentor at the gate', pathway: 'lifestyle' },
  { kind: 'alcohol', name: 'Beacon, evening group', pathway: 'alcohol' },
  { kind: 'jobcentre', name: 'Forward to Work, four weeks', pathway: 'employment' },
  { kind: 'debt', name: 'Clearway, debt relief order', pathway: 'finance' },
];
