import type { Page } from 'playwright';
import { agencyKinds } from '../../shared/language/agency-kind';

/** A conference of its own with so many agencies and cases on the demonstration scheme; its id. */
export async function largeAgenda(window: Page, agencies: number, cases: number, heldOn: string): Promise<string> {
  const kinds = agencyKinds.map(({ kind, name, code, pathways }) => ({ kind, name, code, pathways: [...pathways] }));
  return window.evaluate(
    async ([wantedAgencies, wantedCases, day, known]) => {
      const { agenda, cases: caseVerbs, meetings, scheme } = globalThis.window.roundtable;
      const attending = async () => (await scheme.get()).agencies.filter(({ attends, isWithdrawn }) => attends && !isWithdrawn);
      const here = await attending();
      const missing = known.filter(({ kind, code }) => !here.some((agency) => agency.kind === kind || agency.code === code));
      for (const kind of missing.slice(0, wantedAgencies - here.length))
        await scheme.saveAgency({ id: null, ...kind, isCore: false, attends: true, linkPersonId: null, email: '' });
      const meetingId = await meetings.plan({ title: 'Weekly conference', place: 'Room 2', heldOn: day, startsAt: '10:00' });
      const candidates = await agenda.candidates({ meetingId });
      await agenda.addCases({ meetingId, caseIds: candidates.slice(0, wantedCases).map(({ caseId }) => caseId), reason: 'due' });
      const { items, slots } = await agenda.get({ meetingId });
      const idle = (await attending()).filter(({ id }) => !slots.some((slot) => slot.agencyId === id));
      for (const [index, { id }] of idle.entries())
        for (const step of [0, 1, 2, 4]) {
          const item = items[(index * 5 + step) % items.length];
          if (item)
            await caseVerbs.overrideRelevance({ caseId: item.caseId, agencyId: id, isRelevant: true, reason: 'Works with the family' });
        }
      return meetingId;
    },
    [agencies, cases, heldOn, kinds] as const,
  );
}
