import { expect, test } from 'vitest';
import { areaFigures, saveAreaFigures } from '../../../../electron/services/insight/population';
import { openTestScheme } from '../../../support/session';

test('The population of the area is kept as it was entered, and a group can be emptied again.', () => {
  const session = openTestScheme();
  expect(areaFigures(session)).toEqual({ source: '', perThousand: {} });
  saveAreaFigures(session, { source: 'Census 2021, adults', perThousand: { 'sex-female': 506, 'sex-male': 494 } });
  saveAreaFigures(session, { source: 'Census 2021, adults', perThousand: { 'sex-female': 506 } });
  expect(areaFigures(session)).toEqual({ source: 'Census 2021, adults', perThousand: { 'sex-female': 506 } });
});

test('Shares that come to more than a whole are refused, and nothing is recorded.', () => {
  const session = openTestScheme();
  expect(() => saveAreaFigures(session, { source: '', perThousand: { 'sex-female': 600, 'sex-male': 494 } })).toThrow(/more than 100%/);
  expect(areaFigures(session).perThousand).toEqual({});
});
