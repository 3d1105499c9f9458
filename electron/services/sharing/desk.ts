import { runningMeeting } from '../../../db/queries/backups';
import { countConflicts } from '../../../db/queries/sharing';
import { devices, people } from '../../../db/schema';
import { ageCipher } from '../../../db/sync/cipher';
import { createExchange, type Exchange, type PollReport } from '../../../db/sync/exchange';
import { readManifest } from '../../../db/sync/manifest';
import { anchorOf, isVouchedFor, retireDevice } from '../../../db/sync/membership';
import type { Received } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import { type ChangeList, joinChanges } from '../../../shared/merge/change-list';
import { nextExchangeIn } from '../../../shared/rules/exchange-pace';
import type { ExchangeAlarm, FolderChecked, JoinRequestView, SharingView } from '../../../shared/views/sharing';
import { demand } from '../permission';
import { carryOutErasures } from '../retention/finish-erasures';
import type { Session } from '../session';
import { sheetOf } from '../setup/name-sheet';
import type { Timers } from '../timers';
import { alarmWords } from './alarm-words';
import { keepCaseAccess } from './case-access';
import { checkFolder } from './check-folder';
import { giveNewIdentity } from './new-identity';
import { admit, openRequests } from './newcomers';
import { notePapersGiven } from './paper-deliveries';
import { ageIdentityOf, sharedFolder, writePlace } from './place';
import { newToken, shareAt } from './transport';

/** The exchange of the open scheme with its shared folder. Nothing that is recorded waits for it or fails because of it. */
export interface SharingDesk {
  view(): SharingView;
  check(folder: string): Promise<FolderChecked>;
  /** Makes the folder this scheme's, or recognises it, and begins to exchange. */
  use(folder: string): Promise<void>;
  leave(): void;
  exchangeNow(): Promise<void>;
  /** Goes on after an alarm that stopped the exchange. */
  goOn(): Promise<void>;
  admit(input: Received<'sharing', 'admit'>): Promise<void>;
  retire(input: Received<'sharing', 'retire'>): void;
  /** Hands all over and gives this computer's file a new identity, after a copy of it was noticed. The file is then to be opened anew. */
  renew(computer: string): Promise<void>;
  forgetAway(): void;
  stop(): void;
}

export interface SharingParts {
  readonly session: Session;
  readonly timers: Timers;
  /** Tells the windows that tables changed; `sharing` stands for the state of the exchange. */
  readonly tell: (tables: readonly string[]) => void;
}

export function createSharingDesk({ session, timers, tell }: SharingParts): SharingDesk {
  let exchange: Exchange | null = null;
  let isStopped = false;
  let callOff = () => {};
  let last: PollReport | null = null;
  let lastAt: string | null = null;
  let failures = 0;
  let activeAt = session.clock();
  let away: ChangeList | null = null;
  let requests: readonly JoinRequestView[] = [];
  const renewAccess = keepCaseAccess(session);
  const founder = session.connection.raw.prepare<[], string>('select device from commits order by sequence limit 1').pluck().get();
  /** All that a newcomer gets at first is there since long, and no news. */
  let isNewcomer = founder !== session.device.id;
  const isOpen = () => !isStopped && session.connection.raw.open;

  function begin(folder: string): Exchange {
    exchange = createExchange({
      connection: session.connection,
      device: session.device,
      cipher: ageCipher(ageIdentityOf(session)),
      transport: shareAt(folder),
      clock: session.clock,
      anchor: anchorOf(session.connection),
      token: newToken,
      onMerged: (tables) => tell([...tables, 'sharing']),
    });
    return exchange;
  }

  async function turn(work: (exchange: Exchange) => Promise<PollReport>): Promise<void> {
    callOff();
    const folder = sharedFolder(session);
    if (!exchange || folder === null) return;
    try {
      await renewAccess();
      if (!isOpen()) return;
      isNewcomer &&= exchange.status().contacts.length === 0;
      const report = await work(exchange);
      if (!isOpen()) return;
      last = report;
      failures = report.state === 'unreachable' ? failures + 1 : 0;
      if (report.state === 'exchanged') lastAt = session.now();
      if (report.written > 0) notePapersGiven(session);
      if (report.applied > 0) activeAt = session.clock();
      // It holds up typing for a moment, so not while people speak.
      if (runningMeeting(session.read) === null) carryOutErasures(session);
      if (report.changes && report.changes.lines.length > 0 && !isNewcomer) away = joinChanges(away, report.changes);
      if (session.me.role === 'coordinator') requests = await openRequests(session, shareAt(folder), anchorOf(session.connection));
    } catch (error) {
      if (!isOpen()) return;
      failures += 1;
      // The next look tries again; the codes of the system say no more than that it failed.
      console.error(`The exchange failed: ${error instanceof Error ? error.name : 'unknown'}`);
    }
    if (!isOpen()) return;
    tell(['sharing']);
    later();
  }

  /** @param isWaiting whether something waits to be handed over, where that is known. */
  function later(isWaiting?: boolean): void {
    callOff();
    if (!exchange || !isOpen()) return;
    const pace = {
      isConferenceRunning: runningMeeting(session.read) !== null,
      isWaiting: isWaiting ?? exchange.status().waiting > 0,
      failures,
      quietFor: session.clock() - activeAt,
    };
    callOff = timers.after(nextExchangeIn(pace), () => void turn((now) => now.poll()));
  }

  const stopListening = session.onChanged(() => {
    activeAt = session.clock();
    // At every keystroke, so nothing is worked out that is known.
    if (failures === 0) later(true);
  });
  const folder = sharedFolder(session);
  if (folder !== null) {
    begin(folder);
    callOff = timers.after(1_000, () => void turn((now) => now.poll()));
  }

  return {
    view: () => viewOf({ session, exchange, last, lastAt, away, requests }),
    async check(folderAsked) {
      demandVouchedFor(session);
      const manifest = await readManifest(shareAt(folderAsked));
      return checkFolder(folderAsked, manifest.ok ? manifest.value : null, anchorOf(session.connection), Date.now);
    },
    async use(chosen) {
      demand(session, 'edit-scheme');
      demandVouchedFor(session);
      const made = await begin(chosen).setUp();
      if (!made.ok) {
        exchange = null;
        const words = alarmWords(made.alarm, () => 'another workstation');
        throw new Refusal(`${words.title}. ${words.happened} ${words.safe} ${words.next}`);
      }
      writePlace(session, { folder: chosen });
      await turn((now) => now.poll());
    },
    leave() {
      callOff();
      exchange = null;
      last = null;
      writePlace(session, { folder: null });
      tell(['sharing']);
    },
    exchangeNow: () => turn((now) => now.poll()),
    goOn: () => turn((now) => now.continueHere()),
    async admit(input) {
      const place = sharedFolder(session);
      if (!exchange || place === null) throw new Refusal('No shared folder is in use, so nobody can join by it. Nothing was changed.');
      const device = await admit(session, input, shareAt(place), anchorOf(session.connection));
      await turn(async (now) => {
        await now.writeSnapshot(device);
        return now.poll();
      });
    },
    retire({ id }) {
      demand(session, 'edit-scheme');
      if (id === session.device.id)
        throw new Refusal('You cannot retire the workstation that you sit at. Nothing was changed. Ask another coordinator to do it.');
      session.record('workstation retired', (operation) => retireDevice(operation, session.connection, id));
    },
    async renew(computer) {
      if (!exchange) throw new Refusal('No shared folder is in use, so there is nobody to tell of a new identity. Nothing was changed.');
      await giveNewIdentity(session, exchange, computer);
    },
    forgetAway() {
      away = null;
      tell(['sharing']);
    },
    stop() {
      isStopped = true;
      callOff();
      stopListening();
    },
  };
}

