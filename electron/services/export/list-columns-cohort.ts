import { cohortPartName } from '../../../shared/language/cohort';
import { colourWord } from '../../../shared/language/colour';
import { pathwayName } from '../../../shared/language/pathway';
import { readinessItemName, readinessItems, readinessStateName } from '../../../shared/language/release';
import { intensityName, selectionStateName } from '../../../shared/language/selection';
import type { ReviewReason } from '../../../shared/rules/staying';
import type { LeftRow, ReviewRow, SelectionRow } from '../../../shared/views/cohort';
import type { ReleaseRow } from '../../../shared/views/releases';
import { day, type ListColumns, one } from './list-columns';

/** Who is put forward for the scheme, and what came of it. */
export const selectionColumns: ListColumns<SelectionRow> = {
  case: { headings: ['Name', 'Reference'], cells: ({ caseName, reference }) => [caseName, reference] },
  from: {
    headings: ['Agency', 'Organisation', 'Referred by'],
    cells: ({ agencyId, organisation, referredBy }, { agency }) => [agency(agencyId), organisation, referredBy],
  },
  referred: one('Referred', ({ referredOn }) => day(referredOn)),
  reason: one('Why', ({ reason }) => reason),
  state: one('Stands', ({ state }) => selectionStateName[state]),
  score: {
    headings: ['Points', 'Proposed part'],
    cells: ({ score }) => [score?.points ?? null, score?.proposedPart ? cohortPartName[score.proposedPart] : ''],
  },
  panel: one('Panel', ({ panel }) => day(panel?.heldOn ?? null)),
  closed: { headings: ['Closed', 'Why closed'], cells: ({ closedOn, closingReason }) => [day(closedOn), closingReason] },
  stays: one('Times on the scheme before', ({ stays }) => stays),
  feedback: one('Last feedback', ({ lastFeedbackOn }) => day(lastFeedbackOn)),
};

const reasonName: Readonly<Record<ReviewReason, string>> = {
  overdue: 'Review late',
  due: 'Review due',
  'no-date': 'No review date',
  'long-stay': 'Past the mark',
  custody: 'In custody',
};

/** Everyone on the scheme, with what asks for a review. */
export const reviewColumns: ListColumns<ReviewRow> = {
  case: { headings: ['Name', 'Reference'], cells: ({ caseName, reference }) => [caseName, reference] },
  colour: one('Colour', ({ colour }) => (colour === null ? '' : colourWord[colour])),
  lead: {
    headings: ['Lead agency', 'Case manager'],
    cells: ({ leadAgencyId, leadPersonId }, { agency, person }) => [agency(leadAgencyId), person(leadPersonId)],
  },
  part: {
    headings: ['Cohort', 'Intensity'],
    cells: ({ cohortPart, intensity }) => [
      cohortPart === null ? '' : cohortPartName[cohortPart],
      intensity === null ? '' : intensityName[intensity],
    ],
  },
  adopted: one('Adopted', ({ adoptedOn }) => day(adoptedOn)),
  due: one('Review due', ({ reviewDue }) => day(reviewDue)),
  reviewed: one('Last reviewed', ({ reviewedOn }) => day(reviewedOn)),
  reasons: one('Why now', ({ reasons }) => reasons.map((reason) => reasonName[reason]).join('; ')),
  grounds: one('Grounds for leaving', ({ grounds }) => grounds.length),
};

export const leftColumns: ListColumns<LeftRow> = {
  case: one('Name', ({ caseName }) => caseName),
  adopted: one('Adopted', ({ adoptedOn }) => day(adoptedOn)),
  left: { headings: ['Left', 'Why'], cells: ({ leftOn, reason }) => [day(leftOn), reason] },
  exit: one('Soft exit', ({ hasExitPlan }) => (hasExitPlan ? 'Planned' : 'None')),
  held: {
    headings: ['Held until', 'Why kept longer'],
    cells: ({ retentionDue, keepUntil, keepReason }) => [day(keepUntil ?? retentionDue), keepReason],
  },
};

/** Everyone who is to come out, with what is ready: a column for each thing that has to be. */
export const releaseColumns: ListColumns<ReleaseRow> = {
  case: { headings: ['Name', 'Reference'], cells: ({ caseName, reference }) => [caseName, reference] },
  colour: one('Colour', ({ colour }) => (colour === null ? '' : colourWord[colour])),
  place: one('Prison', ({ place }) => place),
  release: { headings: ['Release', 'At'], cells: ({ releaseOn, expectedAt }) => [day(releaseOn), expectedAt ?? ''] },
  moves: one('Times moved', ({ moves }) => moves),
  manager: one('Case manager', ({ leadPersonId }, { person }) => person(leadPersonId)),
  needs: one('Needs', ({ needs }) => needs.map((pathway) => pathwayName[pathway]).join('; ')),
  ready: {
    headings: readinessItems.map((item) => readinessItemName[item]),
    cells: ({ checks }) =>
      readinessItems.map((item) => {
        const check = checks.find((each) => each.item === item);
        return check === undefined ? '' : readinessStateName[check.state];
      }),
  },
};
