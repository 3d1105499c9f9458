import type { ActionOutcome } from '../../language/action';
import { type AgencyKind, agencyKinds } from '../../language/agency-kind';
import { cleanLine, failureOfFormula, isFailedFormula, plainWords, saysNothing } from '../cell-text';
import { readColour } from '../read-categories';
import { pathwayOf } from '../read-lists';
import { caseOf, namesCase } from './case-of-row';
import type { ListKind, ListTarget } from './kinds';
import { keysOfPerson, keysOfRecord } from './known-records';
import { agency, day, email, type ListContext, type ListRemark, line, owner, pastDay, phone, prose, type Reader } from './list-cells';
import { ownerInText } from './owner-in-text';
import { isNobody, personNameOf } from './person-name';
import { readOffenceGroup, readOutcomeKind, readPositiveKind, readSeverity } from './read-outcome';

export interface ListRow {
  /** What it is called in the preview. */
  readonly name: string;
  readonly fields: Readonly<Record<string, string | number | null>>;
  /** What it is known again by; any of them. */
  readonly keys: readonly string[];
}
export interface ListReading {
  readonly row: ListRow | null;
  readonly remarks: readonly ListRemark[];
}

/** Reads a row of a list, given its cells by target. Pure; every problem is a remark. */
export function readListRow(kind: ListKind, cells: ReadonlyMap<ListTarget, string>, context: ListContext): ListReading {
  const remarks: ListRemark[] = [];
  const remark = (target: ListTarget, reason: string, severity: ListRemark['severity'] = 'warning') =>
    remarks.push({ target, reason, severity });
  const read = new Map<ListTarget, string>();
  for (const [target, cell] of cells) {
    const isFailed = isFailedFormula(cell);
    if (isFailed) remark(target, failureOfFormula(cell));
    read.set(target, isFailed ? '' : cell);
  }
  const reader = { cells: read, context, remark, isLeftOut: () => remarks.some(({ severity }) => severity === 'error') };
  const row = readers[kind](reader);
  return { row: reader.isLeftOut() ? null : row, remarks };
}