/**
 * An export holds no computer's key, on purpose: whoever has one is nobody's member. A founding act of this computer's own would
 * be another scheme to everybody, in which none of the entries before it count.
 */
function demandVouchedFor({ connection, device }: Session): void {
  if (isVouchedFor(connection, device.id)) return;
  throw new Refusal(
    'This scheme was brought back from an export, which holds no computer’s key: nobody can vouch for this computer, and others would put aside what is recorded on it. Nothing was changed. Share the scheme from the computer it was exported on, or from a backup of that. If it is shared already, choose Join a shared scheme on the first screen. If the export is all that is left, go on with it on this computer alone, or set up a new scheme, share that, and import the register that you export from this one.',
  );
}

/** Five hundred files that cannot be read are one thing to hear of. */
function toldOnce(alarms: readonly ExchangeAlarm[]): readonly ExchangeAlarm[] {
  return [...new Map(alarms.map((alarm) => [JSON.stringify(alarm), alarm])).values()];
}

interface ViewParts {
  readonly session: Session;
  readonly exchange: Exchange | null;
  readonly last: PollReport | null;
  readonly lastAt: string | null;
  readonly away: ChangeList | null;
  readonly requests: readonly JoinRequestView[];
}

function viewOf({ session, exchange, last, lastAt, away, requests }: ViewParts): SharingView {
  const { read, device: me } = session;
  const persons = new Map(
    read
      .select()
      .from(people)
      .all()
      .map((person) => [person.id, person]),
  );
  const known = read.select().from(devices).all();
  const nameOf = (id: string) => known.find((each) => each.id === id)?.name || 'a workstation that is not known here';
  const status = exchange?.status() ?? null;
  const contacts = new Map(status?.contacts.map((contact) => [contact.device, contact]));
  return {
    folder: sharedFolder(session),
    state: !status
      ? 'none'
      : status.isStopped
        ? 'stopped'
        : last === null
          ? 'waiting'
          : last.state === 'exchanged'
            ? 'in-step'
            : last.state,
    lastExchangeAt: lastAt,
    waiting: status?.waiting ?? 0,
    workstations: known.map(({ id, name, personId, joinedAt, retiredAt, sheetProof }) => {
      const person = persons.get(personId ?? '');
      const contact = contacts.get(id);
      return {
        id,
        name,
        personId,
        personName: person?.name ?? '',
        agencyId: person?.agencyId ?? null,
        role: person?.role ?? null,
        isMe: id === me.id,
        isRetired: retiredAt !== null,
        isSheet: sheetProof !== '',
        joinedAt,
        lastContactAt: contact?.wroteAt ?? null,
        hasReadAll: id !== me.id && status !== null && status.waiting === 0 && (contact?.hasRead ?? -1) >= status.handedOver,
      };
    }),
    sheet: sheetOf(known, me.id),
    alarms: toldOnce((status?.alarms ?? []).map((alarm) => alarmWords(alarm, nameOf))),
    requests,
    away: away && { ...away, conflicts: countConflicts(read) },
  };
}
