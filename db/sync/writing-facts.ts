import type Database from 'better-sqlite3';
import type { RowMaker, WritingFacts } from '../../shared/merge/may-write';
import type { MergePut, MergeScalar } from '../../shared/merge/put';
import { timelineOf } from '../../shared/merge/timeline';
import { officeSpace, ownerField, shapeOfRelation, spaceOf } from '../log/synced-tables';
import { prepareOnce } from '../prepared';

/** What decides over an agency's writing, read from the applied commits by their index. */
export function createWritingFacts(raw: Database.Database): WritingFacts {
  const valuesIn = prepareOnce<[string, string, string, string], { value: string }>(
    raw,
    `select u.value from puts u join commits c on c.stamp = u.stamp where u.relation = ? and u.row = ? and u.field = ? and c.space = ?`,
  );
  const valuesOf = prepareOnce<[string, string, string], { value: string }>(
    raw,
    'select value from puts where relation = ? and row = ? and field = ?',
  );
  const maker = prepareOnce<[string, string, string], { space: string; person: string; device: string; stamp: string }>(
    raw,
    `select c.space, c.person, c.device, c.stamp from puts u join commits c on c.stamp = u.stamp
     where u.relation = ? and u.row = ? and u.stamp < ? order by u.stamp limit 1`,
  );
  const agencyAt = prepareOnce<[string, string, string], { value: string }>(
    raw,
    `select value from puts where relation = ? and row = ? and field = 'agency_id' and stamp = ?`,
  );
  const access = prepareOnce<[string], { stamp: string; value: string; base: string }>(
    raw,
    `select stamp, value, base from puts where relation = 'case_access' and row = ? and field = 'is_open'`,
  );
  const texts = (rows: readonly { value: string }[]) =>
    rows.map(({ value }) => JSON.parse(value) as MergeScalar).filter((value) => typeof value === 'string');
  return {
    kindOf(relation) {
      const shape = shapeOfRelation(relation);
      if (!shape) return null;
      if (relation === 'cases') return 'own-case';
      if (relation === 'documents' || relation === 'case_partings') return 'document';
      if (spaceOf(shape, '', null) === officeSpace) return 'office';
      return ownerField(shape) === null ? 'scheme' : 'case';
    },
    knowsField: (relation, field) => shapeOfRelation(relation)?.fields.has(field) ?? false,
    agenciesOfAction: (space, action) => new Set(texts(valuesIn.all('actions', action, 'agency_id', space))),
    agenciesOfReferral(space, referral) {
      const services = texts(valuesIn.all('referrals', referral, 'service_id', space));
      return new Set(services.flatMap((service) => texts(valuesOf.all('services', service, 'agency_id'))));
    },
    makerOf(relation, row, stamp): RowMaker | null {
      const found = maker.get(relation, row, stamp);
      if (!found) return null;
      const agency = agencyAt.get(relation, row, found.stamp)?.value;
      const agencyId = agency === undefined ? null : (JSON.parse(agency) as MergeScalar);
      return { space: found.space, person: found.person, device: found.device, agencyId: typeof agencyId === 'string' ? agencyId : null };
    },
    accessOf(caseId, agencyId) {
      const puts = access.all(accessRow(caseId, agencyId));
      return timelineOf(puts.map(({ value, ...put }): MergePut => ({ ...put, field: 'is_open', value: JSON.parse(value) as MergeScalar })));
    },
    isDevice: (row) => valuesOf.get('devices', row, 'signing_key') !== undefined,
  };
}

/** The row that says whether a case is open to an agency. */
export const accessRow = (caseId: string, agencyId: string) => `${caseId}.${agencyId}`;

/** Spaces in which rows of a relation live that decide over what a partner may write. */
export const decidesOverPartners = (relation: string, field: string) =>
  relation === 'case_access' ||
  relation === 'services' ||
  (field === 'agency_id' && relation === 'actions') ||
  (field === 'service_id' && relation === 'referrals');
