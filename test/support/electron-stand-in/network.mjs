// `protocol`, `net` and `session`: every request of every page goes through the app's own handlers first.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { event, record, state, windows } from './state.mjs';

const schemes = new Map(); // scheme -> privileges
const handlers = new Map(); // scheme -> handler

// Chromium knows no scheme of ours, so app://bundle/x travels as http://bundle.app.localhost/x, and is never sent.
export const toHttp = (url) =>
  url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/]*)/, (all, scheme, host) =>
    schemes.has(scheme) ? `http://${host}.${scheme}.localhost` : all,
  );
export const fromHttp = (url) =>
  url.replace(/^(blob:)?http:\/\/([^/]*)\.([a-z0-9+-]+)\.localhost/, (all, blob, host, scheme) =>
    schemes.has(scheme) ? `${blob ?? ''}${scheme}://${host}` : all,
  );

export const protocol = {
  registerSchemesAsPrivileged(list) {
    if (state.context) throw new Error('registerSchemesAsPrivileged must be called before app is ready');
    for (const one of list) schemes.set(one.scheme, one.privileges);
  },
  handle(scheme, handler) {
    if (!state.context) throw new Error('protocol.handle before ready');
    if (handlers.has(scheme)) throw new Error(`protocol ${scheme} already handled`);
    handlers.set(scheme, handler);
    schemes.set(scheme, schemes.get(scheme) ?? {});
  },
  unhandle: (scheme) => handlers.delete(scheme),
  isProtocolHandled: (scheme) => handlers.has(scheme),
};

/** Playwright's route for everything: navigation is asked of the window, then the session, then the scheme's handler. */
export async function onRequest(route, request) {
  const url = fromHttp(request.url());
  if (request.isNavigationRequest() && !mayNavigate(request, url)) return route.fulfill({ status: 204 }); // leaves the page as it is
  if (!(await isLet(url, request))) return route.abort('blockedbyclient');
  const handler = handlers.get(url.split(':', 1)[0]);
  if (!handler) {
    record('network', url);
    return route.continue();
  }
  try {
    const body = request.postDataBuffer();
    const answer = await handler(new Request(url, { method: request.method(), headers: request.headers(), ...(body ? { body } : {}) }));
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  } catch (error) {
    if (state.isQuitting) return;
    console.error('protocol handler', url, error);
    await route.fulfill({ status: 500, body: String(error) }).catch(() => {});
  }
}

function mayNavigate(request, url) {
  const window = [...windows.values()].find((one) => one.webContents.page === request.frame().page());
  if (!window) return true;
  const contents = window.webContents;
  const isMainFrame = request.frame().parentFrame() === null;
  if (isMainFrame && contents.loading === url) {
    contents.loading = null; // loadURL asked, not the page
    return true;
  }
  const asked = event({ url, isMainFrame });
  contents.emit('will-frame-navigate', asked);
  if (isMainFrame && !asked.defaultPrevented) contents.emit('will-navigate', asked, url);
  return !asked.defaultPrevented;
}

let beforeRequest = null;
const isLet = (url, request) =>
  beforeRequest === null
    ? true
    : new Promise((done) => beforeRequest({ url, method: request.method(), resourceType: request.resourceType() }, (r) => done(!r.cancel)));

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};
export const net = {
  async fetch(url, init) {
    if (!String(url).startsWith('file:')) return globalThis.fetch(url, init);
    const file = fileURLToPath(url);
    return new Response(readFileSync(file), { headers: { 'content-type': types[extname(file)] ?? 'application/octet-stream' } });
  },
};

const defaultSession = Object.assign(new EventEmitter(), {
  protocol,
  permissionRequestHandler: null,
  permissionCheckHandler: null,
  devicePermissionHandler: null,
  isSpellCheckerOn: true,
  setPermissionRequestHandler(handler) {
    this.permissionRequestHandler = handler;
  },
  setPermissionCheckHandler(handler) {
    this.permissionCheckHandler = handler;
  },
  setDevicePermissionHandler(handler) {
    this.devicePermissionHandler = handler;
  },
  setSpellCheckerEnabled(isOn) {
    this.isSpellCheckerOn = isOn;
  },
  webRequest: {
    onHeadersReceived() {},
    onBeforeRequest(...args) {
      beforeRequest = args.at(-1);
    },
  },
});
export const session = { defaultSession };
