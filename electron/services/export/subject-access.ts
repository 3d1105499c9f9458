import { eq } from 'drizzle-orm';
import { strToU8, zipSync } from 'fflate';
import type { Scalar } from '../../../db/log/commit';
import { decodeCommit } from '../../../db/log/commit';
import { instantOf } from '../../../db/log/stamp';
import { caseSpace, shapes } from '../../../db/log/synced-tables';
import { findCase } from '../../../db/queries/cases';
import { listPeople } from '../../../db/queries/scheme';
import { aliases as aliasTable, cases } from '../../../db/schema';
import type { Received } from '../../../shared/ipc/verbs';
import { caseName } from '../../../shared/language/case-name';
import { colours, colourWord } from '../../../shared/language/colour';
import { Refusal } from '../../../shared/language/refusal';
import type { TextToCheck } from '../../../shared/views/exporting';
import type { DocumentRequest } from '../../documents/request';
import type { HeldTable } from '../../documents/views';
import { cellForCsv, type ExportSheet, type SheetCell } from '../../exchange/sheet-cells';
import { csvText } from '../../exchange/write-csv';
import { type NamedSheet, writeWorkbook } from '../../exchange/write-workbook';
import { jpegUrl, picturesOf } from '../cases/photographs';
import { demand } from '../permission';
import { getScheme } from '../scheme';
import type { Session } from '../session';
import { heldElsewhere } from './held-elsewhere';
import type { ExportedFile } from './record-export';
import { namesInAnswer } from './redact-answer';
import type { Redactor } from './redact-names';
import { fieldWords, inPlainWords, tableWords, valueWords, type Words } from './subject-access-words';

/**
 * Everything held on one person (UK GDPR, article 15): every row of every table that belongs to the case, whichever tables
 * there are, and every change that was ever recorded on it. With `isRedacted`, without the names of anybody else.
 */
export async function subjectAccess(
  session: Session,
  { caseId, isRedacted, leaveOut, format }: Received<'exporting', 'subjectAccess'>,
  render: RenderAnswer,
): Promise<ExportedFile> {
  demand(session, 'answer-subject-access');
  const { found, about, tables, changes } = heldOn(
    session,
    caseId,
    isRedacted ? namesInAnswer(session.read, caseId, leaveOut).redact : null,
  );
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
 * Texts in which something may still name another once the names that the scheme knows are gone: family, victims and landlords, and
 * surnames that are words as well. To be read by whoever answers, before it is sent; never part of the answer.
 */
export function textsToCheck(session: Session, { caseId }: Received<'exporting', 'textsToCheck'>): readonly TextToCheck[] {
  demand(session, 'answer-subject-access');
  const { redact, doubtful } = namesInAnswer(session.read, caseId);
  const { tables, changes, aliases } = heldOn(session, caseId, redact);
  const seen = new Set<string>([...aliases, ...colours.map((colour) => colourWord[colour])]);
  return [...tables, changes].flatMap(({ name, headings, rows }) =>
    rows.flatMap((row) =>
      row.flatMap((cell, column): readonly TextToCheck[] => {
        if (typeof cell !== 'string' || seen.has(cell) || ownWords.has(headings[column] ?? '')) return [];
        seen.add(cell);
        const words = doubtful(cell);
        return words.length === 0 ? [] : [{ where: `${name}: ${headings[column] ?? ''}`, words, text: cell }];
      }),
    ),
  );
}

/** Columns that hold words of the program and nobody's. */
const ownWords: ReadonlySet<string> = new Set(['What was done', 'Table', 'Field', 'Where', 'On', 'Paper', 'Number']);

/** Lays a document out; the app does so in its worker. */
export type RenderAnswer = (request: Extract<DocumentRequest, { readonly kind: 'subject-access' }>) => Promise<Uint8Array>;

interface Held {
  readonly about: NamedSheet;
  readonly tables: readonly NamedSheet[];
  readonly changes: NamedSheet;
}

function heldOn(session: Session, caseId: string, redact: Redactor | null) {
  const found = findCase(session.read, caseId);
  if (!found) throw new Refusal('This case is not in your copy of the scheme. Open the register and choose it again.');
  const words = valueWords(session, redact);
  const ofCase = shapes
    .filter(({ table, fields }) => table === cases || fields.has('case_id'))
    .map(({ relation }) => tableSheet(session, relation, relation === 'cases' ? 'id' : 'case_id', caseId, words));
  const tables = [...ofCase, ...heldElsewhere(session, caseId, words, redact)].filter(({ rows }) => rows.length > 0);
  const aliases = session.read.select({ name: aliasTable.name }).from(aliasTable).where(eq(aliasTable.caseId, caseId)).all();
  const about = aboutSheet(session, caseName(found.surname, found.forenames), redact !== null, tables);
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
        strToU8(`\ufeff${csvText([headings, ...rows.map((row) => row.map(cellForCsv))], ',')}`),
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
    rows: rows.map((row) => row.map(inPlainWords)),
  });
  const facts = about.rows.map(([what, is]): readonly [string, string] => [inPlainWords(what ?? null), inPlainWords(is ?? null)]);
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

function tableSheet({ connection }: Session, relation: string, column: 'id' | 'case_id', caseId: string, words: Words): NamedSheet {
  const rows = connection.raw
    .prepare<[string], Record<string, Scalar>>(`select * from "${relation}" where "${column}" = ? order by id`)
    .all(caseId);
  const shape = shapes.find((one) => one.relation === relation);
  const fields = [...(shape?.fields.keys() ?? [])].filter((field) => field !== 'case_id');
  return {
    name: tableWords(relation),
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
        tableWords(relation),
        fieldWords(field),
        words(field, value),
      ]);
  });
  return { name: 'Every change', headings: ['When', 'Who', 'What was done', 'Table', 'Field', 'Became'], rows };
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
        ? 'Left out: “[another person]” and “[a worker]” stand for them. In free text only those were found whom the scheme knows, from its register and its list of people, and those whom somebody found by reading it.'
        : 'Not left out.',
    ],
    [
      'Elsewhere',
      `Papers that print the person, and to whom they were given, are under “Papers”. What was written on other cases or on none and names the person is under “Named elsewhere”${isRedacted ? ', of each text the sentences that do' : ''}.`,
    ],
    ...tables.map(({ name: table, rows: held }): readonly SheetCell[] => [table, held.length]),
  ];
  return { name: 'About this answer', headings: ['What', 'Is'], rows };
}
