import { useCallback } from 'react';
import { type ActionKind, type ActionPriority, actionKinds, actionPriorities } from '../../../../shared/language/action';
import { type ActionLineReading, type RecognisedSpan, readActionLine } from '../../../../shared/rules/action-line';
import { useVerb } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { nextConferenceDay } from '../home/next-step';

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
  /** The stretches of the line that were read as something. */
  readonly spans: readonly RecognisedSpan[];
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

/** What was read, put right by hand, and whether it can be recorded as it stands. */
export function understood(line: string, read: ActionLineReading, corrections: Corrections): LineReading {
  const { text, spans, ...found } = read;
  const { agencyId, personId, dueOn, kind, priority } = { ...found, ...corrections };
  const problem =
    text === '' ? 'What is to be done?' : agencyId === null ? 'Which agency does it? Name it before a colon, or choose it here.' : null;
  return {
    line,
    spans,
    agencyId,
    personId,
    dueOn,
    kind,
    priority,
    problem,
    action: problem === null && agencyId !== null ? { agencyId, personId, dueOn, kind, priority, text } : null,
  };
}

/** Reads a typed line as an action, due by the next conference where it names no day. */
export function useActionLine(): ReadLine {
  const { scheme, today } = useScheme();
  const meetings = useVerb('meetings', 'list').data;
  return useCallback(
    (read) => {
      const line = read('action') ?? '';
      const planned = (meetings ?? []).flatMap(({ heldOn }) => (heldOn !== null && heldOn > today ? [heldOn] : [])).sort();
      const nextMeeting = planned[0] ?? nextConferenceDay(today, today, scheme.meetingWeekday);
      return understood(
        line,
        readActionLine(line, { agencies: scheme.agencies, people: scheme.people, today, nextMeeting }),
        readCorrections(read('action-corrections')),
      );
    },
    [scheme, today, meetings],
  );
}
