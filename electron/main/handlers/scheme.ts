import type { Handlers } from '../../../shared/ipc/verbs';
import { keepTyping, keptTyping } from '../../services/kept-typing';
import { audit } from '../../services/log';
import { saveAgency, savePerson, withdrawPerson } from '../../services/members';
import { readIdleLock } from '../../services/opening/idle-lock';
import { editScheme, getScheme, setColourMeaning } from '../../services/scheme';
import type { Dependencies } from './dependencies';

/** What stands on the open scheme alone. Passphrase, keychain and the computer's part of the health panel are not here. */
export type SchemeRecordHandlers = Omit<
  Handlers['scheme'],
  'changePassphrase' | 'setKeychainUnlock' | 'health' | 'saveDiagnosis' | 'verifyLog' | 'setIdleLock'
>;

export function schemeHandlers({ session }: Pick<Dependencies, 'session'>): SchemeRecordHandlers {
  return {
    get: () => getScheme(session()),
    edit: (input) => editScheme(session(), input),
    setColourMeaning: (input) => setColourMeaning(session(), input),
    saveAgency: (input) => saveAgency(session(), input),
    savePerson: (input) => savePerson(session(), input),
    withdrawPerson: (input) => withdrawPerson(session(), input),
    keptTyping: () => keptTyping(session()),
    keepTyping: (input) => keepTyping(session(), input),
    idleLock: () => readIdleLock(session()),
    audit: (input) => audit(session(), input),
  };
}
