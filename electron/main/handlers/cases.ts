import type { Handlers } from '../../../shared/ipc/verbs';
import * as entries from '../../services/cases/case-entries';
import { caseFieldHistory, changeColour, createCase, editCase, getCase } from '../../services/cases/cases';
import * as photographs from '../../services/cases/photographs';
import type { Dependencies } from './dependencies';

export function caseHandlers({ session }: Dependencies): Handlers['cases'] {
  return {
    get: (input) => getCase(session(), input),
    create: (input) => createCase(session(), input),
    edit: (input) => editCase(session(), input),
    fieldHistory: (input) => caseFieldHistory(session(), input),
    changeColour: (input) => changeColour(session(), input),
    addAlias: (input) => entries.addAlias(session(), input),
    withdrawAlias: (input) => entries.withdrawAlias(session(), input),
    addRiskWarning: (input) => entries.addRiskWarning(session(), input),
    withdrawRiskWarning: (input) => entries.withdrawRiskWarning(session(), input),
    photograph: (input) => photographs.getPhotograph(session(), input),
    setPhotograph: (input) => photographs.setPhotograph(session(), input),
    withdrawPhotograph: (input) => photographs.withdrawPhotograph(session(), input),
    addNeed: (input) => entries.addNeed(session(), input),
    editNeed: (input) => entries.editNeed(session(), input),
    reviewNeed: (input) => entries.reviewNeed(session(), input),
    withdrawNeed: (input) => entries.withdrawNeed(session(), input),
    addEvent: (input) => entries.addEvent(session(), input),
    overrideRelevance: (input) => entries.overrideRelevance(session(), input),
  };
}
