import { createRequire } from 'node:module';
import { assertNever } from '../../shared/language/assert-never';
import { actionListPlan } from './action-list';
import { agendaPlan } from './agenda';
import { attendanceSheetPlan } from './attendance-sheet';
import { briefingPlan } from './briefing';
import { caseSummaryPlan } from './case-summary';
import { type DocumentPlan, definition } from './layout/definition';
import { fonts } from './layout/fonts';
import { keepLastRows } from './layout/last-rows';
import { mendPdfmake } from './layout/pdfmake-repairs';
import { tagPdfs } from './layout/tagged-pdf';
import { minutesPlan } from './minutes';
import { recoverySheetPlan } from './recovery-sheet';
import type { DocumentRequest, RenderedDocument } from './request';
import { subjectAccessPlan } from './subject-access';
import { taskingPackPlan } from './tasking-pack';

// pdfmake is CommonJS with one object as its export, which its types do not say.
const pdfmake = createRequire(import.meta.url)('pdfmake') as typeof import('pdfmake');
mendPdfmake();
keepLastRows();
tagPdfs();
pdfmake.setFonts(fonts);
// Nothing is ever fetched, and no file is read but the fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.endsWith('.ttf'));

/**
 * Makes one document as PDF. Blocks for as long as it takes (some 10 ms a page), so the app calls it in the worker.
 * Rejects where the view cannot be laid out, which is a fault of the program.
 */
export async function renderDocument(request: DocumentRequest): Promise<RenderedDocument> {
  // Loaded when it is first asked for, since most documents need none of it.
  if (request.edition === 'word') return (await import('./word/render-word')).renderWord(request);
  let pages = 0;
  const document = definition(
    await planOf(request),
    new Date(request.creationDate),
    (count) => {
      pages = count;
    },
    request.password,
  );
  const bytes = await pdfmake.createPdf(document).getBuffer();
  return { bytes: new Uint8Array(bytes), pages };
}

function planOf(request: DocumentRequest): DocumentPlan | Promise<DocumentPlan> {
  switch (request.kind) {
    case 'minutes':
      return minutesPlan(request.view);
    case 'tasking-pack':
      return taskingPackPlan(request.view);
    case 'agenda':
      return agendaPlan(request.view);
    case 'recovery-sheet':
      return recoverySheetPlan(request.view);
    case 'subject-access':
      return subjectAccessPlan(request.view);
    case 'case-summary':
      return caseSummaryPlan(request.view);
    case 'attendance-sheet':
      return attendanceSheetPlan(request.view);
    case 'action-list':
      return actionListPlan(request.view);
    case 'briefing':
      return briefingPlan(request.view);
    case 'quarterly-report':
      // With the library that draws, which is larger than all else here.
      return import('./quarterly-report').then(({ quarterlyReportPlan }) => quarterlyReportPlan(request.view));
    default:
      return assertNever(request);
  }
}
