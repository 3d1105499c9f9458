import { othersInMeeting } from '../../../db/queries/sharing';
import type { Handlers } from '../../../shared/ipc/verbs';
import * as chairing from '../../services/meeting/chairing';
import { recordDecision } from '../../services/meeting/decisions';
import type { Dependencies } from './dependencies';

export function chairingHandlers({ session, openProjector, closeProjector }: Dependencies): Handlers['chairing'] {
  return {
    get: (input) => chairing.getChair(session(), input),
    others: ({ meetingId }) => othersInMeeting(session().read, meetingId, session().device.id),
    item: (input) => chairing.getChairItem(session(), input),
    begin: (input) => chairing.beginItem(session(), input),
    finish: (input) => chairing.finishItem(session(), input),
    keepDraft: (input) => chairing.keepDraft(session(), input),
    recordDiscussion: (input) => chairing.recordDiscussion(session(), input),
    recordDecision: (input) => recordDecision(session(), input),
    contribute: (input) => chairing.contribute(session(), input),
    reviseUpdate: (input) => chairing.reviseUpdate(session(), input),
    openProjector: ({ meetingId }) => {
      // While the scheme is locked nothing is put on a wall.
      session();
      openProjector(meetingId);
    },
    closeProjector: () => closeProjector(),
  };
}
