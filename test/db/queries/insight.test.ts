import { expect, test } from 'vitest';
import { releaseFacts } from '../../../db/queries/insight';
import { releaseChecks, releases } from '../../../db/schema';
import { type ReadinessState, readinessItems } from '../../../shared/language/release';
import { addCase } from '../../support/builders';
import { openTestScheme } from '../../support/session';

test('What nobody said anything on was not ready at a release, no more than what was open or only in hand (CAM 3.3.57).', () => {
  const session = openTestScheme();
  const gapsWith = (states: readonly ReadinessState[]) => {
    const caseId = addCase(session);
    const releaseId = `${caseId}:r1`;
    session.record('release recorded', (operation) => {
      operation.put(releases, releaseId, { caseId, state: 'released', endedOn: '2026-02-10' });
      for (const [at, item] of readinessItems.entries()) {
        const state = states[at];
        if (state !== undefined) operation.put(releaseChecks, `${releaseId}:${item}`, { caseId, releaseId, item, state });
      }
    });
    return releaseFacts(session.read, '2026-02-01', '2026-03-03').find((fact) => fact.caseId === caseId)?.gaps;
  };
  expect(gapsWith([])).toBe(readinessItems.length);
  expect(gapsWith(readinessItems.map(() => 'ready'))).toBe(0);
  expect(gapsWith(readinessItems.map((_, at) => (at < 2 ? 'not-needed' : 'ready')))).toBe(0);
  expect(gapsWith(['open', 'in-hand', 'ready', 'not-needed', 'ready'])).toBe(3);
  session.connection.close();
});
