import { eq } from 'drizzle-orm';
import { strToU8, zipSync } from 'fflate';
import type { Scalar } from '../../db/log/commit';
import { decodeCommit } from '../../db/log/commit';
import { instantOf } from '../../db/log/stamp';
import { caseSpace, shapes } from '../../db/log/synced-tables';
import { findCase } from '../../db/queries/cases';
import { listAgencies, listPeople } from '../../db/queries/scheme';
import { aliases as aliasTable, cases } from '../../db/schema';
import type { Received } from '../../shared/ipc/verbs';
import { caseName } from '../../shared/language/case-name';
import { formatDayWithYear } from '../../shared/language/dates';
import { wordsLikeNames } from '../../shared/language/other-names';
import { Refusal } from '../../shared/language/refusal';
import type { TextToCheck } from '../../shared/views/exporting';
import type { DocumentRequest } from '../documents/request';
import type { HeldTable } from '../documents/views';
import { cellAsText, type ExportSheet, type SheetCell } from '../exchange/sheet-cells';
import { csvText } from '../exchange/write-csv';
import { type NamedSheet, writeWorkbook } from '../exchange/write-workbook';
import { demand } from './permission';
import { jpegUrl, picturesOf } from './photographs';
import type { ExportedFile } from './record-export';
import { type Redactor, redactorFor } from './redact-names';
import { getScheme } from './scheme';
import type { Session } from './session';

/**
 * Everything held on one person (UK GDPR, article 15): every row of every table that belongs to the case, whichever tables
 * there are, and every change that was ever recorded on it. With `isRedacted`, without the names of anybody else.
 */
export async function subjectAccess(
  session: Session,
  { caseId, isRedacted, format }: Received<'exporting', 'subjectAccess'>,
  render: RenderAnswer,
): Promise<ExportedFile> {
  demand(session, 'answer-subject-access');
  const { found, about, tables, changes } = heldOn(session, caseId, isRedacted);
  const pictures = () => picturesOf(session.read, caseId);
  const sheets = [about, ...tables, changes];
  const bytes =
    format === 'xlsx'
      ? await writeWorkbook(sheets)
      : format === 'csv'
        ? zippedCsv(sheets, pictures())
        : await render(
            documentOf(session, {
              name: caseName(found.surname, found.forenames),
              isRedacted,
              about,
              tables,
              changes,
              pictures: pictures(),
            }),
          );
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  // The audit trail is never deleted, so it says which case by its reference and not by the name.
  const title = `Everything held on case ${found.reference || caseId.slice(-6)}${isRedacted ? ', without the names of others' : ''}`;
  return { kind: 'subject-access', title, bytes, rows };
}

/**
 * Texts in which something still looks like a name once the names that the scheme knows are gone: of family, victims,
 * landlords. To be read by whoever answers, before it is sent; never part of the answer.
 */
