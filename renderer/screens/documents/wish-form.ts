import type { Sent } from '../../../shared/ipc/verbs';
import { byName } from '../../../shared/language/in-order';
import type { RegisterRow } from '../../../shared/views/register';

export const wishedKinds = ['case-summary', 'minutes', 'tasking-pack', 'action-list', 'attendance-sheet', 'briefing'] as const;
export type WishedKind = (typeof wishedKinds)[number];

/** What was chosen so far; `all` as the agency stands for the full record. */
export interface WishForm {
  readonly kind: WishedKind;
  readonly caseId: string | null;
  readonly meetingId: string | null;
  readonly agencyId: string | null;
  readonly area: string | null;
  readonly personId: string | null;
  /** A team of the agency, for its pack. */
  readonly team: string | null;
  /** Whom a briefing is for, in words. */
  readonly readers: string;
  readonly withPhotographs: boolean;
}

export const emptyWish: WishForm = {
  kind: 'case-summary',
  caseId: null,
  meetingId: null,
  agencyId: null,
  area: null,
  personId: null,
  team: null,
  readers: '',
  withPhotographs: true,
};

export type Wish = Sent<'documents', 'issue'> | ({ readonly kind: 'minutes' } & Sent<'documents', 'issueAgencyMinutes'>);

const mostInBriefing = 60;

/** What to issue, or null while something is still to be chosen. */
export function wishOf(form: WishForm, cases: readonly Pick<RegisterRow, 'id' | 'area'>[]): Wish | null {
  const { kind, caseId, meetingId, agencyId, area, personId, team, readers, withPhotographs } = form;
  const reader = agencyId === 'all' ? null : agencyId;
  switch (kind) {
    case 'case-summary':
      return caseId === null || agencyId === null ? null : { kind, caseId, agencyId: reader };
    case 'action-list':
      return agencyId === null ? null : { kind, agencyId: reader };
    case 'attendance-sheet':
      return meetingId === null ? null : { kind, meetingId };
    case 'minutes':
      return meetingId === null || reader === null ? null : { kind, meetingId, agencyId: reader };
    case 'tasking-pack':
      return meetingId === null || reader === null || (area === null && team === null && personId === null)
        ? null
        : { kind, meetingId, agencyId: reader, area, team, personId };
    case 'briefing': {
      const caseIds = cases.filter((row) => row.area === area).map(({ id }) => id);
      return readers.trim() === '' || area === null || caseIds.length === 0
        ? null
        : { kind, team: readers, caseIds: caseIds.slice(0, mostInBriefing), withPhotographs };
    }
  }
}

/** Areas that cases are in, in the order of the alphabet. */
export function areasOf(cases: readonly Pick<RegisterRow, 'area'>[]): readonly string[] {
  return [...new Set(cases.map(({ area }) => area))].filter((area) => area !== '').sort(byName);
}
