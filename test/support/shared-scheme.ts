import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { knownSchemesIn } from '../../electron/services/opening/known-schemes';
import type { SchemeAccess } from '../../electron/services/opening/scheme-access';
import { createSchemeAccess } from '../../electron/services/opening/scheme-access';
import { nameSheet } from '../../electron/services/setup/name-sheet';
import { createSharingDesk, type SharingDesk } from '../../electron/services/sharing/desk';
import type { Timers } from '../../electron/services/timers';
import { Refusal } from '../../shared/language/refusal';
import type { Role } from '../../shared/language/role';
import { cheap, noKeychain, type SchemeOnDisk, schemeOnDisk } from './scheme-on-disk';

/** Nothing happens by itself: a test says when to exchange. */
export const noTimers: Timers = { after: () => () => {}, every: () => () => {} };

export interface Station {
  readonly access: SchemeAccess;
  readonly desk: SharingDesk;
  /** Of its recovery sheet. */
  readonly words: readonly string[];
  end(): void;
}

export interface SharedScheme {
  readonly folder: string;
  readonly founder: Station & { readonly disk: SchemeOnDisk };
  /** Brings a new workstation in, as a newcomer and a coordinator would. */
  join(name: string, role: Role, agencyKind: string): Promise<Station>;
  /** Each of them exchanges once, half a minute apart. */
  exchange(...stations: readonly Pick<Station, 'desk'>[]): Promise<void>;
  end(): void;
}

/** The surnames on a workstation's register. */
export const casesOn = ({ access }: Pick<Station, 'access'>) =>
  access
    .session()
    .read.query.cases.findMany()
    .sync()
    .map(({ surname }) => surname)
    .sort();

const deskOf = (access: SchemeAccess) => createSharingDesk({ session: access.session(), timers: noTimers, tell: () => {} });

export async function sharedScheme(): Promise<SharedScheme> {
  const disk = await schemeOnDisk();
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-share-'));
  await nameSheet(disk.access.session(), disk.words);
  const desk = deskOf(disk.access);
  await desk.use(folder);
  const stations: Station[] = [];
  return {
    folder,
    founder: {
      disk,
      access: disk.access,
      desk,
      words: disk.words,
      end: () => {
        desk.stop();
        disk.end();
      },
    },
    async join(name, role, agencyKind) {
      const home = mkdtempSync(join(tmpdir(), 'roundtable-station-'));
      const access = createSchemeAccess({
        folder: home,
        known: knownSchemesIn(home),
        keychain: noKeychain,
        clock: disk.clock,
        computer: `${hostname().slice(0, 3)}-${name}`,
        makeDemonstration: async () => {},
        cost: cheap,
      });
      const joining = await access.beginJoin({ folder, yourName: name, passphrase: 'a long passphrase' });
      joining.checkWord(joining.sheet.words[joining.sheet.askFor - 1] ?? '');
      const asked = await access.lookJoin();
      disk.advance(1000);
      await desk.exchangeNow();
      const request = desk.view().requests.find(({ words }) => words.join() === asked.words.join());
      if (!request) throw new Refusal('The request is not shown.');
      const agencies = disk.access.session().read.query.agencies.findMany().sync();
      const agencyId = agencies.find(({ kind }) => kind === agencyKind)?.id ?? '';
      await desk.admit({ requestId: request.id, person: { agencyId, name, post: '', email: '', phone: '', role } });
      await access.lookJoin();
      await access.finishSetup(false);
      const theirs = deskOf(access);
      await theirs.exchangeNow();
      const station: Station = {
        access,
        desk: theirs,
        words: joining.sheet.words,
        end() {
          theirs.stop();
          access.lock();
          rmSync(home, { recursive: true, force: true, maxRetries: 5 });
        },
      };
      stations.push(station);
      return station;
    },
    async exchange(...exchanging) {
      for (const each of exchanging) {
        disk.advance(30_000);
        await each.desk.exchangeNow();
      }
    },
    end() {
      for (const station of stations) station.end();
      desk.stop();
      disk.end();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
