import { decodeCommit, type Put } from '../../../db/log/commit';
import { instantOf } from '../../../db/log/stamp';
import { caseOfSpace, caseSpace } from '../../../db/log/synced-tables';
import { findCase } from '../../../db/queries/cases';
import { holdersOf, listDocuments } from '../../../db/queries/documents';
import { relevance } from '../../../db/queries/relevance';
import { aliases } from '../../../db/schema';
import { caseName } from '../../../shared/language/case-name';
import { formatDayWithYear } from '../../../shared/language/dates';
import { deliveryWayName, documentKindName } from '../../../shared/language/document';
import { dayOf } from '../../../shared/language/scheme-place';
import type { DocumentRow } from '../../../shared/views/documents';
import type { SheetCell } from '../../exchange/sheet-cells';
import type { NamedSheet } from '../../exchange/write-workbook';
import type { Session } from '../session';
import type { Redactor } from './redact-names';
import { capitalised, nameWordsIn, registerNames, standing, wordsOf } from './register-names';
import { fieldWords, tableWords, type Words } from './subject-access-words';

/**
 * What is held on one person outside the rows of the case: papers that were issued and to whom they went, texts on other cases and on
 * none that name the person, whatever was typed and not recorded, and entries that were put aside.
 *
 * @param redact where the names of others are left out; then only the sentences that name the person are given of a text.
 */
export function heldElsewhere(session: Session, caseId: string, words: Words, redact: Redactor | null): readonly NamedSheet[] {
  const names = namesPerson(session, caseId);
  return [
    papers(session, caseId, redact),
    named(session, caseId, names, redact),
    typing(session, caseId, names, redact),
    aside(session, caseId, words),
  ];
}

/** Finds what names the person: it has to be surer than what leaves a name out, since it is about somebody else. */
interface NamesPerson {
  readonly words: readonly string[];
  readonly isIn: (text: string) => boolean;
}

function namesPerson({ read }: Session, caseId: string): NamesPerson {
  const { byWord, others } = registerNames(read);
  const found = findCase(read, caseId);
  const all = [...byWord.values()].flat();
  const mine = all.filter((one) => one.caseId === caseId);
  const shared = new Set(all.filter((one) => one.caseId !== caseId && one.manner === 'surname').map(({ word }) => word));
  const sure = mine.filter(({ manner, word }) => manner === 'whole' || !(others[manner].has(word) || shared.has(word)));
  const called = [
    ...read.select({ caseId: aliases.caseId, name: aliases.name }).from(aliases).all(),
    { caseId, name: found?.knownAs ?? '' },
  ].flatMap((one) => (one.caseId === caseId && wordsOf(one.name).length === 1 && one.name.length > 2 ? one.name : []));
  const nicknames = called.filter((name) => !others.surname.has(name.toLowerCase()) && !shared.has(name.toLowerCase()));
  const patterns = [
    ...sure.map(({ word, pattern }) => ({ word, pattern: pattern() })),
    ...nicknames.map((name) => ({ word: wordsOf(name)[0] as string, pattern: standing(capitalised(name), 'gu') })),
  ];
  return {
    words: [...new Set(patterns.map(({ word }) => word))],
    isIn: (text) => {
      const words = nameWordsIn(text);
      return patterns.some(({ word, pattern }) => words.has(word) && text.search(pattern) >= 0);
    },
  };
}

/** Papers that are about the person or print the case, as far as this computer can tell, each with who was given it. */
function papers(session: Session, caseId: string, redact: Redactor | null): NamedSheet {
  const { connection, read, today } = session;
  const found = findCase(read, caseId);
  const printed = JSON.stringify(caseName(found?.surname ?? '', found?.forenames ?? '')).slice(1, -1);
  const made = new Set(
    connection.raw
      .prepare<[string, string], { id: string }>(
        'select document_id as id from document_files where instr(request, ?) > 0 or instr(request, ?) > 0',
      )
      .all(caseId, printed)
      .map(({ id }) => id),
  );
  const heard = new Set(
    connection.raw
      .prepare<[string], { id: string }>('select distinct meeting_id as id from agenda_items where case_id = ? and meeting_id is not null')
      .all(caseId)
      .map(({ id }) => id),
  );
  const readers = new Set(
    (relevance(read, [caseId], today()).get(caseId) ?? []).flatMap(({ agencyId, isRelevant }) => (isRelevant ? agencyId : [])),
  );
  // What another computer issued is known by its line in the ledger alone.
  const mayPrint = (row: DocumentRow) =>
    !row.isMadeHere &&
    row.meetingId !== null &&
    heard.has(row.meetingId) &&
    row.kind !== 'attendance-sheet' &&
    (row.agencyId === null || readers.has(row.agencyId));
  const rows = listDocuments(read)
    .filter((row) => row.aboutCaseId === caseId || made.has(row.id) || mayPrint(row))
    .map((row): readonly SheetCell[] => {
      const given = holdersOf(read, row)
        .filter(({ documentId }) => documentId === row.id)
        .map(({ recipient, how, deliveredAt }) => `${recipient}, ${deliveryWayName[how]}, ${formatDayWithYear(dayOf(deliveredAt))}`);
      const clean = redact ?? ((text: string) => text);
      return [
        row.number,
        row.version,
        documentKindName[row.kind],
        clean(row.recipient),
        { instant: row.issuedAt || null },
        clean(given.join('; ')),
      ];
    });
  return { name: 'Papers', headings: ['Number', 'Version', 'Paper', 'Made for', 'Issued', 'Given to'], rows };
}

