import { ImageRun, Paragraph } from 'docx';
import { formatFigure } from '../../../shared/insight/figures';
import type { Picture } from '../../../shared/insight/picture';
import { colourWord } from '../../../shared/language/colour';
import { pngOf } from '../charts/chart-png';
import { chartHeight, chartPalette, chartWidth } from '../charts/chart-size';
import { chartSvg } from '../charts/chart-svg';
import { aboutReport, definitionsTitle, introductionTitle, pictureWords, reportFacts } from '../quarterly-report-words';
import type { QuarterlyReportView } from '../views';
import {
  softRun,
  strongRun,
  type WordContent,
  type WordTable,
  type WordText,
  wordHeading,
  wordParagraph,
  wordProse,
  writable,
} from './word-parts';

/** The same report as `quarterlyReportPlan`, in its order, with real headings and tables and the pictures told in words. */
export async function quarterlyReportInWord(view: QuarterlyReportView): Promise<WordContent> {
  const { scheme, quarter, introduction, pictures } = view;
  const sections = await Promise.all(pictures.map((picture, at) => pictureInWord(picture, anchorOf(at))));
  return [
    wordParagraph(`${scheme.brand}  ${scheme.area}`, { style: 'Brand' }),
    wordParagraph('Quarterly report', { style: 'Title' }),
    wordParagraph(quarter, { style: 'Subtitle' }),
    ...reportFacts(view).map(([name, value]) => wordParagraph([softRun(`${name}: `), strongRun(value)])),
    ...aboutReport(view).map((text) => wordParagraph(text, { style: 'SoftParagraph' })),
    ...(introduction.trim() === '' ? [] : [wordHeading(1, introductionTitle), ...wordProse(introduction)]),
    wordHeading(1, 'What the quarter shows'),
    contents(pictures),
    ...sections.flat(),
    wordHeading(1, definitionsTitle, definitionsAnchor),
    definitions(view),
  ];
}

const anchorOf = (at: number) => `picture-${at + 1}`;
const definitionsAnchor = 'definitions';

function contents(pictures: readonly Picture[]): WordTable {
  return {
    caption: 'Contents: each picture and what it shows',
    heads: ['No.', 'Picture', 'What it shows'],
    widths: [1, 4, 9],
    rows: [
      ...pictures.map(({ title, finding }, at): WordText[] => [
        String(at + 1),
        [{ text: title, bold: true, linkTo: anchorOf(at) }],
        finding,
      ]),
      ['', [{ text: definitionsTitle, bold: true, linkTo: definitionsAnchor }], 'What the words of this report mean'],
    ],
  };
}

async function pictureInWord(picture: Picture, anchor: string): Promise<WordContent> {
  const { title, finding, how, warnings, rows } = picture;
  return [
    wordHeading(1, title, anchor),
    wordParagraph(finding, { style: 'SoftParagraph', keepNext: true }),
    ...(rows.length === 0 ? [] : [await drawn(picture), figures(picture)]),
    wordParagraph([strongRun('How it was counted. '), { text: how }], { style: 'AfterTable' }),
    ...(warnings.length === 0 ? [] : [wordParagraph([strongRun('Read with care. '), { text: warnings.join(' ') }])]),
  ];
}

/** Pixels of the picture in the document for each of the page at 96 to the inch: sharp in print. */
const sharpness = 3;
const widthOnPage = 640;

/** As PNG: Word would set an SVG in whatever font it has in place of ours, and its words would run into one another. */
async function drawn(picture: Picture): Promise<Paragraph> {
  const height = chartHeight(picture);
  const svg = chartSvg(picture, chartPalette, { width: chartWidth, height });
  const image = new ImageRun({
    type: 'png',
    data: Buffer.from(await pngOf(svg, sharpness)),
    transformation: { width: widthOnPage, height: Math.round((height * widthOnPage) / chartWidth) },
    altText: { name: picture.title, title: picture.title, description: writable(pictureWords(picture)) },
  });
  return new Paragraph({ children: [image], keepNext: true });
}

function figures({ title, rowsAre, series, rows }: Picture): WordTable {
  return {
    caption: `Figures of ${title}: ${[rowsAre, ...series.map(({ name }) => name)].join(', ')}`,
    heads: [rowsAre, ...series.map(({ name }) => name)],
    widths: [series.length > 5 ? 2.4 : 3, ...series.map(({ name }) => Math.max(1, longestWord(name) / 8))],
    rows: rows.map(({ name, values }): WordText[] => [
      [strongRun(name)],
      ...series.map(({ unit }, at) => formatFigure(values[at] ?? null, unit)),
    ]),
    isFigures: true,
  };
}

const longestWord = (text: string) => Math.max(...text.split(' ').map((word) => word.length));

function definitions({ terms, meanings }: QuarterlyReportView): WordTable {
  return {
    caption: 'Definitions: each word and what it means',
    heads: ['Word', 'What it means'],
    widths: [3, 9],
    rows: [
      ...terms.map(({ term, meaning }): WordText[] => [[strongRun(term)], meaning]),
      ...meanings.map(({ colour, meaning }): WordText[] => [[strongRun(colourWord[colour])], meaning]),
    ],
  };
}
