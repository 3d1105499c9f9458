/** "12 days’ wait", "no wait". */
export const waitWords = (days: number) => (days === 0 ? 'no wait' : days === 1 ? '1 day’s wait' : `${days} days’ wait`);