const readers: Readonly<Record<ListKind, (reader: Reader) => ListRow>> = {
  agencies(reader) {
    const name = line(reader, 'agencyName');
    if (name === '') reader.remark('agencyName', 'The row names no agency, so it is left out', 'error');
    const kindSaid = line(reader, 'agencyKind');
    const kind = agencyKindOf(kindSaid) ?? agencyKindOf(name);
    if (kindSaid !== '' && agencyKindOf(kindSaid) === null)
      reader.remark('agencyKind', 'This is not known as a kind of agency; it is left out');
    const code = line(reader, 'agencyCode').toUpperCase();
    if (code.length > 4) reader.remark('agencyCode', 'A code has at most four letters; it is left out');
    const fields = {
      name,
      ...given('code', code.length <= 4 ? code : ''),
      ...(kind ? { kind: kind.kind, family: kind.family, pathways: JSON.stringify(kind.pathways) } : {}),
      ...given('email', email(reader)),
    };
    return { name, fields, keys: [`name:${plainWords(name)}`] };
  },
  people(reader) {
    const name = personNameOf(line(reader, 'personName'), line(reader, 'personSurname'), line(reader, 'personForenames'));
    const place = reader.cells.has('personName') ? 'personName' : 'personSurname';
    if (name === '' || isNobody(name)) reader.remark(place, 'The row names nobody, so it is left out', 'error');
    const agencyId = agency(reader, true);
    const fields = {
      name,
      agencyId,
      ...given('post', line(reader, 'post')),
      ...given('team', line(reader, 'team')),
      ...given('email', email(reader)),
      ...given('phone', phone(reader)),
    };
    return { name, fields, keys: keysOfPerson(name, agencyId ?? '').asRow };
  },
  services(reader) {
    const name = line(reader, 'serviceName');
    if (name === '') reader.remark('serviceName', 'The row names no service, so it is left out', 'error');
    const agencyId = agency(reader, true);
    const need = line(reader, 'pathway');
    const pathway = need === '' ? null : pathwayOf(need);
    if (need !== '' && pathway === null) reader.remark('pathway', 'This is not known as a need; it is left out');
    const startedOn = day(reader, 'startedOn');
    const fields = { name, agencyId, ...(pathway ? { pathway } : {}), ...(startedOn ? { startedOn } : {}) };
    return { name, fields, keys: [`name:${plainWords(name)}|${agencyId}`] };
  },
  actions(reader) {
    const written = prose(reader, 'actionText');
    if (written === '') reader.remark('actionText', 'The row says no action, so it is left out', 'error');
    const caseId = namesCase(reader) ? caseOf(reader) : null;
    const isOwnerSaid = !saysNothing(reader.cells.get('owner') ?? '') || !saysNothing(reader.cells.get('agencyName') ?? '');
    const inText = isOwnerSaid ? null : ownerInText(written, reader.context.names);
    const text = inText?.text ?? written;
    const agencyId = isOwnerSaid ? agency(reader, !reader.cells.has('owner')) : (inText?.agencyId ?? null);
    const personId = isOwnerSaid ? owner(reader) : (inText?.personId ?? null);
    const outcome = outcomeOf(reader);
    const closedOn = day(reader, 'closedOn');
    const setOn = day(reader, 'setOn');
    const dueOn = day(reader, 'dueOn');
    const isClosed = outcome !== null;
    for (const target of ['closedOn', 'closingNote'] as const) {
      if (!isClosed && !saysNothing(reader.cells.get(target) ?? ''))
        reader.remark(target, 'The action is read as open, and only a closed one has this; the cell is left out');
    }
    const reference = line(reader, 'actionReference');
    const fields = {
      ...given('reference', reference),
      ...(caseId === null ? {} : { caseId }),
      text,
      ...(agencyId === null ? {} : { agencyId }),
      ...(personId === null ? {} : { personId }),
      ...(setOn ? { setOn } : {}),
      ...(dueOn ? { dueOn } : {}),
      ...(isClosed ? { outcome, ...(closedOn ? { closedOn } : {}), ...given('closingNote', prose(reader, 'closingNote')) } : {}),
    };
    if (agencyId === null && personId === null) reader.remark('actionText', nobodyNamed(reader), 'error');
    const keys = [`text:${caseId ?? ''}|${plainWords(text)}`];
    return { name: shortened(text), fields, keys: reference === '' ? keys : [`reference:${plainWords(reference)}`, ...keys] };
  },
  events(reader) {
    const caseId = caseOf(reader);
    const happenedOn = pastDay(reader, 'happenedOn');
    const title = line(reader, 'eventTitle');
    if (title === '') reader.remark('eventTitle', 'The row does not say what happened, so it is left out', 'error');
    const agencyId = agency(reader, false);
    const outcome = outcomeFields(reader, title);
    const fields = {
      caseId,
      happenedOn,
      title,
      ...outcome,
      kind: eventKindOf(line(reader, 'eventKind'), title),
      ...given('detail', prose(reader, 'eventDetail')),
      ...(agencyId ? { agencyId } : {}),
    };
    return { name: title, fields, keys: keysOfRecord('events', fields) };
  },
  colours(reader) {
    const caseId = caseOf(reader);
    const decidedOn = pastDay(reader, 'colourFrom');
    const read = readColour(reader.cells.get('pastColour') ?? '');
    if (read.kind === 'problem') reader.remark('pastColour', `${read.reason}, so the row is left out`, 'error');
    if (read.kind === 'blank') reader.remark('pastColour', 'The row names no colour, so it is left out', 'error');
    const colour = read.kind === 'value' ? read.value.colour : '';
    // `Red (wanted)` says why as well.
    const why = prose(reader, 'colourReason') || (read.kind === 'value' ? read.value.remainder : '');
    const fields = { caseId, colour, decidedOn, ...given('reason', why) };
    const { R: Red, A: Amber, G: Green, B: Blue } = { R: 'Red', A: 'Amber', G: 'Green', B: 'Blue' };
    const name = { R: Red, A: Amber, G: Green, B: Blue, '': '' }[colour];
    return { name, fields, keys: [`colour:${caseId}|${decidedOn}|${colour}`] };
  },
};

