import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMeeting, itemsOf } from '../db/queries/meetings';
import { agendaItems, attendances, meetings } from '../db/schema';
import { renderDocument } from '../electron/documents/render';
import { createBackupDesk } from '../electron/services/backups/backups';
import { runInWorker } from '../electron/services/backups/file-worker-client';
import { changeColour, getCase } from '../electron/services/cases/cases';
import { listRegister } from '../electron/services/cases/register';
import { createChance } from '../electron/services/demonstration/chance';
import { closingWords, policeUpdate, probationUpdate } from '../electron/services/demonstration/words';
import { minutesView } from '../electron/services/document-views/minutes-view';
import { packView } from '../electron/services/document-views/pack-view';
import { insightPicture } from '../electron/services/insight/insight';
import { keepDraft } from '../electron/services/meeting/chairing';
import { getScheme } from '../electron/services/scheme';
import type { Session } from '../electron/services/session';
import { pictureIds } from '../shared/insight/picture';
import { measureImport } from './bench/import';
import { largeActions, largeKey, makeLargeScheme } from './bench/large-scheme';
import { libreOfficePdf } from './bench/libre-office';
import { type Measured, machine, measure, median, printTable } from './bench/measure';
import { measureWindow } from './bench/window';

const issued = { number: 'LG-2026-001', version: 1, isFinal: true, issuedAt: '2026-03-03T12:00:00.000Z', reader: 'Measured' };

/** All that a scheme of ten years knows. */
const tenYears = { from: '2016-03-03', to: '2026-03-03', area: null, cohortPart: null };

