import { cleanLine, isShortened, plainWords, saysNothing, shortenedNumber } from './cell-text';
import { blank, problem, type Reading, readAs } from './reading';

export const identifierKinds = ['pnc', 'crn', 'prisonNumber', 'reference'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];
export const identifierName: Readonly<Record<IdentifierKind, string>> = {
  pnc: 'PNC number',
  crn: 'CRN',
  prisonNumber: 'prison number',
  reference: 'reference',
};

export const pncShape = /^(?:\d{2}|\d{4})\/\d{1,7}[A-Z]$/;
export const crnShape = /^[A-Z]\d{6}$/;
/** NOMIS numbers, and the older `AB1234` that some files still carry. */
export const prisonNumberShape = /^(?:[A-Z]\d{4}[A-Z]{2}|[A-Z]{2}\d{4})$/;
const shapes = { pnc: pncShape, crn: crnShape, prisonNumber: prisonNumberShape } as const;

/** The numbers of a kind among what else a cell holds: `97/112X, CRO 45678/97B` has one PNC number. */
const amongOthers = {
  pnc: /(?<![\p{L}\d/])(?:\d{4}|\d{2})\/\d{1,7} ?[A-Z](?![\p{L}\d/])/giu,
  crn: /(?<![\p{L}\d/])[A-Z]\d{6}(?![\p{L}\d/])/giu,
  prisonNumber: /(?<![\p{L}\d/])[A-Z]\d{4}[A-Z]{2}(?![\p{L}\d/])/giu,
} as const;

/**
 * Upper case and without spaces. Where the cell holds other things too, the one number of this kind in it; where it holds
 * several, none. One that does not look right is kept as written, with a remark.
 */
export function readIdentifier(kind: IdentifierKind, text: string): Reading<string> {
  // The apostrophe in front by which somebody told Excel to leave the number alone.
  const line = cleanLine(text).replace(/^['’](?=[\p{L}\p{N}])/u, '');
  if (saysNothing(line)) return blank;
  if (isShortened(line)) return problem(shortenedNumber(line));
  if (kind === 'reference') return readAs(line);
  const tight = line
    .toUpperCase()
    .replace(/^(PNC|CRN|NOMIS|NOMS|NO)\b[\s.:#-]*(ID|NO|NUMBER)?[\s.:#-]*(?=[A-Z0-9])/, '')
    .replace(/\s+/g, '')
    .replace(/[\\–—-]/g, kind === 'pnc' ? '/' : '');
  const shape = shapes[kind];
  if (shape.test(tight)) return readAs(tight);
  const among = new Set((line.match(amongOthers[kind]) ?? []).map((found) => found.toUpperCase().replace(/\s+/g, '')));
  const [only] = among;
  if (among.size > 1)
    return problem(`The cell holds ${among.size} ${identifierName[kind]}s (${[...among].join(', ')}); the cell is left out`);
  if (only !== undefined) return readAs(only, `Only ${only} is read as the ${identifierName[kind]}; what else the cell says is left out`);
  return readAs(line.toUpperCase(), `This does not look like a ${identifierName[kind]}; it is kept as written`);
}

/** For recognising: `2003/0123456K` and `03/123456K` are one PNC number. Empty where there is none. */
export function identifierKey(kind: IdentifierKind, value: string): string {
  if (kind === 'reference') return plainWords(value);
  const tight = value.toUpperCase().replace(/\s+/g, '');
  const pnc = kind === 'pnc' ? /^(?:\d{2})?(\d{2})\/0*(\d+)([A-Z])$/.exec(tight) : null;
  return pnc ? `${pnc[1]}/${pnc[2]}${pnc[3]}` : tight;
}
