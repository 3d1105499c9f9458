import { decodeText } from './decode-text';
import { readCsv } from './read-csv';
import { readWorkbook } from './read-workbook';
import { mostBytes, type ReadSpreadsheet, type SpreadsheetChoice, type UnreadableSpreadsheet, unreadable } from './spreadsheet';

const oldOfficeFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Excel 2 to 4, before there was a container. */
const firstExcels = [0x00, 0x02, 0x04].map((version) => [0x09, version, version === 0 ? 0x04 : 0x06, 0x00]);
const zipArchive = [0x50, 0x4b];
const saveAs = 'Open it in Excel, choose Save As, “Excel Workbook (.xlsx)”, and choose that file.';

/**
 * Reads a spreadsheet from the bytes of its file: CSV in any usual encoding and with any usual delimiter, or .xlsx. Goes
 * by what the file is, not by its name. Never throws over its content, touches neither disk nor network.
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  fileName: string,
  choice: SpreadsheetChoice = {},
): Promise<ReadSpreadsheet | UnreadableSpreadsheet> {
  const read = await readByContent(bytes, fileName, choice);
  if (read.kind === 'problem' || choice.headingRow === undefined) return read;
  return { ...read, headingRow: Math.min(Math.max(1, Math.floor(choice.headingRow)), Math.max(1, read.grid.length)) };
}

async function readByContent(
  bytes: Uint8Array,
  fileName: string,
  choice: SpreadsheetChoice,
): Promise<ReadSpreadsheet | UnreadableSpreadsheet> {
  if (bytes.length === 0) return unreadable('empty', 'This file is empty. Choose the file that holds the cohort.');
  if (bytes.length > mostBytes) {
    return unreadable(
      'too-big',
      `This file is larger than ${mostBytes / 1024 / 1024} MB. Copy the rows of the cohort alone into a new workbook and choose that.`,
    );
  }
  if (/^~\$/.test(fileName)) {
    return unreadable(
      'not-a-spreadsheet',
      'This is the note that Excel keeps beside a workbook while it is open (its name begins with ~$). Choose the workbook itself.',
    );
  }
  if (startsWith(bytes, oldOfficeFile)) return oldOffice(bytes);
  if (firstExcels.some((signature) => startsWith(bytes, signature))) return oldExcel;
  if (startsWith(bytes, zipArchive)) return readWorkbook(bytes, choice);
  return otherFormat(bytes, fileName) ?? readCsv(bytes);
}

const oldExcel = unreadable('old-excel', `This is an Excel file in the old format (.xls), which cannot be read here. ${saveAs}`);

/** Documents of Office before 2007, encrypted workbooks and saved messages are one kind of container, told apart by its streams, whose names are in UTF-16. */
function oldOffice(bytes: Uint8Array): UnreadableSpreadsheet {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string) => container.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage'))
    return unreadable(
      'locked',
      'This workbook is protected with a password. Open it in Excel, choose File, Info, Protect Workbook, Encrypt with Password, empty the password, save it, and choose it again.',
    );
  if (holds('WordDocument')) return wordDocument;
  if (holds('__substg1.0_')) return savedMessage;
  return oldExcel;
}

const wordDocument = unreadable(
  'other-format',
  'This is a Word document, not a spreadsheet. Copy its table into an Excel workbook and choose that.',
);
const savedMessage = unreadable(
  'other-format',
  'This is an e-mail, not a spreadsheet. Save the file that is attached to it, and choose that.',
);

/** Web pages and XML under an Excel name, which many case systems call an export, and other things that are text and no table. */
function otherFormat(bytes: Uint8Array, fileName: string): UnreadableSpreadsheet | null {
  const beginning = bytes.subarray(0, 4_096);
  const start = (decodeText(beginning)?.text ?? new TextDecoder().decode(beginning)).replace(/^[\s\ufeff]+/, '').toLowerCase();
  if (/^<(?:[!?]?[a-z]|!--)[^>]*>/.test(start) || start.startsWith('mime-version:')) {
    const isPage = start.startsWith('mime-version:') || /<(?:!doctype html|html|head|body|div|table|tr|td)\b/.test(start);
    return unreadable(
      'other-format',
      isPage
        ? `This is a web page saved under the name of a spreadsheet. ${saveAs}`
        : `This is an XML file, which cannot be read here. ${saveAs}`,
    );
  }
  if (start.startsWith('%pdf'))
    return unreadable('other-format', 'This is a PDF document, not a spreadsheet. Ask for the Excel workbook that it was made from.');
  if (start.startsWith('{\\rtf')) return wordDocument;
  if (/^(?:from|received|return-path|delivered-to|message-id|date): \S.*\n[a-z-]+: /.test(start.replaceAll('\r', ''))) return savedMessage;
  if (/^begin:v(?:calendar|card)\b/.test(start)) {
    return unreadable(
      'other-format',
      'This holds calendar or address entries, not a spreadsheet. Ask for the list as an Excel workbook or as CSV.',
    );
  }
  if (/^[[{]\s*[[{"]/.test(start) && /["\]}]\s*[:,]/.test(start)) {
    return unreadable(
      'other-format',
      'This is a data file of a program (JSON), not a spreadsheet. Ask for the list as an Excel workbook or as CSV.',
    );
  }
  if (/\.xlsx$/i.test(fileName) && start.length === 0)
    return unreadable('damaged', 'This Excel file is damaged and cannot be read. Ask for another copy.');
  return null;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
