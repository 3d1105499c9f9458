import { caseNames, coloursNow } from '../../../db/queries/cases';
import { presentMatrix } from '../../../db/queries/cohort';
import {
  actionFacts,
  areasOf,
  caseFacts,
  colourFacts,
  conferenceDays,
  definitionFacts,
  enforcementSet,
  equalityPeople,
  firstDayOf,
  meetingFacts,
  needFacts,
  placesDecided,
  releaseFacts,
} from '../../../db/queries/insight';
import { outcomeFacts } from '../../../db/queries/outcomes';
import { listAgencies, listPeople } from '../../../db/queries/scheme';
import { actionCompletion } from '../../../shared/insight/actions';
import { type OffendingChoice, offendingBeforeAndAfter, usualOffending } from '../../../shared/insight/before-after';
import { colourChangesIn, coloursOverTime, timeInColour } from '../../../shared/insight/colours';
import { inTheCommunity } from '../../../shared/insight/community';
import { type Definitions, definitionsCompared, usualNumbers } from '../../../shared/insight/definitions';
import { type EqualityFacts, type EqualityPopulation, equalityMonitoring } from '../../../shared/insight/equality';
import { meetingCost } from '../../../shared/insight/meeting-cost';
import { needsAndProgress } from '../../../shared/insight/needs';
import type { CountedPicture, InsightFilter, Picture, PictureId } from '../../../shared/insight/picture';
import { releasesHappened } from '../../../shared/insight/releases';
import { riskOfSeriousHarm, statutoryStanding } from '../../../shared/insight/standing';
import { reviewsDue, timeOnScheme, workload } from '../../../shared/insight/upkeep';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { byName } from '../../../shared/language/in-order';
import type { Session } from '../session';
import { areaFigures } from './population';

/** What can be chosen for one picture alone. */
export interface PictureChoices {
  readonly offending?: OffendingChoice | undefined;
  readonly equality?: EqualityPopulation | undefined;
  readonly definitions?: Definitions | undefined;
}

/** How each picture is counted from what the file holds. */
const counted: Readonly<Record<PictureId, (session: Session, filter: InsightFilter, chosen: PictureChoices) => CountedPicture>> = {
  colours: ({ read }, filter) => coloursOverTime(caseFacts(read), colourFacts(read), filter),
  'colour-changes': ({ read }, filter) => colourChangesIn(caseFacts(read), colourFacts(read), filter),
  'time-in-colour': ({ read }, filter) => timeInColour(caseFacts(read), colourFacts(read), filter),
  needs: ({ read }, filter) => needsAndProgress(caseFacts(read), needFacts(read, filter.to), filter),
  positions: ({ read }, filter) => statutoryStanding(caseFacts(read), filter),
  risk: ({ read }, filter) => riskOfSeriousHarm(caseFacts(read), filter),
  actions: ({ read }, filter) =>
    actionCompletion(caseFacts(read), actionFacts(read, filter.from, filter.to), listAgencies(read), conferenceDays(read), filter),
  reviews: ({ read }, filter) => reviewsDue(caseFacts(read), filter),
  releases: ({ read }, filter) => releasesHappened(caseFacts(read), releaseFacts(read, filter.from, filter.to), filter),
  'time-on-scheme': ({ read }, filter) => timeOnScheme(caseFacts(read), colourFacts(read), filter),
  workload: ({ read }, filter) => workload(caseFacts(read), colourFacts(read), listPeople(read), filter),
  'before-after': ({ read }, filter, { offending }) =>
    offendingBeforeAndAfter(caseFacts(read), outcomeFacts(read, 'all', 'everybody'), filter, offending ?? usualOffending),
  community: ({ read }, filter) => inTheCommunity(caseFacts(read), outcomeFacts(read, 'all', 'everybody'), filter),
  equality: (session, filter, { equality }) =>
    equalityMonitoring(caseFacts(session.read), equalityFacts(session, filter), filter, equality ?? 'cohort'),
  definitions: (session, filter, { definitions }) =>
    definitionsCompared(
      caseFacts(session.read),
      outcomeFacts(session.read, 'all', 'everybody'),
      definitionFacts(session.read, filter.to),
      filter,
      definitions ?? { ...usualNumbers, matrix: matrixThreshold(session) },
    ),
  'meeting-cost': ({ read }, filter) => meetingCost(meetingFacts(read, filter.from, filter.to), filter),
};

const matrixThreshold = ({ read }: Session) => presentMatrix(read).weights.threshold;

function equalityFacts(session: Session, { to }: InsightFilter): EqualityFacts {
  const { read } = session;
  return {
    people: equalityPeople(read),
    colours: colourFacts(read),
    joined: placesDecided(read, 'adopted', to),
    left: placesDecided(read, 'left', to),
    enforcement: enforcementSet(read, to),
    area: areaFigures(session),
  };
}

/** The picture as a table of figures, without the ids of the cases behind them: thousands that nobody may ask for. */
export function insightPicture(
  session: Session,
  { picture, offending, equality, definitions, ...filter }: Received<'insight', 'picture'>,
): Picture {
  const { behind: _behind, ...figures } = counted[picture](session, filter, { offending, equality, definitions });
  return figures;
}

/** The cases that one figure counts, by name. */
export function casesBehind(
  session: Session,
  { picture, row, series, offending, equality, definitions, ...filter }: Received<'insight', 'behind'>,
): Result<'insight', 'behind'> {
  const ids = counted[picture](session, filter, { offending, equality, definitions }).behind(row, series);
  const names = caseNames(session.read, ids);
  const colours = coloursNow(session.read, ids);
  return ids
    .map((id) => ({ id, name: names.get(id) ?? '', colour: colours.get(id)?.colour ?? null }))
    .sort((a, b) => byName(a.name, b.name));
}

export function insightChoices(session: Session): Result<'insight', 'choices'> {
  const { read } = session;
  return { areas: areasOf(read), firstDay: firstDayOf(read), matrixThreshold: matrixThreshold(session) };
}
