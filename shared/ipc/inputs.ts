import { z } from 'zod';
import { leastPassphrase } from '../rules/passphrase';

/**
 * Inputs as they cross the bridge. Control characters other than tab and newline never get in: they are not text,
 * they break documents and spreadsheets, and they can hide what a line says.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const wellFormed = (text: string) =>
  text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(controls, '').normalize('NFC');

/** Longest prose in one field: some 40 pages. Longer than any discussion, and short enough to stay quick. */
export const mostProse = 200_000;
export const mostLine = 500;

export const id = z.string().regex(/^[0-9A-Za-z:-]{1,64}$/, 'This is not an id');
export const line = z
  .string()
  .transform((text) => wellFormed(text).replace(/\s+/g, ' ').trim())
  .pipe(z.string().max(mostLine, `This is longer than ${mostLine} characters`));
/** A quarter of the calendar: `2025-Q4`. */
export const quarterId = z.string().regex(/^\d{4}-Q[1-4]$/, 'This is not a quarter');
export const someLine = line.pipe(z.string().min(1, 'This cannot be empty'));
export const prose = z
  .string()
  .transform(wellFormed)
  .pipe(z.string().max(mostProse, `This is longer than ${mostProse.toLocaleString('en-GB')} characters`));
export const someProse = prose.pipe(z.string().regex(/\S/, 'This cannot be empty'));
/** A real calendar day from 1900 to 2100. */
export const day = z.iso
  .date('This is not a date')
  .refine((text) => text >= '1900-01-01' && text <= '2100-12-31', 'This date is not between 1900 and 2100');
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'This is not a time of day');
export const minutes = z.int().min(0).max(600);
export const passphrase = z.string().min(1).max(1000);
export const newPassphrase = z.string().min(leastPassphrase, `A passphrase has at least ${leastPassphrase} characters`).max(1000);
