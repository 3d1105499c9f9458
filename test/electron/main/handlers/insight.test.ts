import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listAudit } from '../../../../db/queries/audit';
import { listExports } from '../../../../db/queries/exports';
import { insightHandlers } from '../../../../electron/main/handlers/insight';
import { addCase, as } from '../../../support/builders';
import { openTestScheme } from '../../../support/session';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-insight-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const asked = { picture: 'positions', from: '2025-03-05', to: '2026-03-03', area: 'Harrow Lane', cohortPart: 'fixed' } as const;
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Dialogs that answer with this file, or as if they had been cancelled. */
function parts(file: string | null, session = openTestScheme()) {
  const answer = () => Promise.resolve(file === null ? null : join(folder, file));
  const handlers = insightHandlers({
    session: () => session,
    dialogs: { askForFile: answer, askForFolder: answer, askWhereToSave: answer },
    tell: () => {},
    openProjector: () => {},
    closeProjector: () => {},
  });
  return { session, handlers };
}

test('Figures and pictures of Insight that are saved stand in the audit trail and among the exports, each with what it was of.', async () => {
  const session = openTestScheme();
  addCase(session, { area: 'Harrow Lane', cohortPart: 'fixed', statutoryPosition: 'licence' });
  await parts('positions.csv', session).handlers.saveFigures(asked);
  await parts('positions.svg', session).handlers.saveDrawing(asked);
  await parts('positions.png', session).handlers.saveImage({ ...asked, bytes: png });
  const what = (as: string) => `Statutory position, ${as}: 5 Mar 2025 to 3 Mar 2026; Harrow Lane, Fixed`;
  expect(new Set(listExports(session.read).map(({ title, fileName, rows }) => `${fileName}, ${rows}: ${title}`))).toEqual(
    new Set([
      `positions.csv, 1: ${what('figures')}`,
      `positions.svg, 0: ${what('SVG picture')}`,
      `positions.png, 0: ${what('PNG picture')}`,
    ]),
  );
  const trail = listAudit(session.read, { before: null, limit: 20, caseId: null });
  expect(trail.filter(({ intent }) => intent === 'Insight exported')).toHaveLength(3);
  expect(readFileSync(join(folder, 'positions.png'))).toEqual(Buffer.from(png));
  expect(statSync(join(folder, 'positions.csv')).mode & 0o077).toBe(0);
});

test('Where nobody chose a place nothing is saved and nothing recorded, and a partner is refused before the question.', async () => {
  const { session, handlers } = parts(null);
  expect(await handlers.saveFigures(asked)).toBeNull();
  expect(await handlers.saveDrawing(asked)).toBeNull();
  expect(listExports(session.read)).toEqual([]);
  const partner = parts('positions.csv', as(session, 'partner'));
  await expect(async () => partner.handlers.saveFigures(asked)).rejects.toThrow('As a partner you cannot export lists or figures.');
  expect(listExports(session.read)).toEqual([]);
});
