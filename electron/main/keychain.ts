import { safeStorage } from 'electron';
import type { Keychain } from '../services/opening/scheme-access';

/** On Linux without a secret service Electron would keep the key in plain text, which is no keychain. */
const isWeak = () => process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';

/** The operating system's keychain: what it sealed opens only for the same person on the same computer. */
export const keychain: Keychain = {
  isAvailable: () => safeStorage.isEncryptionAvailable() && !isWeak(),
  seal: (key) => safeStorage.encryptString(Buffer.from(key).toString('base64url')).toString('base64url'),
  unseal(sealed) {
    try {
      return Buffer.from(safeStorage.decryptString(Buffer.from(sealed, 'base64url')), 'base64url');
    } catch {
      return null;
    }
  },
};
