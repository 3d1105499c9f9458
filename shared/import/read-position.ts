import type { StatutoryPosition } from '../language/statutory-position';
import { cleanLine, plainWords, saysNothing } from './cell-text';
import { saysAtLarge } from './read-categories';
import { blank, problem, type Reading, readAs } from './reading';

export interface PositionReading {
  readonly position: StatutoryPosition | null;
  /** `HMP Durham`, where the prison stands in the same cell. */
  readonly custodyPlace: string;
  readonly isAtLarge: boolean;
}

const prison =
  /\b(HMP(?:\s*(?:&|and|\/)\s*YOI)?|HMYOI|YOI)\b\s*([\p{L}'’. ]*?)(?=\s*(?:[-–—,;:/(]|\bon remand\b|\bremand\b|\bserving\b|\brecall|\bcustody\b|$))/iu;

const aDay = /\b\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)? ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** In this order: what is more particular comes first, as `post-sentence` before `licence` and `remand` before the prison. */
const rules: readonly (readonly [RegExp, StatutoryPosition])[] = [
  [/\b(pss|post sentence( supervision)?|supervision period)\b/, 'post-sentence'],
  [/\b(ssos?|suspended( sentence)?( order)?|suspended)\b/, 'suspended-order'],
  [/\b(yro|youth (rehabilitation )?order|youth (referral )?order|referral order|dto|yjs order|yot order)\b/, 'youth-order'],
  [/\b(remand|remanded|rem|awaiting (trial|sentence))\b/, 'remand'],
  [/\b(recalled|recall|licence recall|rtc|return to custody)\b/, 'serving'],
  [/\b(on licence|licence|license|on license|lic|released on licence|parole|hdc|home detention curfew|rotl licence)\b/, 'licence'],
  [/\b(co|comm(unity)? order|community( sentence| order)?|cro|upw|unpaid work|drr|atr|dtr)\b/, 'community-order'],
  [/\b(non stat(utory)?|nonstat(utory)?|voluntary|vol|none|no order|not statutory|non stat\w*|no statutory|expired)\b/, 'voluntary'],
  [
    /\b(serving( sentence| prisoner)?|sentenced|in custody|custody|custodial|prison|in prison|in jail|hmp|hmyoi|yoi|hmp yoi|lifer|ipp|determinate)\b/,
    'serving',
  ],
];

/** `HMP`, `HMP Durham`, `On licence`, `CO`, `SSO`, `PSS`, `Non-stat`, `UAL`: where the person stands with the courts. */
export function readPosition(text: string): Reading<PositionReading> {
  const line = cleanLine(text);
  const words = plainWords(line);
  if (words !== 'none' && saysNothing(line)) return blank;
  const isAtLarge = saysAtLarge(line);
  const place = prison.exec(line);
  const name = cleanLine(place?.[2] ?? '');
  const custodyPlace = place && name ? `${place[1]?.toUpperCase()} ${name}` : '';
  const found = rules.filter(([pattern]) => pattern.test(words)).map(([, position]) => position);
  const [first] = found;
  const isCustodyOnly = found.every((position) => position === 'serving' || position === 'remand');
  if (first === undefined) {
    return isAtLarge
      ? readAs({ position: null, custodyPlace, isAtLarge }, 'Read as at large; it does not say under what order')
      : problem('This is not a statutory position that is known here, such as Serving, Remand, Licence, Community order or Voluntary');
  }
  // Someone recalled and at large is not in prison; the licence is what they were released on.
  if (isAtLarge && isCustodyOnly) return readAs({ position: 'licence', custodyPlace: '', isAtLarge }, 'Read as on licence and at large');
  const remark =
    found.length > 1 && !isCustodyOnly
      ? 'The cell says more than one thing; the first that is certain is read'
      : aDay.test(line)
        ? 'The cell has a day in it too, which is left out: a column of its own would keep it'
        : null;
  return readAs({ position: first, custodyPlace: first === 'serving' || first === 'remand' ? custodyPlace : '', isAtLarge }, remark);
}
