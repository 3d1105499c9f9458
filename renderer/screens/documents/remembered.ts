let remembered: string | null = null;

/** Has the list open on one document, for a link that leads there. */
export function lookAtDocument(id: string): void {
  remembered = id;
}

export const rememberedDocument = (): string | null => remembered;
