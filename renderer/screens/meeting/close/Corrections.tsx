import { X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { differingWords } from '../../../../shared/merge/differing-words';
import type { CorrectionRow, CorrectionsView } from '../../../../shared/views/corrections';
import { Button } from '../../../components/Button';
import { DifferingText } from '../../../components/DifferingText';
import { Fetched } from '../../../components/Loading';
import { showDone } from '../../../components/overlays/toasts';
import { useAction, useVerb } from '../../../data/queries';
import { NewCorrection } from './NewCorrection';

/** After final minutes: what they should have said, gathered until the next version goes out. */
export function Corrections({ meetingId }: { readonly meetingId: string }) {
  const corrections = useVerb('documents', 'corrections', { meetingId });
  return (
    <section className="corrections">
      <h3 className="part-head">Corrections to the final minutes</h3>
      <Fetched query={corrections} what="the corrections">
        {(view) => <Listed view={view} />}
      </Fetched>
    </section>
  );
}

function Listed({ view }: { readonly view: CorrectionsView }) {
  const issue = useAction('documents', 'issueMinutes', 'inline');
  const waiting = view.corrections.filter(({ version }) => version === 0);
  async function issueNext() {
    const done = await issue.run({ meetingId: view.meetingId, isFinal: true });
    if (done.ok) showDone(`Version ${done.value.version} issued. The ledger says who holds the earlier ones.`);
  }
  return (
    <>
      <p className="soft">
        The conference stays as it was locked. A correction lays other words over the minutes, and the next version lists what they said
        before and say now.
      </p>
      {view.corrections.length > 0 ? (
        <ul className="corrections-list">
          {view.corrections.map((row) => (
            <Correction key={row.id} row={row} />
          ))}
        </ul>
      ) : null}
      <NewCorrection view={view} />
      {waiting.length > 0 ? (
        <div className="row">
          <Button look="primary" isDisabled={issue.isBusy} onPress={() => void issueNext()}>
            {issue.isBusy
              ? 'Making the minutes…'
              : `Issue the next version with ${waiting.length === 1 ? 'this correction' : `these ${waiting.length} corrections`}`}
          </Button>
        </div>
      ) : null}
      {issue.problem ? <p role="alert">{issue.problem}</p> : null}
    </>
  );
}

function Correction({ row }: { readonly row: CorrectionRow }) {
  const withdraw = useAction('documents', 'withdrawCorrection');
  return (
    <li>
      <div className="row">
        <b className="grow">{row.caseName === '' ? row.label : `${row.caseName}: ${row.label}`}</b>
        <span className="soft">{row.version === 0 ? 'waits' : `in version ${row.version}`}</span>
        {row.version === 0 ? (
          <AriaButton
            className="icon-button"
            aria-label={`Take back the correction of ${row.label}`}
            isDisabled={withdraw.isBusy}
            onPress={() => void withdraw.run({ id: row.id })}
          >
            <X aria-hidden />
          </AriaButton>
        ) : null}
      </div>
      <Version words={row.said} beside={row.says} as="del" />
      <Version words={row.says} beside={row.said} as="ins" />
      <p className="soft small">
        {row.reason} ({row.correctedByName})
      </p>
    </li>
  );
}

interface VersionProps {
  readonly words: string;
  readonly beside: string;
  readonly as: 'del' | 'ins';
}

/** What the minutes said or say now: only the words that changed are struck or set off, or all where none stayed. */
function Version({ words, beside, as: Mark }: VersionProps) {
  const versions = differingWords([words, beside]);
  const isLike = versions.some((version) => version.some(({ differs }) => differs));
  return (
    <p className="corrections-version" dir="auto">
      <span className="soft">{Mark === 'del' ? 'Said' : 'Says now'}</span>{' '}
      {isLike ? <DifferingText stretches={versions[0] ?? []} as={Mark} /> : <Mark>{words === '' ? 'nothing' : words}</Mark>}
    </p>
  );
}
