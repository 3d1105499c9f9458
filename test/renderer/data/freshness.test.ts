import { getTableName, is, Table } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import * as schema from '../../../db/schema';
import { isTouched } from '../../../renderer/data/freshness';

const tables = Object.values(schema)
  .filter((value) => is(value, Table))
  .map((table) => getTableName(table as Table));

describe('what is fetched again after a change', () => {
  it('refreshes the case page and the register when a colour changes, and not the documents', () => {
    const changed = new Set(['colour_changes']);
    expect(isTouched('cases', 'get', changed)).toBe(true);
    expect(isTouched('register', 'list', changed)).toBe(true);
    expect(isTouched('documents', 'list', changed)).toBe(false);
  });

  it('counts anew how many are due for a decision when a rule for keeping changes or somebody is erased', () => {
    for (const table of ['retention_rules', 'case_erasures']) {
      expect(isTouched('cohort', 'reviews', new Set([table]))).toBe(true);
      expect(isTouched('retention', 'view', new Set([table]))).toBe(true);
    }
  });

  it('refreshes a verb that it does not know, rather than show what is out of date', () => {
    expect(isTouched('insight', 'figures', new Set(['cases']))).toBe(true);
  });

  it('has every synced table under some screen', () => {
    const local = ['drafts', 'document_files', 'local_settings', 'commits', 'puts', 'commits_aside'];
    // Whom a case is sealed to follows from its relevance, which is what the screens show.
    const shown = (table: string) => !local.includes(table) && table !== 'case_access' && !table.startsWith('sync_');
    const verbs = [
      ['scheme', 'get'],
      ['register', 'list'],
      ['cases', 'get'],
      ['actions', 'list'],
      ['actions', 'updates'],
      ['meetings', 'list'],
      ['agenda', 'get'],
      ['chairing', 'item'],
      ['documents', 'list'],
      ['releases', 'list'],
      ['documents', 'corrections'],
      ['documents', 'holders'],
      ['cohort', 'case'],
      ['services', 'links'],
      ['outcomes', 'ofCase'],
      ['sharing', 'get'],
      ['importing', 'done'],
      ['exporting', 'done'],
    ] as const;
    const unread = tables.filter((table) => shown(table) && !verbs.some(([subject, verb]) => isTouched(subject, verb, new Set([table]))));
    expect(unread).toEqual([]);
  });
});
