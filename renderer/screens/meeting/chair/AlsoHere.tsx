import { UsersRound } from 'lucide-react';
import { useVerb } from '../../../data/queries';
import { useNow } from '../use-now';
import { clockOf } from './clock';

/** Somebody who recorded nothing for so long may have gone to another screen, or home. */
const recentMilliseconds = 15 * 60_000;

/** Who else writes at this conference from another workstation. It locks nothing: what both write is merged. */
export function AlsoHere({ meetingId, offset }: { readonly meetingId: string; readonly offset: number }) {
  const others = useVerb('chairing', 'others', { meetingId }).data ?? [];
  const now = useNow(30_000) + offset;
  // A clock that stands ahead may put them into the future; they are here all the same.
  const recent = others.filter(({ lastAt }) => now - Date.parse(lastAt) < recentMilliseconds);
  const words = recent.map(({ personName, workstation, lastAt }) => `${personName || workstation} ${clockOf(Date.parse(lastAt))}`);
  return (
    <span className="small row cut" role="status">
      {words.length > 0 ? (
        <>
          <UsersRound aria-hidden size={15} /> Also writing here: {words.slice(0, 2).join(', ')}
          {words.length > 2 ? ` and ${words.length - 2} more` : ''}
        </>
      ) : null}
    </span>
  );
}
