import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { deliveryWayName } from '../../../../shared/language/document';
import type { PackStanding, SentOut } from '../../../../shared/views/documents';
import { AgencyCode } from '../../../components/AgencyCode';
import { Button } from '../../../components/Button';
import { Fetched } from '../../../components/Loading';
import { showDone } from '../../../components/overlays/toasts';
import { Progress } from '../../../components/Progress';
import { useProgress } from '../../../data/progress';
import { callVerb, useAction, useVerb } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { clockOf } from '../chair/clock';

/** What each agency's pack is, whether it has been given it, and three ways to send them all out at once. */
export function PackDesk({ meetingId }: { readonly meetingId: string }) {
  const packs = useVerb('documents', 'packs', { meetingId });
  return (
    <Fetched query={packs} what="the packs">
      {(standings) => (standings.some(({ documentId }) => documentId !== null) ? <Desk standings={standings} /> : null)}
    </Fetched>
  );
}

function Desk({ standings }: { readonly standings: readonly PackStanding[] }) {
  const { agencyOf } = useScheme();
  const sendOut = useAction('documents', 'sendOut');
  const progress = useProgress(sendOut.isBusy);
  const [sent, setSent] = useState<SentOut | null>(null);
  const issued = standings.filter((each) => each.documentId !== null);
  const waiting = issued.filter(({ given }) => given.length === 0);
  const without = standings.filter(({ documentId }) => documentId === null);
  // Those that nobody has yet; once everyone has theirs, all again.
  const chosen = (waiting.length > 0 ? waiting : issued).flatMap(({ documentId, isHere }) =>
    documentId !== null && isHere ? [documentId] : [],
  );
  async function send(as: 'folder' | 'zip' | 'drafts') {
    const done = await sendOut.run({ ids: chosen, as });
    if (!done.ok || done.value === null) return;
    setSent(done.value);
    showDone(`${done.value.written} ${as === 'drafts' ? 'drafts' : 'packs'} saved in ${done.value.path}`);
  }
  const count = waiting.length > 0 && waiting.length < issued.length ? ` the ${waiting.length} not given yet` : '';
  return (
    <section className="pack-desk" aria-label="Packs to send out">
      <div className="row wrap">
        <p className="grow strong" role="status">
          {waiting.length === 0
            ? issued.length === 1
              ? 'The pack has been given out.'
              : `All ${issued.length} packs have been given out.`
            : `${waiting.length} of ${issued.length} packs given to nobody yet.`}
        </p>
        <Button size="small" isDisabled={sendOut.isBusy || chosen.length === 0} onPress={() => void send('drafts')}>
          E-mail drafts{count}…
        </Button>
        <Button size="small" isDisabled={sendOut.isBusy || chosen.length === 0} onPress={() => void send('zip')}>
          Zip…
        </Button>
        <Button size="small" isDisabled={sendOut.isBusy || chosen.length === 0} onPress={() => void send('folder')}>
          Folder…
        </Button>
        {progress ? (
          <Button size="small" onPress={() => void callVerb('documents', 'stop')}>
            Stop
          </Button>
        ) : null}
      </div>
      {progress ? <Progress label={progress.label} done={progress.done} total={progress.total} /> : null}
      <ul>
        {issued.map((each) => (
          <li key={each.agencyId}>
            <AgencyCode agency={agencyOf(each.agencyId)} isHollow={each.given.length === 0} />
            <span className="grow cut">{agencyOf(each.agencyId)?.name}</span>
            <span className="soft cut">
              {each.number}
              {each.version > 1 ? ` v${each.version}` : ''}, {each.given.length > 0 ? givenWords(each) : 'not given yet'}
              {each.given.length === 0 && !each.hasAddress ? '; no e-mail address' : ''}
            </span>
          </li>
        ))}
      </ul>
      {without.length > 0 ? (
        <p className="soft small">
          No pack for {without.map(({ agencyId }) => agencyOf(agencyId)?.name).join(', ')}: nothing of this conference concerns them.
        </p>
      ) : null}
      {sent?.problems.map(({ documentId, problem }) => (
        <p key={documentId} className="issue-problem" role="alert">
          <CircleAlert aria-hidden /> {agencyOf(issued.find((each) => each.documentId === documentId)?.agencyId ?? null)?.name}: {problem}
        </p>
      ))}
    </section>
  );
}

function givenWords({ given }: PackStanding): string {
  const [last] = given;
  return last ? `${deliveryWayName[last.how]} ${clockOf(Date.parse(last.at))}` : '';
}
