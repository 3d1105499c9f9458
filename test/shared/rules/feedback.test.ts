import { describe, expect, test } from 'vitest';
import { type FeedbackFacts, feedbackText } from '../../../shared/rules/feedback';

const facts: FeedbackFacts = {
  forenames: 'Dean',
  surname: 'CARTERWICK',
  referredOn: '2026-01-05',
  latest: { kind: 'adopted', on: '2026-01-20' },
  positives: ['Found or kept a job', 'Tenancy or settled home'],
  completed: ['Riverbend, community prescribing'],
  mayReadCase: false,
};

describe('what the one who referred is told (CAM R11.ii)', () => {
  test('is that they were taken on and what went well', () => {
    expect(feedbackText(facts)).toBe(
      'On 5 Jan 2026 you referred Dean CARTERWICK to us. They joined the scheme on 20 Jan 2026. Since then: found or kept a job and tenancy or settled home. They completed one programme. Thank you for the referral. Please do not pass this on.',
    );
  });

  test('names a service only to an agency that may read the case, since its name says what is wrong', () => {
    expect(feedbackText(facts)).not.toContain('Riverbend');
    expect(feedbackText({ ...facts, mayReadCase: true })).toContain('Riverbend, community prescribing');
  });

  test.each([
    [null, 'has not decided'],
    [{ kind: 'declined', on: '2026-01-20' }, 'did not join the scheme on 20 Jan 2026'],
    [{ kind: 'reviewed', on: null }, 'on the scheme, last reviewed'],
    [{ kind: 'left', on: '2026-02-20' }, 'left the scheme on 20 Feb 2026'],
  ] as const)('says where it stands for %j', (latest, words) => {
    expect(feedbackText({ ...facts, latest })).toContain(words);
  });
});
