import { Decrypter, Encrypter } from 'age-encryption';

/** Sealing to exactly some readers. age does it; a simulation that is not about secrecy may pass in something cheaper. */
export interface Cipher {
  seal(plain: Uint8Array, recipients: readonly string[]): Promise<Uint8Array>;
  /** Null where it is sealed to others, or damaged. */
  open(sealed: Uint8Array): Promise<Uint8Array | null>;
}

/** @param identity this device's age identity, `AGE-SECRET-KEY-1…`. */
export function ageCipher(identity: string): Cipher {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return {
    async seal(plain, recipients) {
      const encrypter = new Encrypter();
      for (const recipient of recipients) encrypter.addRecipient(recipient);
      return encrypter.encrypt(plain);
    },
    async open(sealed) {
      try {
        return await decrypter.decrypt(sealed);
      } catch {
        return null;
      }
    },
  };
}
