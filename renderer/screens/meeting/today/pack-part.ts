import { teamScope } from '../../../../shared/rules/teams';
import type { PersonView } from '../../../../shared/views/scheme';

export interface PackPart {
  readonly area: string | null;
  readonly team: string | null;
  readonly personId: string | null;
  /** As the ledger keeps it. */
  readonly scope: string;
}

const whole: PackPart = { area: null, team: null, personId: null, scope: '' };

type Officer = Pick<PersonView, 'id' | 'name'>;

/** What a pack can be cut to, with ids that tell teams, areas and officers apart. */
export function partsOf(
  teams: readonly string[],
  areas: readonly string[],
  officers: readonly Officer[],
): readonly { readonly id: string; readonly name: string; readonly detail?: string }[] {
  return [
    { id: 'whole', name: 'All of it' },
    ...teams.map((team) => ({ id: `team:${team}`, name: team, detail: 'team' })),
    ...areas.map((area) => ({ id: `area:${area}`, name: area, detail: 'area' })),
    ...officers.map(({ id, name }) => ({ id: `officer:${id}`, name, detail: 'officer' })),
  ];
}

/** The part that was chosen; the whole pack where the officer is not of the agency any more. */
export function packPart(chosen: string, officers: readonly Officer[]): PackPart {
  if (chosen.startsWith('team:')) {
    const team = chosen.slice('team:'.length);
    return { ...whole, team, scope: teamScope(team) };
  }
  if (chosen.startsWith('area:')) {
    const area = chosen.slice('area:'.length);
    return { ...whole, area, scope: area };
  }
  const officer = officers.find(({ id }) => chosen === `officer:${id}`);
  return officer ? { ...whole, personId: officer.id, scope: officer.name } : whole;
}
