import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkpointsOf } from '../../../db/checkpoints';
import { unwrapKey, wrapKey } from '../../../db/keys/key-file';
import type { Clock } from '../../../db/log/stamp';
import { loadKeyFile, type Opened, openWithKey, openWithPassphrase, openWithRecoveryWords, replaceKeyFile } from '../../../db/scheme-file';
import { Refusal } from '../../../shared/language/refusal';
import type { AppStatus, OpenResult } from '../../../shared/views/scheme';
import type { JoinState } from '../../../shared/views/sharing';
import type { OpenScheme } from '../backups/backups';
import { openSession } from '../open-session';
import type { Session } from '../session';
import { beginSetup, type Setup, type SetupChoices } from '../setup/setup';
import { beginJoin, type Join, type JoinChoices } from '../sharing/join';
import { type RebuildChoices, rebuildFromShare } from '../sharing/rebuild';
import { demonstrationFileName, type KnownSchemes } from './known-schemes';
import type { BeginMovingOf } from './log-mover';

/** The operating system's keychain. `seal` and `unseal` work on text that may lie unprotected on the disk. */
export interface Keychain {
  isAvailable(): boolean;
  seal(key: Uint8Array): string;
  /** Null where it was sealed by another user or computer. */
  unseal(sealed: string): Uint8Array | null;
}

export interface AccessParts {
  /** Where schemes are kept unless the person chose another place. */
  readonly folder: string;
  readonly known: KnownSchemes;
  readonly keychain: Keychain;
  readonly clock: Clock;
  readonly computer: string;
  /** Makes the demonstration scheme at a path, with its passphrase. */
  readonly makeDemonstration: (path: string, passphrase: string) => Promise<void>;
  /** Cost of a key file's scrypt; the usual one where absent. */
  readonly cost?: number;
  /** How the write-ahead log is moved while large work goes on; by the thread that writes where absent. */
  readonly movingLogOf?: BeginMovingOf;
}

/** Everyone in the demonstration is invented, so its passphrase is no secret: the unlock screen says it. */
export const demonstrationPassphrase = 'demonstration';

/** Opens, starts and locks schemes; holds the one that is open. */
export interface SchemeAccess {
  /** What this computer is called. */
  readonly computer: string;
  status(): AppStatus;
  /** The open session. Refuses while locked. */
  session(): Session;
  /** The same with its key, for copies of the file. */
  open(): OpenScheme;
  /** Called before a scheme is locked, while its file is still open. */
  onLocking(listener: () => void): void;
  /** Called with each session as it opens. */
  onOpened(listener: (session: Session) => void): void;
  /** Called when a scheme was locked, so that nothing of it is kept. */
  onLocked(listener: () => void): void;
  openDemonstration(): Promise<OpenResult>;
  unlock(path: string, passphrase: string): Promise<OpenResult>;
  unlockWithKeychain(path: string): Promise<OpenResult>;
  unlockWithKey(path: string, key: Uint8Array): OpenResult;
  recover(path: string, words: readonly string[], newPassphrase: string): Promise<OpenResult>;
  lock(): void;
  /** Closes the open scheme and opens it again, after what it is was changed in its file. */
  reopen(): OpenResult;
  beginSetup(choices: SetupChoices): Setup;
  setup(): Setup;
  beginJoin(choices: JoinChoices): Promise<Join>;
  lookJoin(): Promise<JoinState>;
  rebuild(choices: RebuildChoices): Promise<OpenResult>;
  finishSetup(useKeychain: boolean): Promise<OpenResult>;
  abandonSetup(): void;
  /** False where the old passphrase is wrong. */
  changePassphrase(old: string, fresh: string): Promise<boolean>;
  /** Whether the keychain opens the scheme from now on. */
  setKeychainUnlock(isOn: boolean): boolean;
  isKeychainUnlockOn(): boolean;
}

