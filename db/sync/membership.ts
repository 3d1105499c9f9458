import type { Connection } from '../connection';
import { readLocalSetting, writeLocalSetting } from '../local-settings';
import type { DeviceIdentity } from '../log/identity';
import type { Operation } from '../log/recorder';
import { makeStamp } from '../log/stamp';
import { devices } from '../schema';
import { appliedAuthorityCommits, countedAuthority } from './authority';

const setting = 'anchor';

/** Hash of the scheme's founding commit, from which all authority comes. A joined file was told it; a founding one begins with it. */
export function anchorOf({ read, raw }: Connection): string {
  const told = readLocalSetting(read, setting);
  if (told !== null) return told;
  const first = raw.prepare<[], string>('select hash from commits order by sequence limit 1').pluck().get();
  if (first === undefined) throw new Error('A file without a single entry has no founding commit.');
  return first;
}

/** Before a joining file takes in anything: the anchor that both screens agreed on. */
export function keepAnchor({ local }: Connection, anchor: string): void {
  writeLocalSetting(local, setting, anchor);
}

/** Whether somebody who may has vouched for a workstation: else everybody, itself included, puts aside what it writes. */
export function isVouchedFor(connection: Connection, device: string): boolean {
  const named = appliedAuthorityCommits(connection.raw);
  const counted = countedAuthority(named, anchorOf(connection));
  return named.some(
    ({ hash, commit }) => counted.has(hash) && commit.puts.some(({ relation, row }) => relation === 'devices' && row === device),
  );
}

export interface NewDevice {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly signingKey: string;
  /** age recipient, `age1…`. */
  readonly recipient: string;
}

/** Admits a workstation. The person must be a member already, or be put in the same operation. */
export function admitDevice(operation: Operation, { id, ...fields }: NewDevice): void {
  operation.put(devices, id, { ...fields, joinedAt: operation.at });
}

/**
 * Retires a workstation: what was seen of it until now stays, what it writes from now on is kept aside by everyone, and
 * nothing further is sealed to it. What it has read, it has read.
 */
export function retireDevice(operation: Operation, { raw }: Connection, device: string): void {
  const last = raw.prepare<[string], string | null>('select max(stamp) from commits where device = ?').pluck().get(device);
  operation.put(devices, device, { retiredAt: operation.at, acceptedUntil: last ?? makeStamp(0, 0, device) });
}

/** Takes a retirement back, or lets in what the device wrote up to now: with it everything that was kept aside comes in. */
export function reinstateDevice(operation: Operation, device: string): void {
  operation.put(devices, device, { retiredAt: null, acceptedUntil: '' });
}

/**
 * Hands this device's membership on to a fresh identity, after a copy of it was noticed: the last thing that the old one
 * signs here. Every member may do so for itself, and a retirement of the old device before it undoes it.
 */
export function succeedDevice(
  operation: Operation,
  old: string,
  person: string,
  fresh: DeviceIdentity,
  name: string,
  recipient: string,
): void {
  operation.put(devices, fresh.id, {
    personId: person,
    name,
    signingKey: fresh.publicKey,
    recipient,
    joinedAt: operation.at,
    succeeds: old,
  });
}
