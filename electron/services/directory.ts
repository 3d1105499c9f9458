import { findService, gapsInProvision, linkWork, matchServices, listServices as readServices } from '../../db/queries/services';
import { linkMessages, services } from '../../db/schema';
import type { Received, Result } from '../../shared/ipc/verbs';
import { Refusal } from '../../shared/language/refusal';
import { demand } from './permission';
import { demandAgency, demandCase } from './references';
import type { Session } from './session';

/** The directory of interventions (CAM R7). */
export function listServices(session: Session): Result<'services', 'list'> {
  return readServices(session.read);
}

export function demandService(session: Session, id: string): typeof services.$inferSelect {
  const found = findService(session.read, id);
  if (!found || found.withdrawnOn !== null) {
    throw new Refusal('This service is not, or no longer, in the directory. Nothing was changed. Choose another one.');
  }
  return found;
}

/** Adds a service or changes one. Saving it says that the entry is right as of today. */
export function saveService(session: Session, { id, pathways, settings, areas, ...fields }: Received<'services', 'save'>): string {
  demand(session, 'edit-scheme');
  if (fields.agencyId !== null) demandAgency(session.read, fields.agencyId);
  if (id !== null) demandService(session, id);
  if (fields.leastAge !== null && fields.mostAge !== null && fields.leastAge > fields.mostAge) {
    throw new Refusal('The least age is above the most. Nothing was recorded. Check the two numbers.');
  }
  const [pathway, ...others] = [...new Set(pathways)];
  return session.record(id === null ? 'service added to the directory' : 'service changed', (operation) => {
    const row = id ?? operation.newId();
    operation.put(services, row, {
      ...fields,
      ...(pathway === undefined ? {} : { pathway }),
      otherPathways: JSON.stringify(others),
      settings: JSON.stringify(settings),
      areas: JSON.stringify(areas),
      checkedOn: session.today(),
    });
    return row;
  });
}

/** Takes a service out of the directory. Referrals to it stay as they are. */
export function withdrawService(session: Session, { id, reason }: Received<'services', 'withdraw'>): void {
  demand(session, 'edit-scheme');
  demandService(session, id);
  session.record('service taken out of the directory', (operation) =>
    operation.put(services, id, { withdrawnOn: session.today(), withdrawnReason: reason }),
  );
}

/** What is on offer for one case by its needs, what fits first (CAM R7, 3.3.31: some heard of a service only by chance). */
export function matchForCase(session: Session, { caseId }: Received<'services', 'match'>): Result<'services', 'match'> {
  demandCase(session.read, caseId);
  return matchServices(session.read, caseId, session.today());
}

/** Needs that nobody works on, and for whom nothing is there (CAM R15, R31, R32): what those who pay for services are to be shown. */
export function listGaps(session: Session): Result<'services', 'gaps'> {
  return gapsInProvision(session.read, session.today());
}

export function listLinks(session: Session): Result<'services', 'links'> {
  return linkWork(session.read, session.today());
}

/** Keeps what a link worker carried to or from an agency that does not attend (CAM R12). */
export function carryMessage(session: Session, { caseId, agencyId, isFromAgency, text }: Received<'services', 'carry'>): void {
  demand(session, 'edit-cases');
  demandAgency(session.read, agencyId);
  demandCase(session.read, caseId);
  session.record(isFromAgency ? 'message from an absent agency' : 'message to an absent agency', (operation) =>
    operation.put(linkMessages, operation.newId(), {
      caseId,
      agencyId,
      isFromAgency,
      text,
      personId: session.me.personId,
      carriedOn: session.today(),
      recordedAt: operation.at,
    }),
  );
}
