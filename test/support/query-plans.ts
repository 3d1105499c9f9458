import { expect } from 'vitest';
import type { Reader } from '../../db/connection';
import type { TestSession } from './session';

/** What grows with the years. Scheme, agencies, people and meetings stay small. */
const growing =
  /^SCAN (?:(?:cases|actions|action_updates|colour_changes|needs|need_reviews|case_events|aliases|risk_warnings|relevance_overrides|agenda_items|contributions|case_questions|documents|document_deliveries|document_files|minutes_corrections|commits|puts|referrals|referral_updates|selection_referrals|case_scores|panel_items|panel_views|cohort_decisions|participations|exit_plans|exit_services|feedbacks|link_messages|retention_decisions|outcome_events|custody_periods|releases|release_dates|release_checks|first_hours_steps)\b|[a-z]\b)/;

/** The plans of every statement that a query runs, one step a line. */
export function plansOf(session: TestSession, query: (read: Reader) => unknown): readonly string[] {
  const { raw } = session.connection;
  const prepare = raw.prepare.bind(raw);
  const statements: string[] = [];
  raw.prepare = ((text: string) => {
    statements.push(text);
    return prepare(text);
  }) as typeof raw.prepare;
  try {
    query(session.read);
  } finally {
    raw.prepare = prepare as typeof raw.prepare;
  }
  expect(statements.length).toBeGreaterThan(0);
  return statements.flatMap((text) => {
    const values = Array<null>(text.split('?').length - 1).fill(null);
    const named = Object.fromEntries([...text.matchAll(/:([a-z]+)/g)].map(([, name]) => [name, null]));
    const steps = prepare(`explain query plan ${text}`).all(...values, ...(Object.keys(named).length > 0 ? [named] : [])) as {
      detail: string;
    }[];
    return steps.map(({ detail }) => detail);
  });
}
/** The steps that read a table which grows, from end to end. */
export const scans = (plans: readonly string[]) => plans.filter((step) => growing.test(step));
