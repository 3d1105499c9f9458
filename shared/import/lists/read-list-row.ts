import type { ActionOutcome } from '../../language/action';
import { type AgencyKind, agencyKinds } from '../../language/agency-kind';
import { cleanLine, cleanProse, failureOfFormula, isFailedFormula, longestNote, plainWords, saysNothing } from '../cell-text';
import { type IdentityIndex, identityOf } from '../match-cases';
import type { NameFinder } from '../match-people';
import { readDateOfColumn } from '../month-first';
import type { ExistingCase } from '../planned-import';
import { readColour } from '../read-categories';
import { readIdentifier } from '../read-identifiers';
import { pathwayOf } from '../read-lists';
import { readFullName } from '../read-names';
import type { ListKind, ListTarget } from './kinds';
import { keysOfRecord } from './known-records';
import { readOffenceGroup, readOutcomeKind, readPositiveKind, readSeverity } from './read-outcome';

export interface ListRow {
  /** What it is called in the preview. */
  readonly name: string;
  readonly fields: Readonly<Record<string, string | number | null>>;
  /** What it is known again by; any of them. */
  readonly keys: readonly string[];
}
/** A cell that could not be read as it should; an error leaves the row out. */
export interface ListRemark {
  readonly target: ListTarget;
  readonly reason: string;
  readonly severity: 'error' | 'warning';
}
export interface ListReading {
  readonly row: ListRow | null;
  readonly remarks: readonly ListRemark[];
}

export interface ListContext {
  readonly names: NameFinder;
  readonly cases: IdentityIndex<ExistingCase>;
  readonly today: string;
  /** By `monthFirstColumns`, for the columns that were given a target. */
  readonly monthFirst: ReadonlyMap<ListTarget, string | undefined>;
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

interface Reader {
  readonly cells: ReadonlyMap<ListTarget, string>;
  readonly context: ListContext;
  readonly remark: (target: ListTarget, reason: string, severity?: ListRemark['severity']) => void;
}

const readers: Readonly<Record<ListKind, (reader: Reader) => ListRow>> = {
  agencies(reader) {
    const name = line(reader, 'agencyName');
    if (name === '') reader.remark('agencyName', 'The row names no agency, so it is left out', 'error');
    const kind = agencyKindOf(line(reader, 'agencyKind')) ?? agencyKindOf(name);
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
    const name = line(reader, 'personName');
    if (name === '') reader.remark('personName', 'The row names nobody, so it is left out', 'error');
    const agencyId = agency(reader, true);
    const fields = {
      name,
      agencyId,
      ...given('post', line(reader, 'post')),
      ...given('team', line(reader, 'team')),
      ...given('email', email(reader)),
      ...given('phone', line(reader, 'phone')),
    };
    return { name, fields, keys: [`name:${plainWords(name)}|${agencyId}`] };
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
    const text = prose(reader, 'actionText');
    if (text === '') reader.remark('actionText', 'The row says no action, so it is left out', 'error');
    const caseId = namesCase(reader) ? caseOf(reader) : null;
    const agencyId = agency(reader, !reader.cells.has('owner'));
    const personId = owner(reader);
    const outcome = outcomeOf(reader);
    const closedOn = day(reader, 'closedOn');
    const setOn = day(reader, 'setOn');
    const dueOn = day(reader, 'dueOn');
    const isClosed = outcome !== null;
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
    if (agencyId === null && personId === null)
      reader.remark('actionText', 'Neither an agency nor an owner of the scheme is named, so the row is left out', 'error');
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
    const fields = { caseId, colour, decidedOn, ...given('reason', prose(reader, 'colourReason')) };
    const { R: Red, A: Amber, G: Green, B: Blue } = { R: 'Red', A: 'Amber', G: 'Green', B: 'Blue' };
    const name = { R: Red, A: Amber, G: Green, B: Blue, '': '' }[colour];
    return { name, fields, keys: [`colour:${caseId}|${decidedOn}|${colour}`] };
  },
};

function given(field: string, value: string): Record<string, string> {
  return value === '' ? {} : { [field]: value };
}
const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : cleanLine(text));

function line({ cells, remark }: Reader, target: ListTarget): string {
  const raw = cells.get(target) ?? '';
  if (saysNothing(raw)) return '';
  const clean = cleanLine(raw);
  if (clean.length <= 500) return clean;
  remark(target, 'This is longer than 500 characters and is left out');
  return '';
}

