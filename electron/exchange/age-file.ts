import { Decrypter, Encrypter } from 'age-encryption';

/** Encrypted with a passphrase in the age format, which any age program opens. @param cost logarithm of scrypt's work. */
export async function encryptWithPassphrase(bytes: Uint8Array, passphrase: string, cost?: number): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  if (cost !== undefined) encrypter.setScryptWorkFactor(cost);
  return encrypter.encrypt(bytes);
}

/** Null where the passphrase is wrong or the file damaged: age does not say which. */
export async function decryptWithPassphrase(bytes: Uint8Array, passphrase: string): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(bytes);
  } catch {
    return null;
  }
}

const header = Buffer.from('age-encryption.org/v1\n', 'latin1');

export function isAgeFile(bytes: Uint8Array): boolean {
  return header.equals(bytes.subarray(0, header.length));
}
