/**
 * A cell that Excel or LibreOffice would run as a formula when it opens a CSV file: it begins with `=`, `+`, `-` or `@`
 * (also full width), with a tab or a line end. Spaces, other unseen signs and apostrophes in front do not make it safe.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters in front hide a formula from the eye
const dangerous = /^[\s\u0000-\u001f\u007f-\u009f\u200b\ufeff']*[=+\-@＝＋－＠]|^'*[\t\r\n]/;

/**
 * An apostrophe in front, which spreadsheets take for the mark of plain text: what OWASP advises against CSV injection.
 * A cell that already begins with apostrophes before such a sign gets one more, so `unguard` restores every text exactly.
 */
export function guard(cell: string): string {
  return dangerous.test(cell) ? `'${cell}` : cell;
}

/** Takes off the apostrophe that `guard` puts on, and no other. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && dangerous.test(cell.slice(1)) ? cell.slice(1) : cell;
}