function nobodyNamed({ cells }: Reader): string {
  return cells.has('owner') || cells.has('agencyName')
    ? 'Neither an agency nor an owner of the scheme is named, so the row is left out'
    : 'No column names an agency or an owner, and none of the scheme stands in brackets at the end of the action, so the row is left out';
}

function given(field: string, value: string): Record<string, string> {
  return value === '' ? {} : { [field]: value };
}
const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : cleanLine(text));

function agencyKindOf(text: string): AgencyKind | null {
  const words = plainWords(text);
  if (words === '') return null;
  return (
    agencyKinds.find(({ kind, name, code }) => [kind, name, code].some((one) => plainWords(one) === words)) ??
    agencyKinds.find(({ name }) => ` ${words} `.includes(` ${plainWords(name)} `)) ??
    null
  );
}

const outcomes: readonly (readonly [RegExp, ActionOutcome | null])[] = [
  [
    /^(open|ongoing|on going|in progress|outstanding|o s|pending|carried( forward)?|c f|not (yet )?(started|complete|completed|done)|no|n|incomplete|overdue|due)$/,
    null,
  ],
  [/\b(circumstances|not possible|no longer possible)\b/, 'circumstances-changed'],
  [/\b(did not act|failed|agency failed|not actioned)\b/, 'agency-did-not-act'],
  [/\b(withdrawn|cancelled|canceled|no longer (required|needed)|void)\b/, 'withdrawn'],
  [/^(done|complete|completed|closed|yes|y|discharged|achieved|actioned|x|finished)\b/, 'done'],
];

function outcomeOf({ cells, remark }: Reader): ActionOutcome | null {
  const words = plainWords(cells.get('outcome') ?? '');
  if (words === '') return null;
  const found = outcomes.find(([pattern]) => pattern.test(words));
  if (!found) remark('outcome', 'It cannot be told whether this is open or done; read as open');
  return found?.[1] ?? null;
}

const ofOutcomes = ['eventSeverity', 'eventOffenceGroup', 'eventReference'] as const;
const onlyOfOutcomes =
  'Only an arrest, a charge, a conviction, a breach or a recall keeps this, and the row does not say that it is one; the cell is left out';

/** What is counted before and after adoption has more to say than an entry of the story. */
function outcomeFields(reader: Reader, title: string): Readonly<Record<string, string>> {
  const { cells, remark } = reader;
  const outcomeKind = readOutcomeKind(line(reader, 'eventKind'), title);
  if (outcomeKind === null) {
    for (const target of ofOutcomes) if (!saysNothing(cells.get(target) ?? '')) remark(target, onlyOfOutcomes);
    return {};
  }
  const said = line(reader, 'eventSeverity');
  const severity = readSeverity(said);
  if (said !== '' && severity === null)
    remark('eventSeverity', 'This is none of most serious, serious, middling or less serious; it is left out');
  const isOffence = outcomeKind === 'arrest' || outcomeKind === 'charge' || outcomeKind === 'conviction';
  const group = readOffenceGroup(cells.get('eventOffenceGroup') ?? '') ?? (isOffence ? readOffenceGroup(title) : null);
  return {
    outcomeKind,
    ...given('severity', severity ?? ''),
    ...given('offenceGroup', group ?? ''),
    ...(outcomeKind === 'positive' ? { positiveKind: readPositiveKind(title) } : {}),
    ...given('sourceReference', line(reader, 'eventReference')),
  };
}

/** The kinds that the case page offers, by words of the sheet. */
const eventKinds: readonly (readonly [RegExp, string])[] = [
  [/\b(arrest\w*|offen[cd]\w*|charge\w*|crime|theft|burglary|robbery|assault)\b/, 'arrest'],
  [/\b(recall\w*|breach\w*)\b/, 'recall'],
  [/\b(court|sentence\w*|hearing|trial|convict\w*)\b/, 'court'],
  [/\b(test\w*|drug test)\b/, 'test'],
  [/\b(move\w*|address|evict\w*)\b/, 'move'],
  [/\b(contact|visit\w*|appointment|call)\b/, 'contact'],
];

function eventKindOf(kind: string, title: string): string {
  return eventKinds.find(([pattern]) => pattern.test(plainWords(kind === '' ? title : kind)))?.[1] ?? 'note';
}
