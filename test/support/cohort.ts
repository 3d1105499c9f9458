import { listSelection } from '../../db/queries/cohort';
import { panelView } from '../../db/queries/panels';
import { planPanel, putBeforePanel, recordStance } from '../../electron/services/cohort/panels';
import { referToScheme, scoreCase } from '../../electron/services/cohort/selection';
import type { Received } from '../../shared/ipc/verbs';
import type { TestSession } from './session';

/** Someone referred by a prison that is not in the scheme; gives the case and the referral. */
export function refer(session: TestSession, fields: Partial<Received<'cohort', 'refer'>> = {}) {
  const caseId = referToScheme(session, {
    person: { surname: 'QUARRELMERE', forenames: 'Dale', dateOfBirth: '2002-05-05', pnc: '', indexOffence: 'Burglary, dwelling' },
    agencyId: null,
    organisation: 'HMP Stonefold',
    referredBy: 'D. Wrenfold',
    contact: '',
    referredOn: session.today(),
    reason: 'Eleven offences in the year before sentence',
    ...fields,
  });
  const referralId = listSelection(session.read, caseId)[0]?.id ?? '';
  return { caseId, referralId };
}

export const burglar = {
  offenceGroup: 'burglary',
  ogrsScore: 81,
  ogrsBand: 'high',
  offencesInYear: 11,
  rosh: 'medium',
  mappa: 'none',
  isPrisonLeaver: true,
  isYoungAdult: true,
  judgement: 0,
  judgementReason: '',
} as const;

export function score(
  session: TestSession,
  caseId: string,
  referralId: string | null,
  fields: Partial<Received<'cohort', 'score'>> = {},
): void {
  scoreCase(session, { ...burglar, caseId, referralId, ...fields });
}

/** A panel with one case before it, and what each named agency says. */
export function panelOn(
  session: TestSession,
  caseId: string,
  referralId: string | null,
  stances: Readonly<Record<string, 'agrees' | 'disagrees' | 'abstains'>> = {},
) {
  const meetingId = planPanel(session, { title: 'Selection panel', place: '', heldOn: session.today(), startsAt: '14:00' });
  putBeforePanel(session, { meetingId, caseId, referralId, subject: referralId === null ? 'leaving' : 'selection', note: '' });
  const itemId = panelView(session.read, meetingId, session.today())?.cases[0]?.id ?? '';
  for (const [kind, stance] of Object.entries(stances)) say(session, itemId, kind, stance);
  return { meetingId, itemId };
}

export function say(
  session: TestSession,
  panelItemId: string,
  kind: string,
  stance: 'agrees' | 'disagrees' | 'abstains',
  reason = 'Said at the table',
): void {
  recordStance(session, { panelItemId, agencyId: `agency-${kind}`, personId: null, stance, cohortPart: null, reason });
}
