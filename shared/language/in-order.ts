/**
 * Two orders for every sort, the same on every computer. What `localeCompare` gives by itself follows the computer's own
 * language: in Welsh Llanelli comes after Lucas, in Danish Aaron after Zed, and an agenda, its documents and what is compared
 * with them on another workstation would differ.
 */

const names = new Intl.Collator('en-GB', { numeric: true });

/** By code unit: for what nobody reads in alphabetical order, such as days and moments (ISO 8601), ids and stamps. */
export const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** As an English reader looks things up: without regard to capitals, accents second, and 2 before 10. For names and references. */
export const byName = (one: string, other: string): number => names.compare(one, other) || byText(one, other);
