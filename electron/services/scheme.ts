import { schemeView } from '../../db/queries/scheme';
import { colourMeanings, schemes } from '../../db/schema';
import type { Received } from '../../shared/ipc/verbs';
import type { SchemeView } from '../../shared/views/scheme';
import { demand } from './permission';
import type { Session } from './session';

export function getScheme(session: Session): SchemeView {
  return { ...schemeView(session.read, session.me, session.today()), now: session.now() };
}

export function editScheme(session: Session, fields: Received<'scheme', 'edit'>): void {
  demand(session, 'edit-scheme');
  session.record('scheme changed', (operation) => operation.put(schemes, schemeId(session), fields));
}

export function setColourMeaning(session: Session, { colour, meaning }: Received<'scheme', 'setColourMeaning'>): void {
  demand(session, 'edit-scheme');
  session.record('meaning of a colour changed', (operation) => operation.put(colourMeanings, colour, { meaning }));
}

function schemeId(session: Session): string {
  const found = session.read.select({ id: schemes.id }).from(schemes).get();
  if (!found) throw new Error('The scheme file holds no scheme.');
  return found.id;
}
