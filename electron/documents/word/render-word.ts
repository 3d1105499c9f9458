import { AlignmentType, BorderStyle, Document, Footer, Header, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { formatDayWithYear } from '../../../shared/language/dates';
import { demonstrationLine } from '../layout/furniture';
import type { DocumentRequest, RenderedDocument } from '../request';
import type { DocumentScheme, IssuedDocument } from '../views';
import { documentMark, forWhom } from '../words';
import { actionListInWord } from './action-list-word';
import { minutesInWord } from './minutes-word';
import { quarterlyReportInWord } from './quarterly-report-word';
import { wordStyles } from './styles';
import { type WordContent, wordTable, writable } from './word-parts';

interface Worded {
  readonly title: string;
  readonly view: { readonly scheme: DocumentScheme; readonly document: IssuedDocument };
  readonly content: WordContent;
}

async function worded(request: DocumentRequest): Promise<Worded> {
  switch (request.kind) {
    case 'minutes':
      return {
        title: `Minutes, ${formatDayWithYear(request.view.meeting.heldOn)}`,
        view: request.view,
        content: minutesInWord(request.view),
      };
    case 'action-list':
      return {
        title: `Action list: ${request.view.reader}, ${formatDayWithYear(request.view.today)}`,
        view: request.view,
        content: actionListInWord(request.view),
      };
    case 'quarterly-report':
      return {
        title: `Quarterly report, ${request.view.quarter}`,
        view: request.view,
        content: await quarterlyReportInWord(request.view),
      };
    default:
      throw new Error(`There is no Word edition of a ${request.kind}.`);
  }
}

/**
 * Minutes, action lists and reports as Word, for whoever edits them or uses a screen reader: real headings, head rows that repeat and are read out,
 * a caption for each table, and the language. The same request gives the same bytes.
 */
export async function renderWord(request: DocumentRequest): Promise<RenderedDocument> {
  const { title, view, content } = await worded(request);
  const document = new Document({
    title: writable(`${view.scheme.brand}: ${title}`),
    subject: writable(view.scheme.marking),
    creator: writable(view.scheme.brand),
    lastModifiedBy: 'Roundtable',
    keywords: documentMark(view.document),
    styles: wordStyles,
    numbering: {
      config: [
        {
          reference: 'bullets',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 260 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1400, bottom: 1200, left: 1134, right: 1134 } } },
        headers: { default: new Header({ children: header(view) }) },
        footers: { default: new Footer({ children: footer(view) }) },
        children: content.map((block) => ('heads' in block ? wordTable(block) : block)),
      },
    ],
  });
  const packed = await Packer.toBuffer(document);
  return { bytes: settled(new Uint8Array(packed), content, request.creationDate), pages: 0 };
}

function header({ scheme, document }: Worded['view']): Paragraph[] {
  const draft = document.isFinal ? [] : [new Paragraph({ style: 'Draft', children: [new TextRun('DRAFT')] })];
  return [
    new Paragraph({ style: 'Marking', children: [new TextRun(writable(scheme.marking))] }),
    new Paragraph({ style: 'Furniture', children: [new TextRun(writable(forWhom(document)))] }),
    ...draft,
  ];
}

function footer({ scheme }: Worded['view']): Paragraph[] {
  return [
    new Paragraph({
      style: 'Furniture',
      border: { top: { style: BorderStyle.SINGLE, size: 4, color: 'C3C9CE', space: 4 } },
      children: [
        ...(scheme.isDemonstration ? [new TextRun(`${demonstrationLine}  `)] : []),
        new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
      ],
    }),
    new Paragraph({ style: 'Marking', children: [new TextRun(writable(scheme.marking))] }),
  ];
}

/** A zip cannot say a time before this one, and one that stays the same is all that is wanted. */
const zipTime = new Date(1980, 0, 1);

/** What the library leaves open: the captions of tables, which it cannot write, and every time, which would differ each time. */
function settled(bytes: Uint8Array, content: WordContent, creationDate: string): Uint8Array {
  const captions = content.flatMap((block) => ('heads' in block ? [block.caption] : []));
  const files = unzipSync(bytes);
  let table = 0;
  const body = strFromU8(files['word/document.xml'] as Uint8Array).replaceAll('</w:tblPr>', () => {
    const caption = asAttribute(captions[table] ?? '');
    table += 1;
    return `<w:tblCaption w:val="${caption}"/><w:tblDescription w:val="${caption}"/></w:tblPr>`;
  });
  if (table !== captions.length) throw new Error('A table of the Word edition has lost its caption.');
  const core = strFromU8(files['docProps/core.xml'] as Uint8Array)
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${creationDate}`)
    .replace('</cp:coreProperties>', '<dc:language>en-GB</dc:language></cp:coreProperties>');
  const changed = { ...files, 'word/document.xml': strToU8(renumbered(body)), 'docProps/core.xml': strToU8(core) };
  const names = Object.keys(changed).sort((one, other) => Number(other === '[Content_Types].xml') - Number(one === '[Content_Types].xml'));
  return zipSync(Object.fromEntries(names.map((name) => [name, changed[name as keyof typeof changed] as Uint8Array])), {
    level: 6,
    mtime: zipTime,
  });
}

/** The library counts bookmarks and drawings from the start of the program on; here they are counted from that of the document. */
function renumbered(body: string): string {
  return [/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)"/g, /(<wp:docPr\b[^>]*\bid=")(\d+)"/g].reduce((text, pattern) => {
    const numbers = new Map<string, number>();
    return text.replace(pattern, (_, before: string, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return `${before}${number}"`;
    });
  }, body);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const asAttribute = (text: string) =>
  writable(text)
    .replaceAll('\n', ' ')
    .replace(/[&<>"]/g, (character) => entities[character] as string);
