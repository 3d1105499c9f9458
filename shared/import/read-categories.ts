import type { CohortPart, MappaLevel, OgrsBand, RoshLevel } from '../language/cohort';
import { ogrsBandName, ogrsBandOf } from '../language/cohort';
import { type Colour, colourWord } from '../language/colour';
import { cleanLine, plainWords, saysNothing } from './cell-text';
import { blank, problem, type Reading, readAs } from './reading';

const colourOfWord: Readonly<Record<string, Colour>> = {
  red: 'R',
  amber: 'A',
  amb: 'A',
  orange: 'A',
  yellow: 'A',
  green: 'G',
  grn: 'G',
  blue: 'B',
};
const atLargeWords = /\b(wanted|ual|unlawfully at large|at large|absconded|absconder|fail(ed)? to appear|fta warrant)\b/;
const notAtLarge = /\b(no longer|not|was|previously) (wanted|ual|at large)\b/;

export function saysAtLarge(text: string): boolean {
  const words = plainWords(text);
  return atLargeWords.test(words) && !notAtLarge.test(words);
}

export interface ColourReading {
  readonly colour: Colour;
  /** What else the cell says: `wanted` of `Red - wanted`. */
  readonly remainder: string;
}

/** `Red`, `R`, `RED - wanted`, `RAG: amber`. Two colours in a cell are never chosen between. */
export function readColour(text: string): Reading<ColourReading> {
  const line = cleanLine(text);
  if (saysNothing(line)) return blank;
  const words = plainWords(line).split(' ');
  const named = new Set(words.flatMap((word) => colourOfWord[word] ?? []));
  const remainder = cleanLine(
    line
      .replace(/\b(rag( status| rating)?|red|amber|amb|orange|yellow|green|grn|blue)\b/gi, ' ')
      .replace(/^[\s:;,()/–—-]+|[\s:;,(/–—-]+$/g, ''),
  );
  const [only] = named;
  if (named.size === 1 && only) return readAs({ colour: only, remainder: remainder.replace(/^\(?([^()]*)\)$/, '$1') });
  if (named.size > 1) return problem(`The cell names ${named.size} colours (${[...named].map((colour) => colourWord[colour]).join(', ')})`);
  if (/^[ragb](\s*[/,&>→-]+\s*[ragb])+$/i.test(line)) return problem('The cell names several colours');
  // O and Y stand for open and yes as well, and a letter before a stroke for much else: O/S, A/L, B/F.
  const letter = /^([ragb])(?:\b[\s:;,()–—-]+(.*))?$/i.exec(line);
  if (letter) {
    const colour = ({ r: 'R', a: 'A', g: 'G', b: 'B' } as const)[letter[1]?.toLowerCase() as 'r'];
    return readAs({ colour, remainder: cleanLine((letter[2] ?? '').replace(/\)$/, '')) });
  }
  return problem('This is not one of the colours Red, Amber, Green and Blue');
}

const levelWords: Readonly<Record<string, 'low' | 'medium' | 'high' | 'very-high'>> = {
  l: 'low',
  low: 'low',
  m: 'medium',
  med: 'medium',
  medium: 'medium',
  moderate: 'medium',
  h: 'high',
  high: 'high',
  v: 'very-high',
  vh: 'very-high',
  vhigh: 'very-high',
  'v high': 'very-high',
  'very high': 'very-high',
};
const withoutLabel = (words: string) =>
  words
    .replace(/^(rosh|risk of serious harm|risk|level|ogrs3?|ogp|band)\s+/, '')
    .replace(/\s+(risk|rosh|risk of serious harm|band|level)$/, '');

export function readRosh(text: string): Reading<RoshLevel> {
  const words = withoutLabel(plainWords(text));
  if (
    /^(not (yet )?(been )?assessed|unassessed|no assessment|not complete[d]?|outstanding|oasys (due|outstanding|not complete[d]?))$/.test(
      words,
    )
  )
    return readAs('not-assessed');
  if (saysNothing(text)) return blank;
  const level = levelWords[words];
  return level ? readAs(level) : problem('This is not a level of risk: Low, Medium, High, Very high or Not assessed');
}

/** `L2`, `Level 2`, `Cat 1 L2`, `MAPPA 3`; `n/a` and `No` mean not managed under MAPPA. */
export function readMappa(text: string): Reading<MappaLevel> {
  const words = plainWords(text).replace(/^mappa\s*/, '');
  if (/^(n a|na|no|n|none|nil|not applicable|not mappa|non mappa|not eligible|0|false)$/.test(words)) return readAs('none');
  if (saysNothing(text) && plainWords(text) !== 'mappa') return blank;
  const level =
    /\b(?:l|lvl|level)\s*([123])\b/.exec(words)?.[1] ??
    /^([123])$/.exec(words)?.[1] ??
    /^c(?:at|ategory)?\s*[1-4]\s+([123])$/.exec(words)?.[1];
  if (level) return readAs(level as MappaLevel);
  if (/^c(at|ategory)?\s*[1-4]$/.test(words)) return problem('This gives a MAPPA category but no level');
  return problem('This is not a MAPPA level: 1, 2, 3 or none');
}

export interface OgrsReading {
  readonly score: number | null;
  readonly band: OgrsBand | null;
}

/** `78`, `78%`, `0.78`, `78 High`, `High (78)`, `High`. The score is the percentage, 0 to 100. */
export function readOgrs(text: string): Reading<OgrsReading> {
  if (saysNothing(text)) return blank;
  const line = cleanLine(text).replace(/^ogrs\s*[34]?\b\s*[:=-]?\s*/i, '');
  const numbers = line.match(/\d+(?:\.\d+)?/g) ?? [];
  const words = withoutLabel(plainWords(line.replace(/\d+(?:\.\d+)?|%/g, ' ')));
  const band = words === '' ? null : words === 'prolific' ? 'prolific' : levelWords[words];
  if (band === undefined || numbers.length > 1 || /-\s*\d/.test(line)) return problem('This is not an OGRS score or band');
  if (numbers.length === 0) return band === null ? problem('This is not an OGRS score or band') : readAs({ score: null, band });
  const number = Number(numbers[0]);
  // A percentage in Excel is stored as a fraction of one.
  const score = Math.round(number > 0 && number < 1 && !line.includes('%') ? number * 100 : number);
  if (score > 100) return problem('An OGRS score is a percentage from 0 to 100');
  const derived = ogrsBandOf(score);
  const disagrees = band !== null && band !== 'prolific' && band !== derived;
  return readAs({ score, band }, disagrees ? `${score} falls in the ${ogrsBandName[derived]} band; the band is kept as written` : null);
}

export function readCohortPart(text: string): Reading<CohortPart> {
  if (saysNothing(text)) return blank;
  const found = new Set(plainWords(text).match(/\b(fixed|flex|free)\b/g) ?? []);
  const [only] = found;
  if (found.size === 1) return readAs(only as CohortPart);
  return problem('This is not a part of the cohort: Fixed, Flex or Free');
}

const sexes: Readonly<Record<string, string>> = { m: 'Male', male: 'Male', man: 'Male', f: 'Female', female: 'Female', woman: 'Female' };

/** `M` and `F` are written out; anything else stays in the file's own words. */
export function readSex(text: string): Reading<string> {
  if (saysNothing(text)) return blank;
  return readAs(sexes[plainWords(text)] ?? cleanLine(text));
}
