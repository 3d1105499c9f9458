import { expect, test } from 'vitest';
import { keepDocumentBytes } from '../../db/queries/documents';
import { actions, agendaItems, cases, contributions, documents, meetings } from '../../db/schema';
import { ageCipher } from '../../db/sync/cipher';
import { sha256Of } from '../../db/sync/paper';
import { exchangeAll, exchangeOf } from '../support/sync/exchanging';
import { openCase, type Workstation } from '../support/sync/network';
import { everythingOpenTo } from '../support/sync/opened';
import { createSharedFolder } from '../support/sync/shared-folder';
import { openNetworkWithKeys } from '../support/sync/with-keys';

const members = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'partner', agency: 'housing' },
  { role: 'partner', agency: 'drugs' },
] as const;

/** A text that stands nowhere else, so that where it is found it was leaked. */
const canary = (agency: string, what: string) => `CANARY-${agency}-${what}`;

test('A partner’s database, and everything in the folder that its keys open, hold not one string of a case that is not theirs.', async () => {
  const { network, identities } = await openNetworkWithKeys(members);
  const [first, second, housing, drugs] = network.stations as [Workstation, Workstation, Workstation, Workstation];
  const shared = createSharedFolder();
  const all = network.stations.map((station) => ({
    station,
    exchange: exchangeOf(network, station, shared, { cipher: ageCipher(identities.get(station) as string) }),
  }));
  for (const { exchange } of all) await exchange.setUp();

  const caseOf: Record<string, string> = {};
  const meeting = first.session.record('conference planned', (o) => {
    const id = o.newId();
    o.put(meetings, id, { title: 'Weekly' });
    return id;
  });
  for (const agency of ['housing', 'drugs', 'nobody']) {
    const id = (agency === 'drugs' ? second : first).session.record('case added', (o) => {
      const caseId = o.newId();
      o.put(cases, caseId, { surname: canary(agency, 'surname'), doAdvice: canary(agency, 'advice') });
      o.put(actions, o.newId(), { caseId, text: canary(agency, 'action'), agencyId: agency === 'nobody' ? null : `agency-${agency}` });
      o.put(contributions, o.newId(), { caseId, agencyId: 'agency-police', text: canary(agency, 'update') });
      return caseId;
    });
    caseOf[agency] = id;
  }
  await exchangeAll(all, 3);
  for (const [agency, caseId] of Object.entries(caseOf)) {
    if (agency !== 'nobody') openCase(first, caseId, `agency-${agency}`);
    first.session.record('on the agenda', (o) =>
      o.put(agendaItems, o.newId(), { meetingId: meeting, caseId, discussion: canary(agency, 'said') }),
    );
    if (agency !== 'nobody') {
      issue(first, agency, 'pack');
    }
  }
  issue(first, 'nobody', 'minutes');
  await exchangeAll(all);

  for (const [agency, station] of [
    ['housing', housing],
    ['drugs', drugs],
  ] as const) {
    const database = Buffer.from(station.connection.raw.serialize()).toString('latin1');
    const opened = await everythingOpenTo(identities.get(station) as string, [...shared.files.values()]);
    for (const held of [database, opened]) {
      expect(held).toContain(canary(agency, 'surname'));
      expect(held).toContain(canary(agency, 'said'));
      expect(held).toContain(canary(agency, 'pack'));
      expect(held).toContain(canary(agency, 'page'));
      for (const other of ['housing', 'drugs', 'nobody'].filter((each) => each !== agency)) {
        expect(held).not.toContain(`CANARY-${other}`);
        expect(held).not.toContain(caseOf[other]);
      }
    }
  }
  const folder = Buffer.concat([...shared.files.values()]).toString('latin1');
  expect(folder).not.toContain('CANARY');
  for (const path of shared.files.keys()) expect(path).not.toMatch(/CANARY|housing|drugs/);
  expect(Buffer.from(second.connection.raw.serialize()).toString('latin1')).toContain(canary('nobody', 'minutes'));
  expect(Buffer.from(second.connection.raw.serialize()).toString('latin1')).toContain(canary('nobody', 'page'));
});

/** A document with its pages, for one agency or for the office. */
function issue({ session }: Workstation, agency: string, what: string): void {
  const bytes = new TextEncoder().encode(`%PDF ${canary(agency, 'page')}`);
  session.record('document issued', (o) => {
    const id = o.newId();
    o.put(documents, id, {
      ...{ agencyId: agency === 'nobody' ? null : `agency-${agency}`, title: canary(agency, what), number: `${agency} ${what}` },
      ...{ sha256: sha256Of(bytes), issuedAt: o.at },
    });
    keepDocumentBytes(session.connection.local, id, bytes, '');
  });
}
