import { expect, it } from 'vitest';
import { clockTimeOf } from '../../../../../renderer/screens/meeting/home/clock-time-of';
import { meetingInHand, nextConferenceDay, nextStep } from '../../../../../renderer/screens/meeting/home/next-step';
import type { MeetingRow } from '../../../../../shared/views/agenda';
import type { DocumentRow } from '../../../../../shared/views/documents';

const today = '2026-03-03';
const meeting = (id: string, state: MeetingRow['state'], heldOn: string | null, cases = 20): MeetingRow => ({
  id,
  number: 1,
  title: 'Weekly conference',
  place: '',
  heldOn,
  startsAt: '10:00',
  state,
  cases,
  chairName: '',
  plannedWaiting: null,
  realWaiting: null,
});
const paper = (meetingId: string, kind: DocumentRow['kind']) => ({ meetingId, kind }) as DocumentRow;

it('names one next step for each state a conference can be in', () => {
  const label = (state: MeetingRow['state'], documents: readonly DocumentRow[] = [], cases = 20) =>
    nextStep(meeting('m', state, today, cases), documents).label;
  expect(label('planned', [], 0)).toBe('Choose cases');
  expect(label('planned')).toBe('Prepare the agenda');
  expect(label('agenda-issued')).toBe('Start the meeting');
  expect(label('running')).toBe('Resume the meeting');
  expect(label('closed')).toBe('Issue the minutes');
  expect(label('closed', [paper('m', 'minutes')])).toBe('Issue the packs');
  expect(label('closed', [paper('m', 'minutes'), paper('m', 'tasking-pack')])).toBe('Issue final minutes');
  expect(label('closed', [paper('other', 'minutes')])).toBe('Issue the minutes');
  expect(label('final')).toBe('What was decided');
});

it('has a running conference in hand before all others', () => {
  const rows = [meeting('next', 'planned', '2026-03-10'), meeting('running', 'running', today), meeting('old', 'closed', '2026-02-24')];
  expect(meetingInHand(rows, [], today)?.id).toBe('running');
});

it('has one in hand whose minutes are not out before the next to come, unless that one is today', () => {
  const held = meeting('held', 'closed', '2026-03-02');
  expect(meetingInHand([meeting('next', 'planned', '2026-03-10'), held], [], today)?.id).toBe('held');
  expect(meetingInHand([meeting('now', 'agenda-issued', today), held], [], today)?.id).toBe('now');
  expect(meetingInHand([meeting('next', 'planned', '2026-03-10'), held], [paper('held', 'minutes')], today)?.id).toBe('next');
});

it('has the soonest of several planned ones in hand, and none where all are final', () => {
  expect(meetingInHand([meeting('later', 'planned', '2026-03-17'), meeting('soon', 'planned', '2026-03-10')], [], today)?.id).toBe('soon');
  expect(meetingInHand([meeting('old', 'final', '2026-02-24')], [], today)).toBeNull();
});

it('proposes the next usual weekday after the last conference', () => {
  expect(nextConferenceDay('2026-03-03', today, 2)).toBe('2026-03-10');
  expect(nextConferenceDay(null, today, 2)).toBe('2026-03-03');
  expect(nextConferenceDay('2025-01-07', '2026-03-04', 2)).toBe('2026-03-10');
});

it('reads a time of day as people type it, and nothing else', () => {
  expect(['10', '9.30', '930', '09:30', '1400', ' 8 '].map(clockTimeOf)).toEqual(['10:00', '09:30', '09:30', '09:30', '14:00', '08:00']);
  expect(['', '25', '10:75', 'ten', '10:0'].map(clockTimeOf)).toEqual([null, null, null, null, null]);
});
