import { and, count, eq, isNull, ne, sql } from 'drizzle-orm';
import { actions, agencies, people } from '../../db/schema';
import type { Received } from '../../shared/ipc/verbs';
import { agencyKinds } from '../../shared/language/agency-kind';
import { Refusal } from '../../shared/language/refusal';
import { demand } from './permission';
import { demandAgency, demandPerson } from './references';
import type { Session } from './session';

/** Adds an agency (`id` null) or changes one, and gives its id. Its kind decides the family that tints its code. */
export function saveAgency(session: Session, { id, ...input }: Received<'scheme', 'saveAgency'>): string {
  const { read } = session;
  demand(session, 'edit-scheme');
  if (id !== null) demandAgency(read, id);
  if (input.linkPersonId !== null) demandPerson(read, input.linkPersonId);
  const code = input.code.toUpperCase();
  const others = and(sql`upper(${agencies.code}) = ${code}`, isNull(agencies.withdrawnOn), id === null ? undefined : ne(agencies.id, id));
  if (read.select({ id: agencies.id }).from(agencies).where(others).get()) {
    throw new Refusal(
      'Another agency has this code already, and the code alone must say which agency it is. Nothing was changed. Choose another code.',
    );
  }
  const family = agencyKinds.find(({ kind }) => kind === input.kind)?.family ?? 'third';
  return session.record(id === null ? 'agency added' : 'agency changed', (operation) => {
    const row = id ?? operation.newId();
    operation.put(agencies, row, { ...input, code, family, pathways: JSON.stringify([...new Set(input.pathways)]) });
    return row;
  });
}

/** Adds a person (`id` null) or changes one, and gives the id. The scheme always keeps a coordinator. */
export function savePerson(session: Session, { id, ...input }: Received<'scheme', 'savePerson'>): string {
  const { read } = session;
  demand(session, 'edit-scheme');
  demandAgency(read, input.agencyId);
  if (id !== null) {
    const before = demandPerson(read, id);
    if (before.role === 'coordinator' && input.role !== 'coordinator') demandAnotherCoordinator(session, id);
  }
  return session.record(id === null ? 'person added' : 'person changed', (operation) => {
    const row = id ?? operation.newId();
    operation.put(people, row, input);
    return row;
  });
}

/** Takes a person out of the scheme; what they wrote stays under their name. Refused while something hangs on them. */
export function withdrawPerson(session: Session, { id, reason }: Received<'scheme', 'withdrawPerson'>): void {
  const { read } = session;
  demand(session, 'edit-scheme');
  const person = demandPerson(read, id);
  if (id === session.me.personId) {
    throw new Refusal('You cannot take yourself out of the scheme. Nothing was changed. Ask another coordinator to do it.');
  }
  if (person.role === 'coordinator') demandAnotherCoordinator(session, id);
  const owned =
    read
      .select({ open: count() })
      .from(actions)
      .where(and(eq(actions.personId, id), isNull(actions.outcome)))
      .get()?.open ?? 0;
  if (owned > 0) {
    const what = owned === 1 ? '1 open action' : `${owned} open actions`;
    throw new Refusal(
      `This person still owns ${what}. Nothing was changed. Reassign ${owned === 1 ? 'it' : 'them'} to someone else first.`,
    );
  }
  const links = read
    .select({ name: agencies.name })
    .from(agencies)
    .where(and(eq(agencies.linkPersonId, id), isNull(agencies.withdrawnOn)))
    .all();
  if (links.length > 0) {
    const names = links.map(({ name }) => name).join(', ');
    throw new Refusal(
      `This person carries messages to an agency that does not attend: ${names}. Nothing was changed. Name another link worker first.`,
    );
  }
  session.record('person withdrawn', (operation) => operation.put(people, id, { withdrawnOn: session.today(), withdrawnReason: reason }));
}

function demandAnotherCoordinator(session: Session, except: string): void {
  const others = and(eq(people.role, 'coordinator'), isNull(people.withdrawnOn), ne(people.id, except));
  if (session.read.select({ id: people.id }).from(people).where(others).get()) return;
  throw new Refusal('The scheme would be left without a coordinator. Nothing was changed. Make someone else a coordinator first.');
}
