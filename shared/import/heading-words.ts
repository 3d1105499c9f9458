import type { ImportTarget } from '../views/importing';
import { plainWords } from './cell-text';
import { dayOfHeading } from './month-headings';
import { pathwayOf } from './read-lists';

type Named = Exclude<ImportTarget, 'ignore'>;

/** What files head their columns with. Written as `plainWords` gives them, parted by `|`. */
const headings: Readonly<Record<Named, string>> = {
  reference:
    'reference|ref|ref no|reference no|reference number|iom ref|iom reference|iom no|iom number|iom id|case ref|case reference|case no|case number|case id|scheme ref|scheme reference|our ref|unique ref|urn|cohort no|cohort number|cohort id',
  surname: 'surname|last name|lastname|last|family name|sname|nominal surname|subject surname|offender surname',
  forenames:
    'forenames|forename|forename s|first|first name|first names|firstname|given name|given names|christian name|forename 1|fname|middle names',
  fullName:
    'name|full name|fullname|nominal|nominal name|subject|subject name|subjects name|offender|offender name|service user|service user name|client|client name|person|person on probation|pop|pop name|case|name of offender|name of subject|iom nominal|iom nominal name|surname forename|surname first name|surname forenames|surname and forename|cohort member|individual|individual name|case name',
  knownAs: 'known as|preferred name|nickname|goes by|street name',
  dateOfBirth: 'dob|d o b|date of birth|birth date|birthdate|born|dofb|d of b|date birth',
  pnc: 'pnc|pnc id|pncid|pnc no|pnc number|pnc ref|police national computer|pnc id number',
  crn: 'crn|ndelius|delius|delius no|ndelius crn|delius crn|crn no|crn number|case reference number|probation no|probation number|probation ref|ndelius no',
  prisonNumber:
    'prison number|prison no|nomis|nomis no|nomis number|nomis id|noms|noms no|noms number|noms id|nomsid|pris no|prisoner number|prisoner no|prison id|nomis noms',
  sex: 'sex|gender|m f|male female',
  ethnicity: 'ethnicity|ethnic origin|ethnic group|ethnic code|race|self defined ethnicity|sde|eth|ic code',
  disability: 'disability|disabilities|disabled|disability y n',
  area: 'area|lpa|lpu|lpt|district|locality|division|sector|borough|town|ward area|iom area|local authority|la|bcu|csp|hub',
  beat: 'beat|beat code|ward|neighbourhood|nhp|nht|npt|snt|home beat|beat area',
  leadAgency:
    'lead agency|agency|lead|managing agency|lead org|lead organisation|owning agency|managed by|owner agency|lead professional agency|primary agency',
  leadPerson:
    'om|offender manager|lead officer|case manager|lead professional|lead person|officer|supervising officer|probation officer|po|iom officer|com|community offender manager|police lead|lead contact|lead worker|allocated officer|key worker|keyworker|pp|probation practitioner|oic|responsible officer|oic om|police officer|allocated to|case owner',
  statutoryPosition:
    'statutory position|statutory status|stat status|stat non stat|statutory non statutory|statutory|order|order type|sentence type|current status|legal status|custody status|custody|in custody|licence status|supervision type|custody community|disposal|statutory or non statutory|type of order|current order|sentence status|position|type of supervision',
  custodyPlace:
    'custody place|prison|establishment|hmp|prison name|current prison|current establishment|location prison|prison location|holding prison|custodial establishment|prison establishment',
  cohortPart: 'cohort part|cohort|cohort type|fixed flex free|fixed flex|fff|iom cohort|cohort group|tier|cohort category|iom category',
  indexOffence:
    'index offence|index|offence|offence type|index offence type|current offence|main offence|offence group|index offence group|crime type|offending type|offence category|primary offence|latest offence',
  ogrsScore:
    'ogrs|ogrs score|ogrs3|ogrs 3|ogrs4|ogrs 4|ogrs 2yr|ogrs 2 year|ogrs3 score|ogrs3 2 year|ogrs3 2yr|ogrs percentage|ogrs3 24 months|ogrs 24m',
  ogrsBand:
    'ogrs band|ogrs level|ogrs risk|ogrs3 band|reoffending band|risk of reoffending|risk of re offending|ror|reoffending risk|likelihood of reoffending|ogrs category|ogrs risk band',
  rosh: 'rosh|risk of serious harm|rosh level|risk of harm|roh|harm|rosh risk|risk level|oasys rosh|overall rosh|risk|rosh rating',
  mappa: 'mappa|mappa level|mappa cat|mappa category|mappa cat level|mappa level cat|mappa y n|mappa status|mappa cat and level',
  colour:
    'colour|color|rag|rag status|rag rating|status rag|rag b|ragb|rag blue|current rag|rag colour|rag grade|grading|grade|rag level|colour code|traffic light|bragg|brag|brag status|rag current|current colour|risk rag|iom rag',
  adoptedOn:
    'adopted|adopted on|date adopted|adoption date|date added|date on iom|date onto iom|date on to iom|iom start|iom start date|start date|date started|cohort start|date on cohort|date of adoption|date selected|selected on|on iom since|on scheme since|date taken on|joined iom|date joined|date of selection|added',
  reviewDue:
    'review due|review|review date|next review|next review date|date of next review|review due date|panel review|due for review|next review due|date for review|review by|next panel|next panel date',
  releaseOn:
    'release date|release|released|date of release|crd|ard|crd ard|ard crd|conditional release date|automatic release date|expected release date|erd|edr|earliest release date|earliest date of release|release due|est release|custody release date|rel date|dor|planned release|planned release date',
  licenceEndsOn:
    'licence end|licence ends|licence end date|licence expiry|licence expiry date|led|sed|sled|sed led|led sed|sentence end date|sentence expiry|sentence expiry date|licence expires|end of licence|lic end|licence until|licence to|sentence end',
  orderEndsOn:
    'order end|order ends|order end date|order expiry|order expiry date|order expires|termination date|end of order|co end|co end date|sso end|community order end|order termination|order term date|expected termination|order until',
  aliases:
    'alias|aliases|aka|a k a|also known as|other names|other name|alias es|alias names|previous names|previous name|maiden name|alias aka',
  riskWarnings:
    'risk warnings|risk warning|warnings|warning|warning signs|warning markers|markers|flags|risk flags|pnc warnings|pnc warning signs|pnc markers|hazards|officer safety|alerts|risk markers|staff safety|ws|warning marker',
  needs:
    'needs|need|pathways|pathway|criminogenic needs|crim needs|presenting needs|needs pathways|pathways needs|identified needs|oasys needs|reducing reoffending pathways|support needs',
  note: 'note|notes|comment|comments|update|updates|latest update|remarks|summary|latest|current situation|latest info|latest information|additional info|additional information|other information|rationale|narrative|actions and updates',
};

