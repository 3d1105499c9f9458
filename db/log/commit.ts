import { createHash } from 'node:crypto';
import type { Stamp } from './stamp';

/** A value of one field. Booleans are 0 and 1, lists are JSON text: what SQLite stores is what the log says. */
export type Scalar = string | number | null;

/** One changed field: table, row, field (its SQL name), new value, stamp of the value it replaces (empty for the first). */
export interface Put {
  readonly relation: string;
  readonly row: string;
  readonly field: string;
  readonly value: Scalar;
  readonly base: Stamp | '';
}

export interface Commit {
  readonly space: string;
  readonly device: string;
  /** Place in the chain of this device in this space, from 1. */
  readonly number: number;
  /** Hash of the commit before it in that chain; empty for the first. */
  readonly previous: string;
  readonly stamp: Stamp;
  readonly person: string;
  readonly meeting: string | null;
  /** Shared by the commits of one operation of the user, one a space. */
  readonly operation: string;
  readonly intent: string;
  readonly puts: readonly Put[];
}

const form = 1;

/** The exact text that is hashed, signed, stored and sent. Arrays, so that no key order has to be agreed on. */
export function encodeCommit(commit: Commit): string {
  return JSON.stringify([
    form,
    commit.space,
    commit.device,
    commit.number,
    commit.previous,
    commit.stamp,
    commit.person,
    commit.meeting,
    commit.operation,
    commit.intent,
    commit.puts.map((put) => [put.relation, put.row, put.field, put.value, put.base]),
  ]);
}

/** Reads a body back. Throws where it is not a commit of a form this version knows. */
export function decodeCommit(body: string): Commit {
  const parts: unknown = JSON.parse(body);
  if (!Array.isArray(parts) || parts[0] !== form || parts.length !== 11 || !Array.isArray(parts[10])) {
    throw new Error('An entry of the log does not have the form of a commit.');
  }
  const [, space, device, number, previous, stamp, person, meeting, operation, intent, puts] = parts as [
    number,
    string,
    string,
    number,
    string,
    string,
    string,
    string | null,
    string,
    string,
    [string, string, string, Scalar, string][],
  ];
  return {
    space,
    device,
    number,
    previous,
    stamp,
    person,
    meeting,
    operation,
    intent,
    puts: puts.map(([relation, row, field, value, base]) => ({ relation, row, field, value, base })),
  };
}

export function hashOf(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex');
}
