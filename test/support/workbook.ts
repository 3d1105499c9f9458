import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet with this XML as its rows: what an Excel of another make may write. */
export function workbookOf(rows: string, files: Readonly<Record<string, string>> = {}): Uint8Array {
  return workbookOfSheet(`<sheetData>${rows}</sheetData>`, '', files);
}

/** The same with the whole inside of the sheet, and with properties of the workbook before its sheets. */
export function workbookOfSheet(inside: string, properties = '', files: Readonly<Record<string, string>> = {}): Uint8Array {
  const all: Readonly<Record<string, string>> = {
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}">${properties}<sheets><sheet name="Cohort" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${main}">${inside}</worksheet>`,
    ...files,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, content]) => [name, strToU8(content)])));
}

/** A row of text cells from column A; an empty one is not written. `attributes` go on the row. */
export function textRow(row: number, cells: readonly string[], attributes = ''): string {
  const written = cells.map((cell, at) =>
    cell === '' ? '' : `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`,
  );
  return `<row r="${row}"${attributes}>${written.join('')}</row>`;
}
