import { z } from 'zod';
import { mostNumber } from '../../insight/definitions';
import { type AreaFigures, equalityPopulations } from '../../insight/equality';
import { equalityGroupIds } from '../../insight/equality-groups';
import { type Picture, pictureIds } from '../../insight/picture';
import { cohortParts } from '../../language/cohort';
import { countedKinds } from '../../outcomes/before-after';
import type { CaseBehind, InsightChoices, ReportDraft } from '../../views/insight';
import { day, line, quarterId, someLine } from '../inputs';
import { nothing, verb } from '../verb';

const number = (most: number) => z.int().min(1).max(most).nullable();
const numbers = {
  top: number(mostNumber.top),
  burst: number(mostNumber.burst),
  arrests: number(mostNumber.arrests),
  ogrs: number(mostNumber.ogrs),
  matrix: number(mostNumber.matrix),
} as const;

const figures = {
  picture: z.enum(pictureIds),
  from: day,
  to: day,
  area: someLine.nullable(),
  cohortPart: z.enum(cohortParts).nullable(),
  /** For the picture of offending before and after adoption. */
  offending: z.strictObject({ kind: z.enum(countedKinds), window: z.int().min(28).max(3653) }).optional(),
  /** For equality monitoring: who is counted. */
  equality: z.enum(equalityPopulations).optional(),
  /** For the comparison of definitions: the number of each, null for one left out. */
  definitions: z.strictObject(numbers).optional(),
} as const;

/** A drawing of a usual window is some hundred kilobytes; larger than this is not one. */
const mostImageBytes = 16 * 1024 * 1024;
const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const png = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length <= mostImageBytes && pngStart.every((byte, index) => bytes[index] === byte), 'This is not a PNG image');

export const insight = {
  choices: verb<InsightChoices>()(nothing),
  picture: verb<Picture>()(z.strictObject(figures)),
  /** The cases that one figure counts, by name. */
  behind: verb<readonly CaseBehind[]>()(z.strictObject({ ...figures, row: line, series: line })),
  /** Saves the figures as CSV; the path, or null where cancelled. */
  saveFigures: verb<string | null>()(z.strictObject(figures)),
  /** Saves the picture as SVG, drawn for paper; the path, or null. */
  saveDrawing: verb<string | null>()(z.strictObject(figures)),
  /** Saves the picture as the window drew it, PNG; the path, or null. */
  saveImage: verb<string | null>()(z.strictObject({ ...figures, bytes: png })),
  /** What the form for a quarterly report begins with; null for the last full quarter. */
  reportDraft: verb<ReportDraft>()(z.strictObject({ quarter: quarterId.nullable() })),
  /** The area's own population, for equality monitoring. */
  population: verb<AreaFigures>()(nothing),
  /** Shares in tenths of a per cent; a group that is null or left out is not known. */
  savePopulation: verb<void>()(
    z.strictObject({ source: line, perThousand: z.partialRecord(z.enum(equalityGroupIds), z.int().min(0).max(1000).nullable()) }),
  ),
} as const;
