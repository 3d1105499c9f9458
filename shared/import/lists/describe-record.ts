import { type ActionOutcome, actionOutcomeName } from '../../language/action';
import { agencyKinds } from '../../language/agency-kind';
import { type Colour, colourWord } from '../../language/colour';
import { formatPlainDay } from '../../language/dates';
import {
  type OutcomeEventKind,
  outcomeEventName,
  type PositiveKind,
  positiveKindName,
  type SeverityGroup,
  severityGroupName,
} from '../../language/outcome-event';
import { type Pathway, pathwayName } from '../../language/pathway';
import { type OffenceGroup, offenceGroupName } from '../../language/selection';
import type { ImportFieldChange } from '../../views/importing';
import { shorten } from '../cell-text';
import type { ListFacts, PlannedRecord } from './list-facts';

type Value = string | number | null | undefined;

export const isEmptyValue = (value: Value) => value === null || value === undefined || value === '' || value === '[]';

/** What the screen calls a field of a list. One that is not here is not shown: it follows from another. */
const fieldWords: Readonly<Record<string, string>> = {
  caseId: 'Case',
  name: 'Name',
  text: 'Action',
  title: 'What happened',
  happenedOn: 'Happened',
  outcomeKind: 'Counted as',
  colour: 'Colour',
  decidedOn: 'Since',
  email: 'E-mail',
  phone: 'Phone',
  post: 'Post',
  team: 'Team',
  code: 'Code',
  kind: 'Kind',
  pathway: 'Need',
  pathways: 'Needs',
  startedOn: 'Started',
  personId: 'Owner',
  agencyId: 'Agency',
  dueOn: 'Due',
  setOn: 'Set',
  outcome: 'Outcome',
  closedOn: 'Closed',
  closingNote: 'Closing note',
  detail: 'Details',
  reason: 'Reason',
  severity: 'How serious',
  offenceGroup: 'Offence group',
  positiveKind: 'What went well',
  sourceReference: 'Reference of the other system',
  reference: 'Reference',
  priority: 'Priority',
};

/** What the screens call a field of a list. */
export const wordOfField = (field: string) => fieldWords[field] ?? field;

/** What a value is called that is kept as a word of the program. */
const valueWords: Readonly<Record<string, (value: string) => string | undefined>> = {
  colour: (value) => colourWord[value as Colour],
  outcome: (value) => actionOutcomeName[value as ActionOutcome],
  outcomeKind: (value) => outcomeEventName[value as OutcomeEventKind],
  severity: (value) => severityGroupName[value as SeverityGroup],
  offenceGroup: (value) => offenceGroupName[value as OffenceGroup],
  positiveKind: (value) => positiveKindName[value as PositiveKind],
  pathway: (value) => pathwayName[value as Pathway],
  pathways: (value) => (JSON.parse(value) as readonly Pathway[]).map((pathway) => pathwayName[pathway]).join(', '),
  kind: (value) => agencyKinds.find(({ kind }) => kind === value)?.name,
};

/** Says the fields of a list in the words of the screens. Build it once for a file. @param caseNames by id. */
export function recordWriter(
  { agencies, people }: Pick<ListFacts, 'agencies' | 'people'>,
  caseNames: ReadonlyMap<string, string> = new Map(),
) {
  const named = new Map([...caseNames, ...[...agencies, ...people].map(({ id, name }) => [id, name] as const)]);
  const words = (field: string, value: Value): string => {
    if (isEmptyValue(value)) return '';
    const text = String(value);
    return valueWords[field]?.(text) ?? named.get(text) ?? (/^\d{4}-\d{2}-\d{2}$/.test(text) ? formatPlainDay(text) : shorten(text));
  };
  return {
    /** A field that changes. */
    change: (field: string, from: Value, to: Value): ImportFieldChange => ({
      field: wordOfField(field),
      from: words(field, from),
      to: words(field, to),
    }),
    /** All that a new row says. The kind of an event only picks its sign; what it is counted as is said. */
    whole: (fields: PlannedRecord['fields']): readonly ImportFieldChange[] =>
      Object.entries(fields).flatMap(([field, value]) => {
        const isKnown = field in fieldWords && !(field === 'kind' && 'title' in fields);
        return isKnown && !isEmptyValue(value) ? [{ field: wordOfField(field), from: '', to: words(field, value) }] : [];
      }),
  };
}
