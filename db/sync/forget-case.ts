import type Database from 'better-sqlite3';
import { caseName } from '../../shared/language/case-name';
import type { Put } from '../log/commit';

/** By what texts on this device are known to be about a case. */
export interface CaseNames {
  /** Whole names, references and numbers, the way they stand in documents: of one person and hardly of another. */
  readonly texts: readonly string[];
  /** Whole names however short, and surnames before a forename was known: as documents hold them by themselves. */
  readonly alone: readonly string[];
  /** Which others may bear too. */
  readonly surnames: readonly string[];
  /** Its places on agendas, by which kept typing is known. */
  readonly items: readonly string[];
}

const numbers: ReadonlySet<string> = new Set(['pnc', 'crn', 'prison_number', 'reference']);
/** A shorter text would be met in documents about anybody. */
const leastLength = 5;

/** Every name that a case ever had, by its puts. */
export function namesIn(puts: readonly Put[]): CaseNames {
  const values = (relation: string, fields: ReadonlySet<string>) =>
    puts.flatMap((put) => (put.relation === relation && fields.has(put.field) && typeof put.value === 'string' ? [put.value] : []));
  const surnames = values('cases', new Set(['surname']));
  const forenames = values('cases', new Set(['forenames'])).filter((forename) => forename !== '');
  const whole = surnames.flatMap((surname) => forenames.flatMap((forename) => [caseName(surname, forename), `${forename} ${surname}`]));
  const texts = [...whole, ...values('cases', numbers), ...values('aliases', new Set(['name']))];
  const items = puts.flatMap(({ relation, row }) => (relation === 'agenda_items' ? [row] : []));
  const longEnough = (some: readonly string[]) => [...new Set(some)].filter((text) => text.length >= leastLength);
  const alone = surnames.flatMap((surname) => ['', ...forenames].map((forename) => caseName(surname, forename)));
  return { texts: longEnough(texts), alone: [...new Set(alone)], surnames: longEnough(surnames), items: [...new Set(items)] };
}

/**
 * What this device keeps of a case outside the log: kept typing, and the stored copies of documents in which it stands,
 * whole documents and those that were cut for an agency alike. Their rows in the ledger stay: that they were issued, to
 * whom, and their hash. What came through the shared folder waits for the word of the computer that issued it, which
 * alone knows who is in it (`db/queries/erased-copies.ts`). Rows of an import that was cut short go too.
 */
export function forgetCase(raw: Database.Database, caseId: string, { texts, alone, surnames, items }: CaseNames): void {
  const dropDraft = raw.prepare(`delete from drafts where substr(key, 1, ?) = ? or instr(key, ?) > 0`);
  for (const item of items) dropDraft.run(item.length + 1, `${item}/`, caseId);
  // Whoever types does not put surnames into capitals, as lists do.
  const dropTyping = raw.prepare(`delete from drafts where instr(lower(text), lower(?)) > 0`);
  for (const text of [...texts, ...surnames]) dropTyping.run(text);
  const emptied = raw.prepare(
    `update document_files set bytes = zeroblob(0), request = '' where length(bytes) > 0 and document_id in
       (select f.document_id from document_files f left join documents d on d.id = f.document_id
        where d.about_case_id = ? or f.request = '' and f.arrived_at is null and d.meeting_id in (select meeting_id from agenda_items where case_id = ?)
          or instr(f.request, ?) > 0)`,
  );
  for (const text of [caseId, ...texts]) emptied.run(caseId, caseId, inJson(text));
  // Within a longer text they may be anybody's: a relation of the same surname, or a part of a word.
  for (const text of alone) emptied.run(caseId, caseId, JSON.stringify(text));
  forgetImportRows(raw, [caseId, ...texts], new Set(alone.map((name) => name.toUpperCase())));
}

/** Rows of an import that was cut short and is still to be finished: there are few, and none once it is. */
function forgetImportRows(raw: Database.Database, texts: readonly string[], names: ReadonlySet<string>): void {
  const all = raw.prepare<[], { importId: string; number: number; rows: string }>(
    'select import_id as importId, number, rows from import_run_rows',
  );
  const write = raw.prepare('update import_run_rows set rows = ? where import_id = ? and number = ?');
  const written = texts.map(inJson);
  for (const { importId, number, rows } of all.all()) {
    const planned = JSON.parse(rows) as unknown[];
    const left = planned.filter((row) => {
      const held = JSON.stringify(row);
      return !names.has(nameIn(row)) && !written.some((text) => held.includes(text));
    });
    if (left.length < planned.length) write.run(JSON.stringify(left), importId, number);
  }
}

/** The name that a planned row gives somebody, in capitals; empty where it gives none. */
function nameIn(row: unknown): string {
  const { fields } = row as { readonly fields?: { readonly surname?: unknown; readonly forenames?: unknown } };
  if (typeof fields?.surname !== 'string' || fields.surname === '') return '';
  return caseName(fields.surname, typeof fields.forenames === 'string' ? fields.forenames : '').toUpperCase();
}

/** As a text stands in JSON, where quotation marks are written in another way. */
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
