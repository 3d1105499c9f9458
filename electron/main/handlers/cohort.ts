import type { Handlers } from '../../../shared/ipc/verbs';
import { proposeFeedback, recordFeedback } from '../../services/cohort/feedback';
import * as panels from '../../services/cohort/panels';
import * as reviews from '../../services/cohort/reviews';
import * as selection from '../../services/cohort/selection';
import type { Dependencies } from './dependencies';

export function cohortHandlers({ session }: Dependencies): Handlers['cohort'] {
  return {
    selection: () => selection.listReferrals(session()),
    refer: (input) => selection.referToScheme(session(), input),
    withdrawReferral: (input) => selection.withdrawReferral(session(), input),
    scoring: (input) => selection.scoringOf(session(), input),
    previewScore: (input) => selection.previewScore(session(), input),
    score: (input) => selection.scoreCase(session(), input),
    matrices: () => selection.getMatrices(session()),
    saveMatrix: (input) => selection.saveMatrix(session(), input),
    panels: () => panels.listPanels(session()),
    panel: (input) => panels.getPanel(session(), input),
    planPanel: (input) => panels.planPanel(session(), input),
    putBeforePanel: (input) => panels.putBeforePanel(session(), input),
    takeOffPanel: (input) => panels.takeOffPanel(session(), input),
    recordStance: (input) => panels.recordStance(session(), input),
    decide: (input) => panels.decideAtPanel(session(), input),
    closePanel: (input) => panels.closePanel(session(), input),
    reviews: () => reviews.getReviews(session()),
    review: (input) => reviews.reviewPlace(session(), input),
    rules: () => reviews.getRules(session()),
    setRules: (input) => reviews.setRules(session(), input),
    case: (input) => reviews.getCohortCase(session(), input),
    recordParticipation: (input) => reviews.recordParticipation(session(), input),
    withdrawParticipation: (input) => reviews.withdrawParticipation(session(), input),
    saveExitPlan: (input) => reviews.saveExitPlan(session(), input),
    proposeFeedback: (input) => proposeFeedback(session(), input),
    recordFeedback: (input) => recordFeedback(session(), input),
    keepLonger: (input) => reviews.keepLonger(session(), input),
  };
}
