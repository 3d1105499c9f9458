import { actions, cases } from '../../db/schema';
import type { Session } from '../../electron/services/session';
import { casesOn, sharedScheme } from '../../test/support/shared-scheme';

/**
 * A second coordinator joins by a real folder, with real keys and encrypted files on the disk. Two people compare six words
 * meanwhile, which is not counted.
 *
 * @returns seconds that both computers together worked, from the choice of the folder to the screen with every case.
 */
export async function costOfJoining(caseCount: number, changes: number): Promise<number> {
  const scheme = await sharedScheme();
  try {
    fill(scheme.founder.access.session(), caseCount, changes);
    const before = process.cpuUsage();
    const newcomer = await scheme.join('P. Garrowby', 'coordinator', 'probation');
    const { user, system } = process.cpuUsage(before);
    if (casesOn(newcomer).length !== caseCount) throw new Error('The newcomer has not every case.');
    return (user + system) / 1e6;
  } finally {
    scheme.end();
  }
}

/** Five changes to an operation, as when somebody fills in what was agreed. */
function fill(session: Session, caseCount: number, changes: number): void {
  session.connection.raw.pragma('synchronous = OFF');
  const ids = session.record('cases added', (o) =>
    Array.from({ length: caseCount }, (_, index) => {
      const id = o.newId();
      o.put(cases, id, { surname: `NAME${index}` });
      return id;
    }),
  );
  for (let made = 0; made < changes; made += 5) {
    const caseId = ids[(made / 5) % ids.length] as string;
    session.record('action set', (o) =>
      o.put(actions, o.newId(), { caseId, text: 'Find a room', reference: `${made}`, kind: 'enforcement', dueOn: '2026-03-03' }),
    );
  }
  session.connection.raw.pragma('synchronous = FULL');
}
