import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { wrapKey } from '../db/keys/key-file';
import { createRecoveryWords, keyFromRecoveryWords } from '../db/keys/recovery-words';
import { countCommits } from '../db/log/recorder';
import { renderDocument } from '../electron/documents/render';
import { createAgendaOrders } from '../electron/services/agenda/agenda-order';
import { listRegister } from '../electron/services/cases/register';
import { coordinatorName, demonstrationAgencies } from '../electron/services/demonstration/agencies';
import { conferenceDay, usualSeed } from '../electron/services/demonstration/build';
import { createChance } from '../electron/services/demonstration/chance';
import { createDocumentDesk } from '../electron/services/documents/issue-documents';
import { createImportDesk } from '../electron/services/import/importing';
import { savePerson } from '../electron/services/members';
import { demonstrationPassphrase } from '../electron/services/opening/scheme-access';
import { editScheme, getScheme } from '../electron/services/scheme';
import type { Session } from '../electron/services/session';
import { makeFile } from '../electron/services/setup/setup';
import { orderCases } from '../shared/agenda/order';
import { addDays, weekdayOf } from '../shared/language/dates';
import { dayOf, instantOf } from '../shared/language/scheme-place';
import { messySpreadsheet } from '../test/fixtures/make-demonstration-spreadsheet';
import { chairConference, prepareConference } from './demonstration/hold-conference';
import { peopleOf } from './demonstration/people';
import { takeScreenshots } from './demonstration/screenshots';

/**
 * `npm run demo -- --out DIR [--seed S]`: a conference from the spreadsheet to the packs, with nobody at the keyboard,
 * through the services that the window uses. Leaves the scheme file, every document, pictures and `summary.json` in DIR.
 */
const { values } = parseArgs({ options: { out: { type: 'string' }, seed: { type: 'string' } } });
const out = resolve(values.out ?? 'out/demonstration');
const seed = Number(values.seed ?? usualSeed);
if (!Number.isSafeInteger(seed)) throw new Error('The seed is a whole number.');

const timings: Record<string, number> = {};
async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  timings[what] = Math.round(performance.now() - start);
  console.log(`${what}: ${timings[what]} ms`);
  return result;
}

const today = conferenceDay(dayOf(new Date().toISOString()));
let now = instantOf(addDays(today, -8), '09:30');
const wait = (milliseconds: number) => {
  now += milliseconds;
};
const clock = () => {
  // Two things done one after the other have two times.
  now += 1;
  return now;
};

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'documents'), { recursive: true });
const schemePath = join(out, 'Crossways.roundtable');

const session = await timed('start a scheme', startScheme);
const spreadsheet = join(out, 'cohort.xlsx');
const imported = await timed('import the spreadsheet', importCohort);
const chance = createChance(seed);
const orders = createAgendaOrders((problem) =>
  Promise.resolve(orderCases(problem, { clock: () => performance.now(), deadlineMs: performance.now() + 2000 })),
);
// A week earlier, so that there are actions to settle and to carry.
const lastWeek = addDays(today, -7);
now = instantOf(lastWeek, '09:30');
const before = { session, chance, orders, wait, heldOn: lastWeek };
await timed('hold last week’s conference', async () => chairConference(before, await prepareConference(before)));
now = instantOf(today, '09:30');
const parts = { session, chance, orders, wait, heldOn: today };
const meetingId = await timed('prepare and order the agenda', () => prepareConference(parts));
const agenda = await orders.view(session, { meetingId });
const desk = createDocumentDesk(renderDocument);
await timed('issue the agenda', () => desk.issueAgenda(session, { meetingId }));
now = instantOf(today, '10:00');
const held = await timed('chair the conference', () => chairConference(parts, meetingId));
await timed('issue final minutes', () => desk.issueMinutes(session, { meetingId, isFinal: true }));
const packs = await timed('issue packs', () => desk.issuePacks(session, { meetingId }));
const issued = desk.list(session);
for (const document of issued) writeFileSync(join(out, 'documents', document.fileName), desk.bytes(session, { id: document.id }));
const counts = {
  register: listRegister(session).length,
  commits: countCommits(session.read),
  agencies: getScheme(session).agencies.length,
  ...held,
};
session.connection.close();
const pictures = await timed('take pictures of the screens', () =>
  takeScreenshots({
    schemePath,
    passphrase: demonstrationPassphrase,
    meetingId,
    folder: join(out, 'screens'),
    now: new Date(now).toISOString(),
  }),
);
writeFileSync(
  join(out, 'summary.json'),
  `${JSON.stringify(
    {
      seed,
      today,
      imported,
      counts,
      agenda: agenda.cost,
      packs: packs.perAgency,
      documents: issued.map(({ number, version, kind, recipient, fileName, sha256, pages }) => ({
        number,
        version,
        kind,
        reader: recipient,
        fileName,
        sha256,
        pages,
      })),
      screens: pictures.map((file) => file.slice(out.length + 1)),
      timings,
    },
    null,
    2,
  )}\n`,
);
console.log(
  `Held one conference on ${held.cases} of ${counts.register} invented cases: ${held.colourChanges} colours changed, ${held.actionsSet} actions set, ` +
    `${issued.length} documents issued, ${pictures.length} pictures taken. Everything is in ${out}; the scheme's passphrase is “${demonstrationPassphrase}”.`,
);
if (pictures.length === 0) console.log('No pictures were taken: there is neither Electron nor a browser to show the screens in.');

async function startScheme(): Promise<Session> {
  const key = keyFromRecoveryWords(createRecoveryWords());
  if (!key) throw new Error('The recovery words do not hold together.');
  const started = await makeFile(
    schemePath,
    key,
    await wrapKey(key, demonstrationPassphrase),
    {
      brand: 'Crossways',
      area: 'Harrowmere IOM',
      marking: 'OFFICIAL-SENSITIVE',
      agencies: demonstrationAgencies,
      yourName: coordinatorName,
      yourAgency: 0,
      isDemonstration: true,
      computer: 'HARROW-LT-0217',
    },
    clock,
  );
  editScheme(started, { meetingWeekday: weekdayOf(today) });
  const { agencies } = getScheme(started);
  for (const { kind, staff } of demonstrationAgencies) {
    const agencyId = agencies.find((agency) => agency.kind === kind)?.id;
    for (const name of agencyId ? staff : [])
      savePerson(started, { id: null, agencyId: agencyId as string, name, post: '', email: '', phone: '', role: 'partner' });
  }
  return started;
}

async function importCohort() {
  const bytes = await messySpreadsheet(peopleOf(seed, today), seed);
  writeFileSync(spreadsheet, bytes);
  const importing = createImportDesk();
  const source = await importing.open(bytes, 'cohort.xlsx');
  if ('problem' in source) throw new Error(source.problem);
  const plan = await importing.plan(session, { token: source.token, columns: source.columns.map(({ guess }) => guess) });
  const { added, updated } = await importing.confirm(session, { token: source.token });
  return {
    rows: source.rows,
    added,
    updated,
    problems: plan.problems.length,
    leftOut: plan.counts.leftOut,
    duplicates: plan.counts.duplicate,
  };
}
