import { CircleAlert } from 'lucide-react';
import { Link } from 'wouter';
import { counted } from '../../../../shared/language/counted';
import { useVerb } from '../../../data/queries';
import { paths } from '../../../routes';

export interface Alarm {
  readonly title: string;
  readonly says: string;
}

/** What is wrong with the file, the exchange or the backups of this computer, and what two people changed at once. */
export function useAlarms(conflicts: number): readonly Alarm[] {
  const sharing = useVerb('sharing', 'get');
  const health = useVerb('scheme', 'health');
  const settle = {
    title: `${counted(conflicts, 'conflict')} to settle`,
    says: 'Two people changed the same thing without knowing of each other. Both values are kept.',
  };
  return [
    ...(sharing.data?.alarms ?? []).map(({ title, happened, next }) => ({ title, says: `${happened} ${next}` })),
    ...(health.data?.findings ?? [])
      .filter(({ state }) => state === 'wrong')
      .map(({ title, says, next }) => ({ title, says: `${says} ${next}` })),
    ...(conflicts > 0 ? [settle] : []),
  ];
}

export function Alarms({ alarms }: { readonly alarms: readonly Alarm[] }) {
  if (alarms.length === 0) return null;
  return (
    <section className="today-alarms" aria-label="Conflicts and alarms">
      <ul>
        {alarms.map(({ title, says }) => (
          <li key={title} className="row">
            <CircleAlert aria-hidden />
            <span className="grow">
              <b>{title}.</b> {says}
            </span>
            <Link className="button small" href={paths.scheme()} aria-label={`Open Scheme: ${title}`}>
              Open Scheme
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
