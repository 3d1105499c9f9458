import type { Handlers } from '../../../shared/ipc/verbs';
import * as events from '../../services/cases/events';
import type { Dependencies } from './dependencies';

export function outcomeHandlers({ session }: Dependencies): Handlers['outcomes'] {
  return {
    ofCase: (input) => events.getOutcomes(session(), input),
    recordEvent: (input) => events.recordOutcomeEvent(session(), input),
    withdrawEvent: (input) => events.withdrawOutcomeEvent(session(), input),
    saveCustody: (input) => events.saveCustody(session(), input),
    withdrawCustody: (input) => events.withdrawCustody(session(), input),
    beforeAfter: (input) => events.compareBeforeAndAfter(session(), input),
  };
}
