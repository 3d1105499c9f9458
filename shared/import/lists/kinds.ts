import { plainWords } from '../cell-text';
import { dayOfHeading } from '../month-headings';

/** What a sheet holds, one a row. `cases` is the cohort itself; it has its own reading. */
export const importKinds = ['cases', 'agencies', 'people', 'services', 'actions', 'events', 'colours'] as const;
export type ImportKind = (typeof importKinds)[number];
export type ListKind = Exclude<ImportKind, 'cases'>;

/** By which a row may say whose case it is about; one of these says it. */
export const caseIdentity = ['caseReference', 'casePnc', 'caseCrn', 'casePrisonNumber', 'caseName', 'caseSurname'] as const;
const caseTargets = [...caseIdentity, 'caseForenames', 'caseDateOfBirth'] as const;

export const listTargets = [
  ...caseTargets,
  'agencyName',
  'agencyCode',
  'agencyKind',
  'personName',
  'personSurname',
  'personForenames',
  'post',
  'team',
  'email',
  'phone',
  'serviceName',
  'pathway',
  'startedOn',
  'actionReference',
  'actionText',
  'owner',
  'setOn',
  'dueOn',
  'outcome',
  'closedOn',
  'closingNote',
  'happenedOn',
  'eventKind',
  'eventTitle',
  'eventDetail',
  'eventSeverity',
  'eventOffenceGroup',
  'eventReference',
  'pastColour',
  'colourFrom',
  'colourReason',
  'colourOfMonth',
] as const;
export type ListTarget = (typeof listTargets)[number];

export const listTargetName: Readonly<Record<ListTarget, string>> = {
  caseReference: 'Case: reference',
  casePnc: 'Case: PNC',
  caseCrn: 'Case: CRN',
  casePrisonNumber: 'Case: prison number',
  caseName: 'Case: name',
  caseSurname: 'Case: surname',
  caseForenames: 'Case: forenames',
  caseDateOfBirth: 'Case: date of birth',
  agencyName: 'Agency',
  agencyCode: 'Agency code',
  agencyKind: 'Kind of agency',
  personName: 'Person',
  personSurname: 'Person: surname',
  personForenames: 'Person: forenames',
  post: 'Post',
  team: 'Team',
  email: 'E-mail',
  phone: 'Phone',
  serviceName: 'Service',
  pathway: 'Need that it meets',
  startedOn: 'Started on',
  actionReference: 'Action reference',
  actionText: 'Action',
  owner: 'Owner',
  setOn: 'Set on',
  dueOn: 'Due on',
  outcome: 'Outcome',
  closedOn: 'Closed on',
  closingNote: 'Closing note',
  happenedOn: 'Happened on',
  eventKind: 'Kind of event',
  eventTitle: 'What happened',
  eventDetail: 'Details',
  eventSeverity: 'How serious',
  eventOffenceGroup: 'Offence group',
  eventReference: 'Reference of the other system',
  pastColour: 'Colour',
  colourFrom: 'Colour since',
  colourReason: 'Reason of the colour',
  colourOfMonth: 'Colour then (day or month in the heading)',
};

