import { randomInt } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { type KeyFile, wrapKey } from '../../../db/keys/key-file';
import { createRecoveryWords, keyFromRecoveryWords, recoveryWordCount } from '../../../db/keys/recovery-words';
import { writeLocalSetting } from '../../../db/local-settings';
import { createDeviceIdentity, exportDeviceIdentity } from '../../../db/log/identity';
import { readForeignCommit } from '../../../db/log/read-commit';
import { makeSchemeFile } from '../../../db/scheme-file';
import { applyCommits } from '../../../db/sync/apply';
import {
  joiningFolder,
  joinName,
  joinWords,
  openWelcome,
  requestEnding,
  type Welcome,
  welcomeEnding,
  writeJoinRequest,
} from '../../../db/sync/join';
import { readManifest } from '../../../db/sync/manifest';
import { keepAnchor } from '../../../db/sync/membership';
import { Refusal } from '../../../shared/language/refusal';
import type { RecoverySheetView } from '../../../shared/views/scheme';
import type { JoinState } from '../../../shared/views/sharing';
import { deviceSetting, openSession, type StoredDevice } from '../open-session';
import { nameSheet } from '../setup/name-sheet';
import { freePath, type Setup, type SetupPlace } from '../setup/setup';
import { writePlace } from './place';
import { shareAt } from './transport';
import { unreadableFolder } from './unreadable-folder';

/** A workstation on its way into a scheme: its keys are in memory only, until a coordinator has taken it in. */
export interface Join extends Setup {
  /** Looks whether a coordinator has answered. */
  look(): Promise<JoinState>;
}

export interface JoinChoices {
  readonly folder: string;
  readonly yourName: string;
  readonly passphrase: string;
}

/** Asks to join the scheme of a shared folder. Refuses, in plain words, where there is none or nothing can be written. */
export async function beginJoin({ folder, yourName, passphrase }: JoinChoices, place: SetupPlace): Promise<Join> {
  const transport = shareAt(folder);
  const manifest = await readManifest(transport);
  if (!manifest.ok) throw new Refusal(unreadableFolder(manifest.problem));
  if (!manifest.value) throw new Refusal('This folder holds no shared scheme. Nothing was made. Ask your coordinator which folder it is.');
  const { scheme } = manifest.value;
  const device = createDeviceIdentity();
  const ageIdentity = await generateX25519Identity();
  const request = writeJoinRequest({
    scheme,
    device,
    recipient: await identityToRecipient(ageIdentity),
    computer: place.computer.slice(0, 200),
    at: new Date(place.clock()).toISOString(),
  });
  const id = joinName(request);
  const words = joinWords(scheme, request);
  const written = await transport.writeOnce(joiningFolder, `${id}${requestEnding}`, request);
  if (!written.ok)
    throw new Refusal('Nothing can be written into this folder, so nobody can be asked. Ask for the right to write there, then try again.');

  const recoveryWords = createRecoveryWords();
  const askFor = randomInt(1, recoveryWordCount + 1);
  const sheet: RecoverySheetView = {
    words: recoveryWords,
    askFor,
    madeAt: new Date(place.clock()).toISOString(),
    forName: yourName,
    computer: place.computer,
  };
  let isChecked = false;
  let welcome: Welcome | null = null;
  return {
    sheet,
    brand: 'Shared scheme',
    area: '',
    checkWord(word) {
      isChecked ||= word.trim().toLowerCase() === recoveryWords[askFor - 1];
      return isChecked;
    },
    async look() {
      if (welcome) return { state: 'welcome', words };
      const read = await transport.read(joiningFolder, `${id}${welcomeEnding}`);
      if (!read.ok) return { state: read.problem === 'missing' ? 'waiting' : 'unreachable', words };
      const opened = await openWelcome(read.value, ageIdentity);
      welcome = opened?.scheme === scheme ? opened : null;
      return { state: welcome ? 'welcome' : 'waiting', words };
    },
    async finish(seal) {
      if (!isChecked) throw new Refusal('Type the word back from the printed sheet first. Nothing has been made yet.');
      const answer = welcome;
      if (!answer) throw new Refusal('The coordinator has not taken this workstation in yet. Nothing has been made yet.');
      const key = keyFromRecoveryWords(recoveryWords);
      if (!key) throw new Error('The recovery words made for a new scheme do not hold together.');
      const keys: KeyFile = { ...(await wrapKey(key, passphrase, place.cost)), keychain: seal ? seal(key) : null };
      const path = freePath(place.folder, brandIn(answer));
      return makeSchemeFile(path, key, keys, async (connection) => {
        keepAnchor(connection, scheme);
        applyCommits(connection, answer.commits, { anchor: scheme, now: place.clock() });
        const stored: StoredDevice = { personId: answer.personId, signingKey: exportDeviceIdentity(device), ageIdentity };
        writeLocalSetting(connection.local, deviceSetting, JSON.stringify(stored));
        const session = openSession(connection, path, place.clock);
        if (session.read.query.devices.findFirst({ where: (row, { eq }) => eq(row.id, device.id) }).sync()?.personId !== answer.personId) {
          throw new Refusal('The coordinator’s answer does not fit this request. Nothing was made. Begin again.');
        }
        writePlace(session, { folder });
        await nameSheet(session, recoveryWords);
        return { session, key };
      });
    },
  };
}

/** What the scheme is called, for the name of the file. */
function brandIn({ commits }: Welcome): string {
  for (const { body } of commits) {
    // Nobody has checked yet who wrote it.
    const read = readForeignCommit(body);
    const puts = read.ok ? read.commit.puts : [];
    for (const { relation, field, value } of puts)
      if (relation === 'schemes' && field === 'brand' && typeof value === 'string') return value;
  }
  return 'Shared scheme';
}
