import type { Handlers } from '../../../shared/ipc/verbs';
import { setReleaseDate } from '../../services/cases/release-dates';
import * as releases from '../../services/cases/releases';
import type { Dependencies } from './dependencies';

export function releaseHandlers({ session }: Dependencies): Handlers['releases'] {
  return {
    list: () => releases.listReleases(session()),
    get: (input) => releases.getRelease(session(), input),
    setDate: (input) => setReleaseDate(session(), input),
    edit: (input) => releases.editRelease(session(), input),
    setCheck: (input) => releases.setReleaseCheck(session(), input),
    raiseAction: (input) => releases.raiseReleaseAction(session(), input),
    saveStep: (input) => releases.saveFirstHoursStep(session(), input),
    withdrawStep: (input) => releases.withdrawFirstHoursStep(session(), input),
    recordRelease: (input) => releases.recordRelease(session(), input),
  };
}
