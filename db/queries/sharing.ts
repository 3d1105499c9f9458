import { count } from 'drizzle-orm';
import type { Reader } from '../connection';
import { conflicts } from '../schema';

export function countConflicts(read: Reader): number {
  return read.select({ count: count() }).from(conflicts).get()?.count ?? 0;
}
