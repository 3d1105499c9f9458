import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { devices } from '../../../db/schema';
import { type Network, type NewMember, openNetwork, ownCommits, receive, type Workstation } from './network';

export interface NetworkWithKeys {
  readonly network: Network;
  /** The secret age identity of each workstation, as its computer holds it. */
  readonly identities: ReadonlyMap<Workstation, string>;
}

/** A network of which every workstation has a real key to open what is sealed to it, known to all the others. */
export async function openNetworkWithKeys(members: readonly NewMember[]): Promise<NetworkWithKeys> {
  const network = openNetwork(members);
  const identities = new Map<Workstation, string>();
  for (const station of network.stations) identities.set(station, await generateX25519Identity());
  const recipients = await Promise.all(network.stations.map((station) => identityToRecipient(identities.get(station) as string)));
  network.founder.session.record('recipients put in', (operation) => {
    for (const [index, { device }] of network.stations.entries())
      operation.put(devices, device.id, { recipient: recipients[index] as string });
  });
  for (const station of network.stations.slice(1)) receive(network, station, ownCommits(network.founder));
  return { network, identities };
}
