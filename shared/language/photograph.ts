/**
 * How large a photograph may be. A briefing prints it 2 cm wide, so this is finer than paper shows; and it goes through the
 * log to every device that may read the case, once for each time that it is replaced.
 */
export const mostPhotographBytes = 100_000;
/** Pixels of the longer side. */
export const mostPhotographSide = 640;
export const leastPhotographSide = 40;
