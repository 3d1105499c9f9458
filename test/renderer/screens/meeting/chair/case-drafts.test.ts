import { describe, expect, it } from 'vitest';
import {
  colourDraftOf,
  colourProblem,
  type DraftField,
  decisionOf,
  decisionProblem,
  draftReader,
  isDecisionPending,
  isDiscussionPending,
} from '../../../../../renderer/screens/meeting/chair/case-drafts';
import { anItem } from '../build-chair';

const defaults = { agreedBy: ['pol', 'pro'], reviewDue: '2026-06-02' };
const reading = (drafts: Partial<Record<DraftField, string>>) => (field: DraftField) => drafts[field];

describe('what is typed on a case', () => {
  it('comes from this window first, then from what a crash left, and an emptied draft is none', () => {
    const item = anItem({ drafts: { discussion: 'kept before', action: '' } });
    expect(draftReader(item, () => undefined)('discussion')).toBe('kept before');
    expect(draftReader(item, () => 'typed now')('discussion')).toBe('typed now');
    expect(draftReader(item, () => null)('discussion')).toBeUndefined();
    expect(draftReader(item, () => undefined)('action')).toBeUndefined();
  });

  it('is pending as discussion only where it differs from what is recorded', () => {
    const item = anItem({ discussion: 'Came to all three.' });
    expect(isDiscussionPending(item, reading({}))).toBe(false);
    expect(isDiscussionPending(item, reading({ discussion: 'Came to all three.\n' }))).toBe(false);
    expect(isDiscussionPending(item, reading({ discussion: 'Came to two.' }))).toBe(true);
    expect(isDiscussionPending(item, reading({ discussion: '' }))).toBe(true);
  });

  it('takes police and probation as agreeing and the usual weeks to review until somebody says otherwise', () => {
    const draft = decisionOf(anItem(), reading({ decision: 'stays' }), defaults);
    expect(draft).toMatchObject({ decision: 'stays', agreedBy: ['pol', 'pro'], reviewDue: '2026-06-02' });
    expect(decisionOf(anItem(), reading({ agreed: ',' }), defaults).agreedBy).toEqual([]);
  });

  it('is not pending as a decision once it is recorded as it stands', () => {
    const item = anItem({ decision: 'stays', agreedBy: ['pro', 'pol'] });
    const typed = reading({ decision: 'stays', agreed: 'pol,pro', 'review-due': '2026-03-10' });
    expect(isDecisionPending(item, decisionOf(item, typed, defaults))).toBe(false);
    expect(isDecisionPending(item, decisionOf(item, reading({ decision: 'to-panel' }), defaults))).toBe(true);
  });

  it('asks a reason for the panel and for leaving the scheme, and none for staying', () => {
    const of = (decision: string, rationale = '') =>
      decisionProblem(decisionOf(anItem(), reading({ decision: decision as never, rationale }), defaults), 'CARTERWICK');
    expect(of('stays')).toBeNull();
    expect(of('to-panel')?.field).toBe('rationale');
    expect(of('deselect', '  ')?.field).toBe('rationale');
    expect(of('deselect', 'Two years without an offence.')).toBeNull();
    expect(of('nonsense')?.field).toBe('decision');
  });

  it('never takes a colour without a reason, nor a letter that is no colour', () => {
    expect(colourProblem(colourDraftOf(reading({ colour: 'A' })), 'Amber')?.words).toBe('Amber needs a reason.');
    expect(colourProblem(colourDraftOf(reading({ colour: 'A', 'colour-reason': 'Engaging' })), 'Amber')).toBeNull();
    expect(colourDraftOf(reading({ colour: 'X' })).colour).toBeNull();
  });
});
