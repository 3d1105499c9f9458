import { CircleAlert, FileText, Lock, Package } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { counted } from '../../../../shared/language/counted';
import type { ChairView } from '../../../../shared/views/chairing';
import type { IssuedSummary } from '../../../../shared/views/documents';
import { AgencyCode } from '../../../components/AgencyCode';
import { Button } from '../../../components/Button';
import { GraveDialog } from '../../../components/overlays/GraveDialog';
import { showDone } from '../../../components/overlays/toasts';
import { callVerb, useAction, useVerb } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { paths } from '../../../routes';
import { clockOf } from '../chair/clock';
import { Corrections } from './Corrections';
import { PackDesk } from './PackDesk';
import { packsIssued } from './packs-issued';

/** Minutes as a draft, packs for all agencies, and minutes as final, which locks them. */
export function IssueDocuments({ view }: { readonly view: ChairView }) {
  const documents = useVerb('documents', 'list');
  const { may } = useScheme();
  const minutes = useAction('documents', 'issueMinutes', 'inline');
  const packs = useAction('documents', 'issuePacks', 'inline');
  const [issued, setIssued] = useState<IssuedSummary | null>(null);
  const [isAsking, setAsking] = useState(false);
  const ours = (documents.data ?? []).filter((row) => row.meetingId === view.meetingId);
  const lastMinutes = ours.find((row) => row.kind === 'minutes' && row.agencyId === null);
  const packsBefore = ours.filter((row) => row.kind === 'tasking-pack').length;
  const isFinal = view.state === 'final';
  const issueMinutes = async (asFinal: boolean) => {
    const { ok } = await minutes.run({ meetingId: view.meetingId, isFinal: asFinal });
    if (ok) showDone(asFinal ? 'Final minutes issued. They are locked.' : 'Draft minutes issued.');
  };
  /** For all, or for those alone that are missing after a failure. */
  const issuePacks = async (agencyIds?: string[]) => {
    const outcome = await packs.run({ meetingId: view.meetingId, ...(agencyIds ? { agencyIds } : {}) });
    if (outcome.ok) setIssued(outcome.value);
  };
  return (
    <section className="issue">
      <h3 className="part-head">Papers of this conference</h3>
      <ul className="issue-steps">
        <li>
          <FileText aria-hidden />
          <span className="grow">
            <b>Minutes</b>
            <small>
              {lastMinutes
                ? `${lastMinutes.isFinal ? 'Final' : 'Draft'}, version ${lastMinutes.version}, issued ${clockOf(Date.parse(lastMinutes.issuedAt))} by ${lastMinutes.issuedByName}`
                : 'Not issued yet'}
            </small>
          </span>
          {isFinal && lastMinutes?.isFinal ? (
            <span className="soft">Locked</span>
          ) : !may('issue-minutes') ? null : isFinal ? (
            <Button look="primary" isDisabled={minutes.isBusy} onPress={() => void issueMinutes(true)}>
              {minutes.isBusy ? 'Making the minutes…' : 'Issue the final minutes'}
            </Button>
          ) : (
            <Button look={lastMinutes ? 'plain' : 'primary'} isDisabled={minutes.isBusy} onPress={() => void issueMinutes(false)}>
              {minutes.isBusy ? 'Making the minutes…' : lastMinutes ? 'Issue the draft again' : 'Issue draft minutes'}
            </Button>
          )}
        </li>
        <li>
          <Package aria-hidden />
          <span className="grow">
            <b>Tasking packs</b>
            <small>
              {packsBefore > 0
                ? `${packsBefore} issued. Issued again, each becomes a new version.`
                : 'One for each agency, with its own cases and actions only'}
            </small>
          </span>
          <Button look={lastMinutes && packsBefore === 0 ? 'primary' : 'plain'} isDisabled={packs.isBusy} onPress={() => void issuePacks()}>
            {packs.isBusy ? <PackProgress /> : 'Issue packs for all agencies'}
          </Button>
          {packs.isBusy ? <Button onPress={() => void callVerb('documents', 'stop')}>Stop</Button> : null}
        </li>
        {isFinal || !may('issue-minutes') ? null : (
          <li>
            <Lock aria-hidden />
            <span className="grow">
              <b>Final minutes</b>
              <small>Once they are agreed. They lock the conference.</small>
            </span>
            <Button look={lastMinutes && packsBefore > 0 ? 'primary' : 'plain'} isDisabled={minutes.isBusy} onPress={() => setAsking(true)}>
              Issue final minutes…
            </Button>
          </li>
        )}
      </ul>
      {minutes.problem ? <Problem words={minutes.problem} /> : null}
      {packs.problem ? <Problem words={packs.problem} /> : null}
      {issued ? <PacksIssued issued={issued} isBusy={packs.isBusy} onMissing={(missing) => void issuePacks(missing)} /> : null}
      {packsBefore > 0 && may('issue-packs') ? <PackDesk meetingId={view.meetingId} /> : null}
      {isFinal && may('issue-minutes') ? <Corrections meetingId={view.meetingId} /> : null}
      <Link href={paths.documents()}>See every document of this conference</Link>
      {isAsking ? (
        <GraveDialog
          title="Issue the minutes as final?"
          no="Not yet"
          yes="Issue as final"
          onNo={() => setAsking(false)}
          onYes={() => {
            setAsking(false);
            void issueMinutes(true);
          }}
        >
          <p>
            Final minutes are the record. From then on nothing about this conference changes: discussion, decisions, colours and attendance
            stand as they are.
          </p>
          <p>A mistake found later is put right by a correction: a new version that says what changed, beside the first, which stays.</p>
        </GraveDialog>
      ) : null}
    </section>
  );
}

