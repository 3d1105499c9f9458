import { type NeedPriority, type Pathway, pathwayName, pathways } from '../language/pathway';
import { cleanLine, longestLine, plainWords, saysNothing, shorten } from './cell-text';

/** The parts of a cell that lists several things, split at `;`, `/` and new lines, each once. */
export function readList(text: string): readonly string[] {
  const parts = text
    .split(/[;\n\r]|\s\/\s/)
    .map((part) => cleanLine(part.replace(/^\s*(?:[-•*·]|\d{1,2}[.)])\s+/, '')))
    .filter((part) => !saysNothing(part));
  return withoutRepeats(parts);
}

/** Other names: a slash without spaces parts them too, and `aka` in front goes. */
export function readAliases(text: string): readonly string[] {
  const parts = readList(text).flatMap((part) => part.split('/'));
  return withoutRepeats(
    parts
      .map((part) => cleanLine(part.replace(/^(a\.?k\.?a\.?|alias(es)?|also known as)[:\s]+/i, '')).replace(/^["“'‘](.+)["”'’]$/, '$1'))
      .filter((part) => !saysNothing(part)),
  );
}

export interface NeedReading {
  readonly pathway: Pathway;
  /** As the cell says it; null where it does not. */
  readonly priority: NeedPriority | null;
}

const pathwayWords: Readonly<Record<Pathway, RegExp>> = {
  accommodation: /^(accommodation|accomm?|housing|homeless(ness)?|nfa|no fixed abode)\b/,
  employment: /^(ete|eet|neet|education|training|employment|unemploy\w*|work|jobs?|ete employment)\b/,
  drugs: /^(drugs?|substance( misuse| abuse)?|class a|sms)\b/,
  alcohol: /^(alcohol|alc|drink(ing)?|etoh)\b/,
  health: /^(health|mental health|mh|physical health|emotional wellbeing|wellbeing)\b/,
  finance: /^(finance|finances|financial|benefits?|debts?|money|fbd)\b/,
  family: /^(family|famil\w+|relationships?|children|dv|domestic)\b/,
  thinking: /^(thinking|thinking (and )?behaviour|tsp|cognitive|behaviour)\b/,
  lifestyle: /^(lifestyle|associates|peers|gang\w*)\b/,
  attitudes: /^(attitudes?)\b/,
};

const pathwayOfName = new Map(pathways.map((pathway) => [plainWords(pathwayName[pathway]), pathway]));

const priorityWords: Readonly<Record<string, NeedPriority>> = {
  high: 'high',
  h: 'high',
  medium: 'medium',
  med: 'medium',
  m: 'medium',
  low: 'low',
  l: 'low',
};

/** The pathway that some words name, whatever follows them. */
export function pathwayOf(text: string): Pathway | null {
  const words = plainWords(text);
  return pathwayOfName.get(words) ?? pathways.find((pathway) => pathwayWords[pathway].test(words)) ?? null;
}

/** `Drugs (high); accommodation`: needs by pathway, and what could not be told. Commas part them where the words allow. */
export function readNeeds(text: string): { readonly needs: readonly NeedReading[]; readonly unknown: readonly string[] } {
  const found = new Map<Pathway, NeedReading>();
  const unknown: string[] = [];
  const keep = (part: string): boolean => {
    const priority = priorityOf(part);
    const pathway = pathwayOf(priority.rest);
    if (pathway && !found.get(pathway)?.priority) found.set(pathway, { pathway, priority: priority.priority });
    return pathway !== null;
  };
  for (const part of readList(text)) {
    if (part.length > longestLine) unknown.push(shorten(part, 60));
    else if (pathwayOfName.has(plainWords(priorityOf(part).rest))) keep(part);
    else
      for (const smaller of part.split(/[,+&/]|\band\b/i)) if (!saysNothing(smaller) && !keep(smaller)) unknown.push(shorten(smaller, 60));
  }
  return { needs: [...found.values()], unknown };
}

/** A column headed by a pathway, as `Accommodation`, with `Y`, `High` or a cross in its cells. Null: no need there. */
export function readNeedMark(text: string): { readonly priority: NeedPriority | null } | null | 'unclear' {
  const words = plainWords(text);
  if (/^[x✓✔☑]$/iu.test(text.trim())) return { priority: null };
  if (saysNothing(text) || /^(n|no|0|false|no need|not a need)$/.test(words)) return null;
  if (/^(y|yes|1|true|need|identified)$/.test(words)) return { priority: null };
  const priority = priorityWords[words.replace(/^(yes|y|need) /, '').replace(/ (need|priority)$/, '')];
  return priority ? { priority } : 'unclear';
}

function priorityOf(text: string): { readonly priority: NeedPriority | null; readonly rest: string } {
  const match = /^(.*?)[\s:([–—-]+(high|medium|med|low|h|m|l)(?: (?:need|priority))?\s*[)\]]?$/i.exec(cleanLine(text));
  const before = /^(high|medium|low)[\s:–—-]+(.*)$/i.exec(cleanLine(text));
  const [word, rest] = match ? [match[2], match[1]] : before ? [before[1], before[2]] : [];
  return word === undefined ? { priority: null, rest: text } : { priority: priorityWords[word.toLowerCase()] ?? null, rest: rest ?? '' };
}

function withoutRepeats(parts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return parts.filter((part) => {
    const words = plainWords(part);
    const isFirst = !seen.has(words);
    seen.add(words);
    return isFirst;
  });
}
