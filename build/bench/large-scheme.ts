import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { wrapKey } from '../../db/keys/key-file';
import {
  actions,
  actionUpdates,
  cases,
  colourChanges,
  custodyPeriods,
  meetings,
  needReviews,
  needs,
  outcomeEvents,
  people,
} from '../../db/schema';
import { createChance } from '../../electron/services/demonstration/chance';
import { getScheme } from '../../electron/services/scheme';
import type { Session } from '../../electron/services/session';
import { makeFile } from '../../electron/services/setup/setup';
import { agencyKinds } from '../../shared/language/agency-kind';
import { colours } from '../../shared/language/colour';
import { addDays } from '../../shared/language/dates';
import { pathways } from '../../shared/language/pathway';
import { statutoryPositions } from '../../shared/language/statutory-position';

export const largePassphrase = 'a large scheme to measure';
export const largeCases = 5000;
/** The file is thrown away when the figures are there, so its key is no secret. */
export const largeKey = new Uint8Array(32).fill(7);
export const largeActions = 100_000;
const coloursACase = 10;
const conferences = 500;
const eventsACase = 8;
/** Ten years, as far as it goes back. */
const longest = 3650;
const today = '2026-03-03';

/** A scheme file of ten years with 5,000 invented cases, 18 agencies and 100,000 actions, recorded like any other. */
export async function makeLargeScheme(folder: string): Promise<Session> {
  mkdirSync(folder, { recursive: true });
  let now = Date.UTC(2026, 2, 3, 9);
  const session = await makeFile(
    join(folder, 'Large.roundtable'),
    largeKey,
    await wrapKey(largeKey, largePassphrase),
    {
      brand: 'Large',
      area: 'Measured',
      marking: 'OFFICIAL-SENSITIVE',
      agencies: agencyKinds,
      yourName: 'M. Larkspur',
      yourAgency: 0,
      isDemonstration: true,
      computer: 'BENCH',
    },
    () => now++,
  );
  session.connection.raw.pragma('synchronous = OFF');
  fill(session);
  session.connection.raw.pragma('synchronous = FULL');
  session.connection.raw.pragma('wal_checkpoint(TRUNCATE)');
  return session;
}

function fill(session: Session): void {
  const chance = createChance(5000);
  const agencyIds = getScheme(session).agencies.map(({ id }) => id);
  const staff = new Map<string, string>();
  session.record('people added', (operation) => {
    for (const [index, agencyId] of agencyIds.entries()) {
      const id = operation.newId();
      staff.set(agencyId, id);
      operation.put(people, id, { agencyId, name: `B. Benchmark-${index}` });
    }
  });
  session.record('conferences held', (operation) => {
    for (let index = 0; index < conferences; index += 1) {
      const waited = chance.whole(60, 600);
      operation.put(meetings, operation.newId(), {
        title: 'Weekly case conference',
        heldOn: addDays(today, -7 * (index + 1)),
        startsAt: '10:00',
        state: 'final',
        plannedWaiting: waited,
        realWaiting: waited + chance.whole(0, 60),
        listOrderWaiting: waited * 2,
        leastWaiting: waited - 20,
      });
    }
  });
  const perBatch = 250;
  for (let start = 0; start < largeCases; start += perBatch) {
    session.record('cases added', (operation) => {
      for (let index = start; index < start + perBatch; index += 1) {
        const caseId = operation.newId();
        const colour = chance.pick(colours);
        const leadAgencyId = chance.pick(agencyIds.slice(0, 2));
        operation.put(cases, caseId, {
          reference: `LG-${index}`,
          surname: `${chance.pick(['CARTER', 'OAKEN', 'THISTLE', 'BRAMBLE', 'EVANS'])}${chance.pick(['WICK', 'FELL', 'MOOR', 'COTE', 'MERE'])}${index}`,
          forenames: chance.pick(['Dean', 'Aaron', 'Jade', 'Wayne', 'Kirk']),
          dateOfBirth: addDays(today, -chance.whole(7000, 16_000)),
          sex: chance.pick(['Male', 'Male', 'Male', 'Male', 'Female']),
          ethnicity: chance.pick(['White British', 'White British', 'Black British', 'Mixed', 'Asian British', 'Not stated']),
          disability: chance.pick(['None', 'None', 'Mobility']),
          pnc: `97/${String(index).padStart(7, '0')}X`,
          crn: `X${String(index).padStart(6, '0')}`,
          area: chance.pick(['Lowgate', 'Eastmoor', 'Millbrook', 'Harrow Cross']),
          statutoryPosition: colour === 'B' ? 'serving' : chance.pick(statutoryPositions.slice(2)),
          leadAgencyId,
          leadPersonId: staff.get(leadAgencyId) ?? null,
          ogrsScore: chance.whole(30, 99),
          rosh: chance.pick(['low', 'medium', 'high']),
          adoptedOn: addDays(today, -chance.whole(10, longest)),
          reviewDue: addDays(today, chance.whole(-20, 90)),
        });
        for (let change = 0; change < coloursACase; change += 1) {
          operation.put(colourChanges, operation.newId(), {
            caseId,
            colour: change === coloursACase - 1 ? colour : chance.pick(colours),
            reason: 'Measured',
            decidedOn: addDays(today, Math.round(((change + 1) / coloursACase - 1) * longest)),
            decidedAt: operation.at,
          });
        }
        for (let event = 0; event < eventsACase; event += 1) {
          operation.put(outcomeEvents, operation.newId(), {
            caseId,
            kind: chance.pick(['arrest', 'charge', 'conviction', 'breach']),
            happenedOn: addDays(today, -chance.whole(0, longest)),
            severity: chance.pick(['serious', 'middling', 'less-serious']),
            offences: chance.whole(1, 4),
          });
        }
        const inside = chance.whole(200, longest);
        operation.put(custodyPeriods, operation.newId(), {
          caseId,
          kind: 'sentence',
          startsOn: addDays(today, -inside),
          ...(colour === 'B' ? {} : { endsOn: addDays(today, -inside + 180) }),
        });
        for (const pathway of chance.shuffle(pathways).slice(0, 3)) {
          const needId = operation.newId();
          operation.put(needs, needId, { caseId, pathway, priority: 'high' });
          operation.put(needReviews, operation.newId(), { caseId, needId, progress: 'some', reviewedOn: today, reviewedAt: operation.at });
        }
        for (let count = 0; count < largeActions / largeCases; count += 1) {
          const agencyId = chance.pick(agencyIds);
          const isClosed = count > 0;
          const dueOn = isClosed ? addDays(today, -chance.whole(5, longest)) : addDays(today, chance.whole(-10, 20));
          const actionId = operation.newId();
          operation.put(actions, actionId, {
            reference: `26-${index * (largeActions / largeCases) + count}`,
            caseId,
            agencyId,
            personId: staff.get(agencyId) ?? null,
            text: 'Visit in pairs and say what was found',
            kind: chance.whole(1, 4) === 1 ? ('enforcement' as const) : ('support' as const),
            setOn: addDays(dueOn, -21),
            dueOn,
            ...(isClosed ? { outcome: 'done' as const, closedOn: addDays(dueOn, chance.whole(-5, 10)) } : {}),
          });
          if (count % 4 === 0) operation.put(actionUpdates, operation.newId(), { actionId, caseId, kind: 'carried', madeAt: operation.at });
        }
      }
    });
  }
}
