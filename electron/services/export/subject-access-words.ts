import { z } from 'zod';
import type { Scalar } from '../../../db/log/commit';
import { listAgencies, listPeople } from '../../../db/queries/scheme';
import { listIn } from '../../../db/queries/text-list';
import { colours, colourWord } from '../../../shared/language/colour';
import { formatDayWithYear, formatPlainDay } from '../../../shared/language/dates';
import { pathwayName, pathways } from '../../../shared/language/pathway';
import { instantWords } from '../../documents/words';
import { cellAsText, type SheetCell } from '../../exchange/sheet-cells';
import type { Session } from '../session';
import type { Redactor } from './redact-names';

/** What a field holds, in words for whoever it is about. */
export type Words = (field: string, value: Scalar) => SheetCell;

export const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const isPathway = (text: string): text is (typeof pathways)[number] => (pathways as readonly string[]).includes(text);
const isColour = (text: string): text is (typeof colours)[number] => (colours as readonly string[]).includes(text);

/** Names of the field that are said as they are written among those who know them. */
const knownAs: Readonly<Record<string, string>> = { pnc: 'PNC', crn: 'CRN', ogrs: 'OGRS', rosh: 'Risk of Serious Harm', mappa: 'MAPPA' };

/** `is_at_large` as "At large", `ogrs_score` as "OGRS score". */
export function fieldWords(field: string): string {
  const parts = field.replace(/^is_/, '').replace(/_id$/, '').split('_');
  return sentence(parts.map((part) => knownAs[part] ?? part).join(' '));
}

/** `case_events` as "Case events"; no longer than the name of a sheet may be. */
export const tableWords = (relation: string) => sentence(relation.replaceAll('_', ' ')).slice(0, 31);

/** Fields whose values are words of a closed list, kept small and with hyphens. */
const codes = new Set(
  'cohort_part decision intensity item kind offence_group ogrs_band outcome pathway priority progress rosh severity stance state status statutory_position'.split(
    ' ',
  ),
);

/** Fields that hold several words of a closed list, or agencies, in brackets. */
const lists = new Set(['agreed_by', 'grounds', 'points']);
const isCode = (text: string) => /^[a-z]+(-[a-z]+)*$/.test(text);

const anyScoreParts = z.array(z.object({ what: z.string(), why: z.string(), points: z.number() }));

/** How the points of a score came about, a text each; none where it is not such a list. */
function scorePartsIn(json: string): readonly string[] {
  try {
    const parts = anyScoreParts.safeParse(JSON.parse(json));
    return parts.success ? parts.data.map(({ what, why, points }) => `${what}: ${why} (${points})`) : [];
  } catch {
    return [];
  }
}

/** A cell for somebody to read: days and times written out. */
export function inPlainWords(cell: SheetCell): string {
  if (cell === null || typeof cell !== 'object') return cellAsText(cell);
  if ('day' in cell) return cell.day === null ? '' : formatPlainDay(cell.day);
  return cell.instant === null ? '' : instantWords(cell.instant);
}

/** Ids as names, days and instants as dates, yes and no in words; free text without the names of others where that is asked for. */
export function valueWords(session: Session, redact: Redactor | null): Words {
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
      .map(({ id, heldOn, title }) => [id, `${redact ? redact(title) : title} ${heldOn === null ? '' : formatDayWithYear(heldOn)}`.trim()]),
  );
  const entries = new Map(
    session.connection.raw
      .prepare<[], { id: string; name: string }>(
        "select id, 'Action ' || reference as name from actions union all select id, pathway as name from needs where pathway is not null union all select id, name from services where name <> ''",
      )
      .all()
      .map(({ id, name }) => [id, isPathway(name) ? pathwayName[name] : name]),
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
    if (field.endsWith('_id')) return entries.get(value) ?? (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) ? 'another entry' : value);
    if (value === '[]' && (lists.has(field) || field === 'parts')) return null;
    const said = lists.has(field) ? listIn(value) : field === 'parts' ? scorePartsIn(value) : [];
    if (said.length > 0) {
      const words = sentence(said.map((part) => agencies.get(part) ?? (isCode(part) ? part.replaceAll('-', ' ') : part)).join(', '));
      return redact ? redact(words) : words;
    }
    if (field === 'colour' && isColour(value)) return colourWord[value];
    if (codes.has(field) && isCode(value)) return sentence(value.replaceAll('-', ' '));
    return redact ? redact(value) : value;
  };
}
