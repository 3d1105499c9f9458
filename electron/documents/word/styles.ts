import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';

const ink = '15191C';
const soft = '48525A';
const accent = '8E1A66';
/** On every computer with Word, and among the faces that are easiest to read. */
const font = 'Arial';
const spaced = (before: number, after: number) => ({ spacing: { before, after, line: 259, lineRule: LineRuleType.AUTO } });

/** Half points for sizes, twentieths of a point for space. Every paragraph bears a named style, so that all can be changed at once. */
export const wordStyles: IStylesOptions = {
  default: {
    document: { run: { font, size: 22, color: ink, language: { value: 'en-GB' } }, paragraph: spaced(0, 100) },
    title: { run: { font, size: 44, bold: true, color: ink }, paragraph: spaced(60, 60) },
    heading1: { run: { font, size: 30, bold: true, color: ink }, paragraph: { ...spaced(320, 100), keepNext: true, outlineLevel: 0 } },
    heading2: { run: { font, size: 25, bold: true, color: ink }, paragraph: { ...spaced(260, 60), keepNext: true, outlineLevel: 1 } },
    heading3: { run: { font, size: 22, bold: true, color: soft }, paragraph: { ...spaced(140, 40), keepNext: true, outlineLevel: 2 } },
  },
  paragraphStyles: [
    { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', next: 'Normal', run: { color: soft }, paragraph: spaced(0, 160) },
    { id: 'Brand', name: 'Brand', basedOn: 'Normal', run: { color: accent, bold: true, size: 20 }, paragraph: spaced(0, 40) },
    { id: 'SoftParagraph', name: 'Soft paragraph', basedOn: 'Normal', run: { color: soft, size: 20 } },
    { id: 'AfterTable', name: 'After table', basedOn: 'Normal', paragraph: spaced(120, 100) },
    { id: 'Decision', name: 'Decision', basedOn: 'Normal', run: { bold: true } },
    { id: 'TableHead', name: 'Table head', basedOn: 'Normal', run: { bold: true, size: 19, color: soft }, paragraph: spaced(0, 0) },
    { id: 'TableText', name: 'Table text', basedOn: 'Normal', run: { size: 20 }, paragraph: spaced(0, 20) },
    { id: 'FigureHead', name: 'Figure head', basedOn: 'Normal', run: { bold: true, size: 15, color: soft }, paragraph: spaced(0, 0) },
    { id: 'FigureText', name: 'Figure text', basedOn: 'Normal', run: { size: 17 }, paragraph: spaced(0, 0) },
    {
      id: 'Marking',
      name: 'Marking',
      basedOn: 'Normal',
      run: { bold: true, size: 18 },
      paragraph: { ...spaced(0, 40), alignment: AlignmentType.CENTER },
    },
    { id: 'Furniture', name: 'Furniture', basedOn: 'Normal', run: { size: 17, color: soft }, paragraph: spaced(0, 40) },
    {
      id: 'Draft',
      name: 'Draft',
      basedOn: 'Normal',
      run: { bold: true, size: 28, color: accent },
      paragraph: { alignment: AlignmentType.CENTER },
    },
  ],
  characterStyles: [{ id: 'Soft', name: 'Soft', run: { color: soft } }],
};