export function createSchemeAccess(parts: AccessParts): SchemeAccess {
  const { known, keychain, clock, cost } = parts;
  let open: OpenScheme | null = null;
  let setup: Setup | Join | null = null;
  const listeners: ((session: Session) => void)[] = [];
  const lockListeners: (() => void)[] = [];
  const lockingListeners: (() => void)[] = [];

  function adopt(session: Session, key: Uint8Array): OpenResult {
    lock();
    open = { session, key };
    if (parts.movingLogOf) checkpointsOf(session.connection.raw).moveBy(parts.movingLogOf(session.path, key));
    known.remember(session.path, new Date(clock()).toISOString());
    for (const listener of listeners) listener(session);
    return { ok: true };
  }
  function lock(): void {
    const closing = open;
    if (closing) for (const listener of lockingListeners) listener();
    open = null;
    closing?.session.connection.close();
    closing?.key.fill(0);
    if (closing) for (const listener of lockListeners) listener();
  }
  function opened(path: string, result: Opened): OpenResult {
    if (!result.ok) return result;
    try {
      return adopt(openSession(result.connection, path, clock), result.key);
    } catch {
      result.connection.close();
      return { ok: false, problem: 'damaged' };
    }
  }
  const current = () => {
    if (!open) throw new Refusal('The scheme is locked. Open it with your passphrase; everything recorded is safe.');
    return open;
  };
  const inProgress = () => {
    if (!setup) throw new Refusal('The set-up was left. Begin again; nothing had been made.');
    return setup;
  };
  const isOpenAt = (path: string) => open?.session.path === path;

  async function unlock(path: string, passphrase: string): Promise<OpenResult> {
    if (isOpenAt(path)) lock();
    return opened(path, await openWithPassphrase(path, passphrase));
  }

  const place = { folder: parts.folder, computer: parts.computer, clock, ...(cost === undefined ? {} : { cost }) };

  return {
    computer: parts.computer,
    status() {
      if (open) return { state: 'open', path: open.session.path };
      const schemes = known.list();
      return schemes.length > 0 ? { state: 'locked', schemes } : { state: 'first-run' };
    },
    session: () => current().session,
    open: current,
    onLocking: (listener) => void lockingListeners.push(listener),
    onOpened: (listener) => void listeners.push(listener),
    onLocked: (listener) => void lockListeners.push(listener),
    async openDemonstration() {
      const path = join(parts.folder, demonstrationFileName);
      mkdirSync(parts.folder, { recursive: true });
      if (!existsSync(path)) await parts.makeDemonstration(path, demonstrationPassphrase);
      return unlock(path, demonstrationPassphrase);
    },
    unlock,
    async unlockWithKeychain(path) {
      const sealed = loadKeyFile(path)?.keychain;
      const key = sealed && keychain.isAvailable() ? keychain.unseal(sealed) : null;
      return key ? opened(path, openWithKey(path, key)) : { ok: false, problem: 'wrong-passphrase' };
    },
    unlockWithKey: (path, key) => opened(path, openWithKey(path, key)),
    recover: async (path, words, newPassphrase) => opened(path, await openWithRecoveryWords(path, words, newPassphrase, cost)),
    lock,
    reopen() {
      const { session, key } = current();
      const kept = Uint8Array.from(key);
      lock();
      return opened(session.path, openWithKey(session.path, kept));
    },
    beginSetup(choices) {
      setup = beginSetup(choices, place);
      return setup;
    },
    setup: inProgress,
    async beginJoin(choices) {
      const join = await beginJoin(choices, place);
      setup = join;
      return join;
    },
    async lookJoin() {
      const join = inProgress();
      if (!('look' in join)) throw new Refusal('Nothing was asked of a shared folder yet. Begin again; nothing had been made.');
      return join.look();
    },
    async rebuild(choices) {
      const { session, key } = await rebuildFromShare(choices, place);
      return adopt(session, key);
    },
    async finishSetup(useKeychain) {
      const { session, key } = await inProgress().finish(useKeychain && keychain.isAvailable() ? keychain.seal : null);
      setup = null;
      return adopt(session, key);
    },
    abandonSetup() {
      setup = null;
    },
    async changePassphrase(old, fresh) {
      const { session, key } = current();
      const keys = loadKeyFile(session.path);
      if (!keys || (await unwrapKey(keys, old)) === null) return false;
      replaceKeyFile(session.path, { ...(await wrapKey(key, fresh, cost)), keychain: keys.keychain });
      return true;
    },
    setKeychainUnlock(isOn) {
      const { session, key } = current();
      const keys = loadKeyFile(session.path);
      if (!keys || (isOn && !keychain.isAvailable())) return false;
      replaceKeyFile(session.path, { ...keys, keychain: isOn ? keychain.seal(key) : null });
      return isOn;
    },
    isKeychainUnlockOn: () => loadKeyFile(current().session.path)?.keychain != null,
  };
}
