import { decodeCommit } from '../../../db/log/commit';
import { caseOfSpace } from '../../../db/log/synced-tables';
import type { Session } from '../session';
import type { Planned } from './import-runs';

/** What of a case an import of cases writes over. Whatever else is recorded on the case meanwhile is in nobody's way. */
const ofCase: ReadonlySet<string> = new Set(['cases', 'needs', 'colour_changes', 'aliases', 'risk_warnings']);
/** By any of these an import recognises a person. */
const identifiers = ['pnc', 'crn', 'prison_number', 'reference'] as const;

/** Whether a planned row would write over what somebody else has recorded since it was planned and shown. */
export interface ChangedMeanwhile {
  /** Reads what was recorded since it was last asked. */
  look(): void;
  changed(row: Planned): boolean;
}

/**
 * @param standsOn how far the log went when the rows were planned.
 * @param operation what is recorded under it is the import's own.
 */
export function changedMeanwhile({ connection: { raw } }: Session, standsOn: number, operation: string): ChangedMeanwhile {
  const since = raw.prepare<[number, string], { body: string; space: string }>(
    'select body, space from commits where sequence > ? and operation <> ?',
  );
  const last = raw.prepare<[], number | null>('select max(sequence) from commits').pluck();
  const touchedCases = new Set<string>();
  const touchedRows = new Set<string>();
  const named = new Set<string>();
  let lookedTo = standsOn;
  return {
    look() {
      for (const { body, space } of since.all(lookedTo, operation)) {
        const caseId = caseOfSpace(space);
        for (const { relation, row, field, value } of decodeCommit(body).puts) {
          touchedRows.add(row);
          if (ofCase.has(relation) && caseId !== null) touchedCases.add(caseId);
          if (relation === 'cases' && typeof value === 'string' && value !== '' && identifiers.some((name) => name === field))
            named.add(value);
        }
      }
      lookedTo = last.get() ?? 0;
    },
    changed(row) {
      if (!('caseId' in row)) return row.id !== null && touchedRows.has(row.id);
      const { caseId, fields } = row;
      if (caseId !== null) return touchedCases.has(caseId);
      return [fields.pnc, fields.crn, fields.prisonNumber, fields.reference].some((value) => value !== undefined && named.has(value));
    },
  };
}
