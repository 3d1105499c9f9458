import { asc, sql } from 'drizzle-orm';
import { type Colour, defaultColourMeaning } from '../../shared/language/colour';
import { type Pathway, pathways } from '../../shared/language/pathway';
import type { AgencyView, PersonView, SchemeView } from '../../shared/views/scheme';
import type { Reader } from '../connection';
import { agencies, colourMeanings, people, schemes } from '../schema';
import { countActions } from './actions';
import { listIn } from './text-list';

const known: ReadonlySet<string> = new Set(pathways);
/** A pathway that only a newer version knows stays in the row and is passed over here. */
export const pathwaysIn = (json: string): readonly Pathway[] => listIn(json).filter((pathway): pathway is Pathway => known.has(pathway));

/** Agencies by name, core ones first; withdrawn ones too, for what still names them. */
export function listAgencies(read: Reader): readonly AgencyView[] {
  const rows = read.select().from(agencies).orderBy(sql`${agencies.isCore} desc`, asc(agencies.name), asc(agencies.id)).all();
  return rows.map(({ withdrawnOn, withdrawnReason: _, pathways: list, ...agency }) => ({
    ...agency,
    pathways: pathwaysIn(list),
    isWithdrawn: withdrawnOn !== null,
  }));
}

export function listPeople(read: Reader): readonly PersonView[] {
  const rows = read.select().from(people).orderBy(asc(people.name), asc(people.id)).all();
  return rows.map(({ withdrawnOn, withdrawnReason: _, ...person }) => ({ ...person, isWithdrawn: withdrawnOn !== null }));
}

export function colourMeaningsOf(read: Reader): Readonly<Record<Colour, string>> {
  const edited = read
    .select()
    .from(colourMeanings)
    .all()
    .filter(({ meaning }) => meaning !== '');
  return { ...defaultColourMeaning, ...Object.fromEntries(edited.map(({ id, meaning }) => [id, meaning])) };
}

/** The scheme as every screen needs it. Throws where the file holds none: a scheme is never opened before it is set up. */
export function schemeView(read: Reader, me: SchemeView['me'], today: string): Omit<SchemeView, 'now'> {
  const row = read.select().from(schemes).get();
  if (!row) throw new Error('The scheme file holds no scheme.');
  const { id: _, ...scheme } = row;
  // In the rail a partner counts what is theirs to do.
  const actions = countActions(read, today, me.role === 'partner' ? me.agencyId : null);
  return {
    ...scheme,
    colourMeanings: colourMeaningsOf(read),
    agencies: listAgencies(read),
    people: listPeople(read),
    me,
    today,
    counts: { cases: countCases(read), openActions: actions.open, overdueActions: actions.overdue },
  };
}

/** Cases on the scheme: those proposed for it and those who have left are not counted. */
export function countCases(read: Reader): number {
  return read.get<{ count: number }>(sql`select count(*) as count from cases where state = 'adopted'`)?.count ?? 0;
}
