import type { Connection, Reader } from '../../db/connection';
import type { DeviceIdentity } from '../../db/log/identity';
import { createRecorder, type Operation } from '../../db/log/recorder';
import type { RowIdOptions } from '../../db/log/row-ids';
import type { Clock } from '../../db/log/stamp';
import type { Role } from '../../shared/language/role';
import { dayOf } from '../../shared/language/scheme-place';

export interface Member {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly agencyId: string | null;
}

export interface RecordOptions {
  /** The conference during which it is done, if any. */
  readonly meetingId?: string | null;
  /** The operation that this is a further part of. */
  readonly operation?: string;
  /** Where the tables go that it touched, for whoever tells the windows once at the end of many such. */
  readonly untold?: Set<string>;
}

/** An open scheme and who is working on it. Every service takes it first. */
export interface Session {
  readonly path: string;
  readonly connection: Connection;
  readonly read: Reader;
  readonly device: DeviceIdentity;
  readonly me: Member;
  readonly clock: Clock;
  /** The instant, ISO 8601 UTC. */
  now(): string;
  /** The day in the scheme's place, `YYYY-MM-DD`. */
  today(): string;
  /** A fresh row id, for what begins before its operation. */
  newId(): string;
  /** Runs one operation of the user through the recorder, and tells the windows which tables it touched. */
  record<T>(intent: string, work: (operation: Operation) => T, options?: RecordOptions): T;
  /** Tells the windows of tables that were touched without a word. */
  announce(tables: readonly string[]): void;
  /** Called after each operation that wrote something. */
  onChanged(listener: (tables: readonly string[]) => void): () => void;
}

export interface SessionParts extends RowIdOptions {
  readonly path: string;
  readonly connection: Connection;
  readonly device: DeviceIdentity;
  readonly me: Member;
}

export function startSession({ path, connection, device, me, clock, random }: SessionParts): Session {
  const recorder = createRecorder(connection, device, random ? { clock, random } : { clock });
  const listeners = new Set<(tables: readonly string[]) => void>();
  const now = () => new Date(clock()).toISOString();
  const announce = (tables: readonly string[]) => {
    if (tables.length > 0) for (const listener of listeners) listener(tables);
  };
  return {
    path,
    connection,
    read: connection.read,
    device,
    me,
    clock,
    now,
    today: () => dayOf(now()),
    newId: () => recorder.newId(),
    record(intent, work, options) {
      const recorded = recorder.record(
        {
          person: me.personId,
          meeting: options?.meetingId ?? null,
          intent,
          ...(options?.operation === undefined ? {} : { operation: options.operation }),
        },
        work,
      );
      if (options?.untold) for (const table of recorded.tables) options.untold.add(table);
      else if (recorded.operation) announce(recorded.tables);
      return recorded.result;
    },
    announce,
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
