import { checkpointsOf } from '../../db/checkpoints';
import { createImportWorker } from '../../electron/exchange/import-worker-client';
import { writeCsv } from '../../electron/exchange/write-csv';
import { createImportDesk } from '../../electron/services/import/importing';
import { movingInWorker } from '../../electron/services/opening/log-mover';
import type { Session } from '../../electron/services/session';
import { largeKey } from './large-scheme';
import type { Measured } from './measure';

const rowsOfImport = 20_000;

/** An import of 20,000 people into the large scheme, step by step, and how long the main process was deaf meanwhile. */
export async function measureImport(session: Session): Promise<readonly Measured[]> {
  const bytes = largeFile();
  const desk = createImportDesk({ engine: createImportWorker(new URL('./import-worker.js', import.meta.url)) });
  const { raw } = session.connection;
  checkpointsOf(raw).moveBy(movingInWorker(new URL('./log-mover-worker.js', import.meta.url))(raw.name, largeKey));
  const start = performance.now();
  const deaf = listen();
  const source = await desk.open(bytes, 'large.csv');
  if ('problem' in source) throw new Error(source.problem);
  const read = performance.now();
  const plan = await desk.plan(session, { token: source.token, columns: source.columns.map(({ guess }) => guess) });
  if (plan.counts.new !== rowsOfImport) throw new Error(`Of the measured import ${plan.counts.new} rows are new, not ${rowsOfImport}.`);
  const planned = performance.now();
  const longest = deaf.stop();
  const deafWhileWriting = listen();
  await desk.confirm(session, { token: source.token });
  const written = performance.now();
  const longestOfWriting = deafWhileWriting.stop();
  desk.clear();
  const one = (what: string, value: number, target?: string): Measured => ({ what, value, runs: [value], ...(target ? { target } : {}) });
  return [
    one('import of 20,000 rows: read the file', read - start),
    one('import of 20,000 rows: check and plan', planned - read),
    one('import of 20,000 rows: longest silence of the main process until then', longest, '≤ 500 ms'),
    one('import of 20,000 rows: write, in slices, durable', written - planned),
    one('import of 20,000 rows: longest silence of the main process while writing', longestOfWriting, '≤ 50 ms'),
    one('import of 20,000 rows, all of it', written - start, '≤ 10,000 ms'),
  ];
}

/** How long the event loop at most kept others waiting. */
function listen(): { readonly stop: () => number } {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 10);
    last = now;
  }, 10);
  return {
    stop() {
      clearInterval(timer);
      return Math.max(longest, performance.now() - last - 10);
    },
  };
}

function largeFile(): Uint8Array {
  const headings = 'Surname,Forename,DOB,PNC,CRN,RAG,Statutory position,OGRS,RoSH,Risk warnings,Needs,Review date,Notes'.split(',');
  const colours = ['Red', 'Amber', 'Green', 'Blue'];
  const rows = Array.from({ length: rowsOfImport }, (_, at) => [
    `Brambleford${at}`,
    at % 2 === 0 ? 'Dean' : 'Jade',
    `${1 + (at % 28)}/${1 + (at % 12)}/${1970 + (at % 35)}`,
    `08/${String(at).padStart(7, '0')}K`,
    `Y${String(at).padStart(6, '0')}`,
    colours[at % 4] ?? '',
    at % 4 === 3 ? 'Serving' : 'On licence',
    String(30 + (at % 60)),
    at % 3 === 0 ? 'High' : 'Medium',
    at % 5 === 0 ? 'Weapons; Dog' : '',
    at % 2 === 0 ? 'Drugs; Accommodation' : 'ETE',
    `${1 + (at % 28)}/5/2026`,
    at % 4 === 0 ? 'Measured: prefers mornings.' : '',
  ]);
  return writeCsv([headings, ...rows]);
}
