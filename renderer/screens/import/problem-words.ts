const usual = 'Open the file in Excel, save it as a plain .xlsx or CSV, and choose it again; or choose another file.';

/** What is wrong with a file stands in the first sentence of what was said of it, and what to do in those after it. */
export function problemWords(said: string): { readonly happened: string; readonly next: string } {
  const end = said.search(/\.\s+(?=\p{Lu})/u);
  return end < 0 ? { happened: said, next: usual } : { happened: said.slice(0, end + 1), next: said.slice(end + 1).trim() };
}
