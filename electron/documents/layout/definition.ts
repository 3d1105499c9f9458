import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { demonstrationLine, type Furniture, footer, header } from './furniture';
import { printable } from './printable';
import { ink, page, size, soft } from './tokens';

export interface DocumentPlan extends Furniture {
  readonly isFinal: boolean;
  /** `documentMark`; none for what is not in the ledger. */
  readonly mark?: string;
  readonly content: readonly Content[];
}

/** The whole document for pdfmake. `onCount` hears how many pages it has. */
export function definition(
  plan: DocumentPlan,
  creationDate: Date,
  onCount: (pages: number) => void,
  password?: string,
): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [page.left, page.top, page.right, page.bottom],
    version: '1.7',
    language: 'en-GB',
    displayTitle: true,
    tagged: true,
    info: {
      title: printable(`${plan.brand}: ${plan.title}`),
      author: printable(plan.brand),
      subject: printable(plan.isDemonstration ? `${plan.marking}. ${demonstrationLine}` : plan.marking),
      creator: 'Roundtable',
      ...(plan.mark ? { keywords: plan.mark } : {}),
      creationDate,
    },
    ...(password === undefined ? {} : protectedBy(password)),
    header: header(plan),
    footer: footer(plan, onCount),
    ...(plan.isFinal ? {} : { watermark: { text: 'DRAFT', font: 'Heavy', fontSize: 150, color: ink, opacity: 0.08, angle: -52 } }),
    defaultStyle: { font: 'Sans', fontSize: size.body, lineHeight: 1.02, color: ink },
    styles: {
      title: { font: 'Heavy', fontSize: size.title, lineHeight: 1.05 },
      heading: { font: 'Heavy', fontSize: size.heading },
      subheading: { font: 'Heavy', fontSize: size.subheading },
      caseName: { font: 'Heavy', fontSize: size.caseName, characterSpacing: 0.1 },
      tableHeading: { font: 'Heavy', fontSize: size.subheading },
      columnHead: { fontSize: size.tiny, bold: true, color: soft },
      label: { fontSize: size.small, bold: true, color: soft },
    },
    content: madePrintable(plan.content) as Content,
  };
}

/** AES-256. Programs that read a page aloud must be let in, or the password would shut out those who need them. */
function protectedBy(password: string): Pick<TDocumentDefinitions, 'userPassword' | 'permissions' | 'version'> {
  return {
    version: '1.7ext3',
    userPassword: password,
    permissions: { printing: 'highResolution', copying: true, contentAccessibility: true, fillingForms: true },
  };
}

/** The one place that every word passes on its way to the page, so that no part can forget what the fonts lack. */
function madePrintable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(madePrintable);
  if (typeof node === 'string') return printable(node);
  if (typeof node !== 'object' || node === null) return node;
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    result[key] = holdsWords.has(key) ? madePrintable(value) : key === 'table' ? printableTable(value as object) : value;
  }
  return result;
}

const holdsWords = new Set(['text', 'stack', 'columns', 'outlineText']);

function printableTable(table: object): object {
  return { ...table, body: (table as { body: unknown[] }).body.map(madePrintable) };
}
