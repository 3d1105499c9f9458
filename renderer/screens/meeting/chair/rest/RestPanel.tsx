import { useState } from 'react';
import type { ChairView } from '../../../../../shared/views/chairing';
import { Button } from '../../../../components/Button';
import { ComboBox } from '../../../../components/fields/ComboBox';
import { Segmented } from '../../../../components/fields/Segmented';
import { TextField } from '../../../../components/fields/TextField';
import { Dialog } from '../../../../components/overlays/Dialog';
import { skip, useVerb } from '../../../../data/queries';
import { useScheme } from '../../../../data/scheme';
import { clockTimeOf } from '../../home/clock-time-of';
import { RestEffect } from './RestEffect';
import { ToldTimes } from './ToldTimes';
import { useRest } from './use-rest';
import '../../../../components/lists/plain-rows.css';
import './rest.css';

interface RestPanelProps {
  readonly view: ChairView;
  readonly onClose: () => void;
}

type Wish = 'leaving' | 'coming' | 'case' | 'order';
const wishes: readonly { readonly id: Wish; readonly name: string }[] = [
  { id: 'leaving', name: 'An agency must leave' },
  { id: 'coming', name: 'An agency comes late' },
  { id: 'case', name: 'A case comes in now' },
  { id: 'order', name: 'Only order the rest' },
];

/** What is still to come, changed while the conference runs: the effect is shown first, and taken or left. */
export function RestPanel({ view, onClose }: RestPanelProps) {
  const { agencyOf } = useScheme();
  const rest = useRest(view.meetingId);
  const [wish, setWish] = useState<Wish>('leaving');
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [time, setTime] = useState('');
  const [caseId, setCaseId] = useState<string | null>(null);
  const candidates = useVerb('agenda', 'candidates', wish === 'case' ? { meetingId: view.meetingId } : skip);
  const at = clockTimeOf(time);
  const isOfAgency = wish === 'leaving' || wish === 'coming';
  const end = wish === 'coming' ? 'from' : 'until';
  const asked = isOfAgency
    ? agencyId === null || at === null
      ? null
      : { told: { agencyId, end, at } as const, caseId: null }
    : wish === 'case'
      ? caseId === null
        ? null
        : { told: null, caseId }
      : { told: null, caseId: null };
  const ask = () => (asked === null ? undefined : void rest.ask(asked));
  const agency = agencyOf(agencyId);
  const done =
    wish === 'leaving'
      ? `${agency?.name ?? 'The agency'} can leave by ${at}.`
      : wish === 'coming'
        ? `${agency?.name ?? 'The agency'} comes at ${at}.`
        : wish === 'case'
          ? 'The case is on the agenda.'
          : 'The rest is ordered.';
  /** Another question makes what was shown for the last one void. */
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      rest.forget();
      set(value);
    };
  return (
    <Dialog
      title="Change the rest of the conference"
      onClose={onClose}
      buttons={
        rest.preview ? (
          <>
            <Button look="quiet" onPress={onClose}>
              Leave it as it is
            </Button>
            <Button
              look="primary"
              isDisabled={rest.isBusy}
              onPress={() => void rest.take(done).then((isDone) => (isDone ? onClose() : undefined))}
            >
              Take this order
            </Button>
          </>
        ) : null
      }
    >
      <div className="rest">
        <ToldTimes view={view} onChange={rest.forget} />
        <Segmented label="What changes" isBoxed choices={wishes} value={wish} onChange={changed(setWish)} />
        <div className="fields-line">
          {isOfAgency ? (
            <>
              <ComboBox
                label="Agency"
                autoFocus
                choices={view.slots.map((slot) => ({ id: slot.agencyId, name: agencyOf(slot.agencyId)?.name ?? 'An agency' }))}
                value={agencyId}
                onChange={changed(setAgencyId)}
              />
              <TextField
                label={wish === 'leaving' ? 'Must leave at' : 'Comes at'}
                placeholder="11:05"
                maxLength={5}
                value={time}
                onChange={changed(setTime)}
                problem={time !== '' && at === null ? 'A time such as 11:05' : null}
                onEnter={ask}
              />
            </>
          ) : null}
          {wish === 'case' && candidates.data ? (
            <ComboBox
              label="Case"
              autoFocus
              choices={candidates.data.map((each) => ({ id: each.caseId, name: each.caseName }))}
              value={caseId}
              onChange={changed(setCaseId)}
            />
          ) : null}
          <Button onPress={ask} isDisabled={asked === null || rest.isBusy}>
            {rest.isBusy ? 'Working it out…' : 'Show the effect'}
          </Button>
        </div>
        {isOfAgency && agency?.isCore ? (
          <p className="small soft">
            {agency.name} stays throughout, so every case is its own. The cases that it leads are brought{' '}
            {wish === 'leaving' ? 'before it leaves' : 'after it has come'}.
          </p>
        ) : null}
        {rest.problem ? (
          <p className="late" role="alert">
            {rest.problem}
          </p>
        ) : null}
        {rest.preview ? <RestEffect preview={rest.preview} /> : null}
      </div>
    </Dialog>
  );
}
