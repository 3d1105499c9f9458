import { counted } from '../../../../shared/language/counted';
import type { PartnersDay } from '../../../../shared/views/partners-day';

/** What an agency still owes before a day, in figures. */
export interface Needed {
  readonly questions: number;
  readonly updates: number;
  /** Open actions that are due on that day or before; without a day, those that are overdue today. */
  readonly actions: number;
  readonly referrals: number;
}

/** @param today `YYYY-MM-DD` in the scheme's place. */
export function neededFrom({ conference, actions, referrals, questions }: PartnersDay, today: string): Needed {
  const before = conference?.heldOn ?? today;
  return {
    questions: questions.length,
    updates: conference?.cases.filter(({ updates, isHeard }) => updates.length === 0 && !isHeard).length ?? 0,
    actions: actions.filter(({ dueOn }) => dueOn !== null && (conference ? dueOn <= before : dueOn < today)).length,
    referrals: referrals.length,
  };
}

/** "1 question to answer, 2 updates to write, 1 action due, 1 referral to answer"; empty where nothing is owed. */
export function neededWords({ questions, updates, actions, referrals }: Needed): string {
  return [
    questions > 0 ? counted(questions, 'question to answer', 'questions to answer') : '',
    updates > 0 ? counted(updates, 'update to write', 'updates to write') : '',
    actions > 0 ? counted(actions, 'action due', 'actions due') : '',
    referrals > 0 ? counted(referrals, 'referral to answer', 'referrals to answer') : '',
  ]
    .filter(Boolean)
    .join(', ');
}
