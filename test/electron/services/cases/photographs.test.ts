import { expect, it } from 'vitest';
import { photographs } from '../../../../db/schema';
import { getPhotograph, photographUrls, setPhotograph, withdrawPhotograph } from '../../../../electron/services/cases/photographs';
import { addDays } from '../../../../shared/language/dates';
import { addCase } from '../../../support/builders';
import { jpegOf } from '../../../support/jpeg';
import { openTestScheme } from '../../../support/session';

const picture = jpegOf({ width: 300, height: 400, segments: [{ marker: 0xe1, text: 'Exif' }] });

function prepared() {
  const session = openTestScheme();
  const caseId = addCase(session, { surname: 'CARTERWICK' });
  const set = (over: Partial<Parameters<typeof setPhotograph>[1]> = {}) =>
    setPhotograph(session, { caseId, bytes: picture, takenOn: '2026-01-02', source: 'Police custody record', ...over });
  return { session, caseId, set };
}

it('A photograph is kept with the case, in its space, with when it was taken and whose it is.', () => {
  const { session, caseId, set } = prepared();
  expect(getPhotograph(session, { id: caseId })).toBeNull();
  set();
  expect(getPhotograph(session, { id: caseId })).toMatchObject({
    width: 300,
    height: 400,
    takenOn: '2026-01-02',
    source: 'Police custody record',
    addedByName: session.me.name,
  });
  const spaces = session.connection.raw.prepare("select distinct space from commits where intent like 'photograph%'").pluck().all();
  expect(spaces).toEqual([`case:${caseId}`]);
});

it('Another photograph takes the place of the first, which is withdrawn; taken off, there is none.', () => {
  const { session, caseId, set } = prepared();
  set();
  set({ bytes: jpegOf({ width: 120, height: 90 }) });
  const latest = getPhotograph(session, { id: caseId });
  expect(latest).toMatchObject({ width: 120 });
  const rows = session.read.select({ why: photographs.withdrawnReason }).from(photographs).all();
  expect(rows.map(({ why }) => why).toSorted()).toEqual(['', 'Replaced by another']);
  withdrawPhotograph(session, { id: latest?.id ?? '', reason: 'It is of his brother' });
  expect(getPhotograph(session, { id: caseId })).toBeNull();
  expect(photographUrls(session, [caseId]).size).toBe(0);
  expect(() => withdrawPhotograph(session, { id: latest?.id ?? '', reason: 'Again' })).toThrow('not on the case any more');
});

it('What is no picture, a day that is still to come and a case that is not here are refused in words.', () => {
  const { session, caseId, set } = prepared();
  expect(() => set({ bytes: new TextEncoder().encode('MZ a program') })).toThrow('not a picture that can be kept');
  expect(() => set({ takenOn: addDays(session.today(), 1) })).toThrow('still to come');
  expect(() => set({ caseId: 'nowhere' })).toThrow();
  expect(getPhotograph(session, { id: caseId })).toBeNull();
});

it('A picture that another program wrote into the log and that is none is never shown or printed.', () => {
  const { session, caseId } = prepared();
  session.record('photograph added', (operation) =>
    operation.put(photographs, operation.newId(), { caseId, picture: 'bm8gcGljdHVyZQ==', addedAt: operation.at }),
  );
  expect(getPhotograph(session, { id: caseId })).toBeNull();
  expect(photographUrls(session, [caseId]).size).toBe(0);
});