/** Whatever was ever written outside the case and names the person. */
function named(session: Session, caseId: string, names: NamesPerson, redact: Redactor | null): NamedSheet {
  const { raw } = session.connection;
  const spaceOf = raw.prepare<[string], { space: string }>('select space from commits where stamp = ?');
  const nameOf = raw.prepare<[string], { surname: string; forenames: string }>('select surname, forenames from cases where id = ?');
  const written = raw.prepare<[], { relation: string; row: string; field: string; stamp: string; value: string }>(
    `select relation, "row", field, stamp, value from puts where value like '"_%' and field <> 'picture' and relation <> 'people' order by stamp`,
  );
  const seen = new Set<string>();
  const rows: SheetCell[][] = [];
  for (const { relation, row, field, stamp, value } of written.iterate()) {
    const small = value.toLowerCase().replaceAll('’', "'");
    if (!names.words.some((word) => small.includes(word))) continue;
    const text: unknown = JSON.parse(value);
    if (typeof text !== 'string' || !names.isIn(text)) continue;
    rows.push([relation, row, field, stamp, text]);
  }
  const given = rows.flatMap(([relation, row, field, stamp, text]): readonly (readonly SheetCell[])[] => {
    const key = JSON.stringify([relation, row, field, text]);
    const space = spaceOf.get(String(stamp))?.space ?? '';
    if (space === caseSpace(caseId) || seen.has(key)) return [];
    seen.add(key);
    const other = caseOfSpace(space);
    const whose = other === null ? null : nameOf.get(other);
    const on = other === null ? 'No one case' : redact || !whose ? 'Another person' : caseName(whose.surname, whose.forenames);
    return [
      [
        { instant: instantOf(String(stamp)) },
        `${tableWords(String(relation))}: ${fieldWords(String(field))}`,
        on,
        said(String(text), names, redact),
      ],
    ];
  });
  return { name: 'Named elsewhere', headings: ['Written', 'Where', 'On', 'Text'], rows: given };
}

/** The rest of a text on somebody else is that person's. */
function said(text: string, { isIn }: NamesPerson, redact: Redactor | null): string {
  if (redact === null) return text;
  const sentences = text.split(/(?<=[.!?…])\s+|[\r\n]+/);
  const theirs = sentences.filter(isIn);
  return redact((theirs.length === 0 ? [text] : theirs).join(' … '));
}

/** Typed on this computer and not recorded yet. */
function typing({ connection }: Session, caseId: string, names: NamesPerson, redact: Redactor | null): NamedSheet {
  const items = connection.raw.prepare<[string], { id: string }>('select id from agenda_items where case_id = ?').all(caseId);
  const own = [caseId, ...items.map(({ id }) => id)];
  const rows = connection.raw
    .prepare<[], { key: string; text: string; savedAt: string }>('select key, text, saved_at as savedAt from drafts order by key')
    .all()
    .flatMap(({ key, text, savedAt }): readonly (readonly SheetCell[])[] => {
      if (own.some((id) => key.includes(id))) return [[{ instant: savedAt }, redact ? redact(text) : text]];
      return names.isIn(text) ? [[{ instant: savedAt }, said(text, names, redact)]] : [];
    });
  return { name: 'Typed and not recorded', headings: ['Kept', 'Text'], rows };
}

/** Entries of the case that arrived and do not count, as of somebody who may not write there. */
function aside({ connection }: Session, caseId: string, words: Words): NamedSheet {
  const stored = connection.raw
    .prepare<[string], { body: string; since: string }>(
      "select body, since from commits_aside where space = ? and reason <> 'erased-case' order by stamp",
    )
    .all(caseSpace(caseId));
  const rows = stored.flatMap(({ body, since }) =>
    putsIn(body).map(({ relation, field, value }): readonly SheetCell[] => [
      { instant: since },
      `${tableWords(relation)}: ${fieldWords(field)}`,
      words(field, value),
    ]),
  );
  return { name: 'Put aside', headings: ['Arrived', 'Where', 'Text'], rows };
}

/** None of an entry that this version cannot read. */
function putsIn(body: string): readonly Put[] {
  try {
    return decodeCommit(body).puts;
  } catch {
    return [];
  }
}
