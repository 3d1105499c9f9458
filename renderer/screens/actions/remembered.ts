import { type ActionsView, firstActionsView } from './actions-view';

let remembered: ActionsView = firstActionsView;

/** How the actions were last looked at while this window is open, so that coming back finds the list as it was left. */
export const rememberedActions = (): ActionsView => remembered;

export function rememberActions(view: ActionsView): void {
  remembered = view;
}

/** Has the list open on what one agency has overdue, for a link that leads there; null for every agency. */
export function lookAtOverdue(agencyId: string | null): void {
  remembered = { ...firstActionsView, state: 'overdue', agencyId };
}
