import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/**
 * The rules of a case's life and the paragraphs that ask for them: HMI the joint inspection of 2014, CAM the review of
 * Cambridgeshire, STRAT the strategy of 2020, EVID the inspectorate's page on the evidence.
 */
const rules: Readonly<Record<string, readonly (readonly [rule: string, ...paragraphs: string[]])[]>> = {
  'shared/rules/scoring.ts': [
    ['scoreBy', 'STRAT 12.2', 'STRAT 26'],
    ['groupWords', 'STRAT endnote i'],
  ],
  'shared/rules/cohort-part.ts': [['proposeCohortPart', 'STRAT 12.1', 'STRAT 12.2', 'STRAT 12.3', 'STRAT 14']],
  'shared/rules/joint-decision.ts': [['jointDecision', 'STRAT 12.2', 'STRAT 17']],
  'electron/services/cohort/selection.ts': [
    ['referToScheme', 'STRAT 12.2', 'CAM 3.2.10'],
    ['scoreCase', 'STRAT 12.2'],
  ],
  'electron/services/cohort/panels.ts': [
    ['planPanel', 'STRAT 12.2'],
    ['recordStance', 'STRAT 17'],
    ['decideAtPanel', 'STRAT 12.2', 'STRAT 17'],
  ],
  'electron/services/cohort/cohort-decisions.ts': [
    ['putLeaving', 'CAM 3.2.10'],
    ['demandJointDecision', 'STRAT 12.2', 'STRAT 17'],
  ],
  'electron/services/cohort/reviews.ts': [
    ['reviewPlace', 'CAM R19'],
    ['recordParticipation', 'STRAT 17'],
    ['saveExitPlan', 'STRAT 17', 'CAM 3.2.10'],
  ],
  'shared/rules/staying.ts': [
    ['isLongStay', 'CAM 2.1.7'],
    ['reviewReasons', 'CAM R19', 'CAM 2.1.7', 'HMI 6.3'],
    ['stepDown', 'CAM R19'],
    ['groundsForLeaving', 'CAM R18'],
    ['cautionsOnLeaving', 'CAM 3.2.10', 'CAM R19'],
  ],
  'shared/rules/release-day.ts': [['releaseFlag', 'CAM 3.3.51', 'CAM 3.3.59', 'CAM R11.iv']],
  'shared/rules/release-readiness.ts': [
    ['likelyOwner', 'CAM 3.3.56', 'HMI 6.17'],
    ['readinessOf', 'CAM 3.3.57'],
    ['gapDueOn', 'CAM 3.3.58'],
  ],
  'electron/services/cases/release-dates.ts': [
    ['putReleaseDate', 'CAM 3.3.58'],
    ['setReleaseDate', 'CAM R11.iii'],
  ],
  'electron/services/cases/releases.ts': [
    ['listReleases', 'CAM 3.3.56', 'CAM 3.3.58', 'CAM R11.iii'],
    ['saveFirstHoursStep', 'CAM 3.3.51', 'CAM 3.3.55'],
    ['recordRelease', 'HMI 6.3'],
  ],
  'electron/services/directory.ts': [
    ['listServices', 'CAM R7'],
    ['matchForCase', 'CAM R7', 'CAM 3.3.31'],
    ['listGaps', 'CAM R15', 'CAM R31', 'CAM R32'],
    ['carryMessage', 'CAM R12'],
  ],
  'shared/rules/service-fit.ts': [['fitOf', 'CAM R7', 'CAM R31']],
  'electron/services/cohort/referrals.ts': [['updateReferral', 'CAM R11.ii']],
  'shared/rules/feedback.ts': [['feedbackText', 'CAM R11.ii']],
  'electron/services/cases/events.ts': [
    ['recordOutcomeEvent', 'STRAT 28', 'STRAT 29'],
    ['saveCustody', 'HMI 8.5'],
    ['compareBeforeAndAfter', 'HMI 8.3', 'HMI 8.19'],
  ],
  'shared/outcomes/liberty.ts': [['libertyDays', 'HMI 8.5']],
  'shared/outcomes/intervals.ts': [['canBeToldApart', 'HMI 8.10', 'HMI 8.24']],
  'shared/outcomes/before-after.ts': [
    ['windowsOf', 'HMI 8.3', 'HMI 8.6'],
    ['beforeAndAfter', 'HMI 8.5', 'HMI 8.8', 'HMI 8.19', 'HMI 8.26', 'STRAT 28', 'STRAT 30', 'EVID'],
  ],
  'shared/insight/needs.ts': [['needsAndProgress', 'HMI 5.12', 'HMI 8.12']],
  'shared/insight/community.ts': [['inTheCommunity', 'HMI 8.18']],
  'shared/insight/upkeep.ts': [
    ['reviewsDue', 'CAM R19', 'CAM 2.1.7'],
    ['timeOnScheme', 'CAM 2.1.7', 'CAM 4.1.13'],
  ],
  'shared/insight/equality.ts': [['equalityMonitoring', 'STRAT 26']],
  'shared/insight/definitions.ts': [['definitionsCompared', 'EVID']],
};

/** "CAM 3.3.51, 3.3.59, R11.iv" names three paragraphs of one document; "HMI 8.19 to 8.26" its first and its last. */
function named(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, document, list = ''] of text.matchAll(
    /\b(HMI|CAM|STRAT|EVID)\b((?:[ ,]+(?:(?:and|to|principle|endnote) )?(?:R?\d[\d.]*(?:\.?[iv]+)?|[iv]+)\b)*)/g,
  )) {
    found.add(document as string);
    for (const [, paragraph] of list.matchAll(/((?:endnote )?(?:R?\d[\d.]*(?:\.?[iv]+)?|[iv]+))(?=[ ,]|$)/g))
      found.add(`${document} ${paragraph}`);
  }
  return found;
}

/** The doc comment over a rule, on one line. */
function commentOver(source: string, rule: string): string {
  const at = source.search(new RegExp(`^(export )?(function|const) ${rule}\\b`, 'm'));
  if (at < 0) throw new Error(`${rule} is not there any more.`);
  const from = source.lastIndexOf('/**', at);
  const comment = source.slice(from, at);
  return comment.trimEnd().endsWith('*/') ? comment.replaceAll(/\n \* ?/g, ' ') : '';
}

const titles = named(
  globSync('test/**/*.test.ts')
    .filter((path) => !path.endsWith('paragraphs.test.ts'))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/(?:test|it|describe)(?:\.each\([\s\S]*?\))?\(\s*(['`"])(.*?)\1,/g)])
    .map(([, , title]) => title)
    .join('\n'),
);

describe.each(Object.entries(rules))('In %s', (path, ofFile) => {
  const source = readFileSync(path, 'utf8');
  test.each(ofFile)(
    '%s names the paragraphs that ask for it in its doc comment, and a test carries their names.',
    (rule, ...paragraphs) => {
      const inComment = named(commentOver(source, rule));
      for (const paragraph of paragraphs) {
        expect([...inComment], rule).toContain(paragraph);
        expect(titles.has(paragraph), `no test carries ${paragraph}`).toBe(true);
      }
    },
  );
});
