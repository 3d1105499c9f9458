import type { DocumentRow } from '../../../shared/views/documents';
import { correctMinutes, getCorrections } from '../documents/corrections';
import { confirmReturned, listHolders, recallEarlier, recordDeliveries, recordDelivery } from '../documents/deliveries';
import { createDocumentDesk, type RenderDocument } from '../documents/issue-documents';
import type { Session } from '../session';

/** How many of the last conferences have minutes; the last one has packs as well, each given to its agency. */
export const conferencesWithPapers = 3;

export interface Papers {
  readonly session: Session;
  readonly render: RenderDocument;
  readonly meetingId: string;
}

/** Final minutes, handed to both core agencies. */
export async function issueMinutes({ session, render, meetingId }: Papers): Promise<void> {
  const minutes = await createDocumentDesk(render).issueMinutes(session, { meetingId, isFinal: true });
  for (const recipient of ['R. Thornaby-Wells, Police', 'S. Merrowin, Probation']) {
    recordDelivery(session, { id: minutes.id, agencyId: null, recipient, how: 'by-hand' });
  }
}

/** The pack of each agency, sent as e-mail drafts. */
export async function issuePacks({ session, render, meetingId }: Papers): Promise<readonly DocumentRow[]> {
  const { documents } = await createDocumentDesk(render).issuePacks(session, { meetingId });
  recordDeliveries(session, documents, 'email-draft');
  return documents;
}

/** The next day somebody has misheard: one case is corrected, version 2 goes out and version 1 is called back from both who have it. */
export async function correct({ session, render, meetingId }: Papers): Promise<void> {
  const { groups } = getCorrections(session, { meetingId });
  const found = groups.flatMap(({ caseId, fields }) => fields.map((field) => ({ caseId, ...field })));
  const field = found.find(({ target, says }) => target === 'discussion' && says !== '');
  if (field === undefined) throw new Error('Nothing was discussed at the conference whose minutes are to be corrected.');
  correctMinutes(session, {
    meetingId,
    caseId: field.caseId,
    target: field.target,
    says: `${field.says} The appointment is on Thursday, not on Tuesday.`,
    reason: 'The day was misheard; the officer rang the morning after.',
  });
  const second = await createDocumentDesk(render).issueMinutes(session, { meetingId, isFinal: true });
  const holders = listHolders(session, { id: second.id });
  recallEarlier(session, { id: second.id, note: `Version 2 of ${second.number} replaces it. Destroy the copy you have, and say so.` });
  for (const { recipient } of holders) recordDelivery(session, { id: second.id, agencyId: null, recipient, how: 'by-hand' });
  // One of the two has answered; the other copy is still out.
  const answered = listHolders(session, { id: second.id }).find(({ recalledAt }) => recalledAt !== null);
  if (answered) confirmReturned(session, { id: answered.id });
}
