import type { Role } from '../language/role';
import type { ChangeList } from '../merge/change-list';
import type { ConflictKind } from '../merge/resolve-row';

/** A workstation of the scheme. Instants are ISO 8601 UTC. */
export interface WorkstationView {
  readonly id: string;
  readonly name: string;
  readonly personId: string | null;
  readonly personName: string;
  readonly agencyId: string | null;
  readonly role: Role | null;
  readonly isMe: boolean;
  readonly isRetired: boolean;
  /** Not a computer but a recovery sheet, to which everything is sealed too. */
  readonly isSheet: boolean;
  readonly joinedAt: string | null;
  /** By its own clock, when it last put something into the folder; null where nothing of it has come. */
  readonly lastContactAt: string | null;
  /** It has said that it read all that this workstation has handed over. */
  readonly hasReadAll: boolean;
}

/** `not-named`: made before sheets were named in the scheme, or used for the file alone. `retired`: a coordinator has retired it. */
export type SheetState = 'named' | 'not-named' | 'retired';

/** Something about the exchange that a person should know: what happened, what is safe, what to do. */
export interface ExchangeAlarm {
  readonly title: string;
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
  /** The exchange stands still until someone says to go on. */
  readonly canContinue: boolean;
  /** It passes once this computer is given a new identity. */
  readonly canRenew: boolean;
}

export interface JoinRequestView {
  readonly id: string;
  readonly words: readonly string[];
  readonly computer: string;
  readonly at: string;
}

export interface SharingView {
  /** Null where everything is on this computer only. */
  readonly folder: string | null;
  readonly state: 'none' | 'waiting' | 'in-step' | 'unreachable' | 'stopped';
  readonly lastExchangeAt: string | null;
  /** Entries recorded here that are not in the folder yet. */
  readonly waiting: number;
  readonly workstations: readonly WorkstationView[];
  /** Whether the recovery sheet of this workstation could bring it back from the folder. */
  readonly sheet: SheetState;
  readonly alarms: readonly ExchangeAlarm[];
  /** For coordinators: new workstations that ask to join. */
  readonly requests: readonly JoinRequestView[];
  /** What came since somebody last looked. */
  readonly away: ChangeList | null;
}

/** One thing that was tried in a folder that is to be shared. */
export interface FolderCheck {
  readonly step: 'write' | 'read-back' | 'list' | 'rename' | 'remove';
  readonly isDone: boolean;
}
export interface FolderChecked {
  readonly folder: string;
  readonly checks: readonly FolderCheck[];
  /** Seconds by which the share's clock is ahead of this computer's; null where the check did not get that far. */
  readonly clockAhead: number | null;
  readonly found: 'nothing' | 'this-scheme' | 'another-scheme';
}

/** What a newcomer sees while waiting for a coordinator. */
export type JoinState =
  | { readonly state: 'waiting'; readonly words: readonly string[] }
  | { readonly state: 'unreachable'; readonly words: readonly string[] }
  | { readonly state: 'welcome'; readonly words: readonly string[] };

/** A field that was changed in two places without either knowing of the other, or a change of something withdrawn. */
export interface ConflictView {
  readonly relation: string;
  readonly row: string;
  readonly field: string;
  readonly kind: ConflictKind;
  readonly caseId: string | null;
  readonly caseName: string | null;
  /** The values to choose from, the one shown at present last. */
  readonly choices: readonly {
    readonly stamp: string;
    readonly value: string | number | null;
    readonly personName: string;
    readonly at: string;
  }[];
}
