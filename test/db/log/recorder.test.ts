import { expect, test } from 'vitest';
import { openInMemory } from '../../../db/scheme-file';
import { createDeviceIdentity } from '../../../db/log/identity';
import { createRecorder } from '../../../db/log/recorder';
import { fingerprintTables, rebuild } from '../../../db/log/rebuild';
import { verifyLog } from '../../../db/log/verify';
import { cases, devices } from '../../../db/schema';

test('smoke', () => {
  const connection = openInMemory();
  const device = createDeviceIdentity();
  const recorder = createRecorder(connection, device, { clock: () => 1_772_531_200_000 });
  recorder.record({ person: 'p', intent: 'device joined' }, (operation) => operation.put(devices, device.id, { name: 'x', signingKey: device.publicKey }));
  recorder.record({ person: 'p', intent: 'case added' }, (operation) => operation.put(cases, operation.newId(), { surname: 'CARTERWICK', forenames: 'Dean' }));
  expect(() => connection.raw.exec("update cases set surname = 'x'")).toThrow('Only the recorder');
  expect(() => connection.raw.exec('delete from commits')).toThrow('Only the recorder');
  const before = fingerprintTables(connection);
  rebuild(connection);
  expect(fingerprintTables(connection)).toBe(before);
  expect(verifyLog(connection)).toEqual({ commits: 2, problems: [] });
});
