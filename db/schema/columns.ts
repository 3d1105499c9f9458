import { integer, text } from 'drizzle-orm/sqlite-core';

/**
 * Column kinds of the synced tables. A row arrives field by field and in any order from other devices, so every
 * column but the id has a default or may be null; what a row must hold before it counts is a rule of the services.
 */
export const rowId = () => text('id').primaryKey();
/** A UUID of a row in another table. */
export const reference = (name: string) => text(name);
/** Prose or a name; never null, empty until written. */
export const words = (name: string) => text(name).notNull().default('');
/** A calendar day, `YYYY-MM-DD`, or null. */
export const day = (name: string) => text(name);
/** An instant in UTC, ISO 8601 with milliseconds and `Z`, or null. */
export const instant = (name: string) => text(name);
/** Wall-clock time in the scheme's place (Europe/London), `HH:MM`, or null. */
export const clockTime = (name: string) => text(name);
export const whole = (name: string) => integer(name);
export const yesNo = (name: string) => integer(name, { mode: 'boolean' }).notNull().default(false);
/** When the row was withdrawn (never deleted), and why. */
export const withdrawal = () => ({ withdrawnOn: day('withdrawn_on'), withdrawnReason: words('withdrawn_reason') });
