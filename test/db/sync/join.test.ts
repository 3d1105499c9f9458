import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDeviceIdentity } from '../../../db/log/identity';
import { joinName, joinWords, openWelcome, readJoinRequest, sealWelcome, writeJoinRequest } from '../../../db/sync/join';

const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const ask = (device = createDeviceIdentity(), scheme = 'founding') =>
  writeJoinRequest({ scheme, device, recipient, computer: 'HARROW-LT-0301', at: '2026-03-03T10:00:00.000Z' });

test('A request is read by everyone as the device that signed it, and only for its own scheme.', () => {
  const device = createDeviceIdentity();
  expect(readJoinRequest(ask(device), 'founding')).toEqual({
    scheme: 'founding',
    device: device.id,
    signingKey: device.publicKey,
    recipient,
    computer: 'HARROW-LT-0301',
    at: '2026-03-03T10:00:00.000Z',
  });
  expect(readJoinRequest(ask(device), 'another')).toBe(null);
});

test('A request in which any single byte was changed is none, or gives other words.', () => {
  const request = Buffer.from(ask());
  const words = joinWords('founding', request).join();
  fc.assert(
    fc.property(fc.nat({ max: request.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = Buffer.from(request);
      changed.writeUInt8(changed.readUInt8(at) ^ flip, at);
      expect(readJoinRequest(changed, 'founding') === null || joinWords('founding', changed).join() !== words).toBe(true);
    }),
  );
});

test('Nobody can ask with somebody else’s key put in place of their own.', () => {
  const [signature, text = ''] = Buffer.from(ask()).toString('utf8').split('\n');
  const forged = text.replace(/"signingKey":"[^"]+"/, `"signingKey":"${createDeviceIdentity().publicKey}"`);
  expect(readJoinRequest(Buffer.from(`${signature}\n${forged}`), 'founding')).toBe(null);
});

test('Six words follow from the scheme and the request, and differ where either does.', () => {
  const request = ask();
  expect(joinWords('founding', request)).toHaveLength(6);
  expect(joinWords('founding', request)).toEqual(joinWords('founding', request));
  const all = [joinWords('founding', request), joinWords('founding', ask()), joinWords('another', request)];
  expect(new Set(all.map((words) => words.join())).size).toBe(3);
  expect(joinName(request)).toMatch(/^[0-9a-f]{40}$/);
});

test('A welcome is opened by the newcomer alone, and a damaged one by nobody.', async () => {
  const [mine, other] = await Promise.all([generateX25519Identity(), generateX25519Identity()]);
  const welcome = { scheme: 'founding', personId: 'person-1', commits: [{ body: '[1]', signature: 'x' }] };
  const sealed = await sealWelcome(welcome, await identityToRecipient(mine));
  expect(await openWelcome(sealed, mine)).toEqual(welcome);
  expect(await openWelcome(sealed, other)).toBe(null);
  const damaged = Uint8Array.from(sealed);
  damaged[damaged.length - 5] = (damaged[damaged.length - 5] ?? 0) ^ 1;
  expect(await openWelcome(damaged, mine)).toBe(null);
});
