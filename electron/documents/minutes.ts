import type { Content } from 'pdfmake/interfaces';
import { formatDayWithYear } from '../../shared/language/dates';
import { issuedPlan } from './issued-plan';
import type { DocumentPlan } from './layout/definition';
import { heading } from './layout/headings';
import { attendance } from './minutes-attendance';
import { caseBlock } from './minutes-case';
import { frontPage, purposeAndConfidentiality } from './minutes-front';
import { actionsByAgency, corrections, distribution, generalActions, lastActions, noCases } from './minutes-lists';
import type { MinutesView } from './views';
import { dayAndTimeWords } from './words';

export function minutesPlan(view: MinutesView): DocumentPlan {
  const { meeting } = view;
  const content: Content[] = [
    ...frontPage(view),
    ...corrections(view),
    ...purposeAndConfidentiality(view),
    ...attendance(view),
    ...lastActions(view),
    heading('Cases', { room: view.cases.length === 0 ? 30 : 150 }),
    ...(view.cases.length === 0
      ? [{ text: noCases(view) }]
      : view.cases.map((entry) => caseBlock(entry, meeting.heldOn, view.agencyNames))),
    ...generalActions(view),
    ...actionsByAgency(view),
    // Before the list of readers, since a line after it might stand on a page of its own.
    ...(meeting.next === null
      ? []
      : [{ text: `Next conference: ${dayAndTimeWords(meeting.next)}.`, bold: true, margin: [0, 4, 0, 0] } satisfies Content]),
    ...distribution(view),
  ];
  return issuedPlan(view, `Minutes, ${formatDayWithYear(meeting.heldOn)}`, content);
}
