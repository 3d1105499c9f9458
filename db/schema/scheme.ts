import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AgencyFamily } from '../../shared/language/agency-kind';
import type { RoshLevel } from '../../shared/language/cohort';
import type { Colour } from '../../shared/language/colour';
import type { Pathway } from '../../shared/language/pathway';
import type { Role } from '../../shared/language/role';
import { clockTime, day, instant, reference, rowId, whole, withdrawal, words, yesNo } from './columns';

/** One row, id `scheme`: the partnership's own name, marking, wording and defaults. Space `scheme`. */
export const schemes = sqliteTable('schemes', {
  id: rowId(),
  brand: words('brand'),
  area: words('area'),
  marking: words('marking'),
  purpose: words('purpose'),
  legalBasis: words('legal_basis'),
  confidentiality: words('confidentiality'),
  isDemonstration: yesNo('is_demonstration'),
  /** 1 Monday to 7 Sunday, and the hour at which the weekly conference starts. */
  meetingWeekday: whole('meeting_weekday').notNull().default(2),
  meetingStartsAt: clockTime('meeting_starts_at').notNull().default('10:00'),
  minutesPerCase: whole('minutes_per_case').notNull().default(6),
  reviewWeeks: whole('review_weeks').notNull().default(13),
  /** Prefix of document numbers: `CT` gives CT-2026-031. */
  documentPrefix: words('document_prefix'),
  /** Where the figures of the area's population are from: "Census 2021, adults". */
  populationSource: words('population_source'),
});

/** The area's own population by group, for equality monitoring. Ids are those of `EqualityGroup`. Space `scheme`. */
export const populationFigures = sqliteTable('population_figures', {
  id: rowId(),
  /** Tenths of a per cent; null where it is not, or no longer, given. */
  perThousand: whole('per_thousand'),
});

/** What each colour means here. Ids R, A, G, B. Space `scheme`. */
export const colourMeanings = sqliteTable('colour_meanings', { id: text('id').primaryKey().$type<Colour>(), meaning: words('meaning') });

export const agencies = sqliteTable('agencies', {
  id: rowId(),
  kind: words('kind'),
  name: words('name'),
  code: words('code'),
  family: text('family').$type<AgencyFamily>().notNull().default('third'),
  /** JSON array of pathways. */
  pathways: text('pathways').notNull().default('[]'),
  isCore: yesNo('is_core'),
  attends: yesNo('attends'),
  /** The person in the scheme who carries messages to an agency that does not attend (CAM R12). */
  linkPersonId: reference('link_person_id'),
  email: words('email'),
  ...withdrawal(),
});

export const people = sqliteTable(
  'people',
  {
    id: rowId(),
    agencyId: reference('agency_id').references(() => agencies.id),
    name: words('name'),
    post: words('post'),
    /** Of its agency's teams the one that the person works in: a neighbourhood team, an offender management unit. Empty for none. */
    team: words('team'),
    email: words('email'),
    phone: words('phone'),
    role: text('role').$type<Role>().notNull().default('partner'),
    ...withdrawal(),
  },
  (table) => [index('people_by_agency').on(table.agencyId)],
);

/** A workstation that signs commits. Space `scheme`. */
export const devices = sqliteTable('devices', {
  id: rowId(),
  personId: reference('person_id').references(() => people.id),
  name: words('name'),
  /** Ed25519 public key, base64url of the raw 32 bytes. */
  signingKey: words('signing_key'),
  /** age recipient, `age1…`. */
  recipient: words('recipient'),
  joinedAt: instant('joined_at'),
  retiredAt: instant('retired_at'),
  /** The last stamp of a retired device that counts: what it writes later is kept aside. Empty while it is at work. */
  acceptedUntil: words('accepted_until'),
  /** The device whose membership this one took over, after a copy of it had been noticed; empty otherwise. */
  succeeds: words('succeeds'),
  /**
   * Only of a recovery sheet, which is a device without a computer: its signature over the founding commit. `succeeds` is
   * then the workstation whose sheet it is. Empty for every workstation.
   */
  sheetProof: words('sheet_proof'),
});

/** The directory of interventions (CAM R7). Space `scheme`. */
export const services = sqliteTable('services', {
  id: rowId(),
  agencyId: reference('agency_id').references(() => agencies.id),
  name: words('name'),
  pathway: text('pathway').$type<Pathway>(),
  startedOn: day('started_on'),
  /** JSON array of further pathways that it works on. */
  otherPathways: text('other_pathways').notNull().default('[]'),
  description: words('description'),
  /** In words; what can be checked by the app stands in the columns below. */
  eligibility: words('eligibility'),
  leastAge: whole('least_age'),
  mostAge: whole('most_age'),
  /** `Female` or `Male` where it takes only them, empty for anyone. */
  onlySex: words('only_sex'),
  /** JSON array of `ServiceSetting`, empty for both. */
  settings: text('settings').notNull().default('[]'),
  /** JSON array of areas, empty for all. */
  areas: text('areas').notNull().default('[]'),
  /** The highest Risk of Serious Harm it takes, null for any. */
  mostRosh: text('most_rosh').$type<RoshLevel>(),
  howToRefer: words('how_to_refer'),
  contactName: words('contact_name'),
  phone: words('phone'),
  email: words('email'),
  /** Usual days from referral to start, as last heard. */
  waitingDays: whole('waiting_days'),
  nextStartOn: day('next_start_on'),
  capacity: whole('capacity'),
  /** When someone last made sure that the entry is right. */
  checkedOn: day('checked_on'),
  ...withdrawal(),
});
