import { formatDayNear } from '../../../shared/language/dates';
import { referralStateName } from '../../../shared/language/referral';
import type { ReferralView } from '../../../shared/views/case';
import { useScheme } from '../../data/scheme';

/** What the person was referred to, and how it stands. */
export function Referrals({ referrals }: { readonly referrals: readonly ReferralView[] }) {
  const { today } = useScheme();
  if (referrals.length === 0) return null;
  return (
    <section>
      <h3 className="part-head">Referrals</h3>
      <ul className="referral-list">
        {referrals.map(({ id, serviceName, state, on }) => (
          <li key={id}>
            <span className="grow cut">{serviceName}</span>
            <b>{referralStateName[state]}</b>
            <span className="mute">{on ? formatDayNear(on, today) : ''}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
