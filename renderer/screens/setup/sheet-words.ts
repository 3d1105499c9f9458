/** How many words a recovery sheet has. */
export const wordCount = 18;

/** The words typed from a sheet. Their numbers may be typed along with them, as they stand on it. */
export const wordsTyped = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];
