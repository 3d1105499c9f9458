import { formatDay, formatPlainDay } from '../language/dates';
import type { MeetingFact } from './facts';
import { type CountedPicture, type InsightFilter, pictureTitle } from './picture';

/** `51 min`, `10 h 05`. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${String(minutes % 60).padStart(2, '0')}`;
}

/** What conferences cost partners: minutes in the room without a case of their own (CAM 3.3.19, R5). */
export function meetingCost(meetings: readonly MeetingFact[], filter: InsightFilter): CountedPicture {
  const shown = meetings.filter(({ heldOn }) => heldOn >= filter.from && heldOn <= filter.to);
  const last = [...shown].reverse().find(({ real, planned }) => real !== null || planned !== null);
  const waited = last ? (last.real ?? last.planned ?? 0) : 0;
  return {
    id: 'meeting-cost',
    title: pictureTitle['meeting-cost'],
    finding: last
      ? `Partners waited ${formatMinutes(waited)} in all on ${formatDay(last.heldOn)}${last.listOrder === null ? '' : `; in list order it would have been ${formatMinutes(last.listOrder)}`}.`
      : 'No conference of this period has its waiting kept.',
    how: `Conferences held from ${formatPlainDay(filter.from)} to ${formatPlainDay(filter.to)}. Minutes an agency that does not stay throughout was in the room without a case of its own, added up; breaks are not counted. Planned: by the agenda as issued. Waited: by who came and left when.`,
    warnings: [],
    rowsAre: 'Conference',
    series: [
      { id: 'real', name: 'Waited', unit: 'minutes' },
      { id: 'planned', name: 'Planned', unit: 'minutes' },
      { id: 'list', name: 'In list order', unit: 'minutes' },
      { id: 'least', name: 'Least found', unit: 'minutes' },
    ],
    rows: shown.map(({ id, heldOn, real, planned, listOrder, least }) => ({
      id,
      name: formatPlainDay(heldOn),
      values: [real, planned, listOrder, least],
    })),
    behind: () => [],
  };
}
