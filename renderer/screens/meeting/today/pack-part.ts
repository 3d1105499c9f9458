import type { PersonView } from '../../../../shared/views/scheme';

export interface PackPart {
  readonly area: string | null;
  readonly personId: string | null;
  /** As the ledger keeps it. */
  readonly scope: string;
}

type Officer = Pick<PersonView, 'id' | 'name'>;

/** What a pack can be cut to, with ids that tell areas and officers apart. */
export function partsOf(areas: readonly string[], officers: readonly Officer[]): readonly { readonly id: string; readonly name: string }[] {
  return [
    { id: 'whole', name: 'All of it' },
    ...areas.map((area) => ({ id: `area:${area}`, name: area })),
    ...officers.map(({ id, name }) => ({ id: `officer:${id}`, name })),
  ];
}

/** The part that was chosen; the whole pack where the officer is not of the agency any more. */
export function packPart(chosen: string, officers: readonly Officer[]): PackPart {
  if (chosen.startsWith('area:')) {
    const area = chosen.slice('area:'.length);
    return { area, personId: null, scope: area };
  }
  const officer = officers.find(({ id }) => chosen === `officer:${id}`);
  return officer ? { area: null, personId: officer.id, scope: officer.name } : { area: null, personId: null, scope: '' };
}