/** How far the packs are, as the main process tells it. */
function PackProgress() {
  const [at, setAt] = useState<{ readonly done: number; readonly total: number; readonly label: string } | null>(null);
  useEffect(() => window.roundtable.on('progress', setAt), []);
  if (at === null || at.total === 0) return <>Making the packs…</>;
  return (
    <span role="status">
      Pack {Math.min(at.done + 1, at.total)} of {at.total}
    </span>
  );
}

function Problem({ words }: { readonly words: string }) {
  return (
    <p className="issue-problem" role="alert">
      <CircleAlert aria-hidden /> {words}
    </p>
  );
}

interface PacksIssuedProps {
  readonly issued: IssuedSummary;
  readonly isBusy: boolean;
  readonly onMissing: (agencyIds: string[]) => void;
}

function PacksIssued({ issued, isBusy, onMissing }: PacksIssuedProps) {
  const { agencyOf } = useScheme();
  const { words, failed, made, without } = packsIssued(issued);
  return (
    <div className="issue-made">
      <div className="row wrap">
        <p className="grow strong" role="status">
          {words}
        </p>
        {failed.length > 0 ? (
          <Button size="small" isDisabled={isBusy} onPress={() => onMissing(failed.map(({ agencyId }) => agencyId))}>
            {failed.length === 1 ? 'Make the one that is missing' : `Make the ${failed.length} that are missing`}
          </Button>
        ) : null}
      </div>
      <ul>
        {[...failed, ...made].map((each) => (
          <li key={each.agencyId}>
            <AgencyCode agency={agencyOf(each.agencyId)} isHollow={each.problem !== null} />
            <span className="grow cut">{agencyOf(each.agencyId)?.name}</span>
            {each.problem === null ? (
              <span className="soft">
                {counted(each.cases, 'case')}, {counted(each.actions, 'action')}
              </span>
            ) : (
              <span className="late">{each.problem}</span>
            )}
          </li>
        ))}
      </ul>
      {without.length > 0 ? (
        <p className="soft small">
          No pack for {without.map(({ agencyId }) => agencyOf(agencyId)?.name).join(', ')}: nothing of this conference concerns them.
        </p>
      ) : null}
    </div>
  );
}
