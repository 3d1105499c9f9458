import { dirname } from 'node:path';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { readLocalSetting, writeLocalSetting } from '../../db/local-settings';
import { shapes } from '../../db/log/synced-tables';
import { schemaVersion } from '../../db/migrate';
import { findings } from '../../shared/rules/health';
import type { BackupsView, LogCheck, LogCheckNote } from '../../shared/views/backups';
import type { HealthView } from '../../shared/views/scheme';
import { freeIn } from './backups/backups';
import { logHealth } from './log';
import type { Session } from './session';

const setting = 'log-check';
const note = z.object({ at: z.string(), isWhole: z.boolean(), commits: z.int(), problems: z.int() });

export function noteLogCheck(session: Session, { isWhole, commits, problems }: LogCheck): void {
  const noted: LogCheckNote = { at: session.now(), isWhole, commits, problems: problems.length };
  writeLocalSetting(session.connection.local, setting, JSON.stringify(noted));
}

function readLogCheck(session: Session): LogCheckNote | null {
  const stored = readLocalSetting(session.read, setting);
  return stored === null ? null : note.parse(JSON.parse(stored));
}

export type ComputerFacts = Pick<HealthView, 'appVersion' | 'isKeychainUnlockOn' | 'isKeychainAvailable'>;

/** The health page: figures, and what they mean in plain words. */
export function health(session: Session, backups: BackupsView, computer: ComputerFacts): HealthView {
  const log = logHealth(session);
  const freeBytes = freeBeside(session);
  const facts = { now: session.now(), sizeBytes: log.sizeBytes, freeBytes, checked: readLogCheck(session), backups };
  return { ...log, ...computer, freeBytes, checked: facts.checked, findings: findings(facts) };
}

function freeBeside(session: Session): number | null {
  try {
    return freeIn(dirname(session.path));
  } catch {
    return null;
  }
}

/**
 * A report to send to whoever mends the program: versions, sizes, counts and findings. Nothing of it comes from what people
 * typed, and no path or name of a file, a computer or a person is in it.
 */
export function diagnosis(session: Session, view: HealthView, backups: BackupsView): string {
  const { findings: found, checked, path: _, ...figures } = view;
  const count = (relation: string) => session.read.get<{ n: number }>(sql`select count(*) as n from ${sql.identifier(relation)}`)?.n ?? 0;
  const spread = session.read.get<{ devices: number; spaces: number; longest: number | null }>(
    sql`select count(distinct device) as devices, count(distinct space) as spaces, max(length(body)) as longest from commits`,
  );
  const { last, commitsSince, trouble, drill, isOwnFolder, isFolderThere, isAutomatic } = backups;
  const report = {
    report: 'Roundtable diagnosis 1',
    at: session.now(),
    role: session.me.role,
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    ...figures,
    schemaOfProgram: schemaVersion,
    findings: found.map(({ id, state }) => `${id}: ${state}`),
    logCheck: checked,
    log: spread,
    rows: Object.fromEntries(shapes.map(({ relation }) => [relation, count(relation)])),
    backups: {
      kept: backups.backups.map(({ madeAt, sizeBytes, commits }) => ({ madeAt, sizeBytes, commits })),
      last,
      commitsSince,
      trouble,
      isOwnFolder,
      isFolderThere,
      isAutomatic,
      drill: drill && {
        at: drill.at,
        madeAt: drill.madeAt,
        isWhole: drill.isWhole,
        milliseconds: drill.milliseconds,
        problems: drill.problems.length,
      },
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
