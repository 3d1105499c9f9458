import type { Connection } from '../connection';
import { type Commit, decodeCommit, encodeCommit, hashOfCommit, signedText } from './commit';
import { coversOf, createErasures, type Erasures } from './erasures';
import { isSignedBy } from './identity';
import { caseOfSpace } from './synced-tables';

export interface LogReport {
  readonly commits: number;
  /** One plain sentence each; empty where the log is whole. No personal data. */
  readonly problems: readonly string[];
}

interface StoredCommit {
  readonly sequence: number;
  readonly hash: string;
  readonly space: string;
  readonly device: string;
  readonly number: number;
  readonly previous: string;
  readonly stamp: string;
  readonly person: string;
  readonly meeting: string | null;
  readonly operation: string;
  readonly intent: string;
  readonly body: string;
  readonly signature: string;
}

const mostProblems = 100;

/** Checks each body against its hash, columns, signature and chain. Reads one commit at a time, so memory stays flat. */
export function verifyLog({ raw }: Connection): LogReport {
  const keys = new Map(
    raw
      .prepare<[], { id: string; key: string }>('select id, signing_key as key from devices')
      .all()
      .map(({ id, key }) => [id, key]),
  );
  const erasures = createErasures(raw);
  const ends = new Map<string, { readonly number: number; readonly hash: string }>();
  const problems: string[] = [];
  let count = 0;
  const all = raw.prepare<[], StoredCommit>('select * from commits order by device, space, number, sequence');
  for (const stored of all.iterate()) {
    count += 1;
    if (problems.length >= mostProblems) continue;
    const before = ends.get(`${stored.device} ${stored.space}`);
    const erased = erasedPart(raw, stored, erasures);
    for (const problem of problemsOf(stored, keys.get(stored.device), before, erased)) {
      problems.push(`Entry ${stored.sequence} of the log ${problem}.`);
    }
    ends.set(`${stored.device} ${stored.space}`, stored);
  }
  return { commits: count, problems };
}

/** What the erasures of a case say of one of its entries; null where the case was not erased. */
interface ErasedPart {
  readonly isCovered: boolean;
  /** The hash that an erasure names for this very entry. */
  readonly namedHash: string | null;
}

function erasedPart(raw: Connection['raw'], { space, device, number }: StoredCommit, erasures: Erasures): ErasedPart | null {
  const caseId = caseOfSpace(space);
  if (caseId === null || !erasures.isErased(caseId)) return null;
  const named = coversOf(raw, caseId).find((covers) => covers[device]?.[0] === number);
  return { isCovered: erasures.isCovered(caseId, device, number), namedHash: named?.[device]?.[1] ?? null };
}

function problemsOf(
  stored: StoredCommit,
  key: string | undefined,
  before: { number: number; hash: string } | undefined,
  erased: ErasedPart | null,
): string[] {
  const problems: string[] = [];
  const commit = decoded(stored.body);
  // Of an erased entry of the first form only the word of whoever erased is left, and the entry that follows it.
  const isStub = commit?.erased === '' && erased?.isCovered === true;
  if (commit === null || (!isStub && hashOfCommit(commit) !== stored.hash) || (erased?.namedHash ?? stored.hash) !== stored.hash)
    problems.push('is not what was recorded: its text does not match its hash');
  if (commit === null || !agrees(stored, commit)) problems.push('has columns that say something else than its signed text');
  if (commit !== null && commit.erased !== undefined && erased === null) problems.push('has lost what it said, and no erasure says why');
  if (erased !== null && commit?.erased === undefined) problems.push('belongs to a case that was erased, and still says something');
  if (key === undefined) problems.push('was made by a device that is not in the scheme');
  else if (!isStub && (commit === null || !isSignedBy(key, signedText(commit) ?? '', stored.signature)))
    problems.push('does not carry the signature of its device');
  const isNext = stored.number === (before?.number ?? 0) + 1;
  // What arrives of a case after it was erased is not even kept as a shell.
  if (!isNext && erased === null) problems.push('does not follow the entry before it: one or more are missing');
  else if (isNext && stored.previous !== (before?.hash ?? '')) problems.push('follows another entry than the one before it');
  return problems;
}

function decoded(body: string): Commit | null {
  try {
    return decodeCommit(body);
  } catch {
    return null;
  }
}

function agrees(stored: StoredCommit, commit: Commit): boolean {
  return (
    encodeCommit(commit) === stored.body &&
    commit.space === stored.space &&
    commit.device === stored.device &&
    commit.number === stored.number &&
    commit.previous === stored.previous &&
    commit.stamp === stored.stamp &&
    commit.person === stored.person &&
    commit.meeting === stored.meeting &&
    commit.operation === stored.operation &&
    commit.intent === stored.intent
  );
}
