import type { Content } from 'pdfmake/interfaces';
import { issuedPlan } from './issued-plan';
import { badge } from './layout/badge';
import { barBox, rule } from './layout/boxes';
import type { DocumentPlan } from './layout/definition';
import { heading, sectionId, subheading } from './layout/headings';
import { fitted } from './layout/printable';
import { pieces } from './layout/prose';
import { quiet, strong } from './layout/spans';
import { type Row, table } from './layout/tables';
import { accent, inner, size, soft } from './layout/tokens';
import { pictureId, pictureSections } from './quarterly-report-picture';
import { aboutReport, definitionsTitle, introductionTitle, reportFacts } from './quarterly-report-words';
import type { QuarterlyReportView } from './views';

/** A quarter in pictures: cover, introduction and contents, each picture with its figures, and what the words mean. */
export function quarterlyReportPlan(view: QuarterlyReportView): DocumentPlan {
  const { quarter } = view;
  return issuedPlan(view, `Quarterly report, ${quarter}`, [
    ...cover(view),
    ...front(view),
    ...pictureSections(view.pictures),
    ...definitions(view),
  ]);
}

function cover(view: QuarterlyReportView): Content[] {
  const { scheme, quarter } = view;
  return [
    {
      margin: [0, 120, 0, 0],
      stack: [
        {
          text: [
            { text: fitted(scheme.brand, 200).toUpperCase(), color: accent, font: 'Heavy' },
            { text: `  ${fitted(scheme.area, 200)}`, color: soft },
          ],
          characterSpacing: 0.6,
          fontSize: 11,
        },
        { text: 'Quarterly report', headlineLevel: 1, font: 'Heavy', fontSize: 40, lineHeight: 1, margin: [0, 6, 0, 0] },
        { text: quarter, fontSize: 20, color: soft, margin: [0, 0, 0, 14] },
        rule(inner, 3, accent, [0, 0, 0, 18]),
        facts(view),
      ],
    },
    { margin: [0, 28, 0, 0], stack: [barBox({ stack: aboutReport(view).map((text) => ({ text, margin: [0, 0, 0, 3] })) }, inner)] },
  ];
}

function facts(view: QuarterlyReportView): Content {
  const columns = [
    { head: '', width: 96 },
    { head: '', width: 'rest' },
  ] as const;
  return table(
    columns,
    reportFacts(view).map(([name, value]): Row => ({ cells: [quiet(name), strong(value)] })),
    { fontSize: 10.5 },
  );
}

/** Introduction and contents; each picture's finding stands in the contents, so that this page alone says what the quarter shows. */
function front({ introduction, pictures }: QuarterlyReportView): Content[] {
  const columns = [
    { head: '', width: 18, isRight: true },
    { head: 'Picture', width: 132 },
    { head: 'What it shows', width: 'rest' },
    { head: 'Page', width: 28, isRight: true },
  ] as const;
  const rows = pictures.map(
    (picture, at): Row => ({
      cells: [
        quiet(String(at + 1)),
        strong(picture.title, { linkToDestination: pictureId(picture) }),
        picture.finding,
        { draw: { pageReference: pictureId(picture), alignment: 'right', noWrap: true } },
      ],
    }),
  );
  const last: Row = {
    cells: [
      '',
      strong(definitionsTitle, { linkToDestination: sectionId(definitionsTitle) }),
      'What the words of this report mean',
      { draw: { pageReference: sectionId(definitionsTitle), alignment: 'right', noWrap: true } },
    ],
  };
  const prose = pieces(introduction).filter((text) => text !== '');
  return [
    { text: '', pageBreak: 'after' },
    ...(prose.length === 0
      ? []
      : [
          heading(introductionTitle, { isTopOfPage: true }),
          ...prose.map((text): Content => ({ text, fontSize: 11, margin: [0, 0, 0, 6] })),
        ]),
    heading('What the quarter shows', { isTopOfPage: prose.length === 0 }),
    table(columns, [...rows, last]),
  ];
}

const mostBeforeBreak = 600;

function definitions({ terms, meanings }: QuarterlyReportView): Content[] {
  const columns = [
    { head: 'Word', width: 132 },
    { head: 'What it means', width: 'rest' },
  ] as const;
  return [
    heading(definitionsTitle, { room: 110 }),
    table(
      columns,
      terms.map(({ term, meaning }): Row => ({ cells: [strong(term), meaning] })),
      { fontSize: size.small },
    ),
    {
      // Four short lines that are read together; a scheme that words them at length has them run on.
      unbreakable: meanings.every(({ meaning }) => meaning.length < mostBeforeBreak),
      stack: [
        subheading('The colours'),
        table(
          columns,
          meanings.map(({ colour, meaning }): Row => ({ cells: [{ draw: badge([colour], 12).content }, meaning] })),
          { fontSize: size.small },
        ),
      ],
    },
  ];
}
