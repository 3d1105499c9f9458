import { expect, test } from 'vitest';
import { decodeCommit } from '../../../../db/log/commit';
import type { Pace } from '../../../../db/pace';
import { listImports } from '../../../../db/queries/imports';
import { addAlias } from '../../../../electron/services/cases/case-entries';
import { editCase, getCase } from '../../../../electron/services/cases/cases';
import { listRegister } from '../../../../electron/services/cases/register';
import { createImportDesk, type ImportDesk } from '../../../../electron/services/import/importing';
import type { Session } from '../../../../electron/services/session';
import { addCase, as } from '../../../support/builders';
import { expectWholeLog, schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const rows = 130;
const pncOf = (at: number) => `${String(10 + (at % 80))}/${String(at).padStart(7, '0')}K`;
const file = (area = 'Lowgate') =>
  [
    'Surname,Forenames,PNC,Colour,Aliases,Needs,Area',
    ...Array.from({ length: rows }, (_, at) => `Testwick${at},Dean,${pncOf(at)},${at % 2 ? 'Amber' : 'Red'},Deano${at},Drugs,${area}`),
  ].join('\n');

/** Slices of the size that these times say: each is taken to have lasted so many of the twenty milliseconds that it may. */
function paceOf(lasts: number, onRest: (rest: number) => unknown = () => {}): Pace {
  let time = 0;
  let rests = 0;
  return {
    slice: 20,
    now: () => {
      time += lasts;
      return time;
    },
    async rest() {
      rests += 1;
      await onRest(rests);
    },
  };
}

async function planned(desk: ImportDesk, session: Session, text = file()) {
  const source = await desk.open(new TextEncoder().encode(text), 'cohort.csv');
  if ('problem' in source) throw new Error(source.problem);
  await desk.plan(session, { token: source.token, columns: source.columns.map(({ guess }) => guess) });
  return source;
}
const onScheme = (session: Session) => listRegister(session).filter(({ state }) => state !== 'left');
const transactions = (session: Session) =>
  session.connection.raw.prepare(`select count(distinct operation) from commits where intent = 'cases imported from a file'`).pluck().get();
const isEmpty = (session: Session) =>
  session.connection.raw.prepare('select (select count(*) from import_runs) + (select count(*) from import_run_rows)').pluck().get() === 0;

/** What the log says, with ids by the order in which they first appear, and without the salt of each entry. */
function story({ connection: { raw }, device }: Session): string {
  const names = new Map<string, string>();
  const nameOf = (id: string) => {
    const name = names.get(id) ?? `#${names.size}`;
    names.set(id, name);
    return name;
  };
  const bodies = raw.prepare<[], string>('select body from commits order by sequence').pluck().all();
  const told = bodies.map(decodeCommit).map(({ space, stamp, intent, operation, puts }) => [space, stamp, intent, operation, puts]);
  return JSON.stringify(told)
    .replaceAll(device.id, 'device')
    .replaceAll(device.publicKey, 'key')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, nameOf);
}

test('An import in many slices says entry by entry what one in few says, and one taking back undoes all of either.', async () => {
  const stories: string[] = [];
  for (const lasts of [100, 20, 0]) {
    const session = openScheme();
    let rests = 0;
    const desk = createImportDesk({
      pace: paceOf(lasts, () => {
        rests += 1;
      }),
    });
    const source = await planned(desk, session);
    expect(await desk.confirm(session, source)).toMatchObject({ added: rows, updated: 0, leftAlone: 0, isTakenBack: false });
    expect(rests).toBeGreaterThanOrEqual(lasts === 100 ? rows / 10 : 2);
    expectWholeLog(session);
    const whole = story(session);
    await desk.undo(session, { id: listImports(session.read)[0]?.id ?? '' });
    expect(onScheme(session)).toEqual([]);
    stories.push(`${whole} ${story(session)}`);
  }
  expect(new Set(stories).size).toBe(1);
});

