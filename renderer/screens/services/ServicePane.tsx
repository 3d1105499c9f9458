import { useState } from 'react';
import { roshName } from '../../../shared/language/cohort';
import { counted } from '../../../shared/language/counted';
import { formatDayWithYear } from '../../../shared/language/dates';
import { pathwayName } from '../../../shared/language/pathway';
import { serviceSettingName } from '../../../shared/language/referral';
import type { ServiceView } from '../../../shared/views/services';
import { Button } from '../../components/Button';
import { TextField } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { ServiceForm } from './ServiceForm';
import { useIsCountWhole } from './whole-count';

/** One service in full. */
export function ServicePane({ service }: { readonly service: ServiceView }) {
  const { agencyOf, may } = useScheme();
  const isWhole = useIsCountWhole(service);
  const [open, setOpen] = useState<'edit' | 'withdraw' | null>(null);
  const facts: readonly (readonly [string, string])[] = [
    ['Agency', agencyOf(service.agencyId)?.name ?? 'None of the scheme'],
    ['Pathways', service.pathways.map((pathway) => pathwayName[pathway]).join(', ')],
    ['Who it takes', service.eligibility],
    ['Ages', agesOf(service)],
    ['Only', service.onlySex],
    ['Where', service.settings.map((setting) => serviceSettingName[setting]).join(', ')],
    ['Areas', service.areas.join(', ')],
    ['Risk up to', service.mostRosh ? roshName[service.mostRosh] : ''],
    ['How to refer', service.howToRefer],
    ['Contact', [service.contactName, service.phone, service.email].filter((part) => part !== '').join(', ')],
    ['Usual wait', service.waitingDays === null ? 'Not known' : counted(service.waitingDays, 'day')],
    ['Next start', service.nextStartOn ? formatDayWithYear(service.nextStartOn) : ''],
    ['Places', service.capacity === null ? '' : `${service.capacity}${isWhole ? `, ${service.openReferrals} referred now` : ''}`],
    ['So far', isWhole ? `${service.completed} completed, ${service.endedEarly} refused or ended early` : ''],
    ['Checked', service.checkedOn ? formatDayWithYear(service.checkedOn) : 'Never'],
  ];
  return (
    <aside className="pane-detail" aria-label="The service">
      <h2 dir="auto">{service.name}</h2>
      {service.description ? <p className="prose soft">{service.description}</p> : null}
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd className="prose" dir="auto">
                {value}
              </dd>
            </div>
          ))}
      </dl>
      {may('edit-scheme') ? (
        <div className="row wrap">
          <Button size="small" onPress={() => setOpen(open === 'edit' ? null : 'edit')}>
            Change…
          </Button>
          <Button size="small" look="quiet" onPress={() => setOpen(open === 'withdraw' ? null : 'withdraw')}>
            Take out…
          </Button>
        </div>
      ) : null}
      {open === 'edit' ? <ServiceForm service={service} onClose={() => setOpen(null)} /> : null}
      {open === 'withdraw' ? <Withdraw id={service.id} onClose={() => setOpen(null)} /> : null}
    </aside>
  );
}

function agesOf({ leastAge, mostAge }: ServiceView): string {
  if (leastAge !== null && mostAge !== null) return `${leastAge} to ${mostAge}`;
  if (leastAge !== null) return `From ${leastAge}`;
  return mostAge === null ? '' : `Up to ${mostAge}`;
}

function Withdraw({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const withdraw = useAction('services', 'withdraw', 'inline');
  const [reason, setReason] = useState('');
  const save = async () => {
    if (reason.trim() === '') return;
    const done = await withdraw.run({ id, reason });
    if (done.ok) onClose();
  };
  return (
    <div className="in-place">
      <TextField
        label="Why it is taken out"
        value={reason}
        onChange={setReason}
        autoFocus
        onEnter={() => void save()}
        onEscape={onClose}
        problem={withdraw.problem}
      />
      <Button size="small" onPress={() => void save()} isDisabled={withdraw.isBusy || reason.trim() === ''}>
        Take it out of the directory
      </Button>
    </div>
  );
}
