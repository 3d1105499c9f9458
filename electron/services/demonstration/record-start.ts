import type { Operation } from '../../../db/log/recorder';
import { agencies, aliases, cases, colourChanges, needs, people, riskWarnings, services } from '../../../db/schema';
import { agencyKinds } from '../../../shared/language/agency-kind';
import { ogrsBandOf } from '../../../shared/language/cohort';
import { addDays } from '../../../shared/language/dates';
import { isInCustody } from '../../../shared/language/statutory-position';
import type { Session } from '../session';
import { demonstrationAgencies, demonstrationServices } from './agencies';
import type { Chance } from './chance';
import { gateDay } from './gate-days';
import type { StoryCase } from './history';

/** Ids of what the story speaks of by kind and name. */
export interface Cast {
  readonly agencyOf: (kind: string) => string;
  /** Someone of that agency; the same one for the same case. */
  readonly personOf: (kind: string, index: number) => string;
  readonly serviceOf: (pathway: string) => string | undefined;
}

export function recordCast(session: Session): Cast {
  const agencyIds = new Map(
    session.read
      .select({ id: agencies.id, kind: agencies.kind })
      .from(agencies)
      .all()
      .map(({ id, kind }) => [kind, id]),
  );
  const staff = new Map<string, string[]>();
  const serviceIds = new Map<string, string>();
  const agencyOf = (kind: string) => {
    const id = agencyIds.get(kind);
    if (!id) throw new Error(`The demonstration has no agency of the kind ${kind}.`);
    return id;
  };
  session.record('people added', (operation) => {
    for (const agency of demonstrationAgencies) {
      operation.put(agencies, agencyOf(agency.kind), { email: `${agency.kind}@harrowmere.example` });
      const ids = agency.staff.map((name, place) => {
        const id = operation.newId();
        operation.put(people, id, {
          agencyId: agencyOf(agency.kind),
          name,
          post: place === 0 ? 'Link to the conference' : '',
          team: agency.teams?.[place] ?? '',
          role: 'partner',
        });
        return id;
      });
      staff.set(agency.kind, ids);
    }
    for (const { kind, name, pathway } of demonstrationServices) {
      const id = operation.newId();
      serviceIds.set(pathway, id);
      operation.put(services, id, { agencyId: agencyOf(kind), name, pathway });
    }
  });
  return {
    agencyOf,
    personOf: (kind, index) => {
      const ids = staff.get(kind) ?? [];
      return ids[index % ids.length] as string;
    },
    serviceOf: (pathway) => serviceIds.get(pathway),
  };
}

/** A case as it stood when it came onto the scheme: later changes are recorded at their conferences. */
export function recordCase(
  operation: Operation,
  story: StoryCase,
  cast: Cast,
  chance: Chance,
): { readonly caseId: string; readonly needIds: readonly string[] } {
  const { person, steps, index } = story;
  const caseId = operation.newId();
  const first = steps[0];
  if (!first) throw new Error('A case came onto the scheme without a colour.');
  const leadKind = index % 3 === 0 ? 'police' : 'probation';
  const wasInside = first.colour === 'B';
  const isInside = isInCustody(person.position);
  operation.put(cases, caseId, {
    reference: `HC-${String(index + 1).padStart(3, '0')}`,
    surname: person.surname,
    forenames: person.forenames,
    knownAs: person.knownAs,
    dateOfBirth: person.dateOfBirth,
    pnc: person.pnc,
    crn: person.crn,
    prisonNumber: person.prisonNumber,
    sex: person.sex,
    ethnicity: person.ethnicity,
    disability: person.disability,
    area: person.area,
    beat: person.beat,
    leadAgencyId: cast.agencyOf(leadKind),
    leadPersonId: cast.personOf(leadKind, index),
    statutoryPosition: isInside === wasInside ? person.position : wasInside ? 'serving' : 'licence',
    custodyPlace: wasInside ? 'HMP Stonefold' : '',
    cohortPart: person.cohortPart,
    indexOffence: person.indexOffence,
    ogrsScore: person.ogrsScore,
    ogrsBand: ogrsBandOf(person.ogrsScore),
    rosh: person.rosh,
    mappa: person.mappa,
    adoptedOn: person.adoptedOn,
    reviewDue: addDays(person.adoptedOn, 91),
    releaseOn: wasInside && isInside ? person.releaseOn && gateDay(addDays(person.releaseOn, -chance.pick([0, 0, 0, 1, 7, 8]))) : null,
    licenceEndsOn: person.licenceEndsOn,
    orderEndsOn: person.orderEndsOn,
    doAdvice: 'Ring before you call. Offer the earliest appointment there is.',
    doNotAdvice: person.riskWarnings.includes('Do not visit alone') ? 'Do not visit alone, and not after dark.' : '',
  });
  operation.put(colourChanges, operation.newId(), {
    caseId,
    colour: first.colour,
    reason: 'Adopted onto the scheme',
    decidedOn: person.adoptedOn,
    decidedAt: operation.at,
  });
  for (const name of person.aliases) operation.put(aliases, operation.newId(), { caseId, name });
  for (const warning of person.riskWarnings)
    operation.put(riskWarnings, operation.newId(), { caseId, warning, raisedOn: person.adoptedOn });
  const needIds = person.needs.map(({ pathway, priority }) => {
    const id = operation.newId();
    const kind = agencyKinds.find(
      (candidate) => candidate.pathways.includes(pathway) && demonstrationAgencies.some((agency) => agency.kind === candidate.kind),
    );
    operation.put(needs, id, {
      caseId,
      pathway,
      priority,
      agencyId: kind ? cast.agencyOf(kind.kind) : null,
      identifiedOn: person.adoptedOn,
    });
    return id;
  });
  return { caseId, needIds };
}
