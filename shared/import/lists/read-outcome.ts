import type { OutcomeEventKind, PositiveKind, SeverityGroup } from '../../language/outcome-event';
import { type OffenceGroup, offenceGroupName, offenceGroups } from '../../language/selection';
import { offenceGroupOf } from '../../rules/scoring';
import { plainWords, saysNothing } from '../cell-text';

/** What is not there is said too: "released without charge", "no breach". */
const denied = /\b(no|not|without|never|nfa)\b(?: \w+)? (arrest|charge|convict|breach|recall)|no further action/;

const told: readonly (readonly [RegExp, OutcomeEventKind])[] = [
  [/\brecall(s|ed)?\b/, 'recall'],
  [/\bbreach(es|ed)?\b/, 'breach'],
  [/\bconvict(ion|ions|ed)\b|\bfound guilty\b/, 'conviction'],
  [/\bcharge(s|d)?\b/, 'charge'],
  [/\barrest(s|ed)?\b/, 'arrest'],
];

const wentWell: readonly (readonly [RegExp, PositiveKind])[] = [
  [/\b(job|work|employ\w*)\b/, 'job'],
  [/\b(train\w*|course|college|qualif\w*)\b/, 'training'],
  [/\b(tenancy|hous\w*|accommodation|home)\b/, 'tenancy'],
  [/\b(treatment|detox\w*|rehab\w*)\b/, 'treatment-completed'],
  [/\b(debts?|benefits?)\b/, 'debt-settled'],
  [/\b(family|children|contact)\b/, 'family'],
];

/**
 * Whether a row is one of the events that are counted before and after adoption: an arrest, charge, conviction, breach
 * or recall by the kind that the list gives or, where it gives none, by its title; something that went well by its kind
 * alone. An offence is none of these: nobody says that anyone was arrested for it.
 */
export function readOutcomeKind(kind: string, title: string): OutcomeEventKind | null {
  const words = plainWords(saysNothing(kind) ? title : kind);
  if (denied.test(words)) return null;
  if (!saysNothing(kind) && /\b(positive|achieve\w*|success\w*|went well|progress)\b/.test(words)) return 'positive';
  return told.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

export function readPositiveKind(title: string): PositiveKind {
  const words = plainWords(title);
  return wentWell.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
}

const severities: readonly (readonly [RegExp, SeverityGroup])[] = [
  [/^(most|very|extremely) (serious|severe|grave)$|^(gravest|critical|very high)$/, 'most-serious'],
  [/^(less|least|not) (serious|severe|grave)$|^(low|minor|slight|petty)$/, 'less-serious'],
  [/^(middling|medium|moderate|middle|mid)$/, 'middling'],
  [/^(serious|severe|grave|high|major)$/, 'serious'],
];

/** Null where it cannot be told. */
export function readSeverity(text: string): SeverityGroup | null {
  const words = plainWords(text).replace(/ (harm|severity|risk|offence)$/, '');
  return severities.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** By the name of a group, else by what its words point to; null where they are empty. */
export function readOffenceGroup(text: string): OffenceGroup | null {
  if (saysNothing(text)) return null;
  const words = plainWords(text);
  return offenceGroups.find((group) => plainWords(offenceGroupName[group]) === words) ?? offenceGroupOf(text);
}
