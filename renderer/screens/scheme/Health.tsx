import { Check, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { HealthView } from '../../../shared/views/scheme';
import { Button } from '../../components/Button';
import { Fetched } from '../../components/Loading';
import { useAction, useVerb } from '../../data/queries';
import { issuedWords, sizeWords } from '../documents/documents-view';

interface LogCheck {
  readonly isWhole: boolean;
  readonly commits: number;
  readonly problems: readonly string[];
}

/** What can be said of the file in plain words, and a check of the whole log. */
export function Health() {
  const health = useVerb('scheme', 'health');
  const verify = useAction('scheme', 'verifyLog', 'inline');
  const [checked, setChecked] = useState<LogCheck | null>(null);
  async function check() {
    const result = await verify.run();
    if (result.ok) setChecked(result.value);
  }
  return (
    <>
      <h2>Health</h2>
      <Fetched query={health} what="the health of the file">
        {(view) => <Facts health={view} />}
      </Fetched>
      <h3>The log</h3>
      <p className="soft">
        Everything in the scheme comes from signed entries, each chained to the one before. This checks every one of them, and that the
        tables say what they say.
      </p>
      <div className="row">
        <Button onPress={() => void check()} isDisabled={verify.isBusy}>
          {verify.isBusy ? 'Checking…' : 'Check the log'}
        </Button>
        {checked?.isWhole ? (
          <span className="row strong" role="status">
            <Check aria-hidden /> Whole: {checked.commits.toLocaleString('en-GB')} entries, none missing or changed
          </span>
        ) : null}
      </div>
      {verify.problem ? <p className="late">{verify.problem}</p> : null}
      {checked && !checked.isWhole ? (
        <div role="alert">
          <p className="row late">
            <TriangleAlert aria-hidden /> The log is not what was recorded
          </p>
          <ul className="scheme-problems">
            {checked.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          <p className="soft">Go on from a backup made before this, keep this file as it is, and tell whoever looks after Roundtable.</p>
        </div>
      ) : null}
    </>
  );
}

function Facts({ health }: { readonly health: HealthView }) {
  return (
    <dl className="scheme-facts">
      <dt>File</dt>
      <dd>{health.path}</dd>
      <dt>Size</dt>
      <dd>{sizeWords(health.sizeBytes)}, encrypted</dd>
      <dt>Entries in the log</dt>
      <dd>{health.commits.toLocaleString('en-GB')}</dd>
      <dt>Last entry</dt>
      <dd>{health.lastCommitAt ? issuedWords(health.lastCommitAt) : 'None yet'}</dd>
      <dt>Shared folder</dt>
      <dd>None yet: everything is on this computer only</dd>
      <dt>Version</dt>
      <dd>
        Roundtable {health.appVersion}, file format {health.schemaVersion}
      </dd>
    </dl>
  );
}
