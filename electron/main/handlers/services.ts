import type { Handlers } from '../../../shared/ipc/verbs';
import * as referrals from '../../services/cohort/referrals';
import * as directory from '../../services/directory';
import type { Dependencies } from './dependencies';

export function serviceHandlers({ session }: Dependencies): Handlers['services'] {
  return {
    list: () => directory.listServices(session()),
    save: (input) => directory.saveService(session(), input),
    withdraw: (input) => directory.withdrawService(session(), input),
    match: (input) => directory.matchForCase(session(), input),
    referrals: () => referrals.listServiceReferrals(session()),
    referralStory: (input) => referrals.getReferralStory(session(), input),
    refer: (input) => referrals.referToService(session(), input),
    updateReferral: (input) => referrals.updateReferral(session(), input),
    gaps: () => directory.listGaps(session()),
    links: () => directory.listLinks(session()),
    carry: (input) => directory.carryMessage(session(), input),
  };
}
