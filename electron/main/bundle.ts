import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol } from 'electron';
import { contentSecurityPolicy, origin, scheme } from './address';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const nothingHere = () => new Response('Not found', { status: 404, headers });

/** Must run before the app is ready: Electron reads the list once. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Serves the files under `folder` as `app://bundle/…`, and nothing outside it. */
export function serveBundle(folder: string): void {
  protocol.handle(scheme, async (request) => {
    const file = fileOf(request.url, folder);
    const contentType = file === null ? undefined : contentTypes[extname(file)];
    if (file === null || contentType === undefined || request.method !== 'GET') return nothingHere();
    try {
      const bytes = await readFile(file);
      return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-type': contentType } });
    } catch {
      return nothingHere();
    }
  });
}

/** The file that an address names, or null where it names none inside `folder`. */
export function fileOf(address: string, folder: string): string | null {
  const url = URL.parse(address);
  if (!url || !address.startsWith(`${origin}/`)) return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = join(folder, path);
  return file.startsWith(folder + sep) ? file : null;
}
