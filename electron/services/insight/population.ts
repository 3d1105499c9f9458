import { isNotNull } from 'drizzle-orm';
import { populationFigures, schemes } from '../../../db/schema';
import type { AreaFigures } from '../../../shared/insight/equality';
import { characteristicName, characteristics, equalityGroupIds, equalityGroups } from '../../../shared/insight/equality-groups';
import { mostPerThousand, sumOf } from '../../../shared/insight/population';
import type { Received } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import { demand } from '../permission';
import type { Session } from '../session';

/** The area's own population, as far as it has been entered. */
export function areaFigures({ read }: Session): AreaFigures {
  const rows = read.select().from(populationFigures).where(isNotNull(populationFigures.perThousand)).all();
  const known = new Map<string, number | null>(rows.map(({ id, perThousand }) => [id, perThousand]));
  return {
    source: read.select({ source: schemes.populationSource }).from(schemes).get()?.source ?? '',
    perThousand: Object.fromEntries(
      equalityGroupIds.flatMap((id) => {
        const figure = known.get(id) ?? null;
        return figure === null ? [] : [[id, figure]];
      }),
    ),
  };
}

/** Records what changed of the area's population. Shares of one characteristic cannot come to more than a whole. */
export function saveAreaFigures(session: Session, { source, perThousand }: Received<'insight', 'savePopulation'>): void {
  demand(session, 'edit-scheme');
  for (const of of characteristics) {
    if (sumOf(of, perThousand) <= mostPerThousand) continue;
    throw new Refusal(
      `The shares under ${characteristicName[of]} come to more than 100%. Nothing was recorded. Check them against where they are from.`,
    );
  }
  const before = areaFigures(session);
  const changed = equalityGroups.filter(({ id }) => (before.perThousand[id] ?? null) !== (perThousand[id] ?? null));
  const scheme = session.read.select({ id: schemes.id }).from(schemes).get();
  if (!scheme || (changed.length === 0 && before.source === source)) return;
  session.record('population of the area entered', (operation) => {
    if (before.source !== source) operation.put(schemes, scheme.id, { populationSource: source });
    for (const { id } of changed) operation.put(populationFigures, id, { perThousand: perThousand[id] ?? null });
  });
}
