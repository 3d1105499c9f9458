import { app, type Session } from 'electron';
import { isOwnAddress } from './address';

/** Refuses all that a page could ask of the outside world: permissions, devices, downloads, and any address but its own. */
export function applySessionPolicy(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Chromium fetches its dictionaries from the internet.
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowed(details.url) }));
}

const isAllowed = (address: string) => isOwnAddress(address) || (address.startsWith('devtools://') && !app.isPackaged);

/** Holds for every page of every window, whoever opened it: it stays where it is and opens nothing. */
export function refuseLeaving(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (!isOwnAddress(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
