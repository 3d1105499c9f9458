import { describe, expect, it } from 'vitest';
import { failureWords } from '../../../renderer/data/failure';

describe('what a failure says', () => {
  it('keeps the sentence and drops what Electron puts before it', () => {
    const failure = new Error("Error invoking remote method 'cases.edit': Error: The disk is full, so this was not saved.");
    expect(failureWords(failure)).toBe('The disk is full, so this was not saved.');
  });

  it('says something even where there is nothing to say', () => {
    expect(failureWords(undefined)).toMatch(/could not be done/);
    expect(failureWords(new Error(''))).toMatch(/could not be done/);
  });
});
