import { ogrsBandOf } from '../language/cohort';
import type { Colour } from '../language/colour';
import type { CaseFields } from '../views/case';
import type { ImportProblem, ImportTarget } from '../views/importing';
import {
  cellName,
  cleanLine,
  cleanProse,
  failureOfFormula,
  isFailedFormula,
  longestLine,
  longestNote,
  plainWords,
  saysNothing,
  shorten,
} from './cell-text';
import type { NameFinder } from './match-people';
import { readDateOfColumn } from './month-first';
import { readCohortPart, readColour, readMappa, readOgrs, readRosh, readSex, saysAtLarge } from './read-categories';
import type { DateKind } from './read-dates';
import { type IdentifierKind, readIdentifier } from './read-identifiers';
import { type NeedReading, pathwayOf, readAliases, readList, readNeedMark, readNeeds } from './read-lists';
import { readFullName, readNamePart } from './read-names';
import { readPosition } from './read-position';
import { blank, type Reading, readAs } from './reading';

export interface MappedColumn {
  readonly index: number;
  readonly heading: string;
  readonly target: ImportTarget;
}

/** What a row says, cell by cell. A field that is not there was empty or could not be read. */
export interface RowReading {
  readonly row: number;
  readonly fields: Partial<CaseFields>;
  readonly colour: Colour | null;
  readonly colourRemark: string;
  readonly aliases: readonly string[];
  readonly riskWarnings: readonly string[];
  readonly needs: readonly NeedReading[];
  readonly note: string | null;
  readonly problems: readonly ImportProblem[];
}

