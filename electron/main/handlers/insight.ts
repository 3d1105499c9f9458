import type { Handlers, Received } from '../../../shared/ipc/verbs';
import { reportDraft } from '../../services/documents/report-draft';
import { casesBehind, insightChoices, insightPicture } from '../../services/insight/insight';
import { insightExport } from '../../services/insight/insight-export';
import { figuresCsv } from '../../services/insight/insight-figures';
import { areaFigures, saveAreaFigures } from '../../services/insight/population';
import { demand } from '../../services/permission';
import type { Dependencies } from './dependencies';
import { saveExport } from './save-export';

type Asked = Received<'insight', 'picture'>;

export function insightHandlers({ session, dialogs }: Dependencies): Handlers['insight'] {
  const question = ({ picture, to }: Asked, extension: string) => ({
    title: 'Save from Insight',
    suggested: `${picture}-${to}.${extension}`,
  });
  return {
    choices: () => insightChoices(session()),
    picture: (input) => insightPicture(session(), input),
    behind: (input) => casesBehind(session(), input),
    reportDraft: (input) => reportDraft(session(), input),
    population: () => areaFigures(session()),
    savePopulation: (input) => saveAreaFigures(session(), input),
    async saveFigures(input) {
      const on = session();
      demand(on, 'export-register');
      const picture = insightPicture(on, input);
      return saveExport(dialogs, on, insightExport(input, 'figures', figuresCsv(picture), picture.rows.length), question(input, 'csv'));
    },
    async saveDrawing(input) {
      const on = session();
      demand(on, 'export-register');
      // Loaded when it is first asked for: the chart library is larger than the rest of the main process.
      const { drawingSvg } = await import('../../services/insight/insight-drawing');
      const svg = new TextEncoder().encode(drawingSvg(insightPicture(on, input)));
      return saveExport(dialogs, on, insightExport(input, 'SVG picture', svg, 0), question(input, 'svg'));
    },
    async saveImage({ bytes, ...input }) {
      const on = session();
      demand(on, 'export-register');
      return saveExport(dialogs, on, insightExport(input, 'PNG picture', bytes, 0), question(input, 'png'));
    },
  };
}
