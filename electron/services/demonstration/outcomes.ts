import { cases, custodyPeriods, outcomeEvents } from '../../../db/schema';
import { communityDays } from '../../../shared/insight/community';
import { addDays, daysBetween } from '../../../shared/language/dates';
import type { PositiveKind, SeverityGroup } from '../../../shared/language/outcome-event';
import type { OffenceGroup } from '../../../shared/language/selection';
import { isInCustody } from '../../../shared/language/statutory-position';
import { type CustodyStay, isWithin, libertyDays } from '../../../shared/outcomes/liberty';
import type { Session } from '../session';
import { type Chance, createChance } from './chance';
import { communityOutcomes } from './published-shares';
import type { RecordedCase } from './record-meeting';

/** A seed of its own, so that the rest of the story does not depend on it. */
const seed = 818;

const offences: readonly { readonly what: string; readonly group: OffenceGroup; readonly severity: SeverityGroup }[] = [
  { what: 'Theft from shop', group: 'shop-theft', severity: 'less-serious' },
  { what: 'Theft from shop', group: 'shop-theft', severity: 'less-serious' },
  { what: 'Theft from vehicle', group: 'vehicle-crime', severity: 'middling' },
  { what: 'Burglary, dwelling', group: 'burglary', severity: 'serious' },
  { what: 'Common assault', group: 'violence', severity: 'middling' },
  { what: 'Robbery', group: 'robbery', severity: 'most-serious' },
];
const wentWell: readonly { readonly what: string; readonly kind: PositiveKind }[] = [
  { what: 'Started at the furniture workshop', kind: 'job' },
  { what: 'Moved into a flat of the housing association', kind: 'tenancy' },
  { what: 'Finished the twelve weeks at Riverbend', kind: 'treatment-completed' },
  { what: 'Forklift licence', kind: 'training' },
];

/** Custody, offending before and after adoption, and what went well; in the community as the inspection found it (HMI 8.18). */
export function recordOutcomes(session: Session, recorded: Iterable<RecordedCase>): void {
  const chance = createChance(seed);
  const today = session.today();
  const known = [...recorded].sort((a, b) => a.story.index - b.story.index);
  const inCommunity = known.filter(
    ({ story: { person, stays } }) =>
      !isInCustody(person.position) && libertyDays({ from: person.adoptedOn, to: today }, stays) >= communityDays,
  );
  const { reoffended, completed } = communityOutcomes;
  const dealt = chance.shuffle(inCommunity);
  const worse = new Set(dealt.slice(0, reoffended).map(({ caseId }) => caseId));
  // Whose order has ended is on the scheme by their own choice now.
  const over = dealt
    .slice(reoffended)
    .sort((a, b) => Number(b.story.person.position === 'voluntary') - Number(a.story.person.position === 'voluntary'));
  const ended = new Set(over.slice(0, completed).map(({ caseId }) => caseId));
  for (const { caseId, story: one } of known) {
    session.record('offending and outcomes brought in', (operation) => {
      const { person, stays } = one;
      const event = (happenedOn: string, kind: 'arrest' | 'conviction' | 'breach', count: number) => {
        const offence = chance.pick(offences);
        operation.put(outcomeEvents, operation.newId(), {
          caseId,
          kind,
          happenedOn,
          ...(kind === 'breach'
            ? { what: 'Missed two appointments' }
            : { what: offence.what, offenceGroup: offence.group, severity: offence.severity, offences: count }),
          source: 'police system',
          recordedAt: operation.at,
        });
      };
      for (const { startsOn, endsOn } of stays)
        operation.put(custodyPeriods, operation.newId(), {
          caseId,
          kind: person.position === 'remand' && endsOn === null ? 'remand' : 'sentence',
          startsOn,
          endsOn,
          place: 'HMP Stonefold',
          recordedAt: operation.at,
        });
      for (let count = chance.whole(2, 7); count > 0; count -= 1) {
        const day = addDays(person.adoptedOn, -chance.whole(2, 364));
        event(day, 'arrest', 1);
        if (chance.happens(70)) event(day, 'conviction', chance.whole(1, 3));
      }
      if (worse.has(caseId) || isInCustody(person.position)) {
        const days = freeDays(chance, person.adoptedOn, today, stays);
        for (const [place, day] of days.entries()) {
          event(day, 'arrest', 1);
          event(day, place > 0 && chance.happens(40) ? 'breach' : 'conviction', 1);
        }
      } else if (chance.happens(55)) {
        const good = chance.pick(wentWell);
        operation.put(outcomeEvents, operation.newId(), {
          caseId,
          kind: 'positive',
          positiveKind: good.kind,
          what: good.what,
          happenedOn: addDays(today, -chance.whole(5, 30)),
          source: 'by hand',
          recordedAt: operation.at,
        });
      }
      if (ended.has(caseId)) operation.put(cases, caseId, { orderEndsOn: addDays(today, -chance.whole(10, 120)) });
    });
  }
}

/** Up to three days since adoption on which someone was at liberty. */
function freeDays(chance: Chance, adoptedOn: string, today: string, stays: readonly CustodyStay[]): readonly string[] {
  const isFree = (day: string) => !stays.some(({ startsOn, endsOn }) => isWithin(day, { from: startsOn, to: endsOn ?? today }));
  const length = daysBetween(adoptedOn, today);
  const free = Array.from({ length }, (_, after) => addDays(adoptedOn, after)).filter(isFree);
  return free.length === 0 ? [] : chance.shuffle(free).slice(0, chance.whole(1, 3)).sort();
}
