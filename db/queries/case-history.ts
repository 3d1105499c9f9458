import { sql } from 'drizzle-orm';
import { type ActionOutcome, actionOutcomeName } from '../../shared/language/action';
import { type Colour, colourWord } from '../../shared/language/colour';
import { byText } from '../../shared/language/in-order';
import { type SchemeDecision, schemeDecisionName } from '../../shared/language/meeting';
import { type Pathway, type Progress, pathwayName, progressName } from '../../shared/language/pathway';
import { dayOf } from '../../shared/language/scheme-place';
import type { CaseHistoryEntry } from '../../shared/views/case';
import type { Reader } from '../connection';

/** An entry, with what orders those of one day. */
interface Dated {
  readonly at: string;
  readonly entry: CaseHistoryEntry;
}

/** Everything that happened on a case, newest first: what conferences decided, updates, colours, reviews, events, settled actions. */
export function caseHistory(read: Reader, caseId: string): readonly CaseHistoryEntry[] {
  const entries = [
    ...conferences(read, caseId),
    ...contributionsOf(read, caseId),
    ...colours(read, caseId),
    ...reviews(read, caseId),
    ...events(read, caseId),
    ...settledActions(read, caseId),
  ];
  return entries
    .sort((one, other) => byText(other.entry.on, one.entry.on) || byText(other.at, one.at) || byText(other.entry.id, one.entry.id))
    .map(({ entry }) => entry);
}

const longestDigest = 280;

/** The beginning of a discussion, cut where a word ends. */
export function digestOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longestDigest) return line;
  const cut = line.slice(0, longestDigest).toWellFormed();
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > longestDigest / 2 ? end : longestDigest)}…`;
}

/** `Conference 48`, or its title while it has no number. */
export function conferenceName(number: number | null, title: string | null): string {
  if (number !== null) return `Conference ${number}`;
  return title || 'Conference';
}

const sentences = (parts: readonly string[]) =>
  parts
    .filter((part) => part !== '')
    .map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`))
    .join(' ');

interface DiscussedItem {
  readonly id: string;
  readonly number: number | null;
  readonly title: string | null;
  readonly heldOn: string | null;
  readonly endedAt: string | null;
  readonly discussion: string;
  readonly decision: SchemeDecision | null;
  readonly decisionText: string;
  readonly rationale: string;
  readonly dissent: string;
}

function conferences(read: Reader, caseId: string): readonly Dated[] {
  const items = read.all<DiscussedItem>(
    sql`select i.id, m.number, m.title, m.held_on as heldOn, i.ended_at as endedAt, i.discussion, i.decision,
          i.decision_text as decisionText, i.rationale, i.dissent
        from agenda_items i join meetings m on m.id = i.meeting_id
        where i.case_id = ${caseId} and i.withdrawn_on is null and m.held_on is not null
          and (i.state = 'discussed' or i.decision is not null or i.decision_text <> '')`,
  );
  return items.map(({ id, heldOn, endedAt, ...item }) => ({
    at: endedAt ?? '',
    entry: { id, on: heldOn ?? '', kind: 'meeting', title: conferenceName(item.number, item.title), text: conferenceText(item) },
  }));
}

function conferenceText(item: Omit<DiscussedItem, 'id' | 'heldOn' | 'endedAt'>): string {
  return sentences([
    item.decision ? schemeDecisionName[item.decision] : '',
    item.decisionText.trim(),
    item.rationale.trim(),
    item.dissent.trim() === '' ? '' : `Dissent: ${item.dissent.trim()}`,
    digestOf(item.discussion),
  ]);
}

function contributionsOf(read: Reader, caseId: string): readonly Dated[] {
  const rows = read.all<{ id: string; text: string; sentAt: string; agency: string | null; person: string | null }>(
    sql`select c.id, c.text, c.sent_at as sentAt, a.name as agency, p.name as person
        from contributions c left join agencies a on a.id = c.agency_id left join people p on p.id = c.person_id
        where c.case_id = ${caseId} and c.withdrawn_on is null and c.sent_at is not null`,
  );
  return rows.map(({ id, text, sentAt, agency, person }) => ({
    at: sentAt,
    entry: { id, on: dayOf(sentAt), kind: 'contribution', title: agency ?? person ?? 'Update', text },
  }));
}

function colours(read: Reader, caseId: string): readonly Dated[] {
  const rows = read.all<{ id: string; colour: Colour; reason: string; dissent: string; on: string; at: string | null }>(
    sql`select id, colour, reason, dissent, decided_on as "on", decided_at as at from colour_changes
        where case_id = ${caseId} and colour is not null and decided_on is not null order by decided_on, decided_at, id`,
  );
  return rows.map(({ id, colour, reason, dissent, on, at }, index) => ({
    at: at ?? '',
    entry: {
      id,
      on,
      kind: 'colour',
      title: colourTitle(rows[index - 1]?.colour ?? null, colour),
      text: sentences([reason.trim(), dissent.trim() === '' ? '' : `Dissent: ${dissent.trim()}`]),
    },
  }));
}

function colourTitle(from: Colour | null, to: Colour): string {
  if (from === null) return colourWord[to];
  return from === to ? `Stays ${colourWord[to]}` : `${colourWord[from]} to ${colourWord[to]}`;
}

function reviews(read: Reader, caseId: string): readonly Dated[] {
  const rows = read.all<{ id: string; pathway: Pathway; progress: Progress; note: string; on: string; at: string | null }>(
    sql`select r.id, n.pathway, r.progress, r.note, r.reviewed_on as "on", r.reviewed_at as at
        from need_reviews r join needs n on n.id = r.need_id
        where r.case_id = ${caseId} and r.progress is not null and r.reviewed_on is not null and n.pathway is not null`,
  );
  return rows.map(({ id, pathway, progress, note, on, at }) => ({
    at: at ?? '',
    entry: { id, on, kind: 'need', title: `${pathwayName[pathway]}: ${progressName[progress].toLowerCase()}`, text: note },
  }));
}

function events(read: Reader, caseId: string): readonly Dated[] {
  const rows = read.all<{ id: string; title: string; detail: string; on: string; at: string | null }>(
    sql`select id, title, detail, happened_on as "on", recorded_at as at from case_events
        where case_id = ${caseId} and withdrawn_on is null and happened_on is not null`,
  );
  return rows.map(({ id, title, detail, on, at }) => ({ at: at ?? '', entry: { id, on, kind: 'event', title, text: detail } }));
}

function settledActions(read: Reader, caseId: string): readonly Dated[] {
  const rows = read.all<{ id: string; reference: string; text: string; outcome: ActionOutcome; note: string; on: string }>(
    sql`select id, reference, text, outcome, closing_note as note, closed_on as "on" from actions
        where case_id = ${caseId} and outcome is not null and closed_on is not null`,
  );
  return rows.map(({ id, reference, text, outcome, note, on }) => ({
    at: '',
    entry: {
      id,
      on,
      kind: 'action',
      title: `Action ${reference}: ${actionOutcomeName[outcome]}`,
      text: sentences([text.trim(), note.trim()]),
    },
  }));
}