export function textsToCheck(session: Session, { caseId }: Received<'exporting', 'textsToCheck'>): readonly TextToCheck[] {
  demand(session, 'answer-subject-access');
  const { found, tables, changes, aliases } = heldOn(session, caseId, true);
  const own = [found.surname, found.forenames, found.knownAs, found.area, found.beat, found.custodyPlace, ...aliases];
  const agencies = listAgencies(session.read).map(({ name }) => name);
  const known = new Set([...own, ...agencies].flatMap((text) => (text ?? '').toLowerCase().match(/[\p{L}'’-]+/gu) ?? []));
  const seen = new Set(aliases);
  return [...tables, changes].flatMap(({ name, headings, rows }) =>
    rows.flatMap((row) =>
      row.flatMap((cell, column): readonly TextToCheck[] => {
        if (typeof cell !== 'string' || seen.has(cell)) return [];
        seen.add(cell);
        const words = wordsLikeNames(cell, known);
        return words.length === 0 ? [] : [{ where: `${name}: ${headings[column] ?? ''}`, words, text: cell }];
      }),
    ),
  );
}

/** Lays a document out; the app does so in its worker. */
export type RenderAnswer = (request: Extract<DocumentRequest, { readonly kind: 'subject-access' }>) => Promise<Uint8Array>;

interface Held {
  readonly about: NamedSheet;
  readonly tables: readonly NamedSheet[];
  readonly changes: NamedSheet;
}

function heldOn(session: Session, caseId: string, isRedacted: boolean) {
  const found = findCase(session.read, caseId);
  if (!found) throw new Refusal('This case is not in your copy of the scheme. Open the register and choose it again.');
  const words = valueWords(session, isRedacted ? redactorFor(session.read, caseId) : null);
  const tables = shapes
    .filter(({ table, fields }) => table === cases || fields.has('case_id'))
    .map(({ relation }) => tableSheet(session, relation, relation === 'cases' ? 'id' : 'case_id', caseId, words))
    .filter(({ rows }) => rows.length > 0);
  const aliases = session.read.select({ name: aliasTable.name }).from(aliasTable).where(eq(aliasTable.caseId, caseId)).all();
  const about = aboutSheet(session, caseName(found.surname, found.forenames), isRedacted, tables);
  return {
    found,
    about,
    tables,
    changes: changesSheet(session, caseId, words),
    aliases: aliases.map(({ name }) => name),
  };
}

function zippedCsv(sheets: readonly NamedSheet[], pictures: readonly Uint8Array[]): Uint8Array {
  return zipSync(
    Object.fromEntries([
      ...sheets.map(({ name, headings, rows }) => [
        `${name}.csv`,
        strToU8(`\ufeff${csvText([headings, ...rows.map((row) => row.map(cellAsText))], ',')}`),
      ]),
      ...pictures.map((picture, index) => [`Photograph ${index + 1}.jpg`, picture]),
    ]),
  );
}

function documentOf(
  session: Session,
  {
    name,
    isRedacted,
    about,
    tables,
    changes,
    pictures,
  }: Held & {
    readonly name: string;
    readonly isRedacted: boolean;
    /** JPEGs, those that were taken off too. */
    readonly pictures: readonly Uint8Array[];
  },
) {
  const { brand, area, marking, isDemonstration } = getScheme(session);
  const held = ({ name: table, headings, rows }: NamedSheet): HeldTable => ({
    name: table,
    headings,
    rows: rows.map((row) => row.map(cellAsText)),
  });
  const facts = about.rows.map(([what, is]): readonly [string, string] => [cellAsText(what ?? null), cellAsText(is ?? null)]);
  return {
    kind: 'subject-access' as const,
    creationDate: session.now(),
    view: {
      scheme: { brand, area, marking, isDemonstration },
      name,
      madeOn: session.today(),
      isRedacted,
      facts,
      tables: tables.map(held),
      changes: held(changes),
      photographs: pictures.map(jpegUrl),
    },
  };
}

type Words = (field: string, value: Scalar) => SheetCell;

const sheetName = (relation: string) => `${relation.charAt(0).toUpperCase()}${relation.slice(1).replaceAll('_', ' ')}`.slice(0, 31);
const fieldWords = (field: string) => `${field.charAt(0).toUpperCase()}${field.slice(1).replaceAll('_', ' ').replace(/ id$/, '')}`;

function tableSheet({ connection }: Session, relation: string, column: 'id' | 'case_id', caseId: string, words: Words): NamedSheet {
  const rows = connection.raw
    .prepare<[string], Record<string, Scalar>>(`select * from "${relation}" where "${column}" = ? order by id`)
    .all(caseId);
  const shape = shapes.find((one) => one.relation === relation);
  const fields = [...(shape?.fields.keys() ?? [])].filter((field) => field !== 'case_id');
  return {
    name: sheetName(relation),
    headings: fields.map(fieldWords),
    rows: rows.map((row) => fields.map((field) => words(field, row[field] ?? null))),
  };
}

/** The log of the case: what was written when and by whom, with what has been changed or withdrawn since. */
function changesSheet({ connection, read }: Session, caseId: string, words: Words): NamedSheet {
  const names = new Map(listPeople(read).map(({ id }) => [id, words('person_id', id)]));
  const stored = connection.raw
    .prepare<[string], { body: string }>('select body from commits where space = ? order by stamp')
    .all(caseSpace(caseId));
  const rows = stored.flatMap(({ body }) => {
    const { stamp, person, intent, puts } = decodeCommit(body);
    return puts
      .filter(({ field }) => field !== 'case_id')
      .map(({ relation, field, value }): readonly SheetCell[] => [
        { instant: instantOf(stamp) },
        names.get(person) ?? '',
        intent,
        sheetName(relation),
        fieldWords(field),
        words(field, value),
      ]);
  });
  return { name: 'Every change', headings: ['When', 'Who', 'What was done', 'Table', 'Field', 'Became'], rows };
}

/** Ids as names, days and instants as dates, yes and no in words; free text without the names of others where that is asked for. */
function valueWords(session: Session, redact: Redactor | null): Words {
  const agencies = new Map(listAgencies(session.read).map(({ id, name }) => [id, name]));
  const people = new Map(
    listPeople(session.read).map(({ id, name, agencyId }) => [
      id,
      redact ? `someone of ${agencies.get(agencyId ?? '') ?? 'the scheme'}` : name,
    ]),
  );
  const conferences = new Map(
    session.connection.raw
      .prepare<[], { id: string; heldOn: string | null; title: string }>('select id, held_on as heldOn, title from meetings')
      .all()
      .map(({ id, heldOn, title }) => [id, `${title} ${heldOn === null ? '' : formatDayWithYear(heldOn)}`.trim()]),
  );
  return (field, value) => {
    if (value === null) return null;
    // Base64 says nothing to anybody: the picture itself is in the PDF, and a file of its own beside the tables.
    if (field === 'picture') return value === '' ? null : `A photograph of ${Math.ceil((String(value).length * 0.75) / 1000)} kB`;
    if (typeof value === 'number') return field.startsWith('is_') ? (value === 1 ? 'Yes' : 'No') : value;
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { day: value };
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return { instant: value };
    const named = people.get(value) ?? agencies.get(value) ?? conferences.get(value);
    if (named !== undefined) return named;
    if (field === 'agreed_by') return value.replace(/"([^"]+)"/g, (_, id: string) => agencies.get(id) ?? id).replace(/[[\]]/g, '');
    return redact ? redact(value) : value;
  };
}

function aboutSheet(
  session: Session,
  name: string,
  isRedacted: boolean,
  tables: readonly (ExportSheet & { readonly name: string })[],
): NamedSheet {
  const { brand, marking, purpose, legalBasis } = getScheme(session);
  const rows: readonly (readonly SheetCell[])[] = [
    ['Everything held on', name],
    ['By', brand],
    ['Marking', marking],
    ['Made on', { day: session.today() }],
    ['Why it is held', purpose],
    ['By what right', legalBasis],
    [
      'Names of others',
      isRedacted
        ? 'Left out. In free text only those were found whom the scheme knows: its register and its list of people. Names of anybody else, such as family, victims and landlords, are found by reading: read it through before it is sent.'
        : 'Not left out. Read it through before it is sent: others named here have rights too.',
    ],
    ...tables.map(({ name: table, rows: held }): readonly SheetCell[] => [table, held.length]),
  ];
  return { name: 'About this answer', headings: ['What', 'Is'], rows };
}
