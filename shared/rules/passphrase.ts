/** Letters of a new passphrase at the least: three or four words are easy to keep and long enough. */
export const leastPassphrase = 12;
