import { sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, isOwnAddress, projectorAddress } from '../../../electron/main/address';
import { fileOf } from '../../../electron/main/bundle';

const folder = `${sep}app${sep}out${sep}renderer`;

describe('the served folder', () => {
  it('gives the file that an address names', () => {
    expect(fileOf('app://bundle/index.html', folder)).toBe(`${folder}${sep}index.html`);
    expect(fileOf('app://bundle/assets/a.js?v=1#x', folder)).toBe(`${folder}${sep}assets${sep}a.js`);
    expect(fileOf(projectorAddress('m/1'), folder)).toBe(`${folder}${sep}index.html`);
  });

  it('gives nothing outside itself, however the address is written', () => {
    for (const path of ['../main/index.js', '..%2fmain/index.js', '%2e%2e/%2e%2e/etc/passwd', '..%5cmain', 'a%00.js', '%zz'])
      expect(fileOf(`app://bundle/${path}`, folder)?.startsWith(folder + sep) ?? true).toBe(true);
    expect(fileOf('app://bundle/..%2f..%2fetc%2fpasswd', folder)).toBeNull();
    expect(fileOf('app://other/index.html', folder)).toBeNull();
    expect(fileOf('file:///etc/passwd', folder)).toBeNull();
  });

  it('stays within itself for any path at all', () => {
    const piece = fc.oneof(fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '\\', '%5c', '%00', '//'), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const file = fileOf(`app://bundle/${pieces.join('/')}`, folder);
        expect(file === null || file.startsWith(folder + sep)).toBe(true);
      }),
    );
  });
});

describe('the addresses of our own', () => {
  it('are the bundle and what its pages hold in memory', () => {
    expect(isOwnAddress('app://bundle/index.html')).toBe(true);
    expect(isOwnAddress('blob:app://bundle/7c0b')).toBe(true);
    for (const address of [
      'https://example.invalid/',
      'app://bundle.example.invalid/',
      'app://bundle',
      'file:///a',
      'data:text/html,x',
      'blob:https://a/b',
    ])
      expect(isOwnAddress(address)).toBe(false);
  });
});

describe('the content security policy', () => {
  const directives = new Map(contentSecurityPolicy.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1)]));

  it('starts from nothing and lets scripts and styles come from the bundle alone', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('style-src')).toEqual(["'self'"]);
    for (const name of ['object-src', 'base-uri', 'form-action', 'frame-ancestors']) expect(directives.get(name)).toEqual(["'none'"]);
  });

  it('has no word that lets text run as code, and no address from elsewhere', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe-inline|unsafe-eval|unsafe-hashes|https?:|\*/);
  });
});
