import type { AgencyFamily } from '../language/agency-kind';
import type { Colour } from '../language/colour';
import type { Pathway } from '../language/pathway';
import type { Role } from '../language/role';
import type { Finding } from '../rules/health';
import type { LogCheckNote } from './backups';

/** Ids are UUIDs, days `YYYY-MM-DD`, instants ISO 8601 UTC, clock times `HH:MM` in the scheme's place. So in every view. */
export interface AgencyView {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly code: string;
  readonly family: AgencyFamily;
  readonly pathways: readonly Pathway[];
  readonly isCore: boolean;
  readonly attends: boolean;
  readonly linkPersonId: string | null;
  readonly email: string;
  readonly isWithdrawn: boolean;
}

export interface PersonView {
  readonly id: string;
  readonly agencyId: string | null;
  readonly name: string;
  readonly post: string;
  /** Within the agency; empty for none. */
  readonly team: string;
  readonly email: string;
  readonly phone: string;
  readonly role: Role;
  readonly isWithdrawn: boolean;
}

/** The scheme as every screen needs it: small, fetched once, refreshed when it changes. */
export interface SchemeView {
  readonly brand: string;
  readonly area: string;
  readonly marking: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly confidentiality: string;
  readonly isDemonstration: boolean;
  readonly meetingWeekday: number;
  readonly meetingStartsAt: string;
  readonly minutesPerCase: number;
  readonly reviewWeeks: number;
  readonly documentPrefix: string;
  readonly colourMeanings: Readonly<Record<Colour, string>>;
  readonly agencies: readonly AgencyView[];
  readonly people: readonly PersonView[];
  readonly me: { readonly personId: string; readonly name: string; readonly role: Role; readonly agencyId: string | null };
  /** Today in the scheme's place. The demonstration has a today of its own, the day of its last conference. */
  readonly today: string;
  /** The instant at which this was read, by the clock that records. */
  readonly now: string;
  readonly counts: { readonly cases: number; readonly openActions: number; readonly overdueActions: number };
}

/** A scheme file that this computer knows of. */
export interface KnownScheme {
  readonly path: string;
  readonly name: string;
  readonly lastOpenedAt: string | null;
  readonly isDemonstration: boolean;
  /** Whether this computer’s own sign-in can open it. */
  readonly opensWithKeychain: boolean;
}

/** What the window has to show first. */
export type AppStatus =
  | { readonly state: 'first-run' }
  | { readonly state: 'locked'; readonly schemes: readonly KnownScheme[] }
  | { readonly state: 'open'; readonly path: string };

/** Why a scheme could not be opened. The file is left byte for byte as it was. */
export type OpenProblem =
  | 'wrong-passphrase'
  | 'wrong-recovery-words'
  | 'damaged'
  | 'newer-version'
  | 'not-ours'
  | 'missing'
  | 'in-use'
  | 'read-only'
  | 'key-file-missing';

export type OpenResult = { readonly ok: true } | { readonly ok: false; readonly problem: OpenProblem };

export interface RecoverySheetView {
  readonly words: readonly string[];
  /** 1-based number of the word that must be typed back. */
  readonly askFor: number;
  readonly madeAt: string;
  readonly forName: string;
  readonly computer: string;
}

/** Facts for the health panel of the Scheme screen. Nothing here is about a person. */
export interface HealthView {
  readonly path: string;
  readonly sizeBytes: number;
  readonly commits: number;
  readonly lastCommitAt: string | null;
  readonly appVersion: string;
  readonly schemaVersion: number;
  readonly isKeychainUnlockOn: boolean;
  readonly isKeychainAvailable: boolean;
  /** On the disk of the scheme; null where the system does not say. */
  readonly freeBytes: number | null;
  readonly checked: LogCheckNote | null;
  /** What is wrong first. */
  readonly findings: readonly Finding[];
}

/** One line of the audit trail. */
export interface AuditEntry {
  readonly sequence: number;
  readonly at: string;
  readonly personName: string;
  readonly deviceName: string;
  readonly intent: string;
  /** Surname and forenames where it concerns one case. */
  readonly caseName: string | null;
  /** It concerns a case that has been erased: that it was made is left, and not what it said. */
  readonly isErased: boolean;
  readonly fieldCount: number;
  readonly hash: string;
}
