import { CloudAlert, CloudCheck, CloudUpload, FileDown, Laptop, Lock } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { SharingView } from '../../shared/views/sharing';
import { useProgress } from '../data/progress';
import { useVerb } from '../data/queries';
import { useSaving } from '../data/saving';
import { paths } from '../routes';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Draws again each half minute, so that "now" becomes a time of day. */
function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The foot of the rail tells the truth about saving: nothing counts as saved before it is on the disk, nor as handed over before it is in the folder. */
export function SavingFoot() {
  const { running, savedAt, hasFailed } = useSaving();
  const sharing = useVerb('sharing', 'get');
  const now = useMinute();
  const when = savedAt === null || now.getTime() - savedAt.getTime() < 60_000 ? 'now' : clock.format(savedAt);
  return (
    <ul className="saving" aria-label="Where your work is">
      <li>
        <Laptop aria-hidden />
        {hasFailed ? <span className="late">The last change was not saved</span> : running > 0 ? 'Saving here' : 'Saved here'}
        {hasFailed || running > 0 ? null : <span className="when">{when}</span>}
      </li>
      <Importing />
      {sharing.data ? <HandedOver view={sharing.data} /> : null}
      <li>
        <Lock aria-hidden />
        Encrypted on this computer
      </li>
    </ul>
  );
}

/** A large import goes on behind whatever screen is open, and one that was cut short waits to be finished. */
function Importing() {
  const underWay = useVerb('importing', 'underWay');
  const progress = useProgress(underWay.data?.isAtWork ?? false);
  if (!underWay.data) return null;
  const { what, isAtWork } = underWay.data;
  const share =
    progress && progress.job === 'import' && progress.total > 0 ? ` ${Math.floor((progress.done / progress.total) * 100)}%` : '';
  return (
    <li>
      <FileDown aria-hidden />
      <Link href={paths.import()} className={isAtWork ? undefined : 'late'}>
        {isAtWork ? (what === 'importing' ? 'Importing' : 'Taking an import back') : 'An import was cut short'}
        {share}
      </Link>
    </li>
  );
}

function HandedOver({ view }: { readonly view: SharingView }) {
  const others = view.workstations.filter(({ isMe, isRetired, isSheet }) => !isMe && !isRetired && !isSheet);
  const read = others.filter(({ hasReadAll }) => hasReadAll);
  if (view.folder === null)
    return (
      <li>
        <CloudUpload aria-hidden />
        No shared folder yet
      </li>
    );
  if (view.state === 'stopped' || view.alarms.some(({ canContinue }) => canContinue))
    return (
      <li>
        <CloudAlert aria-hidden />
        <span className="late">Exchange stands still: see Scheme, Sharing</span>
      </li>
    );
  if (view.state === 'unreachable')
    return (
      <li>
        <CloudAlert aria-hidden />
        Folder out of reach{view.waiting > 0 ? `: ${view.waiting} waiting` : ''}
      </li>
    );
  return (
    <>
      <li>
        {view.waiting > 0 || view.state === 'waiting' ? <CloudUpload aria-hidden /> : <CloudCheck aria-hidden />}
        {view.waiting > 0 ? `Handing over ${view.waiting}` : view.state === 'waiting' ? 'Looking at the shared folder' : 'Handed over'}
        {view.waiting === 0 && view.lastExchangeAt ? <span className="when">{clock.format(new Date(view.lastExchangeAt))}</span> : null}
      </li>
      {others.length > 0 && view.waiting === 0 ? (
        <li title={read.map(({ personName }) => personName).join(', ')}>
          <span className="saving-gap" />
          {read.length === others.length
            ? 'Read by all workstations'
            : read.length === 0
              ? 'Not read elsewhere yet'
              : `Read by ${read.length} of ${others.length} workstations`}
        </li>
      ) : null}
    </>
  );
}
