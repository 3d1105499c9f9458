import { asc, eq } from 'drizzle-orm';
import { agendaItems, caseQuestions, contributions, meetings } from '../../../db/schema';
import { addDays } from '../../../shared/language/dates';
import type { CohortStory } from './record-cohort';

/** What was asked before today's conference, in the order of its cases, and what came back. */
const asked = [
  { kind: 'probation', text: 'Has every appointment of the last fortnight been kept?', answer: 'Two of three; the third was moved by us.' },
  { kind: 'police', text: 'Is anything known of who visits the address at night?', answer: '' },
  { kind: 'probation', text: 'Who sees them next, and when?', answer: '' },
] as const;

/** Questions to core agencies, which every case concerns: one is answered, the others are still waited for. */
export function recordQuestions({ operation, cast, today, me }: CohortStory): void {
  const onAgenda = operation.read
    .select({ caseId: agendaItems.caseId, meetingId: agendaItems.meetingId })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(eq(meetings.state, 'planned'))
    .orderBy(asc(agendaItems.position))
    .limit(asked.length)
    .all();
  for (const [place, { caseId, meetingId }] of onAgenda.entries()) {
    const question = asked[place];
    if (!question) continue;
    const id = operation.newId();
    const agencyId = cast.agencyOf(question.kind);
    operation.put(caseQuestions, id, {
      caseId,
      meetingId,
      agencyId,
      text: question.text,
      wantedOn: today,
      askedAt: `${addDays(today, -4)}T14:20:00.000Z`,
      askedBy: me,
    });
    if (question.answer === '') continue;
    operation.put(contributions, operation.newId(), {
      caseId,
      meetingId,
      agencyId,
      personId: cast.personOf(question.kind, place),
      questionId: id,
      text: question.answer,
      sentAt: `${addDays(today, -1)}T15:05:00.000Z`,
    });
  }
}
