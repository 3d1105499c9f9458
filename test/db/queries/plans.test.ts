import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Reader } from '../../../db/connection';
import { nextActionReference } from '../../../db/queries/action-references';
import { countActions, countActionsByCase, listActions, listActionUpdates } from '../../../db/queries/actions';
import { listAudit } from '../../../db/queries/audit';
import { caseView } from '../../../db/queries/case-view';
import { caseNames, colourNow, coloursNow, instantOfColourChange } from '../../../db/queries/cases';
import { fieldHistory } from '../../../db/queries/field-history';
import { find } from '../../../db/queries/find';
import { listRegister } from '../../../db/queries/register';
import { relevance } from '../../../db/queries/relevance';
import { cases } from '../../../db/schema';
import { createSearchWriter } from '../../../db/search';
import { addCase } from '../../support/builders';
import { plansOf, scans } from '../../support/query-plans';
import { openTestScheme } from '../../support/session';

function schemeWithCase() {
  const session = openTestScheme();
  return { session, id: addCase(session) };
}

test('The check sees a table that is read from end to end.', () => {
  const { session } = schemeWithCase();
  const byText = plansOf(session, (read) => read.all(sql`select a.id from actions a where a.text = ${'x'}`));
  expect(scans(byText)).toEqual(['SCAN a']);
  expect(scans(plansOf(session, (read) => read.all(sql`select id from colour_changes where reason = ${'x'}`)))).toHaveLength(1);
});

test('Nothing about one case reads a table that grows from end to end.', () => {
  const { session, id } = schemeWithCase();
  const queries: Readonly<Record<string, (read: Reader) => unknown>> = {
    view: (read) => caseView(read, id, '2026-03-03'),
    colour: (read) => colourNow(read, id),
    instant: (read) => instantOfColourChange(read, id, ''),
    relevance: (read) => relevance(read, id, '2026-03-03'),
    actions: (read) => listActions(read, { state: 'open', cases: id }),
    counts: (read) => countActionsByCase(read, '2026-03-03', id),
    history: (read) => fieldHistory(read, cases, id, 'surname'),
    updates: (read) => listActionUpdates(read, 'action'),
  };
  for (const [name, query] of Object.entries(queries)) expect({ name, scans: scans(plansOf(session, query)) }).toEqual({ name, scans: [] });
});

test('Nor does anything about several cases, such as those of an agenda.', () => {
  const { session, id } = schemeWithCase();
  const ids = [id, 'another'];
  const queries: readonly ((read: Reader) => unknown)[] = [
    (read) => caseNames(read, ids),
    (read) => coloursNow(read, ids, { meetingId: 'meeting' }),
    (read) => relevance(read, ids, '2026-03-03'),
    (read) => listActions(read, { state: 'all', cases: ids }),
    (read) => countActionsByCase(read, '2026-03-03', ids),
  ];
  for (const query of queries) expect(scans(plansOf(session, query))).toEqual([]);
});

test('Open actions, those of an agency, of a conference and of a year each come from an index.', () => {
  const { session } = schemeWithCase();
  const queries: readonly ((read: Reader) => unknown)[] = [
    (read) => listActions(read, { state: 'open' }),
    (read) => listActions(read, { state: 'open', agencyId: 'agency-drugs' }),
    (read) => listActions(read, { state: 'all', meetingId: 'meeting' }),
    (read) => countActions(read, '2026-03-03'),
    (read) => countActions(read, '2026-03-03', 'agency-housing'),
    (read) => nextActionReference(read, 2026, session.device.id),
  ];
  for (const query of queries) expect(scans(plansOf(session, query))).toEqual([]);
});

test('The register reads each table once, and of actions only the open ones.', () => {
  const { session } = schemeWithCase();
  const plans = plansOf(session, (read) => listRegister(read, '2026-03-03'));
  expect(plans.filter((step) => /CORRELATED/.test(step))).toEqual([]);
  expect(plans.filter((step) => /\bactions\b/.test(step)).length).toBeGreaterThan(0);
  for (const step of plans.filter((plan) => /\bactions\b/.test(plan))) expect(step).toMatch(/^SEARCH actions USING .*INDEX/);
  expect(plans.find((step) => /colour_changes/.test(step))).toMatch(/COVERING INDEX colour_changes_by_case/);
  expect(plans.filter((step) => /TEMP B-TREE/.test(step) && !/ORDER BY|GROUP BY/.test(step))).toEqual([]);
});

test('A page of the audit trail walks the log from its end, and that of a case its own entries.', () => {
  const { session, id } = schemeWithCase();
  const whole = plansOf(session, (read) => listAudit(read, { before: 100, limit: 50, caseId: null }));
  expect(whole.filter((step) => /TEMP B-TREE/.test(step))).toEqual([]);
  expect(whole[0]).toMatch(/^SEARCH c USING INTEGER PRIMARY KEY/);
  const one = plansOf(session, (read) => listAudit(read, { before: null, limit: 50, caseId: id }));
  expect(one[0]).toMatch(/^SEARCH c USING INDEX commits_by_space/);
});

test('Finding looks up what the index found and nothing else.', () => {
  const { session } = schemeWithCase();
  expect(
    scans(plansOf(session, (read) => find(read, session.connection.raw, 'carter larks'))).filter((step) => !/VIRTUAL TABLE/.test(step)),
  ).toEqual([]);
});

test('Keeping the search in step looks up the entry of a touched row and reads no others.', () => {
  const { session } = schemeWithCase();
  const plans = plansOf(session, () => createSearchWriter(session.connection.raw));
  expect(plans.filter((step) => /^SEARCH [acpd] USING INDEX sqlite_autoindex/.test(step)).length).toBeGreaterThanOrEqual(4);
  expect(scans(plans)).toEqual([]);
});
