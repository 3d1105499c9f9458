import type { ActionKind, ActionPriority } from '../language/action';
import { kindOfWords } from './action-kind';
import { findDateWords, type TextSpan } from './date-words';
import { findOwner, type Owners } from './owner-words';

export type { OwnerAgency, OwnerPerson } from './owner-words';

export interface ActionLineContext extends Owners {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The next conference: what an action is due by where the line names no day. */
  readonly nextMeeting: string | null;
}

/** What a stretch of the line was read as. `kind` stays in the text; the others are taken out of it. */
export interface RecognisedSpan extends TextSpan {
  readonly what: 'owner' | 'due' | 'priority' | 'kind';
}

export interface ActionLineReading {
  /** What is to be done, without the words that say who, when and how urgent. Empty where nothing else was typed. */
  readonly text: string;
  readonly agencyId: string | null;
  readonly personId: string | null;
  readonly dueOn: string | null;
  readonly kind: ActionKind;
  readonly priority: ActionPriority;
  /** In the order of the line, never overlapping. */
  readonly spans: readonly RecognisedSpan[];
}

const urgent = /(?:^|(?<=\s))!+(?=\s|$)|!+(?=\s*$)|\b(?:(?<!not )(?:urgent(?:ly)?|asap)|high priority)\b/gi;

/**
 * Reads one typed line as an action: "Housing: assess at YMCA by Fri", "POL visit weekly, in pairs by 10/3",
 * "@Pellowin confirm the bed tomorrow !". Never throws; what it does not understand stays in the text.
 */
export function readActionLine(line: string, context: ActionLineContext): ActionLineReading {
  const owner = findOwner(line, context);
  // Offsets stay those of the line: what is taken is blanked, not cut.
  const afterOwner = blank(line, owner.spans);
  const due = findDateWords(afterOwner, context.today, context.nextMeeting);
  const afterDue = due ? blank(afterOwner, [due]) : afterOwner;
  const marks = [...afterDue.matchAll(urgent)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  // "arrange an urgent assessment" reads on; "urgent" at either end was added to the sentence.
  const rest = blank(
    afterDue,
    marks.filter(
      ({ from, to }) => /^[\s,(]*$/.test(afterDue.slice(0, from)) || /^[\s!.,;)]*$/.test(afterDue.slice(to)) || afterDue[from] === '!',
    ),
  );
  const kind = kindOfWords(rest);
  const spans: readonly RecognisedSpan[] = [
    ...owner.spans.map((span) => ({ ...span, what: 'owner' as const })),
    ...(due ? [{ from: due.from, to: due.to, what: 'due' as const }] : []),
    ...marks.map((span) => ({ ...span, what: 'priority' as const })),
    ...(kind.span ? [{ ...kind.span, what: 'kind' as const }] : []),
  ];
  return {
    text: tidied(rest),
    agencyId: owner.agencyId,
    personId: owner.personId,
    dueOn: due?.day ?? context.nextMeeting,
    kind: kind.kind,
    priority: marks.length > 0 ? 'high' : 'normal',
    spans: apart(spans),
  };
}

function blank(line: string, spans: readonly TextSpan[]): string {
  return spans.reduce((text, { from, to }) => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to), line);
}

function tidied(text: string): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/\(\s*\)/g, '')
    .replace(/\s+([,.;:])/g, '$1')
    .replace(/([,;])(?:\s*[,;])+/g, '$1')
    .replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/g, '');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

function apart(spans: readonly RecognisedSpan[]): readonly RecognisedSpan[] {
  const inOrder = spans.toSorted((one, other) => one.from - other.from || one.to - other.to);
  return inOrder.filter((span, index) => inOrder.slice(0, index).every(({ to }) => to <= span.from));
}
