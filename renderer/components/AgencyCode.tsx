import type { AgencyView } from '../../shared/views/scheme';
import './marks.css';

interface AgencyCodeProps {
  /** Null where the agency is not known here. */
  readonly agency: Pick<AgencyView, 'code' | 'name' | 'family'> | null;
  /** Not here yet, or no longer its concern. */
  readonly isHollow?: boolean;
}

/** Two to four capitals that say which agency; the tint only helps. The name is read out and shown on hover. */
export function AgencyCode({ agency, isHollow = false }: AgencyCodeProps) {
  if (!agency)
    return (
      <span className="agency-code hollow" title="No agency">
        –
      </span>
    );
  return (
    <span className={isHollow ? 'agency-code hollow' : 'agency-code'} data-family={agency.family} title={agency.name}>
      <span aria-hidden>{agency.code}</span>
      <span className="visually-hidden">{agency.name}</span>
    </span>
  );
}
