import { readCsv } from './read-csv';
import { readWorkbook } from './read-workbook';
import { mostBytes, type ReadSpreadsheet, type SpreadsheetChoice, type UnreadableSpreadsheet, unreadable } from './spreadsheet';

const oldOfficeFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
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
  if (startsWith(bytes, oldOfficeFile)) {
    return isEncrypted(bytes)
      ? unreadable(
          'locked',
          'This workbook is protected with a password. Open it in Excel, choose File, Info, Protect Workbook, Encrypt with Password, empty the password, save it, and choose it again.',
        )
      : unreadable('old-excel', `This is an Excel file in the old format (.xls), which cannot be read here. ${saveAs}`);
  }
  if (startsWith(bytes, zipArchive)) return readWorkbook(bytes, choice);
  return otherFormat(bytes, fileName) ?? readCsv(bytes);
}

/** An encrypted workbook is an old Office container with a stream of this name, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

/** Web pages and XML under an Excel name: what many case systems call an export. */
function otherFormat(bytes: Uint8Array, fileName: string): UnreadableSpreadsheet | null {
  const start = new TextDecoder().decode(bytes.subarray(0, 2_048)).trimStart().toLowerCase();
  if (
    /^(<!doctype html|<html|<table|<head)/.test(start) ||
    (start.startsWith('<?xml') && /<(html|workbook)\b/.test(start)) ||
    start.startsWith('mime-version:')
  ) {
    return unreadable('other-format', `This is a web page saved under the name of a spreadsheet. ${saveAs}`);
  }
  if (start.startsWith('%pdf'))
    return unreadable('other-format', 'This is a PDF document, not a spreadsheet. Ask for the Excel workbook that it was made from.');
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
