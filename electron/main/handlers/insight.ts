import { writeFile } from 'node:fs/promises';
import type { Picture } from '../../../shared/insight/picture';
import type { Handlers } from '../../../shared/ipc/verbs';
import { casesBehind, insightChoices, insightPicture } from '../../services/insight';
import { figuresCsv } from '../../services/insight-figures';
import { areaFigures, saveAreaFigures } from '../../services/population';
import type { Dependencies } from './dependencies';

type Kind = { readonly name: string; readonly extension: string };
const csv: Kind = { name: 'CSV', extension: 'csv' };
const svg: Kind = { name: 'SVG picture', extension: 'svg' };
const png: Kind = { name: 'PNG picture', extension: 'png' };

export function insightHandlers({ session, dialogs }: Dependencies): Handlers['insight'] {
  async function save({ id, title }: Picture, to: string, { name, extension }: Kind, bytes: Uint8Array | string) {
    const path = await dialogs.askWhereToSave({
      title: `Save “${title}”`,
      button: 'Save',
      suggested: `${id}-${to}.${extension}`,
      filters: [{ name, extensions: [extension] }],
    });
    if (path !== null) await writeFile(path, bytes);
    return path;
  }
  return {
    choices: () => insightChoices(session()),
    picture: (input) => insightPicture(session(), input),
    behind: (input) => casesBehind(session(), input),
    population: () => areaFigures(session()),
    savePopulation: (input) => saveAreaFigures(session(), input),
    saveFigures(input) {
      const picture = insightPicture(session(), input);
      return save(picture, input.to, csv, figuresCsv(picture));
    },
    async saveDrawing(input) {
      const picture = insightPicture(session(), input);
      // Loaded when it is first asked for: the chart library is larger than the rest of the main process.
      const { drawingSvg } = await import('../../services/insight-drawing');
      return save(picture, input.to, svg, drawingSvg(picture));
    },
    saveImage({ bytes, ...input }) {
      return save(insightPicture(session(), input), input.to, png, bytes);
    },
  };
}
