import type { Handlers } from '../../../shared/ipc/verbs';
import { closeMeeting } from '../../services/meeting/close-meeting';
import * as meetings from '../../services/meeting/meetings';
import type { Dependencies } from './dependencies';

export function meetingHandlers({ session, closeProjector }: Dependencies): Handlers['meetings'] {
  return {
    list: () => meetings.listMeetings(session()),
    plan: (input) => meetings.planMeeting(session(), input),
    edit: (input) => meetings.editMeeting(session(), input),
    cancel: (input) => meetings.cancelMeeting(session(), input),
    agreeStatement: (input) => meetings.agreeStatement(session(), input),
    setAttendance: (input) => meetings.setAttendance(session(), input),
    arrive: (input) => meetings.arrive(session(), input),
    leave: (input) => meetings.leave(session(), input),
    close: (input) => {
      const closed = closeMeeting(session(), input);
      // Nobody looks after what is on the wall once the chair is at the minutes.
      closeProjector();
      return closed;
    },
  };
}
