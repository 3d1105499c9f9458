import type { Handlers } from '../../../shared/ipc/verbs';
import type { BackupTimes } from '../../services/retention/retention';
import { eraseCases, getRetention, keepCases, previewErasure, setRetentionRule } from '../../services/retention/retention';
import type { Dependencies } from './dependencies';

export function retentionHandlers({ session, tell }: Dependencies, backups: BackupTimes): Handlers['retention'] {
  return {
    view: () => getRetention(session(), backups),
    setRule: (input) => setRetentionRule(session(), input),
    keep: (input) => keepCases(session(), input),
    preview: (input) => previewErasure(session(), input),
    erase: (input) => eraseCases(session(), input, (tables) => tell('changed', { tables })),
  };
}
