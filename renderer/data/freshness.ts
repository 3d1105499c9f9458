import type { Subject } from '../../shared/ipc/verbs';

type Reads = Readonly<Record<string, readonly string[]>>;

const scheme = ['schemes', 'colour_meanings', 'agencies', 'people'] as const;
const oneCase = [
  'cases',
  'aliases',
  'risk_warnings',
  'colour_changes',
  'needs',
  'need_reviews',
  'case_events',
  'relevance_overrides',
  'referrals',
] as const;
const doings = ['actions', 'action_updates'] as const;
const inviting = ['agenda_slots', 'invitations'] as const;
const conference = [
  'meetings',
  'agenda_items',
  'agenda_breaks',
  'agency_visits',
  'case_rules',
  'attendances',
  'contributions',
  'case_questions',
] as const;

const cohort = [
  'cohort_rules',
  'scoring_matrices',
  'selection_referrals',
  'case_scores',
  'panel_items',
  'panel_views',
  'cohort_decisions',
  'participations',
  'exit_plans',
  'exit_services',
  'feedbacks',
  'retention_decisions',
] as const;
const serviceTables = ['services', 'referrals', 'referral_updates', 'link_messages'] as const;
const outcomes = ['outcome_events', 'custody_periods'] as const;
const releaseTables = ['releases', 'release_dates', 'release_checks', 'first_hours_steps'] as const;

/** The tables that each reading verb stands on, so that a recorded change refreshes those screens and no others. */
const tablesRead: Readonly<Partial<Record<Subject, Reads>>> = {
  scheme: {
    get: [...scheme, 'cases', 'actions'],
    health: [],
    idleLock: [],
    keptTyping: [],
    audit: [
      ...scheme,
      ...oneCase,
      ...doings,
      ...conference,
      ...inviting,
      ...cohort,
      ...serviceTables,
      ...outcomes,
      ...releaseTables,
      'documents',
      'photographs',
      'population_figures',
      'case_erasures',
      'retention_rules',
    ],
  },
  register: {
    list: [...oneCase, 'actions', 'agencies'],
    find: ['cases', 'aliases', 'actions', 'people', 'documents'],
  },
  cases: {
    get: [...oneCase, ...doings, ...conference, 'case_partings'],
    fieldHistory: ['cases'],
    photograph: ['photographs'],
  },
  actions: { list: [...doings, 'cases', 'colour_changes'], updates: ['actions', 'action_updates'] },
  meetings: { list: ['meetings', 'agenda_items'] },
  agenda: {
    get: [...conference, ...oneCase, 'actions', 'agencies', 'schemes', 'agenda_slots', 'invitations'],
    proposedMinutes: ['agenda_items', 'meetings', 'schemes', ...oneCase, 'actions'],
    candidates: ['agenda_items', 'meetings', ...oneCase, 'actions'],
  },
  chairing: {
    get: [...conference, ...oneCase, 'actions', 'case_erasures', ...scheme],
    others: [...conference, ...oneCase, ...doings, 'people', 'devices'],
    item: [...conference, ...oneCase, ...doings],
  },
  documents: {
    list: ['documents', 'meetings', 'people'],
    corrections: ['minutes_corrections', 'documents', 'meetings'],
    holders: ['document_deliveries', 'documents'],
    packs: ['document_deliveries', 'documents', 'agencies', 'people'],
    verify: ['documents'],
    bytes: [],
  },
  cohort: {
    selection: [...cohort, 'cases', 'meetings', 'agencies'],
    scoring: ['cases', 'scoring_matrices', 'outcome_events'],
    previewScore: ['scoring_matrices'],
    matrices: ['scoring_matrices', 'people'],
    panels: ['meetings', 'panel_items'],
    panel: [...cohort, ...oneCase, ...outcomes, 'meetings', 'agencies', 'people'],
    reviews: [...cohort, ...oneCase, ...outcomes, 'schemes', 'retention_rules', 'case_erasures'],
    rules: ['cohort_rules', 'schemes'],
    case: [...cohort, ...oneCase, ...outcomes, ...scheme, 'meetings'],
  },
  services: {
    list: serviceTables,
    match: [...serviceTables, ...oneCase],
    referrals: [...serviceTables, 'cases', 'needs'],
    referralStory: ['referral_updates', 'people'],
    gaps: [...serviceTables, ...oneCase],
    links: [...serviceTables, ...oneCase, 'actions', 'agencies'],
  },
  outcomes: { ofCase: outcomes, beforeAfter: [...outcomes, 'cases'] },
  releases: {
    list: [...releaseTables, ...oneCase, 'actions', 'agencies'],
    get: [...releaseTables, ...oneCase, 'actions', 'agencies', 'people'],
  },
  insight: {
    choices: ['cases', 'colour_changes', 'scoring_matrices'],
    picture: [
      ...oneCase,
      ...doings,
      ...outcomes,
      'cohort_decisions',
      'case_scores',
      'scoring_matrices',
      'meetings',
      'agencies',
      'people',
      'schemes',
      'population_figures',
    ],
    behind: [...oneCase, ...doings, ...outcomes, 'cohort_decisions', 'case_scores', 'scoring_matrices'],
    population: ['population_figures', 'schemes'],
    reportDraft: ['documents', 'cases', 'colour_changes', 'meetings'],
  },
  day: {
    forManagers: [
      ...releaseTables,
      ...oneCase,
      'actions',
      'agencies',
      'meetings',
      'documents',
      'document_deliveries',
      'sharing',
      'conflicts',
    ],
    forPartners: [
      ...oneCase,
      ...doings,
      ...conference,
      ...serviceTables,
      'agenda_slots',
      'agencies',
      'documents',
      'people',
      'case_partings',
      'day-seen',
    ],
  },
  questions: {
    ofCase: [...conference, ...oneCase, 'actions', 'agencies', 'people', 'case_partings'],
    unanswered: [...conference, 'cases', 'agencies', 'people'],
  },
  backups: { get: ['backups'] },
  retention: {
    view: [...cohort, 'cases', 'retention_rules', 'case_erasures', 'people', 'sharing', 'backups'],
    preview: [...cohort, ...oneCase, ...doings, ...conference, 'documents', 'retention_rules'],
  },
  importing: { underWay: ['imports'], done: ['imports', 'people'], mappings: ['import_mappings', 'people'] },
  invitations: { list: [...inviting, 'agencies', 'people', 'schemes', ...conference, ...oneCase, 'actions'] },
  sharing: {
    get: ['sharing', 'devices', 'people', 'conflicts'],
    // Whichever tables a merge or a choice touched, the list may be another.
    conflicts: ['sharing', 'conflicts', ...scheme, ...oneCase, ...doings, ...conference],
  },
};

/** Whether what a verb last gave may be out of date, now that these tables have changed. An unknown verb always is. */
export function isTouched(subject: string, verb: string, changed: ReadonlySet<string>): boolean {
  const read = tablesRead[subject as Subject]?.[verb];
  return read === undefined || read.some((table) => changed.has(table));
}
