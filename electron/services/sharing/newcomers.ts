import { devices, people } from '../../../db/schema';
import {
  type JoinRequest,
  joiningFolder,
  joinName,
  joinWords,
  readJoinRequest,
  requestEnding,
  sealWelcome,
  welcomeEnding,
} from '../../../db/sync/join';
import { admitDevice, retireDevice } from '../../../db/sync/membership';
import type { Transport } from '../../../db/sync/transport';
import type { Received } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import type { JoinRequestView } from '../../../shared/views/sharing';
import { demand } from '../permission';
import { demandAgency, demandPerson } from '../references';
import type { Session } from '../session';

interface FoundRequest {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly request: JoinRequest;
}

async function findRequests(session: Session, transport: Transport, scheme: string): Promise<readonly FoundRequest[]> {
  const listed = await transport.list();
  if (!listed.ok) return [];
  const known = new Set(
    session.read
      .select({ id: devices.id })
      .from(devices)
      .all()
      .map(({ id }) => id),
  );
  const found: FoundRequest[] = [];
  for (const name of listed.value.get(joiningFolder) ?? []) {
    if (!name.endsWith(requestEnding)) continue;
    const read = await transport.read(joiningFolder, name);
    if (!read.ok) continue;
    const id = name.slice(0, -requestEnding.length);
    const request = joinName(read.value) === id ? readJoinRequest(read.value, scheme) : null;
    if (request && !known.has(request.device)) found.push({ id, bytes: read.value, request });
  }
  return found;
}

/** Who asks to join and was not answered, with the six words that their screen shows too. */
export async function openRequests(session: Session, transport: Transport, scheme: string): Promise<readonly JoinRequestView[]> {
  const found = await findRequests(session, transport, scheme);
  return found.map(({ id, bytes, request }) => ({ id, words: joinWords(scheme, bytes), computer: request.computer, at: request.at }));
}

/** Takes a workstation in, as that of a person who is in the scheme or is added with it. Gives the id of its device. */
export async function admit(session: Session, input: Received<'sharing', 'admit'>, transport: Transport, scheme: string): Promise<string> {
  demand(session, 'edit-scheme');
  const found = (await findRequests(session, transport, scheme)).find(({ id }) => id === input.requestId);
  if (!found)
    throw new Refusal(
      'This request is not in the shared folder any more, or was answered. Nothing was changed. Ask the newcomer to begin again.',
    );
  const { request } = found;
  const { person } = input;
  if ('id' in person) demandPerson(session.read, person.id);
  else demandAgency(session.read, person.agencyId);
  const personId = session.record('workstation admitted', (operation) => {
    const id = 'id' in person ? person.id : operation.newId();
    if (!('id' in person)) operation.put(people, id, person);
    admitDevice(operation, {
      id: request.device,
      personId: id,
      name: request.computer,
      signingKey: request.signingKey,
      recipient: request.recipient,
    });
    return id;
  });
  const commits = session.connection.raw
    .prepare<[], { body: string; signature: string }>("select body, signature from commits where space = 'scheme' order by sequence")
    .all();
  const welcome = await sealWelcome({ scheme, personId, commits }, request.recipient);
  const written = await transport.writeOnce(joiningFolder, `${found.id}${welcomeEnding}`, welcome);
  if (!written.ok) {
    session.record('workstation not admitted after all', (operation) => retireDevice(operation, session.connection, request.device));
    throw new Refusal(
      'The answer could not be put into the shared folder, so the newcomer was not admitted. Connect the folder, and ask the newcomer to begin again.',
    );
  }
  return request.device;
}
