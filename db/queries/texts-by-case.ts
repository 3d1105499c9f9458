import type { SQL } from 'drizzle-orm';
import type { Reader } from '../connection';

/** Texts by case id, in the order of the query, which selects `caseId` and `text`. */
export function textsByCase(read: Reader, query: SQL): ReadonlyMap<string, readonly string[]> {
  const byCase = new Map<string, string[]>();
  for (const { caseId, text } of read.all<{ caseId: string | null; text: string }>(query)) {
    if (caseId === null) continue;
    const texts = byCase.get(caseId);
    if (texts) texts.push(text);
    else byCase.set(caseId, [text]);
  }
  return byCase;
}
