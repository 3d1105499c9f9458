import { relevance } from '../../../db/queries/relevance';
import { relevantIds } from '../agenda/agenda-day';
import { foreignCasesOut, type SharedRedactor } from '../export/redact-names';
import type { Session } from '../session';
import type { Reader } from './reader';

const asItIs: SharedRedactor = (text) => text;

/**
 * For what a document says to more than those whom a case concerns: the name of a conference, actions that are about no case,
 * what a correction replaced. Whoever types there may name anybody, so the copy of an agency leaves out whom it may not know;
 * the full record stays as it was typed.
 */
export function forAllToRead({ read, today }: Session, reader: Reader): SharedRedactor {
  if (reader === null) return asItIs;
  return foreignCasesOut(read, (caseId) => relevantIds(relevance(read, [caseId], today()).get(caseId) ?? []).includes(reader));
}

/** For what goes round the room or over ordinary mail: nobody on the register is named. */
export const forAnybodyToRead = ({ read }: Session): SharedRedactor => foreignCasesOut(read, () => false);