/** What lists head their columns with, as `plainWords` gives them, parted by `|`. */
const headings: Readonly<Record<ListTarget, string>> = {
  caseReference: 'reference|ref|iom ref|case ref|case reference|case no|case number|iom no|urn',
  casePnc: 'pnc|pnc id|pncid|pnc no|pnc number',
  caseCrn: 'crn|delius|ndelius|crn no|crn number',
  casePrisonNumber: 'nomis|noms|nomis no|noms no|prison number|prison no',
  caseName:
    'name|case|case name|nominal|subject|offender|full name|service user|client|iom nominal|person on probation|offender name|nominal name',
  caseSurname: 'surname|last name|lastname|family name|nominal surname|subject surname|offender surname',
  caseForenames: 'forename|forenames|forename s|first name|first names|firstname|given name|given names|forename 1',
  caseDateOfBirth: 'dob|date of birth|d o b|born',
  agencyName:
    'agency|agency name|organisation|organization|partner|partner agency|org|responsible agency|lead agency|provider|provided by|employer|team|owning agency|delivered by',
  agencyCode: 'code|agency code|short name|abbreviation|abbr',
  agencyKind: 'kind|type|agency type|kind of agency|organisation type|sector',
  personName: 'name|full name|person|contact|contact name|member|staff|representative|rep|attendee|officer|member of staff',
  personSurname: 'surname|last name|lastname|family name',
  personForenames: 'forename|forenames|first name|first names|firstname|given name|given names',
  post: 'post|role|job title|title|position|rank|job',
  team: 'team|unit|team name|squad|office|neighbourhood team|npt|lpt|omu|pdu',
  email: 'email|e mail|email address|e mail address|mail|cjsm|contact email',
  phone: 'phone|telephone|tel|mobile|phone number|tel no|contact number|telephone number|mobile number|phone no',
  serviceName: 'service|service name|intervention|programme|program|course|project|provision|intervention name',
  pathway: 'need|pathway|needs|meets|for need|criminogenic need|pathways',
  startedOn: 'started|start date|since|available from|running since|started on',
  actionReference: 'action ref|action reference|action no|action number|action id|no|number|ref no',
  actionText:
    'action|actions|task|action required|action agreed|what|action point|to do|actions agreed|description of action|action description',
  owner:
    'owner|who|assigned to|responsible|action owner|responsible person|person responsible|by whom|lead officer|officer|allocated to|lead',
  setOn: 'set|set on|date set|date raised|raised|meeting date|date of meeting|date agreed|date of action|created',
  dueOn: 'due|due date|by when|deadline|target date|due on|due by|complete by|completion date|review date|by',
  outcome: 'status|outcome|done|complete|completed|result|open closed|rag status of action|progress|state',
  closedOn: 'closed|closed on|date closed|date completed|completed on|date done',
  closingNote: 'closing note|update|outcome note|comments|comment|notes|note|result note|progress update',
  happenedOn:
    'date|happened|happened on|event date|date of event|offence date|date of offence|incident date|date of incident|when|occurred on',
  eventKind: 'kind|type|event type|category|kind of event',
  eventTitle: 'event|what happened|incident|offence|offence type|offence description|title|summary|crime|offence title',
  eventDetail: 'detail|details|description|note|notes|circumstances|mo|comments|narrative',
  eventSeverity: 'severity|seriousness|gravity|how serious|harm|severity group|offence severity',
  eventOffenceGroup: 'offence group|crime group|offence category|crime type|offence class|ho group|crime category',
  eventReference:
    'reference|ref|crime number|crime no|crime ref|crime reference|custody number|custody ref|occurrence|occurrence number|event reference|event id|id|log number|source reference',
  pastColour: 'colour|rag|rag status|color|status|rag rating|colour then|brag|previous colour|rag colour',
  colourFrom: 'date|from|since|changed|changed on|date of change|rag date|decided on|date changed|colour since|meeting date|effective from',
  colourReason: 'reason|rationale|why|comments|note|notes|reason for change',
  // Told by `dayOfHeading`.
  colourOfMonth: '',
};
const wordsOf = new Map(Object.entries(headings).map(([target, words]) => [target, new Set(words.split('|'))]));

interface KindShape {
  readonly name: string;
  /** As in "3 … are added". */
  readonly one: string;
  readonly many: string;
  readonly targets: readonly ListTarget[];
  /** Without any of these groups, of each one at least, no row can be read. */
  readonly needs: readonly (readonly ListTarget[])[];
  /** Headings by which a sheet is taken for this kind: one of each group. */
  readonly told: readonly (readonly ListTarget[])[];
}

