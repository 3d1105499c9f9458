import { useState } from 'react';
import type { WorkstationView } from '../../../shared/views/sharing';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { issuedWords } from '../documents/documents-view';

/** Every workstation, when it was last heard of, and whether it has read what was handed over here. */
export function Workstations({
  workstations,
  canRetire,
}: {
  readonly workstations: readonly WorkstationView[];
  readonly canRetire: boolean;
}) {
  const { agencyOf } = useScheme();
  const retire = useAction('sharing', 'retire', 'inline');
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <>
      {retire.problem ? <p className="late">{retire.problem}</p> : null}
      <ul className="scheme-list">
        {workstations.map((station) => (
          <li key={station.id}>
            <div className="scheme-line">
              <AgencyCode agency={agencyOf(station.agencyId)} isHollow={station.isRetired} />
              <div className="grow">
                <b>{station.personName || 'Nobody named'}</b> {station.isMe ? <span className="mute">this workstation</span> : null}
                <p className="small mute">{[station.name, stateOf(station)].filter(Boolean).join(' · ')}</p>
              </div>
              {canRetire && !station.isMe && !station.isRetired ? (
                asked === station.id ? (
                  <>
                    <Button size="small" onPress={() => void retire.run({ id: station.id }).then(() => setAsked(null))}>
                      Retire it: nothing more is sent to it or taken from it
                    </Button>
                    <Button size="small" look="quiet" onPress={() => setAsked(null)}>
                      Keep it
                    </Button>
                  </>
                ) : (
                  <Button
                    size="small"
                    look="quiet"
                    onPress={() => setAsked(station.id)}
                    aria-label={`Retire the ${station.isSheet ? 'recovery sheet' : 'workstation'} of ${station.personName}`}
                  >
                    Retire…
                  </Button>
                )
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function stateOf({ isMe, isRetired, isSheet, lastContactAt, hasReadAll }: WorkstationView): string {
  if (isSheet) return isRetired ? 'Retired: it brings nothing back' : 'Brings the workstation back from the shared folder';
  if (isRetired) return 'Retired: what it held, it holds; it gets nothing further';
  if (isMe) return '';
  const heard = lastContactAt ? `Last heard of ${issuedWords(lastContactAt)}` : 'Not heard of yet';
  return hasReadAll ? `${heard}; has read all that was handed over here` : heard;
}
