import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Deed, may } from '../../shared/rules/permissions';
import type { AgencyView, PersonView, SchemeView } from '../../shared/views/scheme';

export interface SchemeLookup {
  readonly scheme: SchemeView;
  /** Today in the scheme's place, `YYYY-MM-DD`. */
  readonly today: string;
  /**
   * Milliseconds to add to this window's clock so that it runs as the clock does by which times are recorded. In use they
   * are the same; an app that was started with a clock of its own, as for pictures and tests, would be hours out.
   */
  readonly clockOffset: number;
  readonly agencyOf: (id: string | null) => AgencyView | null;
  readonly personOf: (id: string | null) => PersonView | null;
  /** Whether the person at work may do it: what they may not is not offered to them. The main process refuses it anyhow. */
  readonly may: (deed: Deed) => boolean;
}

const SchemeContext = createContext<SchemeLookup | null>(null);

export function SchemeProvider({ scheme, children }: { readonly scheme: SchemeView; readonly children: ReactNode }) {
  const lookup = useMemo<SchemeLookup>(() => {
    const agencies = new Map(scheme.agencies.map((agency) => [agency.id, agency]));
    const people = new Map(scheme.people.map((person) => [person.id, person]));
    return {
      scheme,
      today: scheme.today,
      clockOffset: offsetOf(scheme.now),
      agencyOf: (id) => (id === null ? null : (agencies.get(id) ?? null)),
      personOf: (id) => (id === null ? null : (people.get(id) ?? null)),
      may: (deed) => may(scheme.me.role, deed),
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

/** Less than two seconds is the time that the answer took. */
function offsetOf(now: string): number {
  const apart = Date.parse(now) - Date.now();
  return Math.abs(apart) < 2000 ? 0 : apart;
}