export const listKinds: Readonly<Record<ListKind, KindShape>> = {
  actions: {
    name: 'Actions',
    one: 'action',
    many: 'actions',
    targets: [
      ...caseTargets,
      'actionReference',
      'actionText',
      'agencyName',
      'owner',
      'setOn',
      'dueOn',
      'outcome',
      'closedOn',
      'closingNote',
    ],
    // Where no column names them, the owner is looked for in brackets at the end of the text.
    needs: [['actionText']],
    told: [['actionText'], ['owner', 'agencyName', 'dueOn']],
  },
  colours: {
    name: 'Past colours',
    one: 'colour',
    many: 'colours',
    targets: [...caseTargets, 'pastColour', 'colourFrom', 'colourReason', 'colourOfMonth'],
    needs: [caseIdentity, ['pastColour', 'colourOfMonth'], ['colourFrom', 'colourOfMonth']],
    told: [caseIdentity, ['pastColour', 'colourOfMonth'], ['colourFrom', 'colourOfMonth']],
  },
  events: {
    name: 'Offences and events',
    one: 'event',
    many: 'events',
    targets: [
      ...caseTargets,
      'happenedOn',
      'eventKind',
      'eventTitle',
      'eventDetail',
      'eventSeverity',
      'eventOffenceGroup',
      'eventReference',
      'agencyName',
    ],
    needs: [caseIdentity, ['happenedOn'], ['eventTitle']],
    told: [caseIdentity, ['happenedOn'], ['eventTitle']],
  },
  services: {
    name: 'Services',
    one: 'service',
    many: 'services',
    targets: ['serviceName', 'agencyName', 'pathway', 'startedOn'],
    needs: [['serviceName'], ['agencyName']],
    told: [['serviceName'], ['agencyName', 'pathway']],
  },
  people: {
    name: 'People',
    one: 'person',
    many: 'people',
    targets: ['personName', 'personSurname', 'personForenames', 'team', 'agencyName', 'post', 'email', 'phone'],
    needs: [['personName', 'personSurname'], ['agencyName']],
    told: [
      ['personName', 'personSurname'],
      ['email', 'phone', 'post'],
    ],
  },
  agencies: {
    name: 'Agencies',
    one: 'agency',
    many: 'agencies',
    targets: ['agencyName', 'agencyCode', 'agencyKind', 'email'],
    needs: [['agencyName']],
    told: [['agencyName'], ['agencyCode', 'agencyKind']],
  },
};

export const importKindName = (kind: ImportKind) => (kind === 'cases' ? 'Cases (the cohort)' : listKinds[kind].name);

/** Several columns of a sheet may become these. */
export const mayRepeat: ReadonlySet<string> = new Set<ListTarget>(['colourOfMonth']);

/** The target that a heading names in a list of this kind, the first of the kind's that fits. */
export function targetOfHeading(kind: ListKind, heading: string, taken: ReadonlySet<ListTarget>): ListTarget | null {
  if (heading.length > 200) return null;
  if (listKinds[kind].targets.includes('colourOfMonth') && dayOfHeading(heading) !== null) return 'colourOfMonth';
  const bare = heading.replace(/[([{][^()[\]{}]*[)\]}]/g, ' ');
  // What stands in brackets only explains: `Action (owner)` is the action.
  for (const words of new Set([plainWords(bare), plainWords(heading)])) {
    const found =
      words === '' ? undefined : listKinds[kind].targets.find((target) => !taken.has(target) && wordsOf.get(target)?.has(words));
    if (found) return found;
  }
  return null;
}

/** Headings of a sheet as a list of this kind has them; null where the sheet cannot be told to be one. */
export function targetsOfHeadings(kind: ListKind, sheet: readonly string[]): readonly (ListTarget | null)[] {
  const taken = new Set<ListTarget>();
  const targets = sheet.map((heading) => {
    const target = targetOfHeading(kind, heading, taken);
    if (target && !mayRepeat.has(target)) taken.add(target);
    return target;
  });
  // Where nothing else names the agency, a list that heads it "Team" means the agency.
  const isAgencyCalledTeam = taken.has('team') && !taken.has('agencyName');
  return targets.map((target, at) => {
    if (isAgencyCalledTeam && target === 'team' && plainWords(sheet[at] ?? '') === 'team') return 'agencyName';
    // "Name" beside "Forename" is the surname.
    if (target === 'caseName' && taken.has('caseForenames') && !taken.has('caseSurname')) return 'caseSurname';
    if (target === 'personName' && taken.has('personForenames') && !taken.has('personSurname')) return 'personSurname';
    return target;
  });
}

/** The groups of targets that a list of this kind cannot do without and that no column has become. */
export function missingTargets(kind: ListKind, targets: readonly string[]): readonly (readonly ListTarget[])[] {
  return listKinds[kind].needs.filter((group) => !group.some((target) => targets.includes(target)));
}
