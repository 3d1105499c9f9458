import { useState } from 'react';
import { formatDayNear } from '../../../shared/language/dates';
import { pathwayName } from '../../../shared/language/pathway';
import { referralStateName } from '../../../shared/language/referral';
import type { CaseView } from '../../../shared/views/case';
import type { ServiceMatch } from '../../../shared/views/services';
import { Button } from '../../components/Button';
import { Fetched } from '../../components/Loading';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { waitWords } from '../services/wait-words';
import '../../components/lists/plain-rows.css';

/** What the person was referred to and how it stands, and what in the directory fits their needs. */
export function Referrals({ found }: { readonly found: CaseView }) {
  const { today, may } = useScheme();
  const [isOpen, setOpen] = useState(false);
  const { referrals } = found;
  if (referrals.length === 0 && !may('edit-cases')) return null;
  return (
    <section>
      <h3 className="part-head">
        Referrals
        {may('edit-cases') ? (
          <span className="at-right">
            <Button size="small" onPress={() => setOpen(!isOpen)} aria-expanded={isOpen}>
              Find a service
            </Button>
          </span>
        ) : null}
      </h3>
      {referrals.length === 0 ? <p className="small mute">Referred to nothing yet.</p> : null}
      <ul className="referral-list">
        {referrals.map(({ id, serviceName, state, on }) => (
          <li key={id}>
            <span className="grow cut">{serviceName}</span>
            <b>{referralStateName[state]}</b>
            <span className="mute">{on ? formatDayNear(on, today) : ''}</span>
          </li>
        ))}
      </ul>
      {isOpen ? <Matches found={found} /> : null}
    </section>
  );
}

function Matches({ found }: { readonly found: CaseView }) {
  const matches = useVerb('services', 'match', { caseId: found.id });
  return (
    <Fetched query={matches} what="the services">
      {(list) => {
        const meeting = list.filter(({ meets }) => meets.length > 0);
        return meeting.length === 0 ? (
          <p className="small soft">No service of the directory works on these needs. It is counted among the gaps.</p>
        ) : (
          <ul className="plain-rows">
            {meeting.map((match) => (
              <Match key={match.service.id} found={found} match={match} />
            ))}
          </ul>
        );
      }}
    </Fetched>
  );
}

function Match({ found, match }: { readonly found: CaseView; readonly match: ServiceMatch }) {
  const refer = useAction('services', 'refer');
  const { service, meets, against, mind } = match;
  const need = found.needs.find(({ pathway }) => meets.includes(pathway));
  const onRefer = async () => {
    const done = await refer.run({ caseId: found.id, serviceId: service.id, needId: need?.id ?? null, note: '' });
    if (done.ok) showDone(`Referred to ${service.name}`);
  };
  return (
    <li className="service-match">
      <div className="row">
        <b className="grow">{service.name}</b>
        {match.openReferralId ? (
          <span className="soft small">referred</span>
        ) : (
          <Button size="small" onPress={() => void onRefer()} isDisabled={refer.isBusy} aria-label={`Refer to ${service.name}`}>
            Refer
          </Button>
        )}
      </div>
      <p className="small soft">
        {meets.map((pathway) => pathwayName[pathway]).join(', ')}
        {service.waitingDays === null ? '' : `, ${waitWords(service.waitingDays)}`}
      </p>
      {against.map((why) => (
        <p key={why} className="small late">
          {why}
        </p>
      ))}
      {mind.map((why) => (
        <p key={why} className="small soft">
          {why}
        </p>
      ))}
    </li>
  );
}