/** `npm run bench`: how long the things take that people wait for. Figures of one machine on one day, never a test. */
const folder = mkdtempSync(join(tmpdir(), 'roundtable-bench-'));
console.log(`Machine: ${machine()}`);
console.log(`Making a scheme of 5,000 cases and ${largeActions.toLocaleString('en-GB')} actions…`);
const session = await makeLargeScheme(folder);
const rows: Measured[] = [];
try {
  const register = listRegister(session);
  const caseId = register[2500]?.id ?? '';
  rows.push(await measure('read the register of 5,000 cases', () => listRegister(session)));
  rows.push(await measure('read one case page', () => getCase(session, { id: caseId })));
  rows.push(await measure('record a colour change, durable', (run) => recordColour(session, caseId, run)));
  const meetingId = holdLargeConference(
    session,
    register.slice(0, 120).map(({ id }) => id),
  );
  rows.push(...(await keystrokes(session, itemsOf(session.read, meetingId)[0]?.id ?? '')));
  rows.push(...(await backupWhileTyping(session, itemsOf(session.read, meetingId)[0]?.id ?? '')));
  for (const picture of pictureIds)
    rows.push(await measure(`Insight: ${picture}`, () => insightPicture(session, { picture, ...tenYears }), { target: '≤ 300 ms' }));
  rows.push(await measure('minutes of 120 cases to PDF', () => minutesPdf(session, meetingId), { target: '≤ 1,000 ms' }));
  rows.push(...(await besideLibreOffice(session, meetingId)));
  rows.push(await measure('20 tasking packs to PDF', () => twentyPacks(session, meetingId), { target: '≤ 3,000 ms' }));
  session.connection.raw.pragma('wal_checkpoint(TRUNCATE)');
  session.connection.close();
  rows.push(...(await measureWindow(session.path)));
  // Last and on a scheme of its own, since it makes the scheme five times as large.
  const other = await makeLargeScheme(join(folder, 'import'));
  // A scheme in use is on the disk already, but for a short write-ahead log; this one was made at one go.
  other.connection.raw.pragma('wal_checkpoint(TRUNCATE)');
  const made = other.connection.holdFile();
  fsyncSync(made.descriptor);
  made.release();
  rows.push(...(await measureImport(other)));
  other.connection.close();
} finally {
  if (session.connection.raw.open) session.connection.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
printTable(rows);

function recordColour(on: Session, caseId: string, run: number): void {
  const colour = getCase(on, { id: caseId }).colour === 'A' ? 'G' : 'A';
  changeColour(on, { caseId, meetingId: null, colour, reason: `Measured, run ${run}`, decidedOn: on.today(), agreedBy: [], dissent: '' });
}

/** A kept keystroke against the least that durability can cost here: a small write and its fsync, taken turn by turn. */
async function keystrokes(on: Session, itemId: string): Promise<readonly Measured[]> {
  const file = openSync(join(folder, 'bare'), 'w');
  const text = 'Housing is the thread: the missed fortnight began the day he lost the room. '.repeat(8);
  const bare: number[] = [];
  const kept: number[] = [];
  for (let run = 0; run < 200; run += 1) {
    const start = performance.now();
    writeSync(file, Buffer.from(text.slice(0, 300 + run)), 0, 300 + run, 0);
    fsyncSync(file);
    const middle = performance.now();
    keepDraft(on, { itemId, field: 'discussion', text: text.slice(0, 300 + run) });
    bare.push(middle - start);
    kept.push(performance.now() - middle);
  }
  closeSync(file);
  return [
    { what: 'bare write and fsync (baseline)', value: median(bare), runs: bare },
    {
      what: 'keystroke kept, durable',
      value: median(kept),
      runs: kept,
      target: '≤ 1.5 × bare fsync',
      ratio: { to: 'bare fsync', value: median(kept) / median(bare) },
    },
  ];
}

/** The longest that a kept keystroke and the thread that takes it in wait while a backup is made and the log is checked. */
async function backupWhileTyping(on: Session, itemId: string): Promise<readonly Measured[]> {
  const run = runInWorker(new URL('./file-worker.js', import.meta.url));
  const desk = createBackupDesk(run);
  const open = { session: on, key: largeKey };
  const rows: Measured[] = [];
  for (const [what, work] of [
    ['backup', () => desk.backUp(open)],
    ['check of the log', () => desk.verify(open)],
  ] as const) {
    const waits: number[] = [];
    let isDone = false;
    const start = performance.now();
    const done = work().finally(() => {
      isDone = true;
    });
    for (let number = 0; !isDone; number += 1) {
      const due = performance.now() + 20;
      await new Promise((resolve) => setTimeout(resolve, 20));
      keepDraft(on, { itemId, field: 'discussion', text: `Typed while it runs, ${number}` });
      waits.push(performance.now() - due);
    }
    await done;
    const took = performance.now() - start;
    rows.push({ what: `${what} of 5,000 cases, in all`, value: took, runs: [took] });
    rows.push({ what: `longest wait of a keystroke during a ${what}`, value: Math.max(...waits), runs: waits, target: '≤ 100 ms' });
  }
  return rows;
}

function holdLargeConference(on: Session, caseIds: readonly string[]): string {
  const chance = createChance(120);
  const { agencies, people } = getScheme(on);
  return on.record('conference held', (operation) => {
    const meetingId = operation.newId();
    operation.put(meetings, meetingId, {
      number: 1,
      title: 'Weekly conference',
      heldOn: on.today(),
      state: 'closed',
      startedAt: operation.at,
      endedAt: operation.at,
    });
    for (const { id } of agencies)
      operation.put(attendances, operation.newId(), {
        meetingId,
        agencyId: id,
        personId: people.find(({ agencyId }) => agencyId === id)?.id ?? null,
      });
    for (const [index, caseId] of caseIds.entries()) {
      operation.put(agendaItems, operation.newId(), {
        meetingId,
        caseId,
        position: index + 1,
        listPosition: index + 1,
        state: 'discussed',
        discussion: [policeUpdate(chance, 'A'), probationUpdate(chance, 'A'), closingWords(chance, 'A')].join(' ').repeat(2),
        decision: 'stays',
        rationale: closingWords(chance, 'A'),
      });
    }
    return meetingId;
  });
}

function theMeeting(on: Session, id: string) {
  const meeting = findMeeting(on.read, id);
  if (!meeting) throw new Error('The conference to measure is gone.');
  return meeting;
}

async function minutesPdf(on: Session, meetingId: string): Promise<void> {
  const view = minutesView(on, theMeeting(on, meetingId), null, { ...issued, correction: '' }, []);
  await renderDocument({ kind: 'minutes', view, creationDate: issued.issuedAt });
}

/** The same minutes as Word, and the time that LibreOffice takes to make a PDF of that; nothing where it is not installed. */
async function besideLibreOffice(on: Session, meetingId: string): Promise<readonly Measured[]> {
  const view = minutesView(on, theMeeting(on, meetingId), null, { ...issued, correction: '' }, []);
  const word = () => renderDocument({ kind: 'minutes', view, creationDate: issued.issuedAt, edition: 'word' });
  const made = await measure('minutes of 120 cases to Word', word);
  const { bytes } = await word();
  const reference = await libreOfficePdf(bytes);
  if (reference === null) console.log('LibreOffice is not installed, so its time for the same minutes is left out.');
  return reference === null ? [made] : [made, reference];
}

async function twentyPacks(on: Session, meetingId: string): Promise<void> {
  const ids = getScheme(on).agencies.map(({ id }) => id);
  for (let pack = 0; pack < 20; pack += 1) {
    const whole = packView(on, theMeeting(on, meetingId), ids[pack % ids.length] ?? '', issued);
    // A usual pack: the large scheme's agencies have hundreds of actions, of which no pack would be printed.
    const view = { ...whole, cases: whole.cases.slice(0, 8), actions: whole.actions.slice(0, 12) };
    await renderDocument({ kind: 'tasking-pack', view, creationDate: issued.issuedAt });
  }
}