const targetOfWords = new Map(
  Object.entries(headings).flatMap(([target, words]) => words.split('|').map((word) => [word, target as Named] as const)),
);

/** Weaker: the heading has these words among others. The first that fits is taken. */
const patterns: readonly (readonly [RegExp, Named])[] = [
  [/\b(dob|date of birth|birth)\b/, 'dateOfBirth'],
  [/\bpnc\b.*\b(warning|marker)/, 'riskWarnings'],
  [/\bpnc\b/, 'pnc'],
  [/\b(crn|n?delius)\b/, 'crn'],
  [/\b(nomis|noms|prison(er)? (no|num|number|id))\b/, 'prisonNumber'],
  [/\b(rag|brag|colour)\b(?!.*\b(reason|rationale|date|previous|last)\b)/, 'colour'],
  [/\bogrs.*\b(band|level|risk)\b/, 'ogrsBand'],
  [/\bogrs/, 'ogrsScore'],
  [/\b(rosh|serious harm)\b/, 'rosh'],
  [/\bmappa\b/, 'mappa'],
  [/\b(licence|license|sentence)\b.*\b(end|ends|expir\w*)\b|\b(sled|sed|led)\b/, 'licenceEndsOn'],
  [/\border\b.*\b(end|ends|expir\w*|terminat\w*)\b/, 'orderEndsOn'],
  [/\b(release|crd|ard)\b(?!.*\b(address|type|plan)\b)/, 'releaseOn'],
  [/\b(next|due)\b.*\breview\b|\breview\b.*\b(date|due|by)\b/, 'reviewDue'],
  [/\b(adopt\w*|date (added|on|onto|joined|selected|started))\b/, 'adoptedOn'],
  [/\b(surname|last name|family name)\b.*\b(fore|first)/, 'fullName'],
  [/\b(surname|last name|family name)\b/, 'surname'],
  [/\b(forenames?|first names?|given names?)\b/, 'forenames'],
  [/\b(alias(es)?|aka)\b/, 'aliases'],
  [/\b(warnings?|markers?|flags?)\b/, 'riskWarnings'],
  [/\b(pathways?|needs)\b/, 'needs'],
  [/\b(establishment|which prison)\b/, 'custodyPlace'],
  [/\b(fixed|flex|free)\b/, 'cohortPart'],
  [/\blead agency\b/, 'leadAgency'],
  [/\b(offender manager|case manager|lead officer|case worker|practitioner)\b/, 'leadPerson'],
  [/\b(statutory|custody status|legal status)\b/, 'statutoryPosition'],
  [/\b(offence)\b/, 'indexOffence'],
  [/\bethnic/, 'ethnicity'],
  [/\bdisab/, 'disability'],
  [/\b(nominal|subject|offender|service user|client)\b.*\bname\b/, 'fullName'],
  [/\b(comments?|notes?|updates?)\b/, 'note'],
];

export interface HeadingGuess {
  readonly target: Named;
  /** 100 a heading we know, 70 one with its words in it, 40 one that may mean several things. */
  readonly strength: number;
}

/** What a heading alone says. `Status` and `Cohort status` say too little: the cells decide. */
export function guessFromHeading(heading: string): HeadingGuess | null {
  // Headings are short; a long text here may be a title or an attack on the patterns below.
  if (heading.length > 200) return null;
  const words = plainWords(heading);
  // `RAG Apr-26` is the colour of that month and not of now.
  if (words === '' || dayOfHeading(heading) !== null) return null;
  const exact = targetOfWords.get(words);
  if (exact) return { target: exact, strength: 100 };
  if (
    /^(accommodation|accom|housing|ete|employment|drugs?|alcohol|mental health|health|finance|debt|family|relationships|thinking( and)? behaviour|lifestyle|attitudes?)( need| needs| y n| pathway)?$/.test(
      words,
    ) &&
    pathwayOf(words)
  ) {
    return { target: 'needs', strength: 60 };
  }
  const pattern = patterns.find(([fits]) => fits.test(words));
  if (pattern) return { target: pattern[1], strength: 70 };
  return words === 'status' ? { target: 'statutoryPosition', strength: 40 } : null;
}
