import type { AgendaOrderRule } from '../../../../shared/agenda/day-rules';
import type { ViolationNames } from '../../../../shared/agenda/violations';
import type { AgendaView } from '../../../../shared/views/agenda';

export const orderRuleName: Readonly<Record<AgendaOrderRule, string>> = {
  any: 'Any order',
  'red-first': 'Red first',
  'by-colour': 'Red, Amber, Green, Blue',
};

/** What takes a rule back. */
export type RuleRemoval =
  | { readonly kind: 'order' | 'sittings' | 'most' }
  | { readonly kind: 'fixed'; readonly itemId: string }
  | { readonly kind: 'visit'; readonly agencyId: string }
  | { readonly kind: 'cases'; readonly ruleId: string }
  | { readonly kind: 'break'; readonly breakId: string };

export interface RuleLine {
  readonly key: string;
  readonly words: string;
  readonly removal: RuleRemoval;
}

/** The kinds of rules that can be set, in the words of the list from which they are chosen. */
export const ruleKinds = [
  { id: 'visit', name: 'An agency comes only then, or by call' },
  { id: 'fixed', name: 'A case starts at a fixed time' },
  { id: 'together', name: 'Two cases together' },
  { id: 'apart', name: 'Two cases apart: their agencies must not meet' },
  { id: 'not-while', name: 'A case not while an agency is in the room' },
  { id: 'order', name: 'Colours in order' },
  { id: 'break', name: 'A break at a time' },
  { id: 'sittings', name: 'Two sittings' },
  { id: 'most', name: 'A longest time for the meeting' },
] as const;
export type RuleKind = (typeof ruleKinds)[number]['id'];

/** Every rule of a meeting as one sentence, with what takes it back. */
export function ruleLines({ rules, items, breaks }: AgendaView, names: ViolationNames): readonly RuleLine[] {
  const { caseName, agencyName } = names;
  const lines: RuleLine[] = [];
  if (rules.order !== 'any') lines.push({ key: 'order', words: `${orderRuleName[rules.order]}.`, removal: { kind: 'order' } });
  for (const visit of rules.visits)
    lines.push({
      key: `visit ${visit.agencyId}`,
      words: `${agencyName(visit.agencyId)} ${visitWords(visit)}.`,
      removal: { kind: 'visit', agencyId: visit.agencyId },
    });
  for (const { id, fixedStart } of items)
    if (fixedStart !== null)
      lines.push({ key: `fixed ${id}`, words: `${caseName(id)} starts at ${fixedStart}.`, removal: { kind: 'fixed', itemId: id } });
  for (const rule of rules.caseRules) {
    const removal = { kind: 'cases', ruleId: rule.id } as const;
    if (rule.kind === 'not-while') {
      const why = rule.reason === '' ? '' : ` (${rule.reason})`;
      lines.push({ key: rule.id, words: `${caseName(rule.itemId)} not while ${agencyName(rule.agencyId)} is in the room${why}.`, removal });
    } else {
      const [one, other] = rule.itemIds.map(caseName);
      const words = rule.kind === 'together' ? `${one} and ${other} together.` : `${one} and ${other} apart: their agencies must not meet.`;
      lines.push({ key: rule.id, words, removal });
    }
  }
  for (const pause of breaks)
    if (pause.at !== null)
      lines.push({
        key: pause.id,
        words: `${pause.title || 'Break'} at ${pause.at}, ${pause.minutes} min.`,
        removal: { kind: 'break', breakId: pause.id },
      });
  if (rules.sittings)
    lines.push({
      key: 'sittings',
      words: `Two sittings: the first ends by ${rules.sittings.firstEndsAt}, the second starts at ${rules.sittings.secondStartsAt}.`,
      removal: { kind: 'sittings' },
    });
  if (rules.mostMinutes !== null) lines.push({ key: 'most', words: `No longer than ${rules.mostMinutes} min.`, removal: { kind: 'most' } });
  return lines;
}

/** `comes only from 10:00 to 11:00, by call`. */
export function visitWords({
  from,
  until,
  isRemote,
}: {
  readonly from: string | null;
  readonly until: string | null;
  readonly isRemote: boolean;
}) {
  const when =
    from !== null && until !== null
      ? `comes only from ${from} to ${until}`
      : from !== null
        ? `comes from ${from}`
        : until !== null
          ? `leaves by ${until}`
          : '';
  return [when, isRemote ? (when === '' ? 'comes by call' : 'by call') : ''].filter((part) => part !== '').join(', ');
}
