import { useState } from 'react';
import { announce } from '../../../components/announcements';
import { failureWords } from '../../../data/failure';
import { callVerb } from '../../../data/queries';
import type { RuleRemoval } from './rules';

export interface RuleChanges {
  /** Runs one change of a rule; true once it is recorded. The reason why not stays in `problem`. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly remove: (meetingId: string, removal: RuleRemoval) => void;
  readonly problem: string | null;
  readonly isBusy: boolean;
}

export function useRuleChanges(): RuleChanges {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
      setProblem(null);
      return true;
    } catch (failure) {
      setProblem(failureWords(failure));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    run,
    remove: (meetingId, removal) =>
      void run(() => removalCall(meetingId, removal)).then((isDone) => (isDone ? announce('Rule taken back') : undefined)),
    problem,
    isBusy,
  };
}

function removalCall(meetingId: string, removal: RuleRemoval): Promise<unknown> {
  switch (removal.kind) {
    case 'order':
      return callVerb('agenda', 'setOrderRule', { meetingId, order: 'any' });
    case 'sittings':
      return callVerb('agenda', 'setSittings', { meetingId, sittings: null });
    case 'most':
      return callVerb('agenda', 'setMostMinutes', { meetingId, minutes: null });
    case 'fixed':
      return callVerb('agenda', 'setFixedStart', { itemId: removal.itemId, startsAt: null });
    case 'visit':
      return callVerb('agenda', 'removeVisit', { meetingId, agencyId: removal.agencyId });
    case 'cases':
      return callVerb('agenda', 'removeCaseRule', { ruleId: removal.ruleId });
    case 'break':
      return callVerb('agenda', 'removeBreak', { breakId: removal.breakId });
  }
}
