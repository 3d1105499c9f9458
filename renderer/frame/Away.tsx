import { X } from 'lucide-react';
import { Link } from 'wouter';
import { Button } from '../components/Button';
import { useAction, useVerb } from '../data/queries';
import { useScheme } from '../data/scheme';
import { paths } from '../routes';

const mostLines = 4;

/** What others recorded since somebody last looked here: gone once it is put away. A partner reads it on their first screen. */
export function Away() {
  const { scheme } = useScheme();
  const sharing = useVerb('sharing', 'get');
  const forget = useAction('sharing', 'forgetAway');
  const away = sharing.data?.away ?? null;
  if (!away || away.lines.length === 0 || scheme.me.role === 'partner') return null;
  const more = away.lines.length - mostLines;
  return (
    <section className="away" aria-label="While you were away">
      <b>While you were away</b>
      <ul>
        {away.lines.slice(0, mostLines).map(({ what, by, count, caseIds: [caseId, another] }) => (
          <li key={`${what}/${by}`}>
            {caseId !== undefined && another === undefined ? (
              <Link href={paths.case(caseId)}>
                {count} {what} by {by}
              </Link>
            ) : (
              `${count} ${what} by ${by}`
            )}
          </li>
        ))}
        {more > 0 ? <li className="mute">and {more} more</li> : null}
        {away.conflicts > 0 ? (
          <li>
            <Link href={paths.scheme()} className="late">
              {away.conflicts === 1 ? '1 conflict' : `${away.conflicts} conflicts`} to settle
            </Link>
          </li>
        ) : null}
      </ul>
      <Button size="small" look="quiet" aria-label="Put this list away" onPress={() => void forget.run()}>
        <X aria-hidden />
      </Button>
    </section>
  );
}