function prose({ cells }: Reader, target: ListTarget): string {
  const raw = cells.get(target) ?? '';
  return saysNothing(raw) ? '' : cleanProse(raw).slice(0, longestNote);
}

function email(reader: Reader): string {
  const text = line(reader, 'email').replace(/^mailto:/i, '');
  if (text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return text;
  reader.remark('email', 'This is not an e-mail address; it is left out');
  return '';
}

function day({ cells, context, remark }: Reader, target: ListTarget): string | null {
  const read = readDateOfColumn(cells.get(target) ?? '', 'event', context.today, context.monthFirst.get(target));
  if (read.kind === 'blank') return null;
  if (read.kind === 'problem') {
    remark(target, read.reason);
    return null;
  }
  if (read.remark) remark(target, read.remark);
  return read.value;
}

/** A day that must be there and not still to come. */
function pastDay(reader: Reader, target: ListTarget): string | null {
  const read = day(reader, target);
  if (read === null) reader.remark(target, 'Without a day the row is left out', 'error');
  else if (read > reader.context.today) reader.remark(target, 'This day is still to come, so the row is left out', 'error');
  return read;
}

function agency({ cells, context, remark }: Reader, isNeeded: boolean): string | null {
  const read = context.names.agency(cells.get('agencyName') ?? '');
  if (read.kind === 'value') return read.value;
  const severity = isNeeded ? 'error' : 'warning';
  const end = isNeeded ? '; the row is left out' : '; the cell is left out';
  if (read.kind === 'problem') remark('agencyName', `${read.reason}${end}`, severity);
  else if (isNeeded) remark('agencyName', 'The row names no agency, so it is left out', 'error');
  return null;
}

function owner({ cells, context, remark }: Reader): string | null {
  const read = context.names.person(cells.get('owner') ?? '');
  if (read.kind === 'problem') remark('owner', `${read.reason}; the cell is left out`);
  return read.kind === 'value' ? read.value : null;
}

const caseCells = ['caseReference', 'casePnc', 'caseCrn', 'casePrisonNumber', 'caseName'] as const;
const namesCase = ({ cells }: Reader) => caseCells.some((target) => !saysNothing(cells.get(target) ?? ''));

/** The case that a row is about, by identifier, else by name and date of birth. */
function caseOf({ cells, context, remark }: Reader): string {
  const place = caseCells.find((target) => !saysNothing(cells.get(target) ?? '')) ?? 'caseName';
  const identifier = (kind: Parameters<typeof readIdentifier>[0], target: ListTarget) => {
    const read = readIdentifier(kind, cells.get(target) ?? '');
    return read.kind === 'value' ? read.value : '';
  };
  const name = readFullName(cells.get('caseName') ?? '');
  const born = readDateOfColumn(cells.get('caseDateOfBirth') ?? '', 'birth', context.today, context.monthFirst.get('caseDateOfBirth'));
  const identity = identityOf({
    reference: identifier('reference', 'caseReference'),
    pnc: identifier('pnc', 'casePnc'),
    crn: identifier('crn', 'caseCrn'),
    prisonNumber: identifier('prisonNumber', 'casePrisonNumber'),
    surname: name.kind === 'value' ? name.value.surname : '',
    forenames: name.kind === 'value' ? name.value.forenames : '',
    dateOfBirth: born.kind === 'value' ? born.value : null,
  });
  const found = context.cases.find(identity);
  if (found.kind === 'one') {
    if (found.remark) remark(place, found.remark);
    return found.item.id;
  }
  const why = found.kind === 'conflict' ? found.reason : 'No case of the register is known by this';
  remark(place, `${why}; the row is left out`, 'error');
  return '';
}

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
    /^(open|ongoing|on going|in progress|outstanding|pending|carried( forward)?|c f|not (yet )?(started|complete|completed|done)|no|n|incomplete|overdue|due)$/,
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

/** What is counted before and after adoption has more to say than an entry of the story. */
function outcomeFields(reader: Reader, title: string): Readonly<Record<string, string>> {
  const { cells, remark } = reader;
  const outcomeKind = readOutcomeKind(line(reader, 'eventKind'), title);
  if (outcomeKind === null) return {};
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
