import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from '../schema';
import type { Scalar } from './commit';

/** Every table that is a view of the log, parents before children. What is not listed here stays on the device. */
export const syncedTables = [
  schema.schemes,
  schema.colourMeanings,
  schema.agencies,
  schema.people,
  schema.devices,
  schema.services,
  schema.populationFigures,
  schema.cohortRules,
  schema.scoringMatrices,
  schema.retentionRules,
  schema.caseErasures,
  schema.meetings,
  schema.agendaBreaks,
  schema.agendaSlots,
  schema.invitations,
  schema.agencyVisits,
  schema.attendances,
  schema.cases,
  schema.aliases,
  schema.riskWarnings,
  schema.photographs,
  schema.colourChanges,
  schema.needs,
  schema.needReviews,
  schema.caseEvents,
  schema.relevanceOverrides,
  schema.referrals,
  schema.referralUpdates,
  schema.selectionReferrals,
  schema.caseScores,
  schema.panelItems,
  schema.panelViews,
  schema.cohortDecisions,
  schema.participations,
  schema.exitPlans,
  schema.exitServices,
  schema.feedbacks,
  schema.linkMessages,
  schema.retentionDecisions,
  schema.outcomeEvents,
  schema.custodyPeriods,
  schema.agendaItems,
  schema.caseRules,
  schema.caseQuestions,
  schema.contributions,
  schema.actions,
  schema.actionUpdates,
  schema.releases,
  schema.releaseDates,
  schema.releaseChecks,
  schema.firstHoursSteps,
  schema.documents,
  schema.documentDeliveries,
  schema.minutesCorrections,
  schema.caseAccess,
  schema.casePartings,
  schema.imports,
  schema.importMappings,
  schema.dataExports,
] as const satisfies readonly SQLiteTable[];
export type SyncedTable = (typeof syncedTables)[number];

/** The fields of a row by their names in code; every one but the id may be left out. */
export type Fields<T extends SyncedTable> = Partial<Omit<T['$inferInsert'], 'id'>>;

export interface SyncedField {
  readonly key: string;
  readonly column: SQLiteColumn;
  /** What a new row holds where the log says nothing. */
  readonly initial: Scalar;
}

export interface SyncedShape {
  readonly relation: string;
  readonly table: SyncedTable;
  /** By SQL name, without the id. */
  readonly fields: ReadonlyMap<string, SyncedField>;
  readonly fieldByKey: ReadonlyMap<string, string>;
}

function shapeOf(table: SyncedTable): SyncedShape {
  const fields = new Map<string, SyncedField>();
  const fieldByKey = new Map<string, string>();
  for (const [key, column] of Object.entries(getTableColumns(table) as Record<string, SQLiteColumn>)) {
    if (column.name === 'id') continue;
    fields.set(column.name, { key, column, initial: toScalar(column, column.default ?? null) });
    fieldByKey.set(key, column.name);
  }
  return { relation: getTableName(table), table, fields, fieldByKey };
}

/** The stored form of a value: what SQLite holds and what the log says. */
export function toScalar(column: SQLiteColumn, value: unknown): Scalar {
  if (value === null || value === undefined) return null;
  const stored: unknown = column.mapToDriverValue(value);
  if (typeof stored === 'string' || (typeof stored === 'number' && Number.isSafeInteger(stored))) return stored;
  throw new Error(`The field ${column.name} was given a value that the log cannot hold.`);
}

export const shapes: readonly SyncedShape[] = syncedTables.map(shapeOf);
const byRelation = new Map(shapes.map((shape) => [shape.relation, shape]));
const byTable = new Map<SQLiteTable, SyncedShape>(shapes.map((shape) => [shape.table, shape]));

export function shapeOfRelation(relation: string): SyncedShape | undefined {
  return byRelation.get(relation);
}

export function shapeOfTable(table: SyncedTable): SyncedShape {
  const shape = byTable.get(table);
  if (!shape) throw new Error('A table that is not synced was given to the recorder.');
  return shape;
}

/**
 * Spaces part the log by who may read it: a case by its agencies, `scheme` by all, `office` by coordinators and managers,
 * an agency's own papers by these and its people.
 */
export const schemeSpace = 'scheme';
export const officeSpace = 'office';
export const caseSpace = (caseId: string) => `case:${caseId}`;
export const agencySpace = (agencyId: string) => `agency:${agencyId}`;

/** The case of a space; null where it is no case's. */
export const caseOfSpace = (space: string) => (space.startsWith('case:') ? space.slice(5) : null);

const officeTables: ReadonlySet<SyncedTable> = new Set([
  schema.documentDeliveries,
  schema.invitations,
  schema.imports,
  schema.importMappings,
  schema.dataExports,
]);

/** An agency's own, by the agency that they name. */
const agencyTables: ReadonlySet<SyncedTable> = new Set([schema.documents, schema.casePartings]);

/** The space of a row. `owner` is its case, or the agency that a document is for, where it has one. */
export function spaceOf(shape: SyncedShape, row: string, owner: Scalar): string {
  if (shape.table === schema.cases) return caseSpace(row);
  if (officeTables.has(shape.table)) return officeSpace;
  if (agencyTables.has(shape.table)) return typeof owner === 'string' ? agencySpace(owner) : officeSpace;
  return typeof owner === 'string' ? caseSpace(owner) : schemeSpace;
}

/** The field that decides the space of a table's rows: it is given when a row is made and never changes. */
export function ownerField({ table, fields }: SyncedShape): string | null {
  if (agencyTables.has(table)) return 'agency_id';
  return fields.has('case_id') ? 'case_id' : null;
}
