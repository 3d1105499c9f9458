import type { ActionKind } from '../language/action';
import type { TextSpan } from './date-words';

/** The words that give an action's kind away. `support` is also what an action is where none does. */
const words: readonly { readonly kind: ActionKind; readonly pattern: RegExp }[] = [
  {
    kind: 'safeguarding',
    pattern:
      /\b(?:safeguard\w*|marac|mash|child protection|domestic abuse|clare[’']s law|dvds|welfare (?:check|visit)|strategy (?:discussion|meeting)|vulnerable (?:adult|child)\w*|self[- ]harm\w*|suicid\w*|risk to (?:the )?children)\b/i,
  },
  {
    kind: 'enforcement',
    pattern:
      /\b(?:warn(?:s|ing)?(?: letter)?|breach\w*|recall\w*|arrest\w*|warrant|curfew|enforc\w*|summons|exclusion zone|licence conditions?|bail (?:check|conditions?)|stop and search|search (?:the )?(?:address|home|premises)|disrupt\w*|drug test\w*|tag(?:ged|ging)?|cbo|injunction|prosecut\w*)\b/i,
  },
  {
    kind: 'intelligence',
    pattern:
      /\b(?:intel(?:ligence)?|monitor\w*|cctv|anpr|pnc check|research\w*|(?:find|found) out|look into|identif\w*|associates|debrief\w*|check (?:the )?(?:systems?|records?|custody)|gather\w*|observ(?:e|ation)\w*|trace)\b/i,
  },
  {
    kind: 'administrative',
    pattern:
      /\b(?:circulat\w*|minutes|invit\w*|e-?mail\w*|upload\w*|chase|record (?:the|on|in)|update (?:the )?(?:record|system|file|register|list)|draft\w*|scan|file|complete (?:the )?(?:form|paperwork)|book (?:a |the )?room|add to (?:the )?(?:agenda|list|register)|contact details)\b/i,
  },
  {
    kind: 'support',
    pattern:
      /\b(?:assess\w*|refer\w*|appointment|bed|accommodation|hous(?:e|ing)|tenancy|benefits?|claim|treatment|prescri\w*|script|mentor\w*|support\w*|job|training|course|cv|engag\w*|encourag\w*|help\w*|visit\w*)\b/i,
  },
];

/**
 * The kind of an action by its first telling word. Safeguarding comes before all else wherever it stands in the line,
 * because it is the kind that must not be missed.
 */
export function kindOfWords(text: string): { readonly kind: ActionKind; readonly span: TextSpan | null } {
  const found = words.flatMap(({ kind, pattern }) => {
    const match = pattern.exec(text);
    return match ? [{ kind, span: { from: match.index, to: match.index + match[0].length } }] : [];
  });
  const [first] = found.toSorted((one, other) => one.span.from - other.span.from || other.span.to - one.span.to);
  return found.find(({ kind }) => kind === 'safeguarding') ?? first ?? { kind: 'support', span: null };
}
