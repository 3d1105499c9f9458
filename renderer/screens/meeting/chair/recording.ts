import { useMemo } from 'react';
import { colourWord } from '../../../../shared/language/colour';
import { addDays } from '../../../../shared/language/dates';
import type { ChairItemView, ChairView } from '../../../../shared/views/chairing';
import { useAction } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { useActionLine } from './action-draft';
import type { Pending } from './before-next';
import {
  colourDraftOf,
  colourProblem,
  type DecisionDefaults,
  decisionOf,
  decisionProblem,
  discussionOf,
  isDecisionPending,
  isDiscussionPending,
} from './case-drafts';
import { readerOf, useDesk } from './desk';

/** What is typed for each, and no longer typing once it is recorded. */
const recordedBy = {
  discussion: ['discussion', 'discussion-seen'],
  decision: ['decision', 'decision-text', 'rationale', 'agreed', 'dissent', 'review-due'],
  colour: ['colour', 'colour-reason'],
  action: ['action', 'action-corrections'],
  update: ['update', 'update-agency'],
} as const;

/** What records the typing on one case. Each resolves to true once it is recorded, or where there was nothing to record. */
export interface Recording {
  readonly discussion: () => Promise<boolean>;
  readonly decision: () => Promise<boolean>;
  readonly colour: () => Promise<boolean>;
  readonly action: () => Promise<boolean>;
  readonly update: () => Promise<boolean>;
  /** How everything typed on the case stands now. */
  readonly pending: () => readonly Pending[];
  readonly isBusy: boolean;
}

/** Selection and review are joint decisions of police and probation (STRAT 17), and a review date is always set. */
export function useDecisionDefaults(heldOn: string | null): DecisionDefaults {
  const { scheme, today } = useScheme();
  return useMemo(
    () => ({
      agreedBy: scheme.agencies.filter((agency) => agency.isCore && !agency.isWithdrawn).map((agency) => agency.id),
      reviewDue: addDays(heldOn ?? today, scheme.reviewWeeks * 7),
    }),
    [scheme, today, heldOn],
  );
}

export function useRecording(meeting: Pick<ChairView, 'meetingId' | 'heldOn'>, item: ChairItemView): Recording {
  const desk = useDesk();
  const { today } = useScheme();
  const defaults = useDecisionDefaults(meeting.heldOn);
  const recordDiscussion = useAction('chairing', 'recordDiscussion');
  const recordDecision = useAction('chairing', 'recordDecision');
  const changeColour = useAction('cases', 'changeColour');
  const create = useAction('actions', 'create');
  const contribute = useAction('chairing', 'contribute');
  const lineOf = useActionLine();
  const read = () => readerOf(desk, item);
  const decisionNow = () => decisionOf(item, read(), defaults);
  const colourNow = () => colourDraftOf(read());
  const actionNow = () => lineOf(read());

  const steps = {
    async discussion() {
      if (!isDiscussionPending(item, read())) return true;
      const text = discussionOf(item, read());
      const isTyped = desk.isDraft(item.id, 'discussion') ?? item.drafts.discussion !== undefined;
      const seen = isTyped ? (read()('discussion-seen') ?? '') : text;
      const done = await recordDiscussion.run({ itemId: item.id, discussion: text, seen });
      if (!done.ok) return false;
      // What was typed on meanwhile begins from what was sent.
      if (desk.recorded(item.id, 'discussion', text, done.value.discussion)) desk.clear(item.id, 'discussion-seen');
      else desk.write(item.id, 'discussion-seen', text);
      return true;
    },
    async decision() {
      const { decision, ...rest } = decisionNow();
      if (decision === null || decisionProblem({ decision, ...rest }, '') !== null) return false;
      const { ok } = await recordDecision.run({ itemId: item.id, decision, ...rest, agreedBy: [...rest.agreedBy] });
      if (ok)
        for (const field of recordedBy.decision) {
          const text = desk.text(item.id, field);
          if (typeof text === 'string') desk.recorded(item.id, field, text);
          else if (item.drafts[field]) desk.clear(item.id, field);
        }
      return ok;
    },
    async colour() {
      const { colour, reason } = colourNow();
      if (colour === null || reason.trim() === '') return false;
      const { agreedBy, dissent } = decisionNow();
      const decidedOn = meeting.heldOn ?? today;
      const { ok } = await changeColour.run({
        caseId: item.case.id,
        meetingId: meeting.meetingId,
        colour,
        reason,
        decidedOn,
        agreedBy: [...agreedBy],
        dissent,
      });
      if (ok) for (const field of recordedBy.colour) desk.clear(item.id, field);
      return ok;
    },
    async action() {
      const { action, line } = actionNow();
      if (action === null) return false;
      const { ok } = await create.run({ ...action, caseId: item.case.id, meetingId: meeting.meetingId });
      if (ok) desk.takenDown(item.id, { action: line, 'action-corrections': undefined });
      return ok;
    },
    async update() {
      const text = read()('update') ?? '';
      const agencyId = read()('update-agency') ?? '';
      if (text.trim() === '' || agencyId === '') return false;
      const { ok } = await contribute.run({ itemId: item.id, agencyId, personId: null, text });
      if (ok) desk.takenDown(item.id, { update: text, 'update-agency': undefined });
      return ok;
    },
  };
  const record = (step: keyof typeof recordedBy) => () => desk.recording(item.id, recordedBy[step], steps[step]);

  return {
    discussion: record('discussion'),
    decision: record('decision'),
    colour: record('colour'),
    action: record('action'),
    update: record('update'),
    pending() {
      const colour = colourNow();
      const decision = decisionNow();
      const action = actionNow();
      const update = read()('update') ?? '';
      const word = colour.colour === null ? '' : colourWord[colour.colour];
      return [
        { step: 'discussion', isPending: isDiscussionPending(item, read()), problem: null },
        { step: 'colour', isPending: colour.colour !== null, problem: colourProblem(colour, word) },
        { step: 'decision', isPending: isDecisionPending(item, decision), problem: decisionProblem(decision, item.case.fields.surname) },
        {
          step: 'action',
          isPending: action.line.trim() !== '',
          problem: action.line.trim() === '' || action.problem === null ? null : { field: 'action', words: action.problem },
        },
        {
          step: 'update',
          isPending: update.trim() !== '',
          problem:
            update.trim() !== '' && !read()('update-agency')
              ? { field: 'update-agency', words: 'The update does not say which agency it comes from.' }
              : null,
        },
      ];
    },
    isBusy: recordDecision.isBusy || changeColour.isBusy || create.isBusy || contribute.isBusy,
  };
}
