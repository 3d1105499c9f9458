import { beforeEach, expect, test } from 'vitest';
import type { Transport } from '../../../db/sync/transport';

/** What every shared place must do, whatever it is made of. */
export function transportSuite(open: () => Promise<Transport>): void {
  let transport: Transport;
  beforeEach(async () => {
    transport = await open();
  });
  const bytes = Buffer.from('sealed');
  const names = async (folder: string) => {
    const listed = await transport.list();
    return listed.ok ? [...(listed.value.get(folder) ?? [])].sort() : listed.problem;
  };

  test('A new place is empty, and what is not there is missing.', async () => {
    expect(await names('')).toEqual([]);
    expect(await transport.read('0a', 'nothing.seg')).toMatchObject({ ok: false, problem: 'missing' });
  });

  test('What was written is listed and read back, byte for byte.', async () => {
    expect(await transport.writeOnce('0a', '1.seg', bytes)).toEqual({ ok: true, value: null });
    expect(await transport.writeOnce('', 'roundtable.scheme', Buffer.from('{}'))).toMatchObject({ ok: true });
    expect(await names('0a')).toEqual(['1.seg']);
    expect(await names('')).toEqual(['roundtable.scheme']);
    const read = await transport.read('0a', '1.seg');
    expect(read.ok && Buffer.from(read.value).equals(bytes)).toBe(true);
  });

  test('Writing the same again is no error, and leaves one file.', async () => {
    for (let time = 0; time < 3; time += 1) expect(await transport.writeOnce('0a', '1.seg', bytes)).toMatchObject({ ok: true });
    expect(await names('0a')).toEqual(['1.seg']);
  });

  test('An empty and a large file come back whole.', async () => {
    const large = Buffer.alloc(3_000_000, 7);
    await transport.writeOnce('0a', 'empty.seg', new Uint8Array());
    await transport.writeOnce('0a', 'large.seg', large);
    const [empty, back] = [await transport.read('0a', 'empty.seg'), await transport.read('0a', 'large.seg')];
    expect(empty.ok && empty.value.length).toBe(0);
    expect(back.ok && Buffer.from(back.value).equals(large)).toBe(true);
  });

  test('Removing takes away what is named and nothing else, and may be said twice.', async () => {
    for (const name of ['1.seg', '2.seg', '3.seg']) await transport.writeOnce('0a', name, bytes);
    expect(await transport.removeOwn('0a', ['1.seg', '3.seg'])).toMatchObject({ ok: true });
    expect(await transport.removeOwn('0a', ['1.seg'])).toMatchObject({ ok: true });
    expect(await names('0a')).toEqual(['2.seg']);
  });

  test('Two writers at once get in each other’s way nowhere.', async () => {
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, index) => transport.writeOnce(index % 2 === 0 ? '0a' : '0b', `${index}.seg`, Buffer.from(`${index}`))),
    );
    expect(done.every(({ ok }) => ok)).toBe(true);
    expect(await names('0a')).toHaveLength(10);
  });
}
