import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { AgencyView, PersonView, SchemeView } from '../../shared/views/scheme';

export interface SchemeLookup {
  readonly scheme: SchemeView;
  /** Today in the scheme's place, `YYYY-MM-DD`. */
  readonly today: string;
  readonly agencyOf: (id: string | null) => AgencyView | null;
  readonly personOf: (id: string | null) => PersonView | null;
}

const SchemeContext = createContext<SchemeLookup | null>(null);

export function SchemeProvider({ scheme, children }: { readonly scheme: SchemeView; readonly children: ReactNode }) {
  const lookup = useMemo<SchemeLookup>(() => {
    const agencies = new Map(scheme.agencies.map((agency) => [agency.id, agency]));
    const people = new Map(scheme.people.map((person) => [person.id, person]));
    return {
      scheme,
      today: scheme.today,
      agencyOf: (id) => (id === null ? null : (agencies.get(id) ?? null)),
      personOf: (id) => (id === null ? null : (people.get(id) ?? null)),
    };
  }, [scheme]);
  return <SchemeContext value={lookup}>{children}</SchemeContext>;
}

/** The open scheme with its agencies and people. Only inside the frame, where it has been fetched. */
export function useScheme(): SchemeLookup {
  const lookup = useContext(SchemeContext);
  if (!lookup) throw new Error('A screen of the scheme was drawn before the scheme was open.');
  return lookup;
}