test('While a large import is recorded others work between its slices, what they write is kept, and what they touched is left alone.', async () => {
  const session = openScheme();
  const known = addCase(session, { surname: 'Testwick1', pnc: pncOf(1), area: 'Millbrook' });
  const busy = addCase(session, { surname: 'Testwick129', pnc: pncOf(129), area: 'Millbrook' });
  const told: number[] = [];
  const desk = createImportDesk({
    onRecorded: (_, done) => told.push(done),
    pace: paceOf(20, (rest) => {
      if (rest !== 2) return;
      expect(desk.underWay(session)).toMatchObject({ fileName: 'cohort.csv', what: 'importing', isAtWork: true, total: rows });
      editCase(session, { id: busy, fields: { area: 'Harrow Cross' } });
      addCase(session, { surname: 'Testwick128', pnc: pncOf(128) });
    }),
  });
  const source = await planned(desk, session);
  expect(await desk.confirm(session, source)).toMatchObject({ added: rows - 3, updated: 1, leftAlone: 2 });
  expect(getCase(session, { id: busy })).toMatchObject({ colour: null, fields: { area: 'Harrow Cross' } });
  expect(getCase(session, { id: known })).toMatchObject({ colour: 'A', fields: { area: 'Lowgate' } });
  expect(onScheme(session)).toHaveLength(rows);
  expect(listImports(session.read)).toMatchObject([{ added: rows - 3, updated: 1, rowsDue: 0 }]);
  expect(transactions(session)).toBe(1);
  expect(told.at(-1)).toBe(rows);
  expect(desk.underWay(session)).toBeNull();
  expect(isEmpty(session)).toBe(true);
});

/** An import of which the process ends between two slices. */
async function cutShort(session: Session, afterSlices: number): Promise<void> {
  const desk = createImportDesk({
    pace: paceOf(20, (rest) => {
      if (rest === afterSlices) throw new Error('The plug was pulled.');
    }),
  });
  const source = await planned(desk, session);
  await expect(desk.confirm(session, source)).rejects.toThrow('plug');
}

test('An import that was cut short is found at the next start, and goes on to the same end.', async () => {
  const session = openScheme();
  await cutShort(session, 3);
  const desk = createImportDesk();
  const found = desk.underWay(session);
  expect(found).toMatchObject({ fileName: 'cohort.csv', what: 'importing', isAtWork: false, total: rows });
  expect(onScheme(session)).toHaveLength(rows - (found?.left ?? 0));
  expect(listImports(session.read)).toMatchObject([{ rowsDue: rows }]);
  await expect(desk.confirm(session, await planned(desk, session, `${file()}\nOakenfell,Mary,90/0000345A,,,,`))).rejects.toThrow(
    'The import of cohort.csv has not come to its end.',
  );
  await expect(desk.goOn(as({ ...session, agency: {}, person: {}, advance: () => {} }, 'manager'))).rejects.toThrow('As a manager');
  expect(await desk.goOn(session)).toMatchObject({ added: rows, leftAlone: 0 });
  expect(onScheme(session)).toHaveLength(rows);
  expect(transactions(session)).toBe(1);
  expect(isEmpty(session)).toBe(true);
  await expect(desk.goOn(session)).rejects.toThrow('No import was cut short.');
});

test('An import that was cut short is taken back as a whole, also where the taking back is cut short too.', async () => {
  const session = openScheme();
  await cutShort(session, 8);
  const id = listImports(session.read)[0]?.id ?? '';
  const failing = createImportDesk({
    pace: paceOf(30, (rest) => {
      if (rest === 4) throw new Error('The plug was pulled.');
    }),
  });
  await expect(failing.undo(session, { id })).rejects.toThrow('plug');
  const left = onScheme(session).length;
  expect(left).toBeGreaterThan(0);
  const desk = createImportDesk();
  expect(desk.underWay(session)).toMatchObject({ what: 'taking-back', isAtWork: false });
  expect(await desk.goOn(session)).toMatchObject({ isTakenBack: true });
  expect(onScheme(session)).toEqual([]);
  expect(listImports(session.read)).toMatchObject([{ isUndone: true, rowsDue: 0 }]);
  expect(isEmpty(session)).toBe(true);
});

test('Taken back while it is at work, an import stops at its next slice and leaves nothing but what somebody worked on.', async () => {
  const session = openScheme();
  let undone: Promise<unknown> | null = null;
  const desk = createImportDesk({
    pace: paceOf(20, (rest) => {
      if (rest !== 5) return;
      const [first] = onScheme(session);
      addAlias(session, { caseId: first?.id ?? '', name: 'Molly' });
      undone = desk.undo(session, { id: listImports(session.read)[0]?.id ?? '' });
    }),
  });
  expect(await desk.confirm(session, await planned(desk, session))).toMatchObject({ isTakenBack: true });
  expect(await undone).toMatchObject({ keptCount: 1 });
  expect(onScheme(session)).toHaveLength(1);
  expect(isEmpty(session)).toBe(true);
  const again = createImportDesk();
  expect(await again.confirm(session, await planned(again, session))).toMatchObject({ added: rows - 1 });
});