export interface ReadingContext {
  readonly names: NameFinder;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** By `monthFirstColumns`. */
  readonly monthFirst: ReadonlyMap<number, string>;
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type Field = keyof CaseFields;

const dateKind: Partial<Record<ImportTarget, DateKind>> = {
  dateOfBirth: 'birth',
  adoptedOn: 'event',
  reviewDue: 'event',
  releaseOn: 'event',
  licenceEndsOn: 'event',
  orderEndsOn: 'event',
};

/** Reads one row. `row` counts from 1 in the spreadsheet's own numbering. Never throws, whatever the cells hold. */
export function readRow(cells: readonly string[], row: number, columns: readonly MappedColumn[], context: ReadingContext): RowReading {
  const fields: Writable<Partial<CaseFields>> = {};
  const draft = { colour: null as Colour | null, colourRemark: '', note: null as string | null };
  const aliases: string[] = [];
  const riskWarnings: string[] = [];
  const needs: NeedReading[] = [];
  const problems: ImportProblem[] = [];

  for (const column of columns) {
    const raw = cells[column.index] ?? '';
    if (column.target === 'ignore' || raw === '') continue;
    const warn = (reason: string) => problems.push(problemAt(row, column, raw, reason, 'warning'));
    readCell(raw, column, warn);
  }
  return { row, fields, ...draft, aliases, riskWarnings, needs, problems };

  function readCell(raw: string, { index, target, heading }: MappedColumn, warn: (reason: string) => void) {
    const longest = target === 'note' ? longestNote : longestLine;
    // Lists are measured part by part.
    const isList = target === 'aliases' || target === 'riskWarnings' || target === 'needs';
    if (raw.length > longestNote || (!isList && cleanProse(raw).length > longest)) {
      warn(`The text is longer than ${longest.toLocaleString('en-GB')} characters; the cell is left out`);
      return;
    }
    if (isFailedFormula(raw)) {
      warn(failureOfFormula(raw));
      return;
    }
    const take = <Value>(reading: Reading<Value>, use: (value: Value) => void) => {
      if (reading.kind === 'problem') warn(reading.reason);
      if (reading.kind !== 'value') return;
      if (reading.remark !== null) warn(reading.remark);
      use(reading.value);
    };
    const put = <Name extends Field>(name: Name, value: CaseFields[Name]) => {
      const present = fields[name];
      if (present === undefined) (fields as Record<Field, unknown>)[name] = value;
      else if (present !== value) warn('Another column of this row already says otherwise; this cell is left out');
    };
    const kind = dateKind[target];
    if (kind) {
      take(readDateOfColumn(raw, kind, context.today, context.monthFirst.get(index)), (value) => put(target as 'dateOfBirth', value));
      return;
    }

    switch (target) {
      case 'fullName':
        take(readFullName(raw), (name) => {
          if (!fields.surname) put('surname', name.surname);
          if (!fields.forenames && name.forenames) put('forenames', name.forenames);
          aliases.push(...name.alsoKnownAs);
        });
        return;
      case 'surname':
      case 'forenames':
        take(readNamePart(raw), ({ name, alsoKnownAs }) => {
          (fields as Record<string, string>)[target] = name;
          aliases.push(...alsoKnownAs);
        });
        return;
      case 'knownAs':
      case 'area':
      case 'beat':
      case 'indexOffence':
        take(readText(raw), (value) => put(target, value));
        return;
      case 'ethnicity':
      case 'disability':
        take(readMonitoring(raw), (value) => put(target, value));
        return;
      case 'custodyPlace':
        if (!/^((in )?(the )?community|released|at liberty|no|not in custody|living in community)$/.test(plainWords(raw))) {
          take(readText(raw), (value) => {
            if (fields.custodyPlace === undefined || fields.custodyPlace !== value) fields.custodyPlace = value;
          });
        }
        return;
      case 'pnc':
      case 'crn':
      case 'prisonNumber':
      case 'reference':
        take(readIdentifier(target satisfies IdentifierKind, raw), (value) => put(target, value));
        return;
      case 'sex':
        take(readSex(raw), (value) => put('sex', value));
        return;
      case 'leadAgency':
        take(context.names.agency(raw), (value) => put('leadAgencyId', value));
        return;
      case 'leadPerson':
        take(context.names.person(raw), (value) => put('leadPersonId', value));
        return;
      case 'statutoryPosition':
        take(readPosition(raw), (value) => {
          if (value.position) put('statutoryPosition', value.position);
          if (value.custodyPlace && fields.custodyPlace === undefined) fields.custodyPlace = value.custodyPlace;
          if (value.isAtLarge) fields.isAtLarge = true;
        });
        return;
      case 'cohortPart':
        take(readCohortPart(raw), (value) => put('cohortPart', value));
        return;
      case 'ogrsScore':
      case 'ogrsBand':
        take(readOgrs(raw), ({ score, band }) => {
          if (score !== null) put('ogrsScore', score);
          if (band !== null) put('ogrsBand', band);
          else if (target === 'ogrsBand' && score !== null) put('ogrsBand', ogrsBandOf(score));
        });
        return;
      case 'rosh':
        take(readRosh(raw), (value) => put('rosh', value));
        return;
      case 'mappa':
        take(readMappa(raw), (value) => put('mappa', value));
        return;
      case 'colour':
        take(readColour(raw), (value) => {
          if (draft.colour !== null && draft.colour !== value.colour) {
            warn('Another column of this row already says otherwise; this cell is left out');
            return;
          }
          draft.colour = value.colour;
          draft.colourRemark = value.remainder;
          if (saysAtLarge(raw)) fields.isAtLarge = true;
        });
        return;
      case 'aliases':
        keepParts(readAliases(raw), aliases, warn);
        return;
      case 'riskWarnings':
        keepParts(readList(raw), riskWarnings, warn);
        return;
      case 'needs':
        readNeedsCell(raw, heading, warn);
        return;
      case 'note':
        if (!saysNothing(raw))
          draft.note = draft.note === null ? cleanProse(raw) : `${draft.note}\n${cleanProse(raw)}`.slice(0, longestNote);
        return;
    }
  }

  function readNeedsCell(raw: string, heading: string, warn: (reason: string) => void) {
    const pathway = pathwayOf(heading);
    const mark = pathway ? readNeedMark(raw) : 'unclear';
    if (pathway && mark !== 'unclear') {
      if (mark) needs.push({ pathway, priority: mark.priority });
      return;
    }
    const read = readNeeds(raw);
    needs.push(...read.needs);
    if (read.unknown.length > 0) warn(`Not known as a need: ${read.unknown.slice(0, 5).join(', ')}; left out`);
  }
}

/** Where a problem stands, as the screen lists it. */
export function problemAt(
  row: number,
  column: { readonly index: number; readonly heading: string },
  value: string,
  reason: string,
  severity: ImportProblem['severity'],
): ImportProblem {
  return { cell: cellName(row, column.index), row, heading: shorten(column.heading, 80), value: shorten(value), reason, severity };
}

function keepParts(parts: readonly string[], into: string[], warn: (reason: string) => void) {
  for (const part of parts) {
    if (part.length > longestLine) warn(`One entry is longer than ${longestLine} characters and is left out`);
    else into.push(part);
  }
}

function readText(raw: string): Reading<string> {
  return saysNothing(raw) ? blank : readAs(cleanLine(raw));
}

/** In equality monitoring `None` and `Not stated` are answers, and not the same as no answer. */
function readMonitoring(raw: string): Reading<string> {
  const answer = { none: 'None', nil: 'None', 'none known': 'None', 'not stated': 'Not stated' }[plainWords(raw)];
  return answer ? readAs(answer) : readText(raw);
}
