let chosen: string | null = null;

/** The release that the list opens on. */
export const rememberedRelease = (): string | null => chosen;

export function rememberRelease(caseId: string | null): void {
  chosen = caseId;
}
