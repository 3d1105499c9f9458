import { counted } from '../../../../shared/language/counted';
import { daysBetween } from '../../../../shared/language/dates';
import type { ReferralRow } from '../../../../shared/views/services';
import { Button } from '../../../components/Button';
import { useOneOpen } from '../../../components/overlays/one-open';
import { useAction } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { UpdateReferral } from '../../services/UpdateReferral';
import { CaseWords } from './CaseWords';

/** People referred to the agency's services whom nobody has answered yet. */
export function MyReferrals({ referrals }: { readonly referrals: readonly ReferralRow[] }) {
  const { open, toggle, close } = useOneOpen();
  if (referrals.length === 0) return null;
  return (
    <section aria-label="Referrals to answer">
      <h2 className="part-head">
        Referrals to answer <span className="at-right">{referrals.length}</span>
      </h2>
      <ul className="partner-lines">
        {referrals.map((referral) => (
          <li key={referral.id}>
            <Line referral={referral} onOther={() => toggle(referral.id)} isOpen={open === referral.id} />
            {open === referral.id ? <UpdateReferral id={referral.id} state="refused" onClose={() => close(referral.id)} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly referral: ReferralRow;
  readonly isOpen: boolean;
  readonly onOther: () => void;
}

function Line({ referral: { id, caseId, caseName, serviceName, referredOn, note }, isOpen, onOther }: LineProps) {
  const { today } = useScheme();
  const update = useAction('services', 'updateReferral');
  const days = referredOn === null ? 0 : daysBetween(referredOn, today);
  return (
    <div className="row partner-line">
      <CaseWords caseId={caseId} caseName={caseName}>
        {serviceName}
        {days > 0 ? `, waiting ${counted(days, 'day')}` : ', referred today'}
        {note === '' ? '' : `: ${note}`}
      </CaseWords>
      <Button
        size="small"
        onPress={() => void update.run({ id, state: 'accepted', note: '', outcome: '' })}
        isDisabled={update.isBusy}
        aria-label={`Accept ${caseName}`}
      >
        Accept
      </Button>
      <Button size="small" look="quiet" onPress={onOther} aria-expanded={isOpen} aria-label={`Other…: ${caseName}`}>
        Other…
      </Button>
    </div>
  );
}
