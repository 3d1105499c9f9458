import { Phone } from 'lucide-react';
import { AgencyCode } from '../../../../components/AgencyCode';
import { useScheme } from '../../../../data/scheme';
import type { TimelineRow } from './timeline';

interface TimelineNamesProps {
  readonly rows: readonly TimelineRow[];
  /** The times stand elsewhere then. */
  readonly isOneLine: boolean;
  readonly numberOf: (itemId: string | null) => number | string;
}

/** Whose row it is, in full: the names' room is that of the longest. Read out, it is the whole of what the picture shows. */
export function TimelineNames({ rows, isOneLine, numberOf }: TimelineNamesProps) {
  const { agencyOf } = useScheme();
  return (
    <ul className="agenda-names">
      {rows.map((each) => (
        <li key={each.agencyId}>
          <AgencyCode agency={agencyOf(each.agencyId)} />
          <span className="agenda-name">
            <b className="cut" title={agencyOf(each.agencyId)?.name}>
              {agencyOf(each.agencyId)?.name ?? 'Another agency'}
            </b>
            {isOneLine ? null : <TimelineTimes of={each} />}
          </span>
          <span className="visually-hidden">
            {isOneLine ? `, ${each.words}` : ''}
            {each.isRemote ? ', by call' : ''}
            {each.isCore ? ', core agency' : `, waits ${each.waits} min; cases ${each.own.map((own) => numberOf(own.itemId)).join(', ')}`}
            {each.window === null ? '' : `; ${each.window.words}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** When it comes and goes. */
export function TimelineTimes({ of }: { readonly of: TimelineRow }) {
  return (
    <span className="agenda-times">
      {of.words}
      {of.isRemote ? <Phone aria-hidden /> : null}
    </span>
  );
}
