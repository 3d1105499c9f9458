import { type FilterKind, filterKinds, filterName, valueName } from './filters';
import { groupingName } from './grouping';
import type { RegisterView } from './register-view';
import type { NameLookup } from './sorting';
import { tabName } from './tabs';

/** How the register is being looked at, in words: "Red; Area: Lowgate; search “oak”; by colour". For files and the audit trail. */
export function registerWords({ tab, filters, text, grouping }: RegisterView, lookup: NameLookup): string {
  const filtered = filterKinds.flatMap((kind: FilterKind) => {
    const values = filters[kind] ?? [];
    return values.length === 0
      ? []
      : [`${filterName[kind]}: ${values.map((value) => valueName(kind, value, lookup.agencyName)).join(' or ')}`];
  });
  // What was typed may name a person, and this goes into a log that is never deleted.
  const searched = text.trim() === '' ? [] : ['a search'];
  return [tabName[tab], ...filtered, ...searched, grouping === 'none' ? '' : `grouped by ${groupingName[grouping].toLowerCase()}`]
    .filter(Boolean)
    .join('; ');
}
