import { Check, Eye, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../../shared/language/counted';
import type { Finding } from '../../../shared/rules/health';
import type { LogCheck } from '../../../shared/views/backups';
import type { HealthView } from '../../../shared/views/scheme';
import type { SharingView } from '../../../shared/views/sharing';
import { Button } from '../../components/Button';
import { Fetched } from '../../components/Loading';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { issuedWords, sizeWords } from '../documents/documents-view';

/** What can be said of the file in plain words, and a check of the whole log. */
export function Health() {
  const health = useVerb('scheme', 'health');
  const verify = useAction('scheme', 'verifyLog', 'inline');
  const save = useAction('scheme', 'saveDiagnosis');
  const [checked, setChecked] = useState<LogCheck | null>(null);
  async function check() {
    const result = await verify.run();
    if (result.ok) setChecked(result.value);
    void health.refetch();
  }
  async function saveDiagnosis() {
    const saved = await save.run();
    if (saved.ok && saved.value !== null) showDone('Diagnosis saved');
  }
  return (
    <>
      <h2>Health</h2>
      <Fetched query={health} what="the health of the file">
        {(view) => (
          <>
            <Findings findings={view.findings} />
            <h3>Figures</h3>
            <Facts health={view} />
          </>
        )}
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
      <h3>For whoever looks after Roundtable</h3>
      <p className="soft">
        A report of versions, sizes, counts and what stands above. It holds no name, no text that anyone typed and no path, so it can be
        sent by ordinary e-mail; read it first if you like, it is plain text.
      </p>
      <div className="row">
        <Button onPress={() => void saveDiagnosis()} isDisabled={save.isBusy}>
          Save a diagnosis…
        </Button>
      </div>
    </>
  );
}

const stateWord = { fine: 'Well', watch: 'See to it', wrong: 'Wrong' } as const;
const stateIcon = { fine: <Check aria-hidden />, watch: <Eye aria-hidden />, wrong: <TriangleAlert aria-hidden /> } as const;

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className="health-findings">
      {findings.map(({ id, state, title, says, next }) => (
        <li key={id} className={state}>
          <span className="health-state">
            {stateIcon[state]} {stateWord[state]}
          </span>
          <div>
            <b>{title}</b>
            <p>
              {says} {next}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** How the exchange stands, in a line; Sharing tells it in full. */
function sharedFolderWords(view: SharingView | undefined): string {
  if (!view || view.folder === null) return 'None yet: everything is on this computer only';
  const others = view.workstations.filter(({ isMe, isRetired, isSheet }) => !isMe && !isRetired && !isSheet);
  const unheard = others.filter(({ lastContactAt }) => lastContactAt === null).length;
  const state =
    view.state === 'in-step'
      ? 'In step'
      : view.state === 'unreachable'
        ? 'Out of reach'
        : view.state === 'stopped'
          ? 'Standing still'
          : 'Not looked at yet';
  return [
    `${state}, with ${counted(others.length, 'other workstation')}`,
    view.lastExchangeAt ? `last exchange ${issuedWords(view.lastExchangeAt)}` : '',
    view.waiting > 0 ? `${counted(view.waiting, 'entry', 'entries')} waiting` : '',
    unheard > 0 ? `${unheard} not heard of yet` : '',
    view.alarms.length > 0 ? `${counted(view.alarms.length, 'notice')} under Sharing` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

function Facts({ health }: { readonly health: HealthView }) {
  const sharing = useVerb('sharing', 'get');
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
      <dd>{sharedFolderWords(sharing.data)}</dd>
      <dt>Version</dt>
      <dd>
        Roundtable {health.appVersion}, file format {health.schemaVersion}
      </dd>
    </dl>
  );
}
