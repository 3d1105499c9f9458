import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { agencies } from '../../../../db/schema';
import {
  confirmReturned,
  listHolders,
  recallEarlier,
  recordDeliveries,
  recordDelivery,
} from '../../../../electron/services/documents/deliveries';
import { createDocumentDesk } from '../../../../electron/services/documents/issue-documents';
import { recallNotes } from '../../../../electron/services/documents/recall-notes';
import { as } from '../../../support/builders';
import { closedConference } from '../../../support/closed-conference';
import { openTestScheme } from '../../../support/session';

const desk = createDocumentDesk(async (request) => ({ bytes: new TextEncoder().encode(`%PDF ${JSON.stringify(request)}`), pages: 2 }));

async function withTwoVersions() {
  const session = openTestScheme();
  const { meetingId } = closedConference(session);
  session.record('agency changed', (operation) => operation.put(agencies, 'agency-drugs', { email: 'drugs@example.invalid' }));
  const packOfDrugs = async () => {
    const { documents } = await desk.issuePacks(session, { meetingId });
    const pack = documents.find(({ agencyId }) => agencyId === 'agency-drugs');
    if (!pack) throw new Error('The Drug Service has no pack.');
    return pack;
  };
  const first = await packOfDrugs();
  recordDeliveries(session, [first], 'email-draft');
  recordDeliveries(session, [first], 'saved');
  recordDelivery(session, { id: first.id, agencyId: null, recipient: 'S. Merrowin, Drug Service', how: 'by-hand' });
  return { session, first, second: await packOfDrugs() };
}

test('Each holder whose copy is called back gets one draft with the note, which names nobody and attaches nothing.', async () => {
  const { session, second } = await withTwoVersions();
  await expect(recallNotes(session, { id: second.id })).rejects.toThrow('nobody to write to');
  recallEarlier(session, { id: second.id, note: 'A release date was wrong.' });
  const files = await recallNotes(session, { id: second.id });
  expect(files.map(({ name }) => name).toSorted()).toEqual([
    `Called back Drug Service ${second.number}.eml`,
    `Called back S. Merrowin Drug Service ${second.number}.eml`,
  ]);
  for (const { bytes } of files) {
    const mail = await PostalMime.parse(bytes);
    expect(mail.attachments).toEqual([]);
    expect(mail.subject).toBe(`Called back: Tasking pack ${second.number}, version 1`);
    expect(mail.text).toContain('A release date was wrong.');
    expect(mail.text).toContain('destroy or send back');
    expect(`${mail.subject} ${mail.text}`).not.toMatch(/carterwick|oakenfell/i);
    expect(mail.to ?? []).toEqual([{ name: 'Drug Service', address: 'drugs@example.invalid' }]);
  }
});

test('Who has said that the copy is destroyed is not written to again, and a partner writes to nobody.', async () => {
  const { session, second } = await withTwoVersions();
  recallEarlier(session, { id: second.id, note: 'A release date was wrong.' });
  const [byHand, ...others] = listHolders(session, { id: second.id }).toSorted((one) => (one.how === 'by-hand' ? -1 : 1));
  confirmReturned(session, { id: byHand?.id ?? '' });
  expect((await recallNotes(session, { id: second.id })).map(({ name }) => name)).toEqual([
    `Called back Drug Service ${second.number}.eml`,
  ]);
  for (const { id } of others) confirmReturned(session, { id });
  await expect(recallNotes(session, { id: second.id })).rejects.toThrow('nobody to write to');
  await expect(recallNotes(as(session, 'partner'), { id: second.id })).rejects.toThrow('As a partner you cannot');
});
