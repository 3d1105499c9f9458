import { useState } from 'react';
import { Button } from '../../components/Button';
import { isChosen, NewPassphrase, notTyped } from '../../components/fields/NewPassphrase';
import { TextField } from '../../components/fields/TextField';
import { Tick } from '../../components/fields/Tick';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { IdleLock } from './IdleLock';

/** How this file is opened on this computer. */
export function Trust() {
  const health = useVerb('scheme', 'health');
  const keychain = useAction('scheme', 'setKeychainUnlock', 'inline');
  async function setKeychain(isOn: boolean) {
    const set = await keychain.run({ isOn });
    if (set.ok) void health.refetch();
  }
  return (
    <>
      <h2>Trust</h2>
      <p className="soft">
        The file is encrypted whole. Its key is kept wrapped in the passphrase; the recovery sheet opens it when the passphrase is lost.
      </p>
      <h3>Passphrase</h3>
      <ChangePassphrase />
      <h3>Left alone</h3>
      <IdleLock />
      <h3>This computer’s sign-in</h3>
      <Tick
        isOn={health.data?.isKeychainUnlockOn ?? false}
        onChange={(isOn) => void setKeychain(isOn)}
        isDisabled={!(health.data?.isKeychainAvailable ?? false)}
      >
        Open the scheme without its passphrase while I am signed in to this computer
      </Tick>
      <p className="small mute">
        {keychain.problem ??
          (health.data?.isKeychainAvailable === false
            ? 'This computer has no keychain that Roundtable can use.'
            : 'The key is then kept by the operating system for your account. Leave this off on a computer that others sign in to as you.')}
      </p>
    </>
  );
}

function ChangePassphrase() {
  const change = useAction('scheme', 'changePassphrase', 'inline');
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState(notTyped);
  const [isWrong, setWrong] = useState(false);
  const isReady = old !== '' && isChosen(fresh);
  async function submit() {
    if (!isReady) return;
    const changed = await change.run({ old, new: fresh.passphrase });
    if (!changed.ok) return;
    setWrong(!changed.value);
    if (!changed.value) return;
    showDone('The passphrase is changed');
    setOld('');
    setFresh(notTyped);
  }
  return (
    <form
      className="scheme-fields"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label="Passphrase now"
        type="password"
        value={old}
        onChange={setOld}
        problem={isWrong ? 'That is not the passphrase. Nothing was changed.' : change.problem}
      />
      <div className="scheme-wide scheme-fields">
        <NewPassphrase typed={fresh} onTyped={setFresh} />
      </div>
      <div className="scheme-wide">
        <Button type="submit" isDisabled={!isReady || change.isBusy}>
          {change.isBusy ? 'Changing…' : 'Change the passphrase'}
        </Button>
      </div>
    </form>
  );
}
