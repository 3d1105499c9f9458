import type Database from 'better-sqlite3';
import type { Authority, MemberDevice } from '../../shared/merge/authority';
import { caseOfSpace, schemeSpace } from '../log/synced-tables';
import { prepareOnce } from '../prepared';

/** Which devices may read a space now: those at work, of members who are not withdrawn, by role and agency. */
export interface Readers {
  readonly all: readonly MemberDevice[];
  /** Those at which somebody sits: all but the recovery sheets. */
  readonly atWork: readonly MemberDevice[];
  of(space: string): readonly MemberDevice[];
}

export function createReaders(raw: Database.Database, authority: Authority): Readers {
  const openTo = prepareOnce<[string], string>(raw, 'select agency_id from case_access where case_id = ? and is_open = 1').pluck();
  const all = authority.devices.filter(({ acceptedUntil, personId, recipient }) => {
    const member = authority.member(personId);
    return acceptedUntil === null && recipient !== '' && member !== null && !member.isWithdrawn;
  });
  const inOffice = all.filter(({ personId }) => authority.member(personId)?.role !== 'partner');
  const ofAgencies = (agencies: ReadonlySet<string>) =>
    all.filter((device) => {
      const member = authority.member(device.personId);
      return member?.role !== 'partner' || (member.agencyId !== null && agencies.has(member.agencyId));
    });
  return {
    all,
    atWork: all.filter(({ isSheet }) => !isSheet),
    of(space) {
      if (space === schemeSpace) return all;
      const caseId = caseOfSpace(space);
      if (caseId !== null) return ofAgencies(new Set(openTo.all(caseId)));
      return space.startsWith('agency:') ? ofAgencies(new Set([space.slice(7)])) : inOffice;
    },
  };
}
