import { FolderSync, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../../shared/language/counted';
import { may } from '../../../shared/rules/permissions';
import type { FolderChecked, SharingView } from '../../../shared/views/sharing';
import { Button } from '../../components/Button';
import { Fetched } from '../../components/Loading';
import { showDone } from '../../components/overlays/toasts';
import { Trouble } from '../../components/Trouble';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { issuedWords } from '../documents/documents-view';
import { Conflicts } from './Conflicts';
import { FolderChecks } from './FolderChecks';
import { JoinRequests } from './JoinRequests';
import { NameSheet } from './NameSheet';
import { Workstations } from './Workstations';

/** The shared folder: how the exchange stands, who is in it, who asks to join. */
export function Sharing() {
  const sharing = useVerb('sharing', 'get');
  return (
    <>
      <h2>Sharing</h2>
      <p className="soft">
        Each workstation has its own encrypted file and works without the others. What is recorded is passed on through a folder on a file
        share, encrypted so that each agency can open only the cases that concern it. Saving never waits for the folder.
      </p>
      <Fetched query={sharing} what="the shared folder">
        {(view) => (view.folder === null ? <SetUp /> : <InUse view={view} />)}
      </Fetched>
    </>
  );
}

function SetUp() {
  const { scheme } = useScheme();
  const choose = useAction('sharing', 'chooseFolder', 'inline');
  const [checked, setChecked] = useState<FolderChecked | null>(null);
  async function chooseFolder() {
    const chosen = await choose.run();
    if (chosen.ok && chosen.value !== null) setChecked(chosen.value);
  }
  if (!may(scheme.me.role, 'edit-scheme')) return <p className="mute">No shared folder is in use. A coordinator sets it up.</p>;
  return (
    <>
      <h3>Set up</h3>
      <p className="soft">
        Choose an empty folder that everyone in the partnership can reach and write to: on a mapped drive, a synced folder, or a stick. Let
        it be open to nobody else: who opens it cannot read a case, but sees who wrote when, and how much.
      </p>
      <div className="row">
        <Button look={checked ? 'plain' : 'primary'} onPress={() => void chooseFolder()} isDisabled={choose.isBusy}>
          <FolderSync aria-hidden /> {choose.isBusy ? 'Trying the folder…' : checked ? 'Another folder…' : 'Choose the folder…'}
        </Button>
      </div>
      {choose.problem ? <p className="late">{choose.problem}</p> : null}
      {checked ? <FolderChecks checked={checked} /> : null}
    </>
  );
}

const stateWords: Readonly<Record<SharingView['state'], string>> = {
  none: 'Not in use',
  waiting: 'Looking for the first time',
  'in-step': 'In step',
  unreachable: 'The folder cannot be reached',
  stopped: 'Standing still until someone looks at the notice above',
};

function InUse({ view }: { readonly view: SharingView }) {
  const { scheme } = useScheme();
  const exchange = useAction('sharing', 'exchange');
  const goOn = useAction('sharing', 'goOn');
  const leave = useAction('sharing', 'leave');
  const renew = useAction('sharing', 'renew');
  const isCoordinator = may(scheme.me.role, 'edit-scheme');
  async function giveNewIdentity() {
    const renewed = await renew.run();
    if (renewed.ok) showDone('This computer has a new identity, and everything that was recorded here');
  }
  return (
    <>
      {view.alarms.map(({ canContinue, canRenew, ...words }) => (
        <Trouble
          key={words.title}
          {...words}
          buttons={
            canContinue ? (
              <Button onPress={() => void goOn.run()} isDisabled={goOn.isBusy}>
                {goOn.isBusy ? 'Putting back what is missing…' : 'Go on, and put back what is missing'}
              </Button>
            ) : canRenew ? (
              <Button onPress={() => void giveNewIdentity()} isDisabled={renew.isBusy}>
                {renew.isBusy ? 'Handing over what was recorded here…' : 'Give this computer a new identity'}
              </Button>
            ) : null
          }
        />
      ))}
      <dl className="scheme-facts">
        <dt>Folder</dt>
        <dd>{view.folder}</dd>
        <dt>State</dt>
        <dd>{stateWords[view.state]}</dd>
        <dt>Last exchange</dt>
        <dd>{view.lastExchangeAt ? issuedWords(view.lastExchangeAt) : 'Not yet since the scheme was opened'}</dd>
        <dt>Not handed over yet</dt>
        <dd>{view.waiting === 0 ? 'Nothing' : counted(view.waiting, 'change')}</dd>
      </dl>
      <div className="row wrap scheme-buttons">
        <Button onPress={() => void exchange.run()} isDisabled={exchange.isBusy}>
          <RefreshCw aria-hidden /> {exchange.isBusy ? 'Exchanging…' : 'Exchange now'}
        </Button>
        <Button look="quiet" onPress={() => void leave.run()}>
          Stop using this folder
        </Button>
      </div>
      {isCoordinator ? <JoinRequests requests={view.requests} /> : null}
      <NameSheet sheet={view.sheet} />
      <h3>Conflicts to settle</h3>
      <Conflicts />
      <h3>Workstations</h3>
      <Workstations workstations={view.workstations} canRetire={isCoordinator} />
    </>
  );
}
