import type { Handlers } from '../../../shared/ipc/verbs';
import * as actions from '../../services/actions';
import type { Dependencies } from './dependencies';

export function actionHandlers({ session }: Dependencies): Handlers['actions'] {
  return {
    list: (input) => actions.listActions(session(), input),
    updates: (input) => actions.actionStory(session(), input),
    create: (input) => actions.createAction(session(), input),
    settle: (input) => actions.settleActions(session(), input),
    reopen: (input) => actions.reopenActions(session(), input),
    update: (input) => actions.noteOnActions(session(), input),
    reword: (input) => actions.rewordAction(session(), input),
    changeDue: (input) => actions.changeDue(session(), input),
    reassign: (input) => actions.reassignActions(session(), input),
  };
}
