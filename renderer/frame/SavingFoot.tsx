import { CloudUpload, Laptop, Lock } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSaving } from '../data/saving';

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

/** The foot of the rail tells the truth about saving: nothing counts as saved before it is on the disk. */
export function SavingFoot() {
  const { running, savedAt, hasFailed } = useSaving();
  const now = useMinute();
  const when = savedAt === null || now.getTime() - savedAt.getTime() < 60_000 ? 'now' : clock.format(savedAt);
  return (
    <ul className="saving" aria-label="Where your work is">
      <li>
        <Laptop aria-hidden />
        {hasFailed ? <span className="late">The last change was not saved</span> : running > 0 ? 'Saving here' : 'Saved here'}
        {hasFailed || running > 0 ? null : <span className="when">{when}</span>}
      </li>
      <li>
        <CloudUpload aria-hidden />
        No shared folder yet
      </li>
      <li>
        <Lock aria-hidden />
        Encrypted on this computer
      </li>
    </ul>
  );
}
