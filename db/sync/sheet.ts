import { sign, verify } from 'node:crypto';
import { bech32 } from '@scure/base';
import { identityToRecipient } from 'age-encryption';
import { sheetSeedsFrom } from '../keys/recovery-words';
import { type DeviceIdentity, deviceIdentityFrom, publicKeyObject } from '../log/identity';
import type { Operation } from '../log/recorder';
import { devices } from '../schema';

/** What the words of a recovery sheet come to in the shared folder: a device without a computer. */
export interface Sheet {
  readonly device: DeviceIdentity;
  /** `AGE-SECRET-KEY-1…` */
  readonly ageIdentity: string;
}

/** Null where the words are not those of a sheet. */
export function sheetFrom(words: readonly string[]): Sheet | null {
  const seeds = sheetSeedsFrom(words);
  if (!seeds) return null;
  return {
    device: deviceIdentityFrom(seeds.signing),
    ageIdentity: bech32.encodeFromBytes('AGE-SECRET-KEY-', seeds.opening).toUpperCase(),
  };
}

const domain = 'roundtable sheet 1\n';

/** Says that the sheet belongs to a scheme, so that nobody can lead its holder into a scheme of their own making. */
export const proofOf = ({ device }: Sheet, anchor: string) =>
  sign(null, Buffer.from(domain + anchor, 'utf8'), device.privateKey).toString('base64url');

export function provesSheet(proof: string, signingKey: string, anchor: string): boolean {
  const key = publicKeyObject(signingKey);
  return key !== null && verify(null, Buffer.from(domain + anchor, 'utf8'), key, Buffer.from(proof, 'base64url'));
}

export interface SheetOwner {
  readonly personId: string;
  /** Id of the workstation whose sheet it is: it is retired when the sheet is used. */
  readonly device: string;
  readonly anchor: string;
}

/** Names the sheet as a further device of its owner, in an operation of its own: from then on everything is sealed to it too. */
export async function sheetPut(sheet: Sheet, { personId, device, anchor }: SheetOwner): Promise<(operation: Operation) => void> {
  const recipient = await identityToRecipient(sheet.ageIdentity);
  return (operation) =>
    operation.put(devices, sheet.device.id, {
      personId,
      name: 'Recovery sheet',
      signingKey: sheet.device.publicKey,
      recipient,
      joinedAt: operation.at,
      succeeds: device,
      sheetProof: proofOf(sheet, anchor),
    });
}
