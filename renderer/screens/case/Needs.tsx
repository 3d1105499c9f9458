import { Plus } from 'lucide-react';
import { pathwayName, progressName } from '../../../shared/language/pathway';
import type { CaseView, NeedView } from '../../../shared/views/case';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { OpeningLine } from '../../components/OpeningLine';
import { useOneOpen } from '../../components/overlays/one-open';
import { useScheme } from '../../data/scheme';
import { AddNeed } from './AddNeed';
import { NeedTrack } from './NeedTrack';
import { ReviewNeed } from './ReviewNeed';

const order = { high: 0, medium: 1, low: 2 } as const;

/** The needs in the order of their priority, each with its progress and what it was at the review before. */
export function Needs({ found }: { readonly found: CaseView }) {
  const { may } = useScheme();
  const mayEdit = may('edit-cases');
  const { open, toggle, close } = useOneOpen();
  const needs = found.needs.toSorted((a, b) => order[a.priority] - order[b.priority]);
  return (
    <section>
      <h3 className="part-head">
        Needs
        <span className="at-right row">
          <svg width="10" height="10" aria-hidden="true">
            <circle cx="5" cy="5" r="4" className="need-before" />
          </svg>
          at last review
        </span>
        {mayEdit ? (
          <Button size="small" look="quiet" onPress={() => toggle('new')} aria-label="Add a need">
            <Plus aria-hidden />
          </Button>
        ) : null}
      </h3>
      {open === 'new' ? <AddNeed caseId={found.id} has={found.needs.map(({ pathway }) => pathway)} onClose={() => close('new')} /> : null}
      {needs.length === 0 && open !== 'new' ? (
        <p className="small mute">No need has been recorded. Needs decide which agencies a case concerns.</p>
      ) : null}
      <ul className="need-list">
        {needs.map((need) => (
          <li key={need.id}>
            <NeedLine need={need} isOpen={open === need.id} onToggle={mayEdit ? () => toggle(need.id) : null} />
            {open === need.id ? <ReviewNeed need={need} onClose={() => close(need.id)} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NeedLineProps {
  readonly need: NeedView;
  readonly isOpen: boolean;
  readonly onToggle: (() => void) | null;
}

function NeedLine({ need, ...line }: NeedLineProps) {
  const { agencyOf } = useScheme();
  return (
    <OpeningLine className="need-line" {...line}>
      <span className="cut">
        <b>{pathwayName[need.pathway]}</b> <span className="small mute">{need.priority}</span>
      </span>
      <NeedTrack now={need.progress} before={need.progressBefore} />
      <span className="need-why">
        {need.agencyId ? <AgencyCode agency={agencyOf(need.agencyId)} /> : null}
        <span className="cut">{need.note || 'No note'}</span>
      </span>
      <span className={need.progress === 'deterioration' ? 'small late nowrap' : 'small nowrap'}>
        {need.progress ? progressName[need.progress] : 'Not reviewed'}
      </span>
    </OpeningLine>
  );
}
