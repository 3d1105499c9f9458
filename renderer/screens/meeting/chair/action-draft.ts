import { useCallback } from 'react';
import { type ActionKind, type ActionPriority, actionKinds, actionPriorities } from '../../../../shared/language/action';
import { useScheme } from '../../../data/scheme';

/** What somebody set by hand on a line being typed; the rest is read from the words. Null takes a person or date off. */
export interface Corrections {
  readonly agencyId?: string;
  readonly personId?: string | null;
  readonly dueOn?: string | null;
  readonly kind?: ActionKind;
  readonly priority?: ActionPriority;
}

/** A line as it is understood now, with what was put right by hand. */
export interface LineReading {
  readonly line: string;
  readonly agencyId: string | null;
  readonly personId: string | null;
  readonly dueOn: string | null;
  readonly kind: ActionKind;
  readonly priority: ActionPriority;
  /** Ready to be recorded; null where `problem` says why not. */
  readonly action: {
    readonly agencyId: string;
    readonly personId: string | null;
    readonly dueOn: string | null;
    readonly kind: ActionKind;
    readonly priority: ActionPriority;
    readonly text: string;
  } | null;
  readonly problem: string | null;
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

type ReadLine = (read: (field: 'action' | 'action-corrections') => string | undefined) => LineReading;

export function useActionLine(): ReadLine {
  const { scheme } = useScheme();
  return useCallback(
    (read) => {
      const line = read('action') ?? '';
      const owner = line.split(':')[0]?.toLowerCase() ?? '';
      const found = scheme.agencies.find(
        (each) => owner !== '' && (each.name.toLowerCase().startsWith(owner) || each.code.toLowerCase() === owner),
      );
      const text = line.includes(':') ? line.slice(line.indexOf(':') + 1).trim() : line.trim();
      const base = {
        agencyId: found?.id ?? null,
        personId: null,
        dueOn: null,
        kind: 'support' as const,
        priority: 'normal' as const,
        ...readCorrections(read('action-corrections')),
      };
      const problem = text === '' ? 'What is to be done?' : base.agencyId === null ? 'Which agency does it?' : null;
      return {
        line,
        ...base,
        problem,
        action: problem === null && base.agencyId !== null ? { ...base, agencyId: base.agencyId, text } : null,
      };
    },
    [scheme],
  );
}
