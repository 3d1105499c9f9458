import { hostname } from 'node:os';
import type { Handlers } from '../../../shared/ipc/verbs';
import { dayOf } from '../../../shared/language/scheme-place';
import { createDocumentsWorker, type DocumentsWorker } from '../../documents/worker-client';
import { createImportWorker } from '../../exchange/import-worker-client';
import { createAgendaOrders } from '../../services/agenda/agenda-order';
import { searchAgenda } from '../../services/agenda/agenda-search';
import { makeDemonstration } from '../../services/demonstration/make-demonstration';
import { createDocumentDesk } from '../../services/documents/issue-documents';
import { sweepRuns } from '../../services/import/import-runs';
import { createImportDesk } from '../../services/import/importing';
import { movingInWorker } from '../../services/opening/log-mover';
import { createSchemeAccess, type SchemeAccess } from '../../services/opening/scheme-access';
import type { Setup } from '../../services/setup/setup';
import { askForFile, askForFolder, askWhereToSave } from '../dialogs';
import { lockWhenIdle } from '../idle-lock';
import { keychain } from '../keychain';
import type { Shell } from '../shell';
import { actionHandlers } from './actions';
import { agendaHandlers } from './agenda';
import { appHandlers } from './app';
import { caseHandlers } from './cases';
import { chairingHandlers } from './chairing';
import { chosenPlaces } from './chosen';
import { cohortHandlers } from './cohort';
import { dayHandlers } from './day';
import type { Dependencies } from './dependencies';
import { documentHandlers } from './documents';
import { exportingHandlers } from './exporting';
import { importingHandlers } from './importing';
import { insightHandlers } from './insight';
import { invitationHandlers } from './invitations';
import { meetingHandlers } from './meetings';
import { outcomeHandlers } from './outcomes';
import { placesOf } from './places';
import { questionsHandlers } from './questions';
import { registerHandlers } from './register';
import { releaseHandlers } from './releases';
import { serviceHandlers } from './services';
import { setupHandlers } from './setup';
import { trustHandlers } from './trust';

/** As long as an agenda is searched while it is looked at; what is not proven by then hardly ever is. */
const mostSearchSeconds = 60;

/** One handler a verb, on the services, with what the shell lends them. */
export function createHandlers(shell: Shell): Handlers {
  const access = openAccess(shell);
  const chosen = chosenPlaces({ askForFile, askForFolder, askWhereToSave }, placesOf(shell));
  const dependencies: Dependencies = {
    session: () => access.session(),
    tell: shell.tell,
    dialogs: chosen.dialogs,
    openProjector: shell.openProjector,
    closeProjector: shell.closeProjector,
  };
  const idle = lockWhenIdle(shell, access);
  access.onOpened((session) => session.onChanged((tables) => shell.tell('changed', { tables })));
  shell.onQuit(() => access.lock());
  const documents = createDocumentsWorker(new URL('./documents-worker.js', import.meta.url));
  shell.onQuit(() => void documents.close());
  const agendaWorker = new URL('./agenda-worker.js', import.meta.url);
  const orders = createAgendaOrders(
    (problem, how) => searchAgenda(agendaWorker, problem, { seconds: mostSearchSeconds, ...how }),
    (progress) => shell.tell('agendaSearch', progress),
  );
  access.onLocked(() => orders.close());
  shell.onQuit(() => orders.close());
  const desk = createDocumentDesk(
    (request, signal) => documents.render(request, signal),
    (done, total, label) => shell.tell('progress', { job: 'documents', done, total, label }),
    async (session, meetingId) => (await orders.view(session, { meetingId })).cost,
  );
  const importing = createImportDesk({
    engine: createImportWorker(new URL('./import-worker.js', import.meta.url)),
    onRows: (done, total) => shell.tell('progress', { job: 'import', done, total, label: 'Checking the rows' }),
    onRecorded: (what, done, total) =>
      shell.tell('progress', { job: 'import', done, total, label: what === 'importing' ? 'Recording the rows' : 'Taking it back' }),
  });
  access.onOpened((session) => sweepRuns(session));
  access.onLocked(() => importing.clear());
  return {
    app: appHandlers(chosen, access, idle),
    setup: setupHandlers(dependencies, access, (setup) => recoverySheet(documents, setup)),
    ...trustHandlers(shell, dependencies, chosen, access, placesOf(shell), idle),
    register: registerHandlers(dependencies),
    cases: caseHandlers(dependencies),
    actions: actionHandlers(dependencies),
    meetings: meetingHandlers(dependencies),
    agenda: agendaHandlers(dependencies, orders, desk),
    chairing: chairingHandlers(dependencies),
    documents: documentHandlers(dependencies, desk),
    invitations: invitationHandlers(dependencies),
    importing: importingHandlers(dependencies, importing),
    releases: releaseHandlers(dependencies),
    insight: insightHandlers(dependencies),
    exporting: exportingHandlers({
      ...dependencies,
      place: { folder: placesOf(shell).folder, computer: hostname(), clock: shell.clock },
      remember: (path) => placesOf(shell).known.remember(path, new Date(shell.clock()).toISOString()),
      render: (request) => documents.render(request),
    }),
    cohort: cohortHandlers(dependencies),
    services: serviceHandlers(dependencies),
    outcomes: outcomeHandlers(dependencies),
    day: dayHandlers(dependencies),
    questions: questionsHandlers(dependencies),
  };
}

async function recoverySheet(documents: DocumentsWorker, { sheet, brand, area }: Setup): Promise<Uint8Array> {
  const { words, madeAt, forName, computer } = sheet;
  const scheme = { brand, area, isDemonstration: false };
  const { bytes } = await documents.render({
    kind: 'recovery-sheet',
    creationDate: madeAt,
    view: { scheme, words, madeAt, forName, computer },
  });
  return bytes;
}

function openAccess(shell: Shell): SchemeAccess {
  const { clock, tell } = shell;
  return createSchemeAccess({
    ...placesOf(shell),
    keychain,
    computer: hostname(),
    movingLogOf: movingInWorker(new URL('./log-mover-worker.js', import.meta.url)),
    makeDemonstration: (path, passphrase) =>
      makeDemonstration(
        new URL('./demonstration-worker.js', import.meta.url),
        { path, passphrase, today: dayOf(new Date(clock()).toISOString()), computer: hostname() },
        (share) => tell('progress', { job: 'demonstration', done: share, total: 1, label: 'Setting the table' }),
      ),
  });
}
