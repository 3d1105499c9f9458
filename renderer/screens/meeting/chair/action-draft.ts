import { type ActionKind, type ActionPriority, actionKinds, actionPriorities } from '../../../../shared/language/action';

/** What somebody set by hand on a line being typed; the rest is read from the words. Null takes a person or date off. */
export interface Corrections {
  readonly agencyId?: string;
  readonly personId?: string | null;
  readonly dueOn?: string | null;
  readonly kind?: ActionKind;
  readonly priority?: ActionPriority;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads what `JSON.stringify` of corrections left in a draft; anything else is no corrections at all. */
export function readCorrections(text: string | undefined): Corrections {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  const from = value as Readonly<Record<string, unknown>>;
  const kind = actionKinds.find((each) => each === from.kind);
  const priority = actionPriorities.find((each) => each === from.priority);
  return {
    ...(typeof from.agencyId === 'string' ? { agencyId: from.agencyId } : {}),
    ...(typeof from.personId === 'string' || from.personId === null ? { personId: from.personId } : {}),
    ...((typeof from.dueOn === 'string' && day.test(from.dueOn)) || from.dueOn === null ? { dueOn: from.dueOn } : {}),
    ...(kind ? { kind } : {}),
    ...(priority ? { priority } : {}),
  };
}
