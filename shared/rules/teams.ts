import { byName } from '../language/in-order';

interface Member {
  readonly agencyId: string | null;
  readonly team: string;
  readonly isWithdrawn: boolean;
}

/** The teams of one agency that somebody works in, each once, in the order of the alphabet. */
export function teamsOf(people: readonly Member[], agencyId: string): readonly string[] {
  const here = people.filter((person) => !person.isWithdrawn && person.team !== '' && person.agencyId === agencyId);
  return [...new Set(here.map(({ team }) => team))].sort(byName);
}

/** As the ledger keeps for whom a pack is: a team may be called as an area is, and is not the same. */
export const teamScope = (team: string) => `Team: ${team}`;
