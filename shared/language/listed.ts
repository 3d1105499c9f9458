/** `sex`, `sex and age`, `sex, age and ethnicity`; empty of none. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The first so many of them and how many more there are: `sex, age and 3 more`. */
export function listedUpTo(words: readonly string[], most: number): string {
  return listed(words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words);
}
