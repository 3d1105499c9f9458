import { chainEndsOf } from '../../../db/log/erasures';
import { caseSpace } from '../../../db/log/synced-tables';
import { erasureOf, listHeld, listRetentionRules, listTombstones, standingsOf } from '../../../db/queries/retention';
import { caseErasures, retentionDecisions, retentionRules } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import { backupsGoneFrom } from '../../../shared/rules/retention';
import type { ErasurePreview, ErasureWork } from '../../../shared/views/retention';
import { forAnybodyToRead } from '../document-views/shared-texts';
import { demand } from '../permission';
import { demandCase } from '../references';
import type { Session } from '../session';
import { carryOutErasures } from './finish-erasures';

/** The instants at which the backups on this computer were made, ISO 8601 UTC. */
export type BackupTimes = () => readonly string[];

/** What is held of people whose place has ended, what is due for a decision, and what was erased. */
export function getRetention(session: Session, backups: BackupTimes): Result<'retention', 'view'> {
  const { read } = session;
  const rules = listRetentionRules(read);
  const erased = listTombstones(read);
  return { rules, rows: listHeld(read, rules), erased, work: workLeft(session, erased[0]?.erasedAt ?? null, backups) };
}

function workLeft({ connection: { raw } }: Session, lastErasure: string | null, backups: BackupTimes): ErasureWork {
  const inFolder = raw.prepare<[], number>('select count(*) from erasure_work where share_cleared_at is null').pluck().get() ?? 0;
  const before = lastErasure === null ? [] : backups().filter((madeAt) => madeAt < lastErasure);
  const newest = [...before].sort().at(-1);
  return {
    // Without a folder there is nothing in it.
    inFolder: raw.prepare('select 1 from sync_files limit 1').get() ? inFolder : 0,
    backups: newest === undefined ? null : { count: before.length, newest, goneFrom: backupsGoneFrom(newest) },
  };
}

export function setRetentionRule(session: Session, { kind, ...rule }: Received<'retention', 'setRule'>): void {
  demand(session, 'edit-scheme');
  session.record('rule for keeping changed', (operation) =>
    operation.put(retentionRules, kind, { ...rule, changedOn: session.today(), changedBy: session.me.personId }),
  );
}

/** Keeps what is held of people for longer. A person decides; nothing goes by itself. */
export function keepCases(session: Session, { caseIds, keepUntil, reason }: Received<'retention', 'keep'>): void {
  demand(session, 'edit-scheme');
  if (keepUntil <= session.today()) throw new Refusal('The day is to come. Nothing was recorded. Choose a later day.');
  for (const caseId of caseIds) {
    if (demandCase(session.read, caseId).state === 'adopted')
      throw new Refusal('Somebody in this choice is on the scheme, so nothing is due to be decided. Nothing was recorded.');
  }
  session.record('kept for longer', (operation) => {
    for (const caseId of new Set(caseIds)) {
      const decision = { caseId, keepUntil, reason, decidedOn: session.today(), decidedBy: session.me.personId };
      operation.put(retentionDecisions, operation.newId(), decision);
    }
  });
}

export function previewErasure(session: Session, { caseIds }: Received<'retention', 'preview'>): readonly ErasurePreview[] {
  demand(session, 'erase-cases');
  const rules = listRetentionRules(session.read);
  return [...new Set(caseIds)].flatMap((caseId) => erasureOf(session.read, caseId, rules) ?? []);
}

/**
 * Erases cases for good: a tombstone for each, which every workstation carries out, and at once what is held here. Whoever
 * erases has named each person a second time. There is no way back.
 *
 * @param tell hears of the tables from which something went.
 */
export function eraseCases(
  session: Session,
  { people, reason }: Received<'retention', 'erase'>,
  tell: (tables: readonly string[]) => void = () => {},
): Result<'retention', 'erase'> {
  demand(session, 'erase-cases');
  const { connection, read } = session;
  const rules = listRetentionRules(read);
  const chosen = people.map(({ caseId, surname }) => {
    const found = erasureOf(read, caseId, rules);
    if (!found)
      throw new Refusal('Somebody in this choice is not in your copy of the scheme any more. Nothing was erased. Look at the list again.');
    if (found.obstacle !== null) throw new Refusal(`${found.caseName} ${found.obstacle} Nobody was erased.`);
    if (folded(surname) !== folded(found.surname)) {
      throw new Refusal(`The surname that was typed is not that of ${found.caseName}. Nobody was erased. Look whom you have chosen.`);
    }
    return found;
  });
  // The tombstone stays for ever, and is read by everyone who held anything of the case.
  if (forAnybodyToRead(session)(reason) !== reason)
    throw new Refusal(
      'The reason names somebody on the register, and it is what stays when they are gone. Nobody was erased. Say it without a name or number.',
    );
  session.record(chosen.length === 1 ? 'case erased' : `${chosen.length} cases erased`, (operation) => {
    for (const { caseId, rule } of chosen) {
      operation.put(caseErasures, operation.newId(), {
        erasedCase: caseId,
        rule,
        reason,
        covers: JSON.stringify(chainEndsOf(connection.raw, caseSpace(caseId))),
        stoodIn: JSON.stringify(standingsOf(read, caseId)),
        erasedAt: operation.at,
        erasedBy: session.me.personId,
      });
    }
  });
  tell(carryOutErasures(session));
  return { entries: chosen.reduce((sum, { entries }) => sum + entries, 0) };
}

const folded = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').trim().toLowerCase();
