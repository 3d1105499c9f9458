import { eq } from 'drizzle-orm';
import type { Operation } from '../../../db/log/recorder';
import { nextActionReference } from '../../../db/queries/action-references';
import { tableOfList } from '../../../db/queries/existing-records';
import { actions, actionUpdates, agencies, caseEvents, colourChanges, outcomeEvents, people, services } from '../../../db/schema';
import type { ListKind } from '../../../shared/import/lists/kinds';
import type { PlannedRecord } from '../../../shared/import/lists/list-facts';
import { type ActionOutcome, actionOutcomeName } from '../../../shared/language/action';
import type { Session } from '../session';

/** Writes the rows of a list inside an operation, each with what a new one needs besides what the list says. */
export function applyRecords(
  session: Session,
  operation: Operation,
  kind: ListKind,
  records: readonly PlannedRecord[],
  fileName: string,
): void {
  const today = session.today();
  const from = `Imported from ${fileName}`;
  for (const { id, fields, row } of records) {
    if (kind === 'events' && (fields.outcomeKind || (id !== null && isOutcome(operation, id)))) {
      putOutcome(session, operation, id, fields, from);
      continue;
    }
    if (id !== null) {
      operation.put(tableOfList[kind], id, fields as never);
      if (kind === 'actions' && fields.outcome) tellAction(session, operation, id, fields.outcome as ActionOutcome, from);
      continue;
    }
    const fresh = operation.newId();
    switch (kind) {
      case 'agencies':
        operation.put(agencies, fresh, { attends: true, code: codeOf(String(fields.name)), ...fields } as never);
        break;
      case 'people':
        operation.put(people, fresh, { role: 'partner', ...fields } as never);
        break;
      case 'services':
        operation.put(services, fresh, fields as never);
        break;
      case 'actions': {
        const setOn = String(fields.setOn ?? today);
        const reference = nextActionReference(operation.read, Number(setOn.slice(0, 4)), session.device.id);
        const closedOn = fields.outcome ? { closedOn: fields.closedOn ?? today } : {};
        const agencyId = fields.agencyId ?? agencyOf(operation, String(fields.personId ?? ''));
        operation.put(actions, fresh, { reference, ...fields, setOn, agencyId, ...closedOn } as never);
        if (fields.outcome) tellAction(session, operation, fresh, fields.outcome as ActionOutcome, from);
        break;
      }
      case 'events':
        operation.put(caseEvents, fresh, { recordedAt: operation.at, personId: session.me.personId, ...fields } as never);
        break;
      case 'colours': {
        const { reason, ...rest } = fields;
        // Rows of one day keep the order of the file, and stand before what is decided at a conference that day.
        const decidedAt = new Date(Date.parse(`${fields.decidedOn}T00:00:00.000Z`) + Math.min(row, 3_600_000)).toISOString();
        const said = reason ? `${from}: ${reason}` : from;
        operation.put(colourChanges, fresh, { decidedAt, decidedBy: session.me.personId, reason: said, ...rest } as never);
      }
    }
  }
}

function isOutcome(operation: Operation, id: string): boolean {
  return operation.read.select({ id: outcomeEvents.id }).from(outcomeEvents).where(eq(outcomeEvents.id, id)).get() !== undefined;
}

/** An arrest, charge, conviction, breach, recall or something that went well: what is counted before and after adoption. */
function putOutcome(session: Session, operation: Operation, id: string | null, fields: PlannedRecord['fields'], source: string): void {
  const { title, detail, outcomeKind, kind: _entryKind, ...rest } = fields;
  const said = { ...(title === undefined ? {} : { what: title }), ...(detail === undefined ? {} : { note: detail }), ...rest };
  const made = id === null ? { kind: outcomeKind, source, recordedAt: operation.at, personId: session.me.personId } : {};
  operation.put(outcomeEvents, id ?? operation.newId(), { ...said, ...made } as never);
}

function tellAction(session: Session, operation: Operation, actionId: string, outcome: ActionOutcome, from: string): void {
  const caseId = operation.read.select({ caseId: actions.caseId }).from(actions).where(eq(actions.id, actionId)).get()?.caseId ?? null;
  operation.put(actionUpdates, operation.newId(), {
    actionId,
    ...(caseId === null ? {} : { caseId }),
    kind: 'settled',
    text: `${actionOutcomeName[outcome]}. ${from}`,
    personId: session.me.personId,
    madeAt: operation.at,
  });
}

function agencyOf(operation: Operation, personId: string): string | null {
  return operation.read.select({ agencyId: people.agencyId }).from(people).where(eq(people.id, personId)).get()?.agencyId ?? null;
}

/** `Sycamore Trust` gives ST; one word its first three letters. */
function codeOf(name: string): string {
  const words = name.normalize('NFKD').match(/[A-Za-z]+/g) ?? [];
  const letters = words.length > 1 ? words.map((word) => word.charAt(0)).join('') : (words[0] ?? 'AG').slice(0, 3);
  return letters.slice(0, 4).toUpperCase();
}
