/** "EVANSMERE, Jade": how a case is called in every list and document. A row whose names have not arrived yet still has one. */
export function caseName(surname: string, forenames: string): string {
  const parts = [surname.toUpperCase(), forenames].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : 'Unnamed case';
}
